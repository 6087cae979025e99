import { Map as ImmutableMap, Set as ImmutableSet } from 'immutable';
import { type ObjectName, keyOf, sameName } from './name.ts';
import { type ObjectKind, type ObjectOf, type SchemaObject, type Trigger, type View, objectKey } from './object.ts';
import type { Table, TableName } from './table.ts';

/**
 * All tables and other objects as data, as ops leave them. Immutable and structurally shared, so that the model
 * before and after each op of a long chain can be kept at the cost of what changed.
 */
export interface SchemaModel {
  readonly tables: ImmutableMap<string, Table>;
  readonly objects: ImmutableMap<string, SchemaObject>;
  /** Tables that hand-written SQL may have changed: they can have more, or less, than their ops say. */
  readonly touched: ImmutableSet<string>;
}

export const EMPTY_SCHEMA: SchemaModel = {
  tables: /* @__PURE__ */ ImmutableMap(),
  objects: /* @__PURE__ */ ImmutableMap(),
  touched: /* @__PURE__ */ ImmutableSet(),
};

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

export function findObject<K extends ObjectKind>(
  model: SchemaModel,
  kind: K,
  name: ObjectName,
): ObjectOf<K> | undefined {
  return model.objects.get(objectKey(kind, keyOf(name))) as ObjectOf<K> | undefined;
}

export function putObject(model: SchemaModel, object: SchemaObject): SchemaModel {
  return { ...model, objects: model.objects.set(objectKey(object.kind, keyOf(object.name)), object) };
}

export function removeObject(model: SchemaModel, kind: ObjectKind, name: ObjectName): SchemaModel {
  return { ...model, objects: model.objects.delete(objectKey(kind, keyOf(name))) };
}

/** The model after hand-written SQL that names these words: tables among them may have changed. */
export function touchTables(model: SchemaModel, words: ReadonlySet<string>): SchemaModel {
  const names = [...model.tables].flatMap(([key, { name }]) => (words.has(name.name.toLowerCase()) ? [key] : []));
  return names.length ? { ...model, touched: model.touched.union(names) } : model;
}

/** Whether a table is all that its ops say. */
export const isWhole = (model: SchemaModel, name: TableName): boolean => !model.touched.has(keyOf(name));

/** The triggers of a table, or of a view, that ops made. */
export const triggersOn = ({ objects }: SchemaModel, table: ObjectName): readonly Trigger[] =>
  [...objects.values()].flatMap((each) => (each.kind === 'trigger' && sameName(each.table, table) ? [each] : []));

/** The model without a table's triggers: no database keeps them without it. */
export const removeTriggersOn = (model: SchemaModel, table: ObjectName): SchemaModel =>
  triggersOn(model, table).reduce((left, { name }) => removeObject(left, 'trigger', name), model);

/** What ops and lowerings may ask of the schema before them. */
export interface SchemaView {
  /** The table's shape, or nothing where no op made it. */
  readonly table: (name: TableName) => Table | undefined;
  /** Another object's shape, or nothing where no op made it. */
  readonly object: <K extends ObjectKind>(kind: K, name: ObjectName) => ObjectOf<K> | undefined;
  /** Every table that an op made. */
  readonly tables: () => readonly Table[];
  /** Every trigger of a table, or of a view, that an op made. */
  readonly triggersOn: (table: ObjectName) => readonly Trigger[];
  /** Every view that an op made. */
  readonly views: () => readonly View[];
}

export const viewOf = (model: SchemaModel): SchemaView => ({
  table: (name) => findTable(model, name),
  object: (kind, name) => findObject(model, kind, name),
  tables: () => [...model.tables.values()],
  triggersOn: (table) => triggersOn(model, table),
  views: () => [...model.objects.values()].flatMap((each) => (each.kind === 'view' ? [each] : [])),
});

/** Thrown where a lowering or reversal asks for a schema that was not replayed: replay the chain and plan again. */
export class SchemaNeeded extends Error {}
