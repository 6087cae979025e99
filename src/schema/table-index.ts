import type { Fragment } from '../sql/fragment.ts';

export type IndexKey = ({ readonly column: string } | { readonly expression: Fragment }) & {
  readonly order?: 'asc' | 'desc';
};

/** What only one database has. */
export interface IndexOptions {
  readonly postgresql?: {
    /** Built without blocking writes, outside any transaction. */
    readonly concurrently?: boolean;
    /** The access method: btree, gin, gist, brin, hash. */
    readonly using?: string;
  };
}

export interface Index {
  readonly name: string;
  readonly keys: readonly IndexKey[];
  readonly unique: boolean;
  /** Only rows for which this holds are in the index. */
  readonly where?: Fragment;
  readonly on?: IndexOptions;
}
