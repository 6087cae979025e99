import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import { changeTable, findTable } from '../schema/model.ts';
import type { Column, Table, TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { call } from '../typescript/index.ts';
import { type ColumnItem, type TableRef, plainColumn, toTableName } from './builders.ts';
import { columnWithExtras } from './column-with-extras.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { addColumnOptions, baseFields, columnShape, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { constraint, indexShape } from './table-shapes.ts';

/** Where MySQL and MariaDB put the column; behind all others, or where it is, unless said. */
export type ColumnPosition = 'first' | { readonly after: string };

export interface AddColumnOptions {
  readonly mysql?: { readonly position?: ColumnPosition };
  readonly mariadb?: { readonly position?: ColumnPosition };
}

export interface AddColumn extends OpBase {
  readonly op: 'addColumn';
  readonly table: TableName;
  readonly column: Column;
  /** What comes with it, on this column alone. */
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly ifNotExists?: boolean;
  readonly on?: AddColumnOptions;
}

export interface AddColumnSettings extends Pick<AddColumn, 'ifNotExists' | 'on'> {}

/** `addColumn('account', column('owner_id', types.bigint(), { references: references('person', 'id') }))` */
export function addColumn(table: TableRef, column: ColumnItem, settings: AddColumnSettings = {}): AddColumn {
  const { constraints = [], indexes = [] } = column?.extras ?? {};
  return {
    ...settings,
    op: 'addColumn',
    table: toTableName(table),
    column: plainColumn(column),
    constraints,
    indexes,
    ...origin(),
  };
}

const added = (table: Table, { column, constraints, indexes }: AddColumn): Table => ({
  ...table,
  columns: [...table.columns, column],
  constraints: [...table.constraints, ...constraints],
  indexes: [...table.indexes, ...indexes],
});

const has = (table: Table | undefined, { column }: AddColumn): boolean =>
  table?.columns.some(({ name }) => name === column.name) ?? false;

export const addColumnDefinition: OpDefinition<AddColumn> = {
  shape: () => v.strictObject({
    op: v.literal('addColumn'),
    table: objectName,
    column: columnShape,
    constraints: v.array(constraint),
    indexes: v.array(indexShape),
    ifNotExists: flag,
    on: v.exactOptional(addColumnOptions),
    ...baseFields,
  }),
  describe: ({ table, column }) => `add column ${displayTable(table)}.${column.name}`,
  reverse: (op, before) => {
    const { table, column, ifNotExists } = op;
    if (!ifNotExists) return [{ op: 'dropColumn', table, column: column.name }];
    if (has(before.table(table), op)) return [];
    return irreversible(`whether '${displayTable(table)}.${column.name}' was there before is not known`);
  },
  evolve: (schema, op) =>
    op.ifNotExists && has(findTable(schema, op.table), op) ? schema : changeTable(schema, op.table, (table) => added(table, op)),
  source: ({ table, column, constraints, indexes, ifNotExists, on }) =>
    call('addColumn', nameSource(table), columnWithExtras(column, { constraints, indexes }), settingsSource({ ifNotExists, on })),
};
