import type { Fragment } from '../sql/fragment.ts';
import type { TableName } from './table.ts';

/** When a constraint is checked: at the end of the statement, or put off to the end of the transaction. */
export interface Deferrability {
  readonly deferrable?: boolean;
  readonly initially?: 'deferred' | 'immediate';
}

export interface PrimaryKey extends Deferrability {
  readonly kind: 'primaryKey';
  readonly name?: string;
  readonly columns: readonly string[];
  readonly on?: { readonly mssql?: { readonly clustered?: boolean } };
}

export interface Unique extends Deferrability {
  readonly kind: 'unique';
  readonly name?: string;
  readonly columns: readonly string[];
  /** Whether a second row with NULL in the columns is refused as well. */
  readonly nullsNotDistinct?: boolean;
  readonly on?: {
    readonly postgresql?: { readonly include?: readonly string[] };
    readonly mssql?: { readonly clustered?: boolean };
    readonly sqlite?: { readonly onConflict?: 'rollback' | 'abort' | 'fail' | 'ignore' | 'replace' };
  };
}

export type ReferentialAction = 'cascade' | 'restrict' | 'setNull' | 'setDefault' | 'noAction';

export interface ForeignKey extends Deferrability {
  readonly kind: 'foreignKey';
  readonly name?: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: TableName; readonly columns: readonly string[] };
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  readonly match?: 'full' | 'simple';
  /** Rows that are there already are not checked, until `validateConstraint`. */
  readonly notValid?: boolean;
}

export interface Check {
  readonly kind: 'check';
  readonly name?: string;
  readonly expression: Fragment;
  /** Rows that are there already are not checked, until `validateConstraint`. */
  readonly notValid?: boolean;
}

/** Two rows conflict where every element's operator holds between them. */
export type ExclusionElement = ({ readonly column: string } | { readonly expression: Fragment }) & {
  /** `=`, `&&` … */
  readonly operator: string;
  readonly opclass?: string;
};

export interface Exclusion extends Deferrability {
  readonly kind: 'exclusion';
  readonly name?: string;
  readonly elements: readonly ExclusionElement[];
  /** The access method; `gist` unless said otherwise. */
  readonly using?: string;
  readonly where?: Fragment;
}

/** The constraint after its rows are checked, or of a table that has none. */
export function validated(constraint: Constraint): Constraint {
  if (!isUnchecked(constraint)) return constraint;
  const { notValid: _, ...rest } = constraint;
  return rest;
}

/** Whether there may be rows that it does not hold for. */
export const isUnchecked = (constraint: Constraint): constraint is ForeignKey | Check =>
  'notValid' in constraint && constraint.notValid === true;

export type Constraint = PrimaryKey | Unique | ForeignKey | Check | Exclusion;
export type ConstraintKind = Constraint['kind'];
