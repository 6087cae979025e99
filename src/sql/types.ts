import type { PerDialect } from './dialect-name.ts';

/**
 * SQL data types of no particular dialect. Each dialect's `types.ts` says how it writes them.
 * `native` is written as it stands, for types that only one database has.
 */
export type ColumnType =
  | { readonly type: 'smallint' }
  | { readonly type: 'integer' }
  | { readonly type: 'bigint' }
  | { readonly type: 'string'; readonly length: number }
  | { readonly type: 'text' }
  | { readonly type: 'boolean' }
  | { readonly type: 'numeric'; readonly precision: number; readonly scale: number }
  | { readonly type: 'float' }
  | { readonly type: 'double' }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  | { readonly type: 'timestamp'; readonly zone: boolean }
  | { readonly type: 'interval' }
  | { readonly type: 'uuid' }
  | { readonly type: 'json' }
  | { readonly type: 'binary'; readonly length?: number }
  | { readonly type: 'enum'; readonly name: string; readonly schema?: string; readonly values: readonly string[] }
  | { readonly type: 'native'; readonly sql: string | PerDialect<string> };

export type TypeName = ColumnType['type'];
export type TypeOf<N extends TypeName> = Extract<ColumnType, { readonly type: N }>;

export const types = Object.freeze({
  smallint: (): ColumnType => ({ type: 'smallint' }),
  integer: (): ColumnType => ({ type: 'integer' }),
  bigint: (): ColumnType => ({ type: 'bigint' }),
  /** Characters, not bytes, in every dialect. */
  string: (length: number): ColumnType => ({ type: 'string', length }),
  text: (): ColumnType => ({ type: 'text' }),
  boolean: (): ColumnType => ({ type: 'boolean' }),
  numeric: (precision: number, scale = 0): ColumnType => ({ type: 'numeric', precision, scale }),
  /** Single precision. */
  float: (): ColumnType => ({ type: 'float' }),
  double: (): ColumnType => ({ type: 'double' }),
  date: (): ColumnType => ({ type: 'date' }),
  time: (): ColumnType => ({ type: 'time' }),
  timestamp: (options: { readonly zone?: boolean } = {}): ColumnType => ({
    type: 'timestamp',
    zone: options.zone ?? false,
  }),
  interval: (): ColumnType => ({ type: 'interval' }),
  uuid: (): ColumnType => ({ type: 'uuid' }),
  json: (): ColumnType => ({ type: 'json' }),
  /** Bytes; without a length, as many as the database can hold. */
  binary: (length?: number): ColumnType => ({ type: 'binary', ...(length !== undefined && { length }) }),
  /** A closed list of texts; `name` is its type's or its check constraint's name where the database has one. */
  enum: (name: string, values: readonly string[], options: { readonly schema?: string } = {}): ColumnType => ({
    ...options,
    type: 'enum',
    name,
    values,
  }),
  native: (sql: string | PerDialect<string>): ColumnType => ({ type: 'native', sql }),
});
