import type { CreateTrigger } from '../../ops/create-trigger.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import { type Lowered, type LoweringContext, emulated, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import * as standard from '../standard/routines.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';

/** Functions of one name are told apart by the types of their arguments. */
export const dropRoutine = (op: DropRoutine, context: LoweringContext): readonly Lowered[] =>
  standard.dropRoutine(op, context, true);

/** OR REPLACE came with version 14: https://www.postgresql.org/docs/14/release-14.html */
export function createTrigger(op: CreateTrigger, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const create = (words: string): Lowered => standard.triggerStatement(op, words, dialect);
  if (!op.orReplace) return [create('CREATE')];
  if (has(context, 14)) return [create('CREATE OR REPLACE')];
  const { name, table } = op;
  const dropped = dropTrigger({ op: 'dropTrigger', name, table, ifExists: true }, context);
  return emulated('the trigger is dropped and made anew', [...dropped, create('CREATE')]);
}

/** A trigger's name is its table's own. */
export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(
    words('DROP TRIGGER', ifExists(op), writeName(dialect, op.name), `ON ${writeTable(dialect, op.table)}`),
  ),
];
