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
import { tableOptions } from './table-shapes.ts';

export interface SetTableOptions extends OpBase {
  readonly op: 'setTableOptions';
  readonly table: TableName;
  /** What changes, by database; a database that is not named keeps the table as it is. */
  readonly on: TableOptions;
}

/** `setTableOptions('account', { mysql: { engine: 'InnoDB' }, postgresql: { with: { fillfactor: 70 } } })` */
export function setTableOptions(table: TableRef, on: TableOptions): SetTableOptions {
  return { op: 'setTableOptions', table: toTableName(table), on, ...origin() };
}

type DialectOptions = { readonly [option: string]: unknown };

/** Options of every dialect, as records of the same form. */
const entries = (on: TableOptions = {}): readonly (readonly [string, DialectOptions])[] =>
  Object.entries(on) as unknown as readonly (readonly [string, DialectOptions])[];

function withOptions({ on: former, ...table }: Table, on: TableOptions): Table {
  const known = Object.fromEntries(entries(former));
  const changed = entries(on).map(([name, options]) => [name, { ...known[name], ...options }]);
  const merged = { ...former, ...Object.fromEntries(changed) };
  return Object.keys(merged).length ? { ...table, on: merged } : table;
}

/** The former values of what changes, where all of them are known. */
function former(before: TableOptions | undefined, on: TableOptions): TableOptions | undefined {
  const known = Object.fromEntries(entries(before));
  const values = entries(on).map(([name, options]) => [name, Object.keys(options).map((key) => [key, known[name]?.[key]])] as const);
  if (values.some(([, pairs]) => pairs.some(([, value]) => value === undefined))) return undefined;
  return Object.fromEntries(values.map(([name, pairs]) => [name, Object.fromEntries(pairs)]));
}

export const setTableOptionsDefinition: OpDefinition<SetTableOptions> = {
  shape: () => v.strictObject({ op: v.literal('setTableOptions'), table: objectName, on: tableOptions, ...baseFields }),
  describe: ({ table }) => `set options of table ${displayTable(table)}`,
  reverse: ({ table, on }, before) => {
    const back = former(before.table(table)?.on, on);
    if (back) return [{ op: 'setTableOptions', table, on: back }];
    return irreversible(`no op said what the options of '${displayTable(table)}' were before, and their defaults are the server's`);
  },
  evolve: (schema, { table, on }) => changeTable(schema, table, (known) => withOptions(known, on)),
  source: ({ table, on }) => call('setTableOptions', nameSource(table), data(on)),
};
