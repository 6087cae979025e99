import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import { type Cascade, cascaded, withColumn } from '../schema/referring.ts';
import { sameName } from '../schema/name.ts';
import type { Table, TableName } from '../schema/table.ts';
import { computedFrom, constraintUses, indexUses } from '../schema/uses.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { undoCascade, viewGoes } from './undo-cascade.ts';

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

/** The column, what is computed from it, and the constraints and indexes that name one of these: they go together. */
function goesWith(table: Table, column: string): Pick<Table, 'columns' | 'constraints' | 'indexes'> {
  const columns = [...table.columns.filter(({ name }) => name === column), ...computedFrom(table, column)];
  const names = [column, ...columns.map(({ name }) => name)];
  return {
    columns,
    constraints: table.constraints.filter((constraint) => names.some((name) => constraintUses(constraint, name))),
    indexes: table.indexes.filter((index) => names.some((name) => indexUses(index, name))),
  };
}

function without(table: Table, column: string): Table {
  const { columns, constraints, indexes } = goesWith(table, column);
  return {
    ...table,
    columns: table.columns.filter((each) => !columns.includes(each)),
    constraints: table.constraints.filter((each) => !constraints.includes(each)),
    indexes: table.indexes.filter((each) => !indexes.includes(each)),
  };
}

/** The column and what went with it; it comes back as the table's last, and empty. */
function restore(table: Table, column: string): readonly Op[] {
  const { columns, constraints, indexes } = goesWith(table, column);
  return [
    ...columns.map((each): Op => ({ op: 'addColumn', table: table.name, column: each, constraints: [], indexes: [] })),
    ...constraints.map((constraint): Op => ({ op: 'addConstraint', table: table.name, constraint })),
    ...indexes.map((index): Op => ({ op: 'createIndex', table: table.name, index })),
  ];
}

/** Foreign keys that reference the column and are not on it as well: those come back with it. */
function onlyReferring(table: TableName, column: string): Cascade {
  const { takes, ...rest } = withColumn(table, column);
  return { ...rest, takes: (key, of) => takes(key, of) && !(sameName(of, table) && constraintUses(key, column)) };
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
  reverse: ({ table, column, cascade }, before) => {
    const known = before.table(table);
    if (known?.columns.some(({ name }) => name === column)) {
      const back = restore(known, column);
      return cascade ? (viewGoes(before, table) ?? undoCascade(back, before, onlyReferring(table, column))) : back;
    }
    return irreversible(`no op made column '${displayTable(table)}.${column}', so its type is not known`);
  },
  evolve: (schema, { table, column, cascade }) => {
    const left = changeTable(schema, table, (known) => without(known, column));
    return cascade ? cascaded(left, withColumn(table, column)) : left;
  },
  source: ({ table, column, ifExists, cascade, on }) =>
    call('dropColumn', nameSource(table), text(column), settingsSource({ ifExists, cascade, on })),
};
