import { Map as ImmutableMap, Set as ImmutableSet } from 'immutable';
import type { Place } from '../diagnostics.ts';
import type { Constraint } from './constraint.ts';
import { type Granted, type Grantee, type Securable, grantKey } from './grant.ts';
import { type ObjectName, keyOf, sameName } from './name.ts';
import { type ObjectKind, type ObjectOf, type SchemaObject, type Trigger, type View, objectKey } from './object.ts';
import { type Maker, type Provenance, UNKNOWN_MAKERS, stampTable } from './provenance.ts';
import type { Table, TableName } from './table.ts';

/**
 * All tables and other objects as data, as ops leave them. Immutable and structurally shared, so that the model
 * before and after each op of a long chain can be kept at the cost of what changed.
 */
export interface SchemaModel {
  readonly tables: ImmutableMap<string, Table>;
  readonly objects: ImmutableMap<string, SchemaObject>;
  /** Who may do what, by `grantKey`. */
  readonly grants: ImmutableMap<string, Granted>;
  /** Tables and other things that hand-written SQL made or changed, and whose shape it alone knows, by `keyOf`. */
  readonly opaque: ImmutableMap<string, Opaque>;
  /** Tables that hand-written SQL may have changed: they can have more, or less, than their ops say. */
  readonly touched: ImmutableSet<string>;
  /** Which tables have foreign keys to a table, by its key: of a long chain's tables few are looked at. */
  readonly referrers: KeysByText;
  /** Which tables have a name, in lower case, in any schema. */
  readonly named: KeysByText;
  /** Who is changing the model; without one, no makers are kept. */
  readonly maker?: Maker;
  readonly made: Provenance;
}

/** A name that hand-written SQL gives to something whose shape is not known. */
export interface Opaque {
  readonly name: ObjectName;
  /** Why the SQL could not be read. */
  readonly reason: string;
  readonly place?: Place;
}

type KeysByText = ImmutableMap<string, ImmutableSet<string>>;

export const EMPTY_SCHEMA: SchemaModel = {
  tables: /* @__PURE__ */ ImmutableMap(),
  objects: /* @__PURE__ */ ImmutableMap(),
  grants: /* @__PURE__ */ ImmutableMap(),
  opaque: /* @__PURE__ */ ImmutableMap(),
  touched: /* @__PURE__ */ ImmutableSet(),
  referrers: /* @__PURE__ */ ImmutableMap(),
  named: /* @__PURE__ */ ImmutableMap(),
  made: UNKNOWN_MAKERS,
};

export function findTable(model: SchemaModel, name: TableName): Table | undefined {
  return model.tables.get(keyOf(name));
}

export function putTable(model: SchemaModel, table: Table): SchemaModel {
  const key = keyOf(table.name);
  const former = model.tables.get(key);
  return {
    ...model,
    tables: model.tables.set(key, table),
    // What hand-written SQL did to a table is not known any better when something else of it changes.
    opaque: former ? model.opaque : model.opaque.delete(key),
    referrers: referring(model.referrers, key, former?.constraints ?? [], table.constraints),
    named: former ? model.named : withKey(model.named, table.name.name.toLowerCase(), key),
    ...(model.maker && { made: stampTable(model.made, model.maker, former, table) }),
  };
}

/** The model with a table whose shape is said in full, whatever hand-written SQL did to it. */
export function declareTable(model: SchemaModel, table: Table): SchemaModel {
  const key = keyOf(table.name);
  return { ...putTable(model, table), touched: model.touched.delete(key), opaque: model.opaque.delete(key) };
}

export function removeTable(model: SchemaModel, name: TableName): SchemaModel {
  const key = keyOf(name);
  const former = model.tables.get(key);
  const opaque = model.opaque.delete(key);
  if (!former) return opaque === model.opaque ? model : { ...model, opaque };
  return {
    ...model,
    tables: model.tables.delete(key),
    grants: grantsBeside(model, 'table', name),
    opaque,
    referrers: referring(model.referrers, key, former.constraints, []),
    named: withoutKey(model.named, name.name.toLowerCase(), key),
  };
}

function referring(
  referrers: KeysByText,
  key: string,
  before: readonly Constraint[],
  after: readonly Constraint[],
): KeysByText {
  if (before === after) return referrers;
  const wanted = referenced(after);
  const gone = [...referenced(before)].filter((each) => !wanted.has(each));
  const left = gone.reduce((keys, each) => withoutKey(keys, each, key), referrers);
  return [...wanted].reduce((keys, each) => withKey(keys, each, key), left);
}

const referenced = (constraints: readonly Constraint[]): ReadonlySet<string> =>
  new Set(constraints.flatMap((each) => (each.kind === 'foreignKey' ? [keyOf(each.references.table)] : [])));

const withKey = (keys: KeysByText, text: string, key: string): KeysByText =>
  keys.set(text, (keys.get(text) ?? ImmutableSet<string>()).add(key));

function withoutKey(keys: KeysByText, text: string, key: string): KeysByText {
  const left = keys.get(text)?.delete(key);
  return left?.size ? keys.set(text, left) : keys.delete(text);
}

/** The tables with a foreign key to a table; it may be one of them. */
export const referrersOf = ({ tables, referrers }: SchemaModel, name: TableName): readonly Table[] =>
  [...(referrers.get(keyOf(name)) ?? [])].flatMap((key) => tables.get(key) ?? []);

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
  return {
    ...model,
    objects: model.objects.set(objectKey(object.kind, keyOf(object.name)), object),
    ...(model.maker && { made: model.made.set(object, model.maker) }),
  };
}

/** What the privileges on an object are said to be on. */
const SECURABLE = { view: 'table', sequence: 'sequence', schema: 'schema', function: 'function', procedure: 'procedure' } as const;

const isSecurable = (kind: ObjectKind): kind is keyof typeof SECURABLE => kind in SECURABLE;

export function removeObject(model: SchemaModel, kind: ObjectKind, name: ObjectName): SchemaModel {
  const grants = isSecurable(kind) ? grantsBeside(model, SECURABLE[kind], name) : model.grants;
  return { ...model, objects: model.objects.delete(objectKey(kind, keyOf(name))), grants };
}

/** What a role may do with a thing; no privileges where no op granted any. */
export const findGrant = ({ grants }: SchemaModel, on: Securable, to: Grantee): Granted =>
  grants.get(grantKey({ on, to })) ?? { on, to, privileges: [], grantable: [] };

/** Everything that ops granted on a thing, columns of a table included. */
export const grantsOn = ({ grants }: SchemaModel, kind: Securable['kind'], name: ObjectName): readonly Granted[] =>
  [...grants.values()].filter(({ on }) => on.kind === kind && sameName(on.name, name));

/** The grants without those on a thing: they go with it. */
const grantsBeside = (model: SchemaModel, kind: Securable['kind'], name: ObjectName): SchemaModel['grants'] =>
  model.grants.deleteAll(grantsOn(model, kind, name).map(grantKey));

/** The model with what one role may do with one thing, or without it where that is nothing. */
export function putGrant(model: SchemaModel, granted: Granted): SchemaModel {
  const key = grantKey(granted);
  if (granted.privileges.length === 0) return { ...model, grants: model.grants.delete(key) };
  return {
    ...model,
    grants: model.grants.set(key, granted),
    ...(model.maker && { made: model.made.set(granted, model.maker) }),
  };
}

/** The model in which things of these names may be anything. */
export const putOpaque = (model: SchemaModel, opaque: Opaque): SchemaModel => ({
  ...model,
  opaque: model.opaque.set(keyOf(opaque.name), opaque),
});

/** The model after hand-written SQL that names these words: tables among them may have changed. */
export function touchTables(model: SchemaModel, words: ReadonlySet<string>): SchemaModel {
  const names = [...words].flatMap((word) => [...(model.named.get(word) ?? [])]);
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
  /** Whether hand-written SQL that could not be read may have changed it, or made it. */
  readonly isUnread: (name: TableName) => boolean;
  /** Another object's shape, or nothing where no op made it. */
  readonly object: <K extends ObjectKind>(kind: K, name: ObjectName) => ObjectOf<K> | undefined;
  /** Every table that an op made. */
  readonly tables: () => readonly Table[];
  /** Every table that an op made with a foreign key to a table; it may be one of them. */
  readonly referrersOf: (name: TableName) => readonly Table[];
  /** Every trigger of a table, or of a view, that an op made. */
  readonly triggersOn: (table: ObjectName) => readonly Trigger[];
  /** Everything that ops granted on a thing. */
  readonly grantsOn: (kind: Securable['kind'], name: ObjectName) => readonly Granted[];
  /** Every view that an op made. */
  readonly views: () => readonly View[];
}

export const viewOf = (model: SchemaModel): SchemaView => ({
  table: (name) => findTable(model, name),
  isUnread: (name) => model.opaque.has(keyOf(name)),
  object: (kind, name) => findObject(model, kind, name),
  tables: () => [...model.tables.values()],
  referrersOf: (name) => referrersOf(model, name),
  triggersOn: (table) => triggersOn(model, table),
  grantsOn: (kind, name) => grantsOn(model, kind, name),
  views: () => [...model.objects.values()].flatMap((each) => (each.kind === 'view' ? [each] : [])),
});

/** Thrown where a lowering or reversal asks for a schema that was not replayed: replay the chain and plan again. */
export class SchemaNeeded extends Error {}
