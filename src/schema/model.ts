import { Map as ImmutableMap } from 'immutable';
import type { Table, TableName } from './table.ts';

/**
 * All tables and enum types as data, as ops leave them. Immutable and structurally shared, so that the model
 * before and after each op of a long chain can be kept at the cost of what changed.
 */
export interface SchemaModel {
  readonly tables: ImmutableMap<string, Table>;
  /** Values by the type's name. */
  readonly enums: ImmutableMap<string, readonly string[]>;
}

export const EMPTY_SCHEMA: SchemaModel = {
  tables: /* @__PURE__ */ ImmutableMap(),
  enums: /* @__PURE__ */ ImmutableMap(),
};

// U+0000 is in no identifier of any database, so two names never share a key.
const keyOf = ({ schema, name }: TableName): string => (schema === undefined ? name : `${schema}\0${name}`);

export const sameTable = (a: TableName, b: TableName): boolean => keyOf(a) === keyOf(b);

export function findTable(model: SchemaModel, name: TableName): Table | undefined {
  return model.tables.get(keyOf(name));
}

export function putTable(model: SchemaModel, table: Table): SchemaModel {
  return { ...model, tables: model.tables.set(keyOf(table.name), table) };
}

export function removeTable(model: SchemaModel, name: TableName): SchemaModel {
  return { ...model, tables: model.tables.delete(keyOf(name)) };
}

/** The model with one table changed; unchanged where the table is unknown (made by raw SQL). */
export function changeTable(model: SchemaModel, name: TableName, change: (table: Table) => Table): SchemaModel {
  const table = findTable(model, name);
  return table ? putTable(model, change(table)) : model;
}

/** What ops and lowerings may ask of the schema before them. */
export interface SchemaView {
  /** The table's shape, or nothing where no op made it. */
  readonly table: (name: TableName) => Table | undefined;
  /** The enum type's values, or nothing where no op made it. */
  readonly enumValues: (name: string) => readonly string[] | undefined;
}

export const viewOf = (model: SchemaModel): SchemaView => ({
  table: (name) => findTable(model, name),
  enumValues: (name) => model.enums.get(name),
});

/** Thrown where a lowering or reversal asks for a schema that was not replayed: replay the chain and plan again. */
export class SchemaNeeded extends Error {}
