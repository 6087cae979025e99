import { type Dialect, Refusal } from '../dialects/dialect.ts';
import { refused } from '../dialects/lower.ts';
import { writeFragment } from '../dialects/write.ts';
import type { Place } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import type { Execute } from '../ops/execute.ts';
import { evolve } from '../ops/index.ts';
import type { SqlReader } from '../reader/reading.ts';
import { type SchemaModel, putOpaque } from '../schema/model.ts';
import { type SplitStatement, splitWithProblems } from '../sql/split.ts';

/** The schema after hand-written SQL. */
export type EvolveSql = (schema: SchemaModel, op: Execute) => SchemaModel;

/**
 * As its statements are read, one after the other; what cannot be read leaves names of an unknown shape.
 *
 * @throws MigsqlError `refused` where the dialect has no text of it: a variable without a value, no case for the dialect
 */
export const evolveSql =
  (dialect: Dialect, read: SqlReader): EvolveSql =>
  (schema, op) =>
    splitWithProblems(textOf(op, dialect), dialect.name).statements.reduce(
      (model, statement) => afterStatement(model, op, statement, read),
      schema,
    );

function textOf(op: Execute, dialect: Dialect): string {
  try {
    return writeFragment(dialect, op.sql);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new MigsqlError([refused(op, dialect, error)]);
  }
}

function afterStatement(schema: SchemaModel, op: Execute, statement: SplitStatement, read: SqlReader): SchemaModel {
  const reading = read(statement.sql, schema);
  const place = placeOf(op, statement);
  if ('ops' in reading) {
    const maker = schema.maker && { ...schema.maker, ...(place && { place }) };
    const after = reading.ops.reduce(evolve, { ...schema, ...(maker && { maker }) });
    return schema.maker ? { ...after, maker: schema.maker } : after;
  }
  const { opaque, reason } = reading;
  const touched = evolve(schema, op);
  return opaque.reduce((model, name) => putOpaque(model, { name, reason, ...(place && { place }) }), touched);
}

/** The line of a statement is known where the text stands in its file as it is. */
function placeOf({ origin, verbatim }: Execute, { line }: SplitStatement): Place | undefined {
  if (!origin || !verbatim || origin.line === undefined) return origin;
  return { file: origin.file, line: origin.line + line - 1 };
}
