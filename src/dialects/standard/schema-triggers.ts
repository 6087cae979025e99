import type { CreateRoutine } from '../../ops/create-routine.ts';
import type { CreateTrigger } from '../../ops/create-trigger.ts';
import { triggerName } from '../../ops/create-trigger.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeFragment, writeTable } from '../write.ts';
import * as routines from './routines.ts';
import { refuseCascade } from './no-cascade.ts';
import { drops, makes, routineThere, triggerThere } from './proofs.ts';
import { ifExists, words } from './words.ts';

/** One that comes in the place of another leaves no trace of when it did. */
export const createRoutine = (op: CreateRoutine, context: LoweringContext): readonly Lowered[] =>
  routines
    .createRoutine(op, context)
    .map((each) => (op.orReplace ? each : makes(each, routineThere(op.name, op.kind), context.dialect)));

/** `CREATE TRIGGER s.t BEFORE UPDATE ON …`: a trigger is in the schema of its table, and called by it elsewhere. */
export const triggerStatement = (
  { name, table, definition }: CreateTrigger,
  create: string,
  dialect: Dialect,
): Lowered => {
  const owned = triggerName(name, table);
  const sql = words(create, 'TRIGGER', writeTable(dialect, owned), writeFragment(dialect, definition).trim());
  const statement = { ...schemaStatement(sql), compound: true };
  return create === 'CREATE' ? makes(statement, triggerThere(owned), dialect) : statement;
};

export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  drops(
    schemaStatement(words('DROP TRIGGER', ifExists(op), writeTable(dialect, triggerName(op.name, op.table)))),
    triggerThere(triggerName(op.name, op.table)),
    dialect,
  ),
];

/** A routine is known by its name alone, so that the signature has nothing to say. */
export function dropRoutine(op: DropRoutine, context: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'what calls a routine stays, and fails when it runs', context.dialect);
  return routines.dropRoutine(op, context).map((each) => drops(each, routineThere(op.name, op.kind), context.dialect));
}
