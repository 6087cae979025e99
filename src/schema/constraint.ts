import type { Fragment } from '../sql/fragment.ts';
import type { TableName } from './table.ts';

export interface PrimaryKey {
  readonly kind: 'primaryKey';
  readonly name?: string;
  readonly columns: readonly string[];
}

export interface Unique {
  readonly kind: 'unique';
  readonly name?: string;
  readonly columns: readonly string[];
}

export type ReferentialAction = 'cascade' | 'restrict' | 'setNull' | 'setDefault' | 'noAction';

export interface ForeignKey {
  readonly kind: 'foreignKey';
  readonly name?: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: TableName; readonly columns: readonly string[] };
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
}

export interface Check {
  readonly kind: 'check';
  readonly name?: string;
  readonly expression: Fragment;
}

export type Constraint = PrimaryKey | Unique | ForeignKey | Check;
export type ConstraintKind = Constraint['kind'];
