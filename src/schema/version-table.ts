import type { TableName } from './table.ts';

/** Where the current heads are kept: a row for each. */
export interface VersionTable extends TableName {
  /** Its one column. Default: `revision`. */
  readonly column?: string;
}

export const versionColumn = ({ column = 'revision' }: VersionTable): string => column;

/** What the version table is called where no config says otherwise. */
export const USUAL_VERSION_TABLE = 'migsql_version';
