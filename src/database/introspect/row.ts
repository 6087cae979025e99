import type { ObjectName } from '../../schema/name.ts';

/** A row of the catalogue, by the names that a query gives its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Asks a database; rows come in the order of the query. A driver's own forms of values are all understood. */
export type Query = (sql: string) => Promise<readonly Row[]>;

/** What of a database is read. */
export interface Scope {
  /** Schemas to read, those of the system never among them. */
  readonly schemas: readonly string[];
  /** The schema that names without one mean: what is in it is named without it. */
  readonly own: string;
}

/** A value that is there. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (value === null || value === undefined) throw new Error(`the catalogue says no ${column}: ${JSON.stringify(row)}`);
  return String(value);
}

/** A value that may be NULL. */
export const maybe = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return value === null || value === undefined ? undefined : String(value);
};

/** A condition, in any form in which a driver gives it. */
export const flag = (row: Row, column: string): boolean => /^(?:true|t|1|y|yes)$/i.test(String(row[column]));

/** A list, or its JSON text; NULL is an empty one. */
export function list<T = string>(row: Row, column: string): readonly T[] {
  const value = row[column] ?? [];
  return (typeof value === 'string' ? JSON.parse(value) : value) as readonly T[];
}

/** A name in the scope's own schema does without it. */
export const nameIn = ({ own }: Scope, schema: string | undefined, name: string): ObjectName =>
  schema === undefined || schema === own ? { name } : { schema, name };

/** The table that a row of its columns, keys or indexes belongs to. */
export const tableOf = (row: Row, scope: Scope): ObjectName => nameIn(scope, maybe(row, 'schema'), text(row, 'table'));

/** Rows of one thing, such as the columns of each key, in the order of the first of each. */
export function grouped(rows: readonly Row[], ...columns: readonly string[]): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column]));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The fields that are known; one that is `undefined` is left out. */
export const known = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** The fields of an option, nothing where none is known: `on: { postgresql: { … } }` */
export function someOf<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T | undefined {
  const options = known<T>(fields);
  return Object.keys(options).length ? options : undefined;
}
