import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { Column, Table, TableName } from '../schema/table.ts';
import { constraintUses, generatedFrom, indexUses } from '../schema/uses.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier, objectName } from './shapes.ts';
import { call, nameSource, settings as settingsSource, text } from './source.ts';

/** What the server is asked for and drops before the column, where no op made it. */
export type MssqlDependent = 'default' | 'check' | 'foreignKey';

export interface DropColumn extends OpBase {
  readonly op: 'dropColumn';
  readonly table: TableName;
  readonly column: string;
  readonly ifExists?: boolean;
  /** Views and foreign keys that rest on it go with it. */
  readonly cascade?: boolean;
  readonly on?: { readonly mssql?: { readonly drop?: readonly MssqlDependent[] } };
}

export interface DropColumnSettings extends Pick<DropColumn, 'ifExists' | 'cascade' | 'on'> {}

export function dropColumn(table: TableRef, column: string, settings: DropColumnSettings = {}): DropColumn {
  return { ...settings, op: 'dropColumn', table: toTableName(table), column, ...origin() };
}

/** Constraints and indexes that name the column cannot outlive it. */
const without = (table: Table, column: string): Table => ({
  ...table,
  columns: table.columns.filter((each) => each.name !== column && !generatedFrom(each, column)),
  constraints: table.constraints.filter((constraint) => !constraintUses(constraint, column)),
  indexes: table.indexes.filter((index) => !indexUses(index, column)),
});

/** The column and what went with it; it comes back as the table's last, and empty. */
function restore(table: Table, column: Column): readonly Op[] {
  const columns = [column, ...table.columns.filter((each) => generatedFrom(each, column.name))];
  const constraints = table.constraints.filter((constraint) => constraintUses(constraint, column.name));
  const indexes = table.indexes.filter((index) => indexUses(index, column.name));
  return [
    ...columns.map((each): Op => ({ op: 'addColumn', table: table.name, column: each, constraints: [], indexes: [] })),
    ...constraints.map((constraint): Op => ({ op: 'addConstraint', table: table.name, constraint })),
    ...indexes.map((index): Op => ({ op: 'createIndex', table: table.name, index })),
  ];
}

export const dropColumnDefinition: OpDefinition<DropColumn> = {
  shape: () => v.strictObject({
    op: v.literal('dropColumn'),
    table: objectName,
    column: identifier,
    ifExists: flag,
    cascade: flag,
    on: v.exactOptional(
      v.strictObject({
        mssql: v.exactOptional(
          v.strictObject({ drop: v.exactOptional(v.array(v.picklist(['default', 'check', 'foreignKey']))) }),
        ),
      }),
    ),
    ...baseFields,
  }),
  describe: ({ table, column }) => `drop column ${displayTable(table)}.${column}`,
  reverse: ({ table, column }, before) => {
    const known = before.table(table);
    const dropped = known?.columns.find(({ name }) => name === column);
    if (known && dropped) return restore(known, dropped);
    return irreversible(`no op made column '${displayTable(table)}.${column}', so its type is not known`);
  },
  evolve: (schema, { table, column }) => changeTable(schema, table, (known) => without(known, column)),
  source: ({ table, column, ifExists, cascade, on }) =>
    call('dropColumn', nameSource(table), text(column), settingsSource({ ifExists, cascade, on })),
};
