import { displayConstraint, displayTable } from '../ops/display.ts';
import type { Granted } from '../schema/grant.ts';
import { type ObjectName, keyOf } from '../schema/name.ts';
import { type ObjectKind, type SchemaObject, objectKey } from '../schema/object.ts';
import type { Column, Table } from '../schema/table.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type NamedKind, SPACES } from './spaces.ts';

/** A thing that a schema holds, or a property of it. */
export interface Facet {
  /** `table account`, `type of column account.id` */
  readonly shown: string;
  /** What it is beside its name. */
  readonly value: string;
  /** Of a property, the key of the thing that has it. Only a thing has to be there to be changed, and not to be made. */
  readonly of?: string;
  /** Several of a table may make it one, and none of them minds the others: what a foreign key can reference. */
  readonly shared?: true;
}

/** By key: the map of the model that it is in, where it is there, and what it is of that. */
export type Facets = ReadonlyMap<string, Facet>;
type Entry = readonly [key: string, facet: Facet];

/** A table or another object, as the model has it. */
export type Part = Table | SchemaObject | Granted;

// U+0000 is in no identifier of any database, and stands alone in most keys of the model.
const SEPARATOR = '\0\0';
const keyed = (...parts: readonly string[]): string => parts.join(SEPARATOR);

export const partsOfKey = (key: string): readonly string[] => key.split(SEPARATOR);

/** The table or other object that a key is of. */
export const wholeKey = (key: string): string => keyed(...partsOfKey(key).slice(0, 2));
export const isGrant = (key: string): boolean => key.startsWith(keyed('grants', ''));

export const tableKey = (name: ObjectName): string => keyed('tables', keyOf(name));
export const columnKey = (table: ObjectName, column: string): string => keyed(tableKey(table), 'column', column);
export const constraintKey = (table: ObjectName, name: string): string => keyed(tableKey(table), 'constraint', name);
export const indexKey = (table: ObjectName, name: string): string => keyed(tableKey(table), 'index', name);
/** That rows are told apart by some columns, whatever sees to that. */
export const uniqueKey = (table: ObjectName, columns: readonly string[]): string => keyed(tableKey(table), 'unique', ...[...columns].sort());
export const objectFacetKey = (kind: ObjectKind, name: ObjectName): string => keyed('objects', objectKey(kind, keyOf(name)));

/** A name that is taken in a schema, whatever has it. */
const nameEntries = (dialect: DialectName, kind: NamedKind, name: ObjectName): readonly Entry[] =>
  SPACES[dialect].flatMap((kinds, space): readonly Entry[] =>
    kinds.includes(kind) ? [[keyed('names', `${space}`, keyOf(name)), { shown: `name ${displayTable(name)}`, value: '' }]] : [],
  );

const entry = (key: string, shown: string, value: unknown = ''): Entry => [key, { shown, value: JSON.stringify(value) }];

const properties = (of: string, shown: string, fields: object): readonly Entry[] =>
  Object.entries(fields).flatMap(([field, value]): readonly Entry[] =>
    value === undefined ? [] : [[keyed(of, field), { shown: `${WORDS[field] ?? field} of ${shown}`, value: JSON.stringify(value), of }]],
  );

const WORDS: { readonly [field: string]: string } = { nullable: 'NULL or NOT NULL', on: 'options', generated: 'expression' };

export function tableFacets(table: Table, dialect: DialectName): Facets {
  const { name, columns, constraints, indexes, ...fields } = table;
  const shown = displayTable(name);
  return new Map([
    entry(tableKey(name), `table ${shown}`),
    ...nameEntries(dialect, 'table', name),
    ...properties(tableKey(name), `table ${shown}`, fields),
    ...columns.flatMap((column) => columnEntries(name, column)),
    ...constraints.flatMap(({ name: own = '', ...rest }) => [
      entry(constraintKey(name, own || rest.kind), `${displayConstraint({ kind: rest.kind, name: own })} of table ${shown}`, rest),
      ...(own ? nameEntries(dialect, rest.kind, { ...name, name: own }) : []),
    ]),
    ...indexes.flatMap(({ name: own, ...rest }) => [
      entry(indexKey(name, own), `index ${own} of table ${shown}`, rest),
      ...nameEntries(dialect, 'index', { ...name, name: own }),
    ]),
    ...uniqueColumns(table).map((unique): Entry => [uniqueKey(name, unique), { shown: `key (${unique.join(', ')}) of table ${shown}`, value: '', shared: true }]),
  ]);
}

/** The columns of each key, and of each unique index of columns alone. */
const uniqueColumns = ({ constraints, indexes }: Table): readonly (readonly string[])[] => [
  ...constraints.flatMap((each) => (each.kind === 'primaryKey' || each.kind === 'unique' ? [each.columns] : [])),
  ...indexes.filter(({ unique, where }) => unique && !where).flatMap(({ keys }) => {
    const columns = keys.flatMap((key) => ('column' in key ? [key.column] : []));
    return columns.length === keys.length ? [columns] : [];
  }),
];

function columnEntries(table: ObjectName, { name, ...fields }: Column): readonly Entry[] {
  const [key, shown] = [columnKey(table, name), `column ${displayTable(table)}.${name}`];
  return [entry(key, shown), ...properties(key, shown, fields)];
}

export function objectFacets(object: SchemaObject, dialect: DialectName): Facets {
  const { kind, name } = object;
  const key = objectFacetKey(kind, name);
  const shown = `${kind} ${displayTable(name).replaceAll('\0', ' ').trim()}`;
  const names = kind === 'view' || kind === 'sequence' || kind === 'enum' ? nameEntries(dialect, kind, name) : [];
  if (kind === 'enum') return new Map([entry(key, shown), ...names, ...properties(key, shown, { values: object.values })]);
  if (kind === 'sequence') return new Map([entry(key, shown), ...names, ...properties(key, shown, object.options)]);
  return new Map([entry(key, shown, object), ...names]);
}

/** To grant twice, or to revoke twice, is no error. */
export function grantFacets({ on, to, privileges, grantable }: Granted, key: string): Facets {
  const of = keyed('grants', key);
  const shown = `${on.kind} ${displayTable(on.name)} to ${to.name}`;
  const fields = privileges.map((privilege) => [`grant of ${privilege}`, grantable.includes(privilege)]);
  return new Map(properties(of, shown, Object.fromEntries(fields)));
}
