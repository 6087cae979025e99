import * as v from 'valibot';
import type { Column, Table } from '../schema/table.ts';
import { type ColumnItem, type TableItem, isConstraint, isIndex, mapped, plainColumn } from './builders.ts';
import { columnShape } from './shapes.ts';
import { constraint, indexShape } from './table-shapes.ts';

/** What a table is made of. */
export type TableContents = Pick<Table, 'columns' | 'constraints' | 'indexes'>;

/** Columns, constraints and indexes, each in a list of its own. */
export function tableContents(contents: readonly TableItem[]): TableContents {
  const all = Array.isArray(contents) ? (contents as readonly TableItem[]) : [];
  const columns = all.filter((item): item is ColumnItem => !isConstraint(item) && !isIndex(item));
  const extras = columns.flatMap((column) => column?.extras ?? []);
  return {
    columns: mapped(contents, () => columns.map(plainColumn)),
    constraints: [...extras.flatMap(({ constraints }) => constraints), ...all.filter(isConstraint)],
    indexes: [...extras.flatMap(({ indexes }) => indexes), ...all.filter(isIndex)],
  };
}

function repeated(columns: readonly Column[]): Column | undefined {
  const names = new Set<string>();
  return columns.find(({ name }) => names.size === names.add(name).size);
}

/** A key that is none of the columns, by the place that names it. */
function unknownColumn({ columns, constraints, indexes }: TableContents): string | undefined {
  const names = new Set(columns.map(({ name }) => name));
  const keys = [
    ...constraints.flatMap((each) => ('columns' in each ? each.columns : [])),
    ...indexes.flatMap(({ keys, include = [] }) => [...keys.flatMap((key) => ('column' in key ? [key.column] : [])), ...include]),
  ];
  return keys.find((key) => !names.has(key));
}

export const contentsFields = () => ({
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
});

export const keysAreColumns = <T extends TableContents>() =>
  v.check<T, (issue: v.CheckIssue<T>) => string>(
    (op) => unknownColumn(op) === undefined,
    ({ input }) => `a key or an index names '${unknownColumn(input)}', which is no column of the table`,
  );
