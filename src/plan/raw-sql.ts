import type { Dialect } from '../dialects/dialect.ts';
import { writeFragment } from '../dialects/write.ts';
import type { Place } from '../diagnostics.ts';
import type { Execute } from '../ops/execute.ts';
import { evolve } from '../ops/index.ts';
import type { SqlReader } from '../reader/reading.ts';
import { type SchemaModel, putOpaque } from '../schema/model.ts';
import { type SplitStatement, splitWithProblems } from '../sql/split.ts';

/** The schema after hand-written SQL. */
export type EvolveSql = (schema: SchemaModel, op: Execute) => SchemaModel;

/** As its statements are read, one after the other; what cannot be read leaves names of an unknown shape. */
export const evolveSql =
  (dialect: Dialect, read: SqlReader): EvolveSql =>
  (schema, op) =>
    splitWithProblems(writeFragment(dialect, op.sql), dialect.name).statements.reduce(
      (model, statement) => afterStatement(model, op, statement, read),
      schema,
    );

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
