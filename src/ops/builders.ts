import type { Check, Constraint, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '../schema/constraint.ts';
import type { Column, Identity, TableName } from '../schema/table.ts';
import type { IndexKey } from '../schema/table-index.ts';
import { type Fragment, type Value, isFragment, toLiteral } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';

/** A table: its name alone, or with its schema. A dot in a text is part of the name. */
export type TableRef = string | TableName;

export const toTableName = (table: TableRef): TableName => (typeof table === 'string' ? { name: table } : table);

export const toDefault = (value: Value | Fragment): Column['default'] & {} =>
  (isFragment(value) ? value : toLiteral(value)) as Column['default'] & {};

export interface ColumnOptions {
  /** Whether NULL may stand in it; true unless said otherwise. */
  readonly nullable?: boolean;
  /** A plain value is a literal, a fragment an expression. */
  readonly default?: Value | Fragment;
  /** Numbers made by the database. */
  readonly identity?: boolean | Identity;
  readonly comment?: string;
}

export function column(name: string, type: ColumnType, options: ColumnOptions = {}): Column {
  const { nullable = true, default: value, identity, ...rest } = options;
  return {
    ...rest,
    name,
    type,
    nullable,
    ...(value !== undefined && { default: toDefault(value) }),
    ...(identity !== undefined && identity !== false && { identity: identity === true ? {} : identity }),
  };
}

export interface ConstraintOptions {
  readonly name?: string;
}

export const primaryKey = (columns: readonly string[], options: ConstraintOptions = {}): PrimaryKey => ({
  ...options,
  kind: 'primaryKey',
  columns,
});

export const unique = (columns: readonly string[], options: ConstraintOptions = {}): Unique => ({
  ...options,
  kind: 'unique',
  columns,
});

export const check = (expression: Fragment, options: ConstraintOptions = {}): Check => ({
  ...options,
  kind: 'check',
  expression,
});

export interface ForeignKeyOptions extends ConstraintOptions {
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
}

export const foreignKey = (
  columns: readonly string[],
  table: TableRef,
  referenced: readonly string[],
  options: ForeignKeyOptions = {},
): ForeignKey => ({
  ...options,
  kind: 'foreignKey',
  columns,
  references: { table: toTableName(table), columns: referenced },
});

/** What `createTable` takes: columns and constraints in any order. */
export type TableItem = Column | Constraint;

export const isConstraint = (item: TableItem): item is Constraint =>
  typeof item === 'object' && item !== null && 'kind' in item;

/** What is no list is passed on as it is: the check of the op names its place, which a builder cannot. */
export const mapped = <T, R>(items: readonly T[], change: (items: readonly T[]) => readonly R[]): readonly R[] =>
  Array.isArray(items) ? change(items) : (items as never);

export type IndexKeyRef = string | Fragment | IndexKey;

export const toIndexKey = (key: IndexKeyRef): IndexKey => {
  if (typeof key === 'string') return { column: key };
  return isFragment(key) ? { expression: key } : key;
};

export const asc = (key: string | Fragment): IndexKey => ({ ...toIndexKey(key), order: 'asc' });
export const desc = (key: string | Fragment): IndexKey => ({ ...toIndexKey(key), order: 'desc' });
