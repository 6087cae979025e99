import type { Expects } from '../../ops/expects.ts';
import { type Op, evolve } from '../../ops/index.ts';
import type { OnlyIf } from '../../ops/only-if.ts';
import type { Requires } from '../../ops/requires.ts';
import { displayRowCount } from '../../ops/row-count.ts';
import {
  EMPTY_SCHEMA, type SchemaModel, type SchemaView, findObject, findTable, putTable,
} from '../../schema/model.ts';
import type { ObjectName } from '../../schema/name.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, refuse } from '../dialect.ts';
import { lower } from '../lower.ts';
import { writeFragment } from '../write.ts';
import { bare } from './stop-unless.ts';

/** Stops the script with a message unless a condition, which is between parentheses, is true. */
export type StopUnless = (condition: string, message: string, dialect: Dialect) => readonly Lowered[];

/** Runs statements only where a condition, which is between parentheses, is true. */
export type RunOnlyIf = (condition: string, statements: readonly Lowered[], dialect: Dialect) => readonly Lowered[];

/** Between parentheses, the second of which no comment swallows. */
const enclosed = (sql: string): string => (/--|#/.test(sql) ? `(${sql}\n)` : `(${sql})`);

const conditionOf = ({ condition }: Requires | OnlyIf, { dialect }: LoweringContext): string =>
  enclosed(bare(writeFragment(dialect, condition)));

const ASKED = 'the database is asked, and the wrong answer stops the script';

export const requires =
  (stop: StopUnless) =>
  (op: Requires, context: LoweringContext): readonly Lowered[] =>
    emulated(ASKED, stop(conditionOf(op, context), `migsql: required: ${op.message}`, context.dialect));

export const expects =
  (stop: StopUnless) =>
  ({ query, rows, message }: Expects, { dialect }: LoweringContext): readonly Lowered[] => {
    const { atLeast = 0, atMost } = rows;
    const count = `(SELECT COUNT(*) FROM ${enclosed(bare(writeFragment(dialect, query)))} migsql_rows)`;
    const condition = atMost === undefined ? `${count} >= ${atLeast}` : `${count} BETWEEN ${atLeast} AND ${atMost}`;
    return emulated(ASKED, stop(`(${condition})`, `migsql: expected ${displayRowCount(rows)}: ${message}`, dialect));
  };

/** Where each schema change is committed at once, what runs under one condition must be whole or not at all as well. */
const WHOLE = 'Give each schema change an onlyIf of its own.';

export const onlyIf =
  (run: RunOnlyIf) =>
  (op: OnlyIf, context: LoweringContext): readonly Lowered[] => {
    const { dialect } = context;
    const statements = lowerEach(op.ops, context);
    if (!statements.length) return [];
    if (statements.some(({ transactional }) => !transactional)) {
      refuse('a statement that must stand outside a transaction cannot be run under a condition', 'Write it as an op beside it.');
    }
    if (!dialect.transactionalDdl && statements.length > 1 && statements.some(({ kind }) => kind === 'schema')) {
      refuse(`${dialect.title} commits each schema change at once, and these are ${statements.length} statements`, WHOLE);
    }
    return emulated('the statements are texts that run where the condition holds', run(conditionOf(op, context), statements, dialect));
  };

/** `schema` where one of them is. */
export const kindOf = (statements: readonly Lowered[]): Lowered['kind'] =>
  statements.some(({ kind }) => kind === 'schema') ? 'schema' : 'data';

/** Each op sees the tables as those before it leave them. */
function lowerEach(ops: readonly Op[], context: LoweringContext): readonly Lowered[] {
  const { schema } = context;
  const named = ops.flatMap((op) => ('table' in op ? [op.table as ObjectName] : []));
  let model = named.reduce<SchemaModel>((known, name) => withKnown(known, schema, name), EMPTY_SCHEMA);
  return ops.flatMap((op) => {
    const lowered = lower(op, { ...context, schema: over(schema, model) });
    model = evolve(model, op);
    return lowered;
  });
}

function withKnown(model: SchemaModel, schema: SchemaView, name: ObjectName): SchemaModel {
  const table = findTable(model, name) ? undefined : schema.table(name);
  return table ? putTable(model, table) : model;
}

/** What some ops have made of the schema, before the rest of it. */
const over = (schema: SchemaView, model: SchemaModel): SchemaView => ({
  ...schema,
  table: (name) => findTable(model, name) ?? schema.table(name),
  object: (kind, name) => findObject(model, kind, name) ?? schema.object(kind, name),
});
