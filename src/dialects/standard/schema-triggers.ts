import type { CreateTrigger } from '../../ops/create-trigger.ts';
import { triggerName } from '../../ops/create-trigger.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeFragment, writeTable } from '../write.ts';
import * as routines from './routines.ts';
import { refuseCascade } from './no-cascade.ts';
import { ifExists, words } from './words.ts';

/** `CREATE TRIGGER s.t BEFORE UPDATE ON …`: a trigger is in the schema of its table, and called by it elsewhere. */
export const triggerStatement = (
  { name, table, definition }: CreateTrigger,
  create: string,
  dialect: Dialect,
): Lowered => ({
  ...schemaStatement(
    words(create, 'TRIGGER', writeTable(dialect, triggerName(name, table)), writeFragment(dialect, definition).trim()),
  ),
  compound: true,
});

export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP TRIGGER', ifExists(op), writeTable(dialect, triggerName(op.name, op.table)))),
];

/** A routine is known by its name alone, so that the signature has nothing to say. */
export function dropRoutine(op: DropRoutine, context: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'what calls a routine stays, and fails when it runs', context.dialect);
  return routines.dropRoutine(op, context);
}
