import type { PerDialect } from '../sql/dialect-name.ts';
import type { Fragment, Literal } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Constraint } from './constraint.ts';
import type { ObjectName } from './name.ts';
import type { Index } from './table-index.ts';

export type TableName = ObjectName;

/** A plain value is a literal, a fragment an expression. */
export type Default = Literal | Fragment;

/** Numbers made by the database. `always`: an INSERT may not give its own. */
export interface Identity {
  readonly always?: boolean;
  readonly start?: number;
  readonly increment?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly cycle?: boolean;
  /** How many numbers the server takes ahead at once. */
  readonly cache?: number;
}

/** A value that the database computes from the row's other columns. */
export interface Generated {
  readonly expression: Fragment;
  /** Kept in the row, or computed when it is read; what the database does by itself where it is not said. */
  readonly stored?: boolean;
}

/** A collation's name, which differs from database to database. */
export type Collation = string | PerDialect<string>;

/** What only MySQL and MariaDB say of a column. */
export interface MysqlColumnOptions {
  readonly charset?: string;
  /** The time of each change: `ON UPDATE CURRENT_TIMESTAMP`. */
  readonly onUpdateNow?: boolean;
}

/** What only one database has. */
export interface ColumnOptions {
  readonly mysql?: MysqlColumnOptions;
  readonly mariadb?: MysqlColumnOptions;
  readonly oracle?: {
    /** With `identity`: the number also takes the place of a NULL that an INSERT gives. */
    readonly onNull?: boolean;
  };
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly default?: Default;
  readonly identity?: Identity;
  readonly generated?: Generated;
  readonly collation?: Collation;
  readonly comment?: string;
  readonly on?: ColumnOptions;
}

/** What only MySQL and MariaDB say of a table. */
export interface MysqlTableOptions {
  readonly engine?: string;
  readonly charset?: string;
  readonly collation?: string;
  readonly rowFormat?: 'default' | 'dynamic' | 'fixed' | 'compressed' | 'redundant' | 'compact';
}

/** What only one database has. */
export interface TableOptions {
  readonly postgresql?: {
    readonly unlogged?: boolean;
    /** Storage parameters: `{ fillfactor: 70 }`. */
    readonly with?: { readonly [parameter: string]: string | number | boolean };
    readonly tablespace?: string;
    /** What follows PARTITION BY: `` sql`RANGE (placed_at)` ``. */
    readonly partitionBy?: Fragment;
    readonly inherits?: readonly ObjectName[];
  };
  readonly mysql?: MysqlTableOptions;
  readonly mariadb?: MysqlTableOptions;
  readonly mssql?: {
    readonly filegroup?: string;
    readonly dataCompression?: 'none' | 'row' | 'page';
  };
  readonly oracle?: {
    readonly tablespace?: string;
    /** `basic` is ROW STORE COMPRESS BASIC, `advanced` ROW STORE COMPRESS ADVANCED. */
    readonly compress?: 'basic' | 'advanced' | 'none';
  };
  readonly sqlite?: {
    readonly strict?: boolean;
    readonly withoutRowid?: boolean;
  };
}

export interface Table {
  readonly name: TableName;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly comment?: string;
  /** Gone at the end of the session. */
  readonly temporary?: boolean;
  readonly on?: TableOptions;
}
