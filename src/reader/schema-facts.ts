/** What statements leave out, and the schema before them tells. */
import type { Op } from '../ops/index.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type SchemaModel, findTable } from '../schema/model.ts';
import { type ObjectName, sameName } from '../schema/name.ts';
import type { TableName } from '../schema/table.ts';
import { unread } from './reading.ts';

/** The table of an index, where an index is named without it: it is in the schema of its table. */
export function indexTable({ schema, name }: ObjectName, before: SchemaModel): TableName {
  const tables = [...before.tables.values()].filter(
    (table) => table.name.schema === schema && table.indexes.some((index) => index.name === name),
  );
  const [table, another] = tables;
  return table && !another ? table.name : unread(`which table index '${name}' is of, no op says`);
}

/** The table as the schema model spells it, for databases that compare names without regard to case. */
export function spelledTable(table: TableName, before: SchemaModel): TableName {
  if (findTable(before, table)) return table;
  const keys = before.named.get(table.name.toLowerCase()) ?? [];
  const names = [...keys].flatMap((key) => before.tables.get(key)?.name ?? []).filter(({ schema }) => schema === table.schema);
  return names.length === 1 && names[0] ? names[0] : table;
}

/** What a constraint changes, or is added to. */
export interface Owner {
  readonly table: TableName;
  /** The column in whose line it stands. */
  readonly column?: string;
  /** The primary key that the same statement gives the table. */
  readonly key?: readonly string[];
}

/** The columns that a foreign key references where it does not say: those of the primary key. */
export function keyOf(table: TableName, { table: own, key }: Owner, before: SchemaModel): readonly string[] {
  if (key && sameName(table, own)) return key;
  const columns = keyColumns(table, before);
  return columns.length > 0 ? columns : unread(`which columns of '${table.name}' it references is not said`);
}

/** The columns of the primary key of a table that is there. */
export function keyColumns(table: TableName, before: SchemaModel): readonly string[] {
  const key = findTable(before, table)?.constraints.find(({ kind }) => kind === 'primaryKey');
  return key?.kind === 'primaryKey' ? key.columns : [];
}

/** A constraint of a table that is there: the columns of a primary key take no NULL from there on. */
export function addedConstraint(table: TableName, constraint: Constraint, before: SchemaModel): readonly Op[] {
  const names = constraint.kind === 'primaryKey' ? constraint.columns.map((name) => name.toLowerCase()) : [];
  const columns = findTable(before, table)?.columns.filter(({ name, nullable }) => nullable && names.includes(name.toLowerCase())) ?? [];
  return [
    { op: 'addConstraint', table, constraint },
    ...columns.map(({ name }): Op => ({ op: 'alterColumn', table, column: name, to: { nullable: false } })),
  ];
}

/** A constraint that is named without its kind. */
export function constraintNamed(table: TableName, name: string, before: SchemaModel): Constraint {
  const known = findTable(before, table)?.constraints.find((each) => each.name === name);
  return known ?? unread(`what constraint '${name}' of '${table.name}' is, no op says`);
}
