import { type Op, evolve } from '../../ops/index.ts';
import type { RebuildTable } from '../../ops/rebuild-table.ts';
import { EMPTY_SCHEMA, type SchemaModel, type SchemaView, findTable, putTable } from '../../schema/model.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { lower } from '../lower.ts';

/** The schema with one table as it is by now. */
const withTable = (schema: SchemaView, name: TableName, model: SchemaModel): SchemaView => ({
  ...schema,
  table: (asked) => (sameName(asked, name) ? findTable(model, name) : schema.table(asked)),
});

/** Ops on one table, each after those before it. */
export function lowerInTurn(ops: readonly Op[], table: TableName, context: LoweringContext): readonly Lowered[] {
  const known = context.schema.table(table);
  let model = known ? putTable(EMPTY_SCHEMA, known) : EMPTY_SCHEMA;
  return ops.flatMap((op) => {
    const lowered = lower(op, { ...context, schema: withTable(context.schema, table, model) });
    model = evolve(model, op);
    return lowered;
  });
}

/** A database that changes tables in place takes one change after the other. */
export const changeOneByOne = ({ table, changes }: RebuildTable, context: LoweringContext): readonly Lowered[] =>
  lowerInTurn(changes, table, context);
