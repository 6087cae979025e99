import { mentions } from '../sql/mentions.ts';
import type { Constraint, ForeignKey } from './constraint.ts';
import { type SchemaModel, type SchemaView, putTable, referrersOf } from './model.ts';
import { type ObjectName, sameName } from './name.ts';
import type { Table, TableName } from './table.ts';

/** A foreign key, with the table that it is of. */
export interface Referring {
  readonly table: TableName;
  readonly constraint: ForeignKey;
}

/** What CASCADE takes of the foreign keys to a table. */
export interface Cascade {
  readonly to: TableName;
  readonly takes: (key: ForeignKey, of: TableName) => boolean;
}

/** With the table go the foreign keys that other tables have to it. */
export const withTable = (to: TableName): Cascade => ({ to, takes: (_, of) => !sameName(of, to) });

/** With a column go the foreign keys that reference it. */
export const withColumn = (to: TableName, column: string): Cascade => ({
  to,
  takes: ({ references }) => references.columns.includes(column),
});

/**
 * With a primary key or a unique constraint go the foreign keys that rest on it: those that reference its columns, where
 * it is the first of them, as servers choose it.
 */
export const withKey = ({ name: to, constraints }: Table, name: string): Cascade => ({
  to,
  takes: ({ references }) => constraints.find((each) => isKeyOf(each, references.columns))?.name === name,
});

const isKeyOf = (key: Constraint, columns: readonly string[]): boolean =>
  (key.kind === 'primaryKey' || key.kind === 'unique') &&
  key.columns.length === columns.length &&
  columns.every((column) => key.columns.includes(column));

const taken =
  ({ to, takes }: Cascade, of: TableName) =>
  (constraint: Constraint): constraint is ForeignKey =>
    constraint.kind === 'foreignKey' && sameName(constraint.references.table, to) && takes(constraint, of);

/** The foreign keys that go. */
export const cascadeOf = (schema: SchemaView, cascade: Cascade): readonly Referring[] =>
  schema.referrersOf(cascade.to).flatMap(({ name: table, constraints }) =>
    constraints.filter(taken(cascade, table)).map((constraint) => ({ table, constraint })),
  );

/** The model without them. */
export const cascaded = (model: SchemaModel, cascade: Cascade): SchemaModel =>
  referrersOf(model, cascade.to).reduce((left, table) => {
    const goes = taken(cascade, table.name);
    return putTable(left, { ...table, constraints: table.constraints.filter((each) => !goes(each)) });
  }, model);

/** A view that CASCADE may take as well, since its query names the table or view, as far as words tell. */
export const viewOn = (schema: SchemaView, { name }: ObjectName): ObjectName | undefined =>
  schema.views().find(({ query, name: own }) => own.name !== name && mentions(query, name))?.name;
