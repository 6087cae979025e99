import { mentions } from '../sql/mentions.ts';
import type { Constraint, ForeignKey } from './constraint.ts';
import { type SchemaModel, type SchemaView, putTable } from './model.ts';
import { type ObjectName, sameName } from './name.ts';
import type { Table, TableName } from './table.ts';

/** A foreign key, with the table that it is of. */
export interface Referring {
  readonly table: TableName;
  readonly constraint: ForeignKey;
}

/** Which foreign keys something takes with it. */
export type Rests = (key: ForeignKey, of: TableName) => boolean;

/** Foreign keys of other tables that reference a table. */
export const onTable =
  (table: TableName): Rests =>
  ({ references }, of) =>
    sameName(references.table, table) && !sameName(of, table);

/** Foreign keys, of any table, that reference a column. */
export const onColumn =
  (table: TableName, column: string): Rests =>
  ({ references }) =>
    sameName(references.table, table) && references.columns.includes(column);

/**
 * Foreign keys, of any table, that rest on a primary key or unique constraint: on the first that has their columns, as
 * servers choose it.
 */
export const onKey =
  ({ name: table, constraints }: Table, name: string): Rests =>
  ({ references }) =>
    sameName(references.table, table) && constraints.find((each) => isKeyOf(each, references.columns))?.name === name;

const isKeyOf = (key: Constraint, columns: readonly string[]): boolean =>
  (key.kind === 'primaryKey' || key.kind === 'unique') &&
  key.columns.length === columns.length &&
  columns.every((column) => key.columns.includes(column));

const isResting =
  (rests: Rests, of: TableName) =>
  (constraint: Constraint): constraint is ForeignKey =>
    constraint.kind === 'foreignKey' && rests(constraint, of);

export const referring = (tables: readonly Table[], rests: Rests): readonly Referring[] =>
  tables.flatMap(({ name: table, constraints }) =>
    constraints.filter(isResting(rests, table)).map((constraint) => ({ table, constraint })),
  );

/** The model after CASCADE, which takes foreign keys. */
export function withoutReferring(model: SchemaModel, rests: Rests): SchemaModel {
  const held = [...model.tables.values()].filter(({ name, constraints }) => constraints.some(isResting(rests, name)));
  return held.reduce((left, table) => {
    const goes = isResting(rests, table.name);
    return putTable(left, { ...table, constraints: table.constraints.filter((each) => !goes(each)) });
  }, model);
}

/** A view that CASCADE may take as well, since its query names the table or view, as far as words tell. */
export const viewOn = (schema: SchemaView, { name }: ObjectName): ObjectName | undefined =>
  schema.views().find(({ query, name: own }) => own.name !== name && mentions(query, name))?.name;
