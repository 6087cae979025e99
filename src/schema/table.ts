import type { Fragment, Literal } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Constraint } from './constraint.ts';
import type { Index } from './table-index.ts';

/** A table's name, with the schema (namespace) it is in; without one, the session's default schema. */
export interface TableName {
  readonly schema?: string;
  readonly name: string;
}

/** A plain value is a literal, a fragment an expression. */
export type Default = Literal | Fragment;

/** Numbers made by the database. `always`: an INSERT may not give its own. */
export interface Identity {
  readonly always?: boolean;
  readonly start?: number;
  readonly increment?: number;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly default?: Default;
  readonly identity?: Identity;
  readonly comment?: string;
}

export interface Table {
  readonly name: TableName;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment?: string;
}
