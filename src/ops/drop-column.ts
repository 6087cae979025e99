import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Column, Table, TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { mentions } from '../sql/mentions.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier, tableName } from './shapes.ts';
import { call, tableSource, text } from './source.ts';

export interface DropColumn extends OpBase {
  readonly op: 'dropColumn';
  readonly table: TableName;
  readonly column: string;
}

export function dropColumn(table: TableRef, column: string): DropColumn {
  return { op: 'dropColumn', table: toTableName(table), column, ...origin() };
}

const inConstraint = (constraint: Constraint, column: string): boolean =>
  constraint.kind === 'check' ? mentions(constraint.expression, column) : constraint.columns.includes(column);

const inIndex = ({ keys, where }: Index, column: string): boolean =>
  keys.some((key) => ('column' in key ? key.column === column : mentions(key.expression, column))) ||
  (where !== undefined && mentions(where, column));

/** Constraints and indexes that name the column cannot outlive it. */
const without = (table: Table, column: string): Table => ({
  ...table,
  columns: table.columns.filter(({ name }) => name !== column),
  constraints: table.constraints.filter((constraint) => !inConstraint(constraint, column)),
  indexes: table.indexes.filter((index) => !inIndex(index, column)),
});

/** The column and what went with it; it comes back as the table's last, and empty. */
function restore(table: Table, column: Column): readonly Op[] {
  const add: Op = { op: 'addColumn', table: table.name, column };
  const constraints = table.constraints.filter((constraint) => inConstraint(constraint, column.name));
  const indexes = table.indexes.filter((index) => inIndex(index, column.name));
  return [
    add,
    ...constraints.map((constraint): Op => ({ op: 'addConstraint', table: table.name, constraint })),
    ...indexes.map((index): Op => ({ op: 'createIndex', table: table.name, index })),
  ];
}

export const dropColumnDefinition: OpDefinition<DropColumn> = {
  shape: () => v.strictObject({ op: v.literal('dropColumn'), table: tableName, column: identifier, ...baseFields }),
  describe: ({ table, column }) => `drop column ${displayTable(table)}.${column}`,
  reverse: ({ table, column }, before) => {
    const known = before.table(table);
    const dropped = known?.columns.find(({ name }) => name === column);
    if (known && dropped) return restore(known, dropped);
    return irreversible(`no op made column '${displayTable(table)}.${column}', so its type is not known`);
  },
  evolve: (schema, { table, column }) => changeTable(schema, table, (known) => without(known, column)),
  source: ({ table, column }) => call('dropColumn', tableSource(table), text(column)),
};
