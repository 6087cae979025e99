import { lowerOp } from '../dialects/lower.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { displayConstraint, displayTable } from '../ops/display.ts';
import { type Op, evolve } from '../ops/index.ts';
import { type SchemaModel, viewOf } from '../schema/model.ts';
import { addColumns, addIdentities, alterColumns, dropColumns, dropIdentities } from './columns.ts';
import { addConstraints, addForeignKeys, dropConstraints, renameConstraints } from './constraints.ts';
import { type CompareOptions, type Context, type Difference, type Phase, difference } from './difference.ts';
import { addEnumValues, createEnums, dropEnums, remakeEnums } from './enums.ts';
import { dropForeignKeys } from './foreign-keys.ts';
import { createIndexes, dropIndexes, renameIndexes } from './indexes.ts';
import { renamingOps } from './renames.ts';
import { changeRoutines, createRoutines, createRoutinesForTables, dropRoutines } from './routines.ts';
import { createSchemas, dropSchemas } from './schemas.ts';
import { alterSequences, createSequences, dropSequences } from './sequences.ts';
import { spelledAs } from './spelling.ts';
import { setTableOptions } from './table-options.ts';
import { commentTables, createTables, dropTables } from './tables.ts';
import { createTriggers, dropTriggers } from './triggers.ts';
import { uniqueAs } from './unique-form.ts';
import { createViews, dropViews } from './views.ts';

/**
 * What is in the way goes first, each thing before what it rests on; then what stays is changed; then what is missing
 * comes, each thing after what it rests on. Names that one thing gives up are free for others by then.
 */
const PHASES: readonly Phase[] = [
  createSchemas,
  dropTriggers, dropViews, dropForeignKeys, dropTables, dropIdentities, dropIndexes, dropConstraints,
  renameConstraints, renameIndexes, dropSequences, dropEnums,
  createEnums, addEnumValues, remakeEnums, createSequences, alterSequences, changeRoutines, createRoutinesForTables,
  setTableOptions, dropColumns, alterColumns, addColumns, dropSequences, dropEnums,
  createIndexes, addConstraints, addIdentities, createTables, addConstraints, addForeignKeys, commentTables,
  dropRoutines, createRoutines, createViews, createTriggers, dropSchemas,
];

/**
 * The steps that lead from one schema to another, in an order in which a database takes them. What the dialect stores in
 * the same way is no difference, and neither is what it does not store at all.
 */
export function compareSchemas(before: SchemaModel, after: SchemaModel, options: CompareOptions): readonly Difference[] {
  const { dialect, renames = [] } = options;
  const renaming = renamingOps(before, after, renames).map((op) => difference(op));
  const start = renaming.reduce((model, { op }) => evolve(model, op), before);
  const wanted = uniqueAs(spelledAs(after, start, dialect), start, dialect);
  return [...renaming, ...left(start, wanted, { dialect, before: start })];
}

function left(before: SchemaModel, wanted: SchemaModel, context: Context): readonly Difference[] {
  const found: Difference[] = [];
  const problems: Diagnostic[] = [];
  let now = before;
  for (const phase of PHASES) {
    for (const each of phase(now, wanted, context)) {
      const nameless = namelessProblem(each.op);
      if (nameless) problems.push(nameless);
      else if (!isNeedless(each, now, context.dialect)) found.push(each);
      now = evolve(now, each.op);
    }
  }
  if (problems.length) throw new MigsqlError(problems);
  return found;
}

/** What hand-written SQL made without a name has one that the database alone knows. */
function namelessProblem(op: Op): Diagnostic | undefined {
  if ((op.op !== 'dropConstraint' && op.op !== 'dropIndex') || op.name !== undefined) return undefined;
  const what = op.op === 'dropIndex' ? 'index' : displayConstraint({ kind: op.kind });
  return problem('nameless', { what, table: displayTable(op.table) });
}

/** The dialect writes nothing for it. */
function isNeedless({ op }: Difference, now: SchemaModel, dialect: Dialect): boolean {
  const lowered = lowerOp(op, dialect, viewOf(now));
  return !('code' in lowered) && lowered.length === 0;
}
