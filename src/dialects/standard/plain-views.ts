import type { CreateView } from '../../ops/create-view.ts';
import type { DropView } from '../../ops/drop-view.ts';
import { type Lowered, type LoweringContext, unsupported } from '../dialect.ts';
import { refuseCascade } from './no-cascade.ts';
import { drops, makes, tableThere } from './proofs.ts';
import * as standard from './views.ts';

// Views of MySQL and MariaDB, none of which has rows of its own.

export function createView(op: CreateView, context: LoweringContext): readonly Lowered[] {
  standard.refuseMaterialized(op, context.dialect);
  const made = standard.createView(op, context);
  return op.orReplace ? made : made.map((each) => makes(each, tableThere(op.name), context.dialect));
}

/** CASCADE is read over: https://dev.mysql.com/doc/refman/8.4/en/drop-view.html */
export function dropView(op: DropView, context: LoweringContext): readonly Lowered[] {
  standard.refuseMaterialized(op, context.dialect);
  refuseCascade(op, 'views that rest on a view stay, and fail when they are read', context.dialect);
  return standard.dropView(op, context).map((each) => drops(each, tableThere(op.name), context.dialect));
}

export const NO_REFRESH = unsupported(
  'a view has no rows of its own to bring up to date',
  'Keep the rows in a table that insertFrom(…) fills, or leave it out with forDialect(…).',
);
