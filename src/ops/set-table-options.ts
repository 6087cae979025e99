import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { Table, TableName, TableOptions } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { data, nameSource } from './source.ts';
import { tableOptionChanges } from './table-shapes.ts';

type PostgresqlOptions = NonNullable<TableOptions['postgresql']>;

/** As options; `null` puts a storage parameter of PostgreSQL back to the server's own. */
export type TableOptionChanges = Omit<TableOptions, 'postgresql'> & {
  readonly postgresql?: Omit<PostgresqlOptions, 'with'> & {
    readonly with?: { readonly [parameter: string]: string | number | boolean | null };
  };
};

export interface SetTableOptions extends OpBase {
  readonly op: 'setTableOptions';
  readonly table: TableName;
  /** What changes, by database; a database that is not named keeps the table as it is. */
  readonly on: TableOptionChanges;
}

/** `setTableOptions('account', { mysql: { engine: 'InnoDB' }, postgresql: { with: { fillfactor: 70 } } })` */
export function setTableOptions(table: TableRef, on: TableOptionChanges): SetTableOptions {
  return { op: 'setTableOptions', table: toTableName(table), on, ...origin() };
}

type DialectOptions = { readonly [option: string]: unknown };

/** Options of every dialect, as records of the same form. */
const entries = (on: TableOptionChanges = {}): readonly (readonly [string, DialectOptions])[] =>
  Object.entries(on) as unknown as readonly (readonly [string, DialectOptions])[];

function withOptions({ on: former, ...table }: Table, on: TableOptionChanges): Table {
  const known = Object.fromEntries(entries(former));
  const changed = entries(on).map(([name, options]) => [name, merged(known[name], options)]);
  const left = Object.entries({ ...former, ...Object.fromEntries(changed) }).filter(([, options]) => Object.keys(options as object).length > 0);
  return left.length ? { ...table, on: Object.fromEntries(left) } : table;
}

/** Storage parameters change one by one. */
function merged(former: DialectOptions | undefined, options: DialectOptions): DialectOptions {
  const { with: _, ...rest } = { ...former, ...options };
  const changed = Object.entries({ ...parametersOf(former), ...parametersOf(options) }).filter(([, value]) => value !== null);
  return { ...rest, ...(changed.length > 0 && { with: Object.fromEntries(changed) }) };
}

const parametersOf = (options: DialectOptions | undefined): DialectOptions => (options?.['with'] ?? {}) as DialectOptions;

/** The former values of what changes, where all of them are known. */
function former(before: Table | undefined, on: TableOptionChanges): TableOptionChanges | undefined {
  const known = Object.fromEntries(entries(before?.on));
  const values = entries(on).map(([name, options]) => [name, Object.keys(options).map((key) => [key, formerOf(key, options, known[name])])] as const);
  if (!before || values.some(([, pairs]) => pairs.some(([, value]) => value === undefined))) return undefined;
  return Object.fromEntries(values.map(([name, pairs]) => [name, Object.fromEntries(pairs)]));
}

/** Of a storage parameter that was not said, the server's own value is known by no name: `null` takes it back. */
function formerOf(option: string, options: DialectOptions, known: DialectOptions | undefined): unknown {
  if (option !== 'with') return known?.[option];
  return Object.fromEntries(Object.keys(parametersOf(options)).map((name) => [name, parametersOf(known)[name] ?? null]));
}

export const setTableOptionsDefinition: OpDefinition<SetTableOptions> = {
  shape: () => v.strictObject({ op: v.literal('setTableOptions'), table: objectName, on: tableOptionChanges, ...baseFields }),
  describe: ({ table }) => `set options of table ${displayTable(table)}`,
  reverse: ({ table, on }, before) => {
    const back = former(before.table(table), on);
    if (back) return [{ op: 'setTableOptions', table, on: back }];
    return irreversible(`no op said what the options of '${displayTable(table)}' were before, and their defaults are the server's`);
  },
  evolve: (schema, { table, on }) => changeTable(schema, table, (known) => withOptions(known, on)),
  source: ({ table, on }) => call('setTableOptions', nameSource(table), data(on)),
};
