import type { Dialect } from '../dialects/dialect.ts';
import type { Constraint } from '../schema/constraint.ts';
import { EMPTY_SCHEMA, type SchemaModel, putObject, putTable } from '../schema/model.ts';
import { type ObjectName, keyOf } from '../schema/name.ts';
import { type SchemaObject, objectKey } from '../schema/object.ts';
import type { Column, Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';

/** What a name is to the dialect: names that fold to the same text are the same name. */
export function folded(name: string, { lexicon, stored }: Dialect): string {
  if (stored.ignoresCase) return name.toLowerCase();
  return lexicon.folded && lexicon.plain.test(name) && !lexicon.reserved.has(name) ? lexicon.folded(name) : name;
}

/** An object's name as the dialect folds it, in the usual schema where it has none. */
export const foldedPath = ({ schema, name }: ObjectName, dialect: Dialect): string =>
  keyOf({ schema: folded(schema ?? dialect.stored.defaultSchema ?? '', dialect), name: folded(name, dialect) });

/** The names of one list in the spelling of another: where one is not there as it is, the one that folds to the same. */
function spelling<T>(wanted: readonly T[], before: readonly T[], exact: (item: T) => string, fold: (item: T) => string): ReadonlyMap<string, T> {
  const [had, has] = [new Set(before.map(exact)), new Set(wanted.map(exact))];
  const free = new Map(before.filter((item) => !has.has(exact(item))).map((item) => [fold(item), item]));
  const changed = wanted.flatMap((item) => {
    const other = had.has(exact(item)) ? undefined : free.get(fold(item));
    return other === undefined ? [] : [[exact(item), other] as const];
  });
  return new Map(changed);
}

/**
 * The wanted schema in the spelling of the one before, so that all else compares names as they stand: names fold as the
 * dialect folds them, and one without a schema is in the usual one.
 */
export function spelledAs(after: SchemaModel, before: SchemaModel, dialect: Dialect): SchemaModel {
  const path = (name: ObjectName): string => foldedPath(name, dialect);
  const namesOf = ({ tables }: SchemaModel): readonly ObjectName[] => [...tables.values()].map(({ name }) => name);
  const names = spelling(namesOf(after), namesOf(before), keyOf, path);
  const table = (name: ObjectName): ObjectName => names.get(keyOf(name)) ?? name;
  const columns = new Map([...after.tables.values()].map((each) => [keyOf(each.name), columnSpelling(each, before.tables.get(keyOf(table(each.name))), dialect)]));
  const respell: Respelling = { table, column: (of, name) => columns.get(keyOf(of))?.get(name) ?? name };
  const tables = [...after.tables.values()].map((each) => respelled(each, before.tables.get(keyOf(table(each.name))), respell, dialect));
  const keys = objectSpelling(after, before, path);
  const objects = [...after.objects.values()].map((each) => respelledObject(each, keys, table));
  return objects.reduce(putObject, tables.reduce(putTable, EMPTY_SCHEMA));
}

interface Respelling {
  readonly table: (name: ObjectName) => ObjectName;
  readonly column: (of: ObjectName, name: string) => string;
}

const columnSpelling = ({ columns }: Table, before: Table | undefined, dialect: Dialect): ReadonlyMap<string, string> => {
  const names = (items: readonly Column[]): readonly string[] => items.map(({ name }) => name);
  return spelling(names(columns), names(before?.columns ?? []), (name) => name, (name) => folded(name, dialect));
};

const objectSpelling = (after: SchemaModel, before: SchemaModel, path: (name: ObjectName) => string): ReadonlyMap<string, SchemaObject> =>
  spelling(
    [...after.objects.values()],
    [...before.objects.values()],
    ({ kind, name }) => objectKey(kind, keyOf(name)),
    ({ kind, name }) => objectKey(kind, path(name)),
  );

function respelledObject(object: SchemaObject, keys: ReadonlyMap<string, SchemaObject>, table: Respelling['table']): SchemaObject {
  const name = keys.get(objectKey(object.kind, keyOf(object.name)))?.name ?? object.name;
  return object.kind === 'trigger' ? { ...object, name, table: table(object.table) } : { ...object, name };
}

type Named = { readonly name?: string | undefined };

function respelled(table: Table, before: Table | undefined, respell: Respelling, dialect: Dialect): Table {
  const column = (name: string): string => respell.column(table.name, name);
  const named = <T extends Named>(items: readonly T[], former: readonly Named[]): readonly T[] => {
    const texts = (all: readonly Named[]): readonly string[] => all.flatMap(({ name }) => name ?? []);
    const names = spelling(texts(items), texts(former), (name) => name, (name) => folded(name, dialect));
    return items.map((item) => (item.name !== undefined && names.has(item.name) ? { ...item, name: names.get(item.name) } : item));
  };
  return {
    ...table,
    name: respell.table(table.name),
    columns: table.columns.map((each) => ({ ...each, name: column(each.name) })),
    constraints: named(table.constraints.map((each) => respelledConstraint(each, column, respell)), before?.constraints ?? []),
    indexes: named(table.indexes.map((each) => respelledIndex(each, column)), before?.indexes ?? []),
  };
}

function respelledConstraint(constraint: Constraint, column: (name: string) => string, respell: Respelling): Constraint {
  if (constraint.kind === 'check') return constraint;
  if (constraint.kind === 'exclusion') return { ...constraint, elements: constraint.elements.map((each) => respelledKey(each, column)) };
  const columns = constraint.columns.map(column);
  if (constraint.kind !== 'foreignKey') return { ...constraint, columns };
  const { table, columns: others } = constraint.references;
  return { ...constraint, columns, references: { table: respell.table(table), columns: others.map((name) => respell.column(table, name)) } };
}

const respelledKey = <K extends object>(key: K, column: (name: string) => string): K =>
  'column' in key ? { ...key, column: column(key.column as string) } : key;

const respelledIndex = (index: Index, column: (name: string) => string): Index => ({
  ...index,
  keys: index.keys.map((key) => respelledKey(key, column)),
  ...(index.include && { include: index.include.map(column) }),
});
