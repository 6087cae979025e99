import type { TableName } from './table.ts';

/** Where the current heads are kept: a row for each. */
export interface VersionTable extends TableName {
  /** Its one column. Default: `revision`. */
  readonly column?: string;
}

export const versionColumn = ({ column = 'revision' }: VersionTable): string => column;
