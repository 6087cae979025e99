import type { CreateRoutine } from '../../ops/create-routine.ts';
import type { CreateTrigger } from '../../ops/create-trigger.ts';
import type { CreateView } from '../../ops/create-view.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import type { DropTrigger } from '../../ops/drop-trigger.ts';
import type { DropView } from '../../ops/drop-view.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import * as routines from '../standard/routines.ts';
import * as views from '../standard/views.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeFragment, writeTable } from '../write.ts';
import { checkBatch, refuseCascade } from './batches.ts';

/*
 * Views, routines and triggers: each the whole of its batch. CREATE OR ALTER, which keeps what was granted on them,
 * came with the first service pack of SQL Server 2016, whose version is 13.0.4001. A floor of 13 is taken for that:
 * support of 2016 without a service pack ended in January 2018.
 * https://learn.microsoft.com/sql/t-sql/statements/create-view-transact-sql (OR ALTER)
 * https://learn.microsoft.com/lifecycle/products/sql-server-2016
 */

const creating = (op: { readonly orReplace?: boolean }): string => (op.orReplace ? 'CREATE OR ALTER' : 'CREATE');

export function createView(op: CreateView, { dialect }: LoweringContext): readonly Lowered[] {
  refuseMaterialized(op);
  return [checkBatch(views.viewStatement(op, creating(op), dialect))];
}

/** Nothing but a table keeps rows, or the index of a view, which is kept up to date with every change of its tables. */
function refuseMaterialized({ materialized }: { readonly materialized?: boolean }): void {
  if (!materialized) return;
  refuse(
    'SQL Server has no materialized views',
    'Write an indexed view with execute(…): CREATE VIEW … WITH SCHEMABINDING, then a unique clustered index on it.',
  );
}

export function dropView(op: DropView, context: LoweringContext): readonly Lowered[] {
  refuseMaterialized(op);
  refuseCascade(op, 'views', 'Drop the views that rest on it before, each with dropView(…).');
  return views.dropView(op, context);
}

export const createRoutine = (op: CreateRoutine, { dialect }: LoweringContext): readonly Lowered[] => [
  checkBatch(routines.routineStatement(op, creating(op), dialect)),
];

/** Routines of one name cannot be told apart by their arguments here, so that there is one of a name alone. */
export function dropRoutine(op: DropRoutine, context: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'routines', 'Drop what rests on it before, each thing in an op of its own.');
  return routines.dropRoutine(op, context);
}

/** It is in the schema of its table: https://learn.microsoft.com/sql/t-sql/statements/create-trigger-transact-sql */
export function createTrigger(op: CreateTrigger, { dialect }: LoweringContext): readonly Lowered[] {
  const name = writeTable(dialect, { ...op.table, name: op.name });
  const sql = `${creating(op)} TRIGGER ${name} ${writeFragment(dialect, op.definition).trim()}`;
  return [checkBatch({ ...schemaStatement(sql), compound: true })];
}

/** https://learn.microsoft.com/sql/t-sql/statements/drop-trigger-transact-sql: a trigger on a table names none. */
export const dropTrigger = (op: DropTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP TRIGGER', ifExists(op), writeTable(dialect, { ...op.table, name: op.name }))),
];
