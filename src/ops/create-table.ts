import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import { putTable } from '../schema/model.ts';
import type { Column, TableName } from '../schema/table.ts';
import { type TableItem, type TableRef, isConstraint, mapped, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { dropTable } from './drop-table.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnShape, constraint, tableName } from './shapes.ts';
import { call, columnSource, constraintSource, items, options, tableSource, text } from './source.ts';

export interface CreateTable extends OpBase {
  readonly op: 'createTable';
  readonly table: TableName;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly comment?: string;
}

/** `createTable('account', [column(…), primaryKey(['id'])], { comment })`: columns and constraints in any order. */
export function createTable(
  table: TableRef,
  contents: readonly TableItem[],
  settings: { readonly comment?: string } = {},
): CreateTable {
  return {
    ...settings,
    op: 'createTable',
    table: toTableName(table),
    columns: mapped(contents, (items) => items.filter((item): item is Column => !isConstraint(item))),
    constraints: Array.isArray(contents) ? contents.filter(isConstraint) : [],
    ...origin(),
  };
}

function repeated(columns: readonly Column[]): Column | undefined {
  const names = new Set<string>();
  return columns.find(({ name }) => names.size === names.add(name).size);
}

export const createTableDefinition: OpDefinition<CreateTable> = {
  shape: () => v.strictObject({
    op: v.literal('createTable'),
    table: tableName,
    columns: v.pipe(
      v.array(columnShape),
      v.minLength(1, 'expected at least one column'),
      v.check((columns) => !repeated(columns), ({ input }) => `'${repeated(input)?.name}' is there twice`),
    ),
    constraints: v.array(constraint),
    comment: v.exactOptional(v.string()),
    ...baseFields,
  }),
  describe: ({ table }) => `create table ${displayTable(table)}`,
  reverse: ({ table }) => [dropTable(table)],
  evolve: (schema, { table, columns, constraints, comment }) =>
    putTable(schema, { name: table, columns, constraints, indexes: [], ...(comment !== undefined && { comment }) }),
  source: ({ table, columns, constraints, comment }) =>
    call(
      'createTable',
      tableSource(table),
      items([...columns.map(columnSource), ...constraints.map(constraintSource)]),
      options({ comment: comment === undefined ? undefined : text(comment) }),
    ),
};
