import type { CreateView } from '../../ops/create-view.ts';
import type { DropView } from '../../ops/drop-view.ts';
import { type Lowered, type LoweringContext, emulated, refuse } from '../dialect.ts';
import * as standard from '../standard/views.ts';
import { viewTriggers } from './triggers.ts';

export function createView(op: CreateView, context: LoweringContext): readonly Lowered[] {
  standard.refuseMaterialized(op, context.dialect);
  const made = standard.viewStatement(op, 'CREATE', context.dialect);
  if (!op.orReplace) return [made];
  const former = dropView({ op: 'dropView', name: op.name, ifExists: true }, context);
  return emulated('the former one is dropped', [...former, made, ...viewTriggers(op.name, context)]);
}

export function dropView(op: DropView, context: LoweringContext): readonly Lowered[] {
  standard.refuseMaterialized(op, context.dialect);
  if (op.cascade) {
    refuse(
      'SQLite drops a view alone: others that rest on it stay',
      "Leave 'cascade' out, and drop the others before.",
    );
  }
  return standard.dropView(op, context);
}
