import * as v from 'valibot';
import { type Constraint, isUnchecked, validated } from '../schema/constraint.ts';
import { findTable, putTable } from '../schema/model.ts';
import type { Column, Table, TableName, TableOptions } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { type ColumnItem, type TableItem, type TableRef, isConstraint, isIndex, mapped, plainColumn, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { dropTable } from './drop-table.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnShape, flag, objectName } from './shapes.ts';
import { call, columnSource, constraintSource, indexSource, items, nameSource, settings as settingsSource } from './source.ts';
import { constraint, indexShape, tableOptions } from './table-shapes.ts';

export interface CreateTable extends OpBase {
  readonly op: 'createTable';
  readonly table: TableName;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment?: string;
  readonly ifNotExists?: boolean;
  /** Gone at the end of the session. */
  readonly temporary?: boolean;
  readonly on?: TableOptions;
}

export interface CreateTableSettings extends Pick<CreateTable, 'comment' | 'ifNotExists' | 'temporary' | 'on'> {}

/** `createTable('account', [column(…), primaryKey(['id']), index(['email'])], { comment })`, in any order. */
export function createTable(table: TableRef, contents: readonly TableItem[], settings: CreateTableSettings = {}): CreateTable {
  const all = Array.isArray(contents) ? (contents as readonly TableItem[]) : [];
  const columns = all.filter((item): item is ColumnItem => !isConstraint(item) && !isIndex(item));
  const extras = columns.flatMap((column) => column?.extras ?? []);
  return {
    ...settings,
    op: 'createTable',
    table: toTableName(table),
    columns: mapped(contents, () => columns.map(plainColumn)),
    constraints: [...extras.flatMap(({ constraints }) => constraints), ...all.filter(isConstraint)],
    indexes: [...extras.flatMap(({ indexes }) => indexes), ...all.filter(isIndex)],
    ...origin(),
  };
}

function repeated(columns: readonly Column[]): Column | undefined {
  const names = new Set<string>();
  return columns.find(({ name }) => names.size === names.add(name).size);
}

/** A key that is none of the columns, by the place that names it. */
function unknownColumn({ columns, constraints, indexes }: Pick<Table, 'columns' | 'constraints' | 'indexes'>): string | undefined {
  const names = new Set(columns.map(({ name }) => name));
  const keys = [
    ...constraints.flatMap((each) => ('columns' in each ? each.columns : [])),
    ...indexes.flatMap(({ keys, include = [] }) => [...keys.flatMap((key) => ('column' in key ? [key.column] : [])), ...include]),
  ];
  return keys.find((key) => !names.has(key));
}

/** A table without rows has none that a constraint does not hold for. */
const tableOf = ({ table, columns, constraints, indexes, comment, temporary, on }: CreateTable): Table => ({
  name: table,
  columns,
  constraints: constraints.some(isUnchecked) ? constraints.map(validated) : constraints,
  indexes,
  ...(comment !== undefined && { comment }),
  ...(temporary && { temporary }),
  ...(on && { on }),
});

export const createTableDefinition: OpDefinition<CreateTable> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('createTable'),
      table: objectName,
      columns: v.pipe(
        v.array(columnShape),
        v.minLength(1, 'expected at least one column'),
        v.check((columns) => !repeated(columns), ({ input }) => `'${repeated(input)?.name}' is there twice`),
      ),
      constraints: v.pipe(
        v.array(constraint),
        v.check(
          (constraints) => constraints.filter(({ kind }) => kind === 'primaryKey').length <= 1,
          'expected one primary key: give all its columns to primaryKey([…])',
        ),
      ),
      indexes: v.array(indexShape),
      comment: v.exactOptional(v.string()),
      ifNotExists: flag,
      temporary: flag,
      on: v.exactOptional(tableOptions),
      ...baseFields,
    }),
    v.check((op) => unknownColumn(op) === undefined, ({ input }) => `a key or an index names '${unknownColumn(input)}', which is no column of the table`),
  ),
  describe: ({ table }) => `create table ${displayTable(table)}`,
  reverse: ({ table, ifNotExists }, before) => {
    if (!ifNotExists) return [dropTable(table)];
    if (before.table(table)) return [];
    return irreversible(`whether table '${displayTable(table)}' was there before is not known`);
  },
  evolve: (schema, op) => (op.ifNotExists && findTable(schema, op.table) ? schema : putTable(schema, tableOf(op))),
  source: ({ table, columns, constraints, indexes, comment, ifNotExists, temporary, on }) =>
    call(
      'createTable',
      nameSource(table),
      items([...columns.map(columnSource), ...constraints.map(constraintSource), ...indexes.map(indexSource)]),
      settingsSource({ comment, ifNotExists, temporary, on }),
    ),
};
