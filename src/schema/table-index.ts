import type { Fragment } from '../sql/fragment.ts';
import type { Collation } from './table.ts';

export type IndexKey = ({ readonly column: string } | { readonly expression: Fragment }) & {
  readonly order?: 'asc' | 'desc';
  /** Where NULLs stand in the order. */
  readonly nulls?: 'first' | 'last';
  readonly collation?: Collation;
  readonly on?: IndexKeyOptions;
};

/** What only one database has. */
export interface IndexKeyOptions {
  readonly postgresql?: { readonly opclass?: string };
  /** How many characters or bytes of the value are in the index. */
  readonly mysql?: { readonly length?: number };
  readonly mariadb?: { readonly length?: number };
}

/** What only MySQL and MariaDB say of an index. */
export interface MysqlIndexOptions {
  readonly kind?: 'fulltext' | 'spatial';
  readonly using?: 'btree' | 'hash';
  /** Of a full-text index. */
  readonly parser?: string;
  /** How the server changes the table: it refuses where it cannot. */
  readonly algorithm?: 'inplace' | 'copy';
  /** What others may do meanwhile: the server refuses where it cannot. */
  readonly lock?: 'none' | 'shared' | 'exclusive';
}

/** What only one database has. */
export interface IndexOptions {
  readonly postgresql?: {
    /** Built without blocking writes, outside any transaction. */
    readonly concurrently?: boolean;
    /** The access method: btree, gin, gist, brin, hash. */
    readonly using?: string;
    /** Storage parameters: `{ fillfactor: 70 }`. */
    readonly with?: { readonly [parameter: string]: string | number | boolean };
    readonly tablespace?: string;
  };
  readonly mysql?: MysqlIndexOptions;
  readonly mariadb?: MysqlIndexOptions;
  readonly mssql?: {
    readonly clustered?: boolean;
    readonly columnstore?: boolean;
    /** Built without blocking (Enterprise and Azure editions). */
    readonly online?: boolean;
    readonly fillfactor?: number;
    readonly filegroup?: string;
  };
  readonly oracle?: {
    readonly bitmap?: boolean;
    /** Built without blocking (Enterprise edition). */
    readonly online?: boolean;
    /** Repeated leading keys are kept once; a number says how many. */
    readonly compress?: boolean | number;
    readonly tablespace?: string;
  };
}

export interface Index {
  /** A migration may leave it out: `ops/naming.ts` gives it before anything reads it. */
  readonly name: string;
  readonly keys: readonly IndexKey[];
  readonly unique: boolean;
  /** Only rows for which this holds are in the index. */
  readonly where?: Fragment;
  /** Columns that are kept in the index without being keys. */
  readonly include?: readonly string[];
  /** Whether a second row with NULL in the keys of a unique index is refused as well. */
  readonly nullsNotDistinct?: boolean;
  readonly on?: IndexOptions;
}
