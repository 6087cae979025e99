import type {
  Check, Constraint, Deferrability, Exclusion, ExclusionElement, ForeignKey, PrimaryKey, Unique,
} from '../schema/constraint.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Collation, Column, ColumnOptions, Generated, Identity, TableName } from '../schema/table.ts';
import type { Index, IndexKey, IndexOptions } from '../schema/table-index.ts';
import { type Fragment, type Value, isFragment, toLiteral } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';

/** A table or another object: its name alone, or with its schema. A dot in a text is part of the name. */
export type TableRef = string | ObjectName;

export const toTableName = (table: TableRef): ObjectName => (typeof table === 'string' ? { name: table } : table);

export const toDefault = (value: Value | Fragment): Column['default'] & {} =>
  (isFragment(value) ? value : toLiteral(value)) as Column['default'] & {};

/** What stands in a column's own line, and is a constraint or an index of its table. */
export interface ColumnExtras {
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
}

/** A column as `createTable` and `addColumn` take it. */
export type ColumnItem = Column & { readonly extras?: ColumnExtras };

/** What a column references: `references('account', 'id', { onDelete: 'cascade' })` */
export interface Reference {
  readonly table: TableName;
  readonly column: string;
  readonly options: ForeignKeyOptions;
}

export const references = (table: TableRef, column: string, options: ForeignKeyOptions = {}): Reference => ({
  table: toTableName(table),
  column,
  options,
});

export interface ColumnSettings {
  /** Whether NULL may stand in it; true unless said otherwise. */
  readonly nullable?: boolean;
  /** A plain value is a literal, a fragment an expression. */
  readonly default?: Value | Fragment;
  /** Numbers made by the database. */
  readonly identity?: boolean | Identity;
  /** Computed by the database. */
  readonly generated?: Fragment | { readonly expression: Fragment; readonly stored?: boolean };
  readonly collation?: Collation;
  readonly comment?: string;
  /** Whether it is the primary key on its own. */
  readonly primaryKey?: boolean;
  readonly unique?: boolean;
  readonly index?: boolean;
  readonly references?: Reference;
  readonly check?: Fragment;
  readonly on?: ColumnOptions;
}

export function column(name: string, type: ColumnType, settings: ColumnSettings = {}): ColumnItem {
  const { nullable = true, default: value, identity, generated, ...more } = settings;
  const { primaryKey: isKey, unique: isUnique, index: isIndexed, references: target, check: condition, ...rest } = more;
  const extras: ColumnExtras = {
    constraints: [
      ...(isKey ? [primaryKey([name])] : []),
      ...(isUnique ? [unique([name])] : []),
      ...(target ? [foreignKey([name], target.table, [target.column], target.options)] : []),
      ...(condition ? [check(condition)] : []),
    ],
    indexes: isIndexed ? [index([name])] : [],
  };
  return {
    ...rest,
    name,
    type,
    nullable: nullable && !isKey,
    ...(value !== undefined && { default: toDefault(value) }),
    ...(identity !== undefined && identity !== false && { identity: identity === true ? {} : identity }),
    ...(generated && { generated: toGenerated(generated) }),
    ...((extras.constraints.length > 0 || extras.indexes.length > 0) && { extras }),
  };
}

export const toGenerated = (value: NonNullable<ColumnSettings['generated']>): Generated =>
  isFragment(value) ? { expression: value } : value;

/** A column without what belongs to its table. */
export function plainColumn(item: ColumnItem): Column {
  if (!item?.extras) return item;
  const { extras: _, ...column } = item;
  return column;
}

export interface ConstraintOptions {
  /** Without one, the naming convention gives it. */
  readonly name?: string;
}

export const primaryKey = (
  columns: readonly string[],
  options: ConstraintOptions & Deferrability & Pick<PrimaryKey, 'on'> = {},
): PrimaryKey => ({
  kind: 'primaryKey',
  columns,
  ...options,
});

export const unique = (
  columns: readonly string[],
  options: ConstraintOptions & Deferrability & Pick<Unique, 'nullsNotDistinct' | 'on'> = {},
): Unique => ({
  kind: 'unique',
  columns,
  ...options,
});

export const check = (expression: Fragment, options: ConstraintOptions & Pick<Check, 'notValid'> = {}): Check => ({
  kind: 'check',
  expression,
  ...options,
});

export type ForeignKeyOptions = ConstraintOptions &
  Deferrability &
  Pick<ForeignKey, 'onDelete' | 'onUpdate' | 'match' | 'notValid'>;

export const foreignKey = (
  columns: readonly string[],
  table: TableRef,
  referenced: readonly string[],
  options: ForeignKeyOptions = {},
): ForeignKey => ({
  kind: 'foreignKey',
  columns,
  references: { table: toTableName(table), columns: referenced },
  ...options,
});

/** `exclude([{ column: 'room', operator: '=' }, { column: 'during', operator: '&&' }])` */
export const exclude = (
  elements: readonly ExclusionElement[],
  options: ConstraintOptions & Deferrability & Pick<Exclusion, 'using' | 'where'> = {},
): Exclusion => ({ kind: 'exclusion', elements, ...options });

/** What `createTable` takes: columns, constraints and indexes in any order. */
export type TableItem = ColumnItem | Constraint | Index;

export const isConstraint = (item: TableItem): item is Constraint =>
  typeof item === 'object' && item !== null && 'kind' in item;

export const isIndex = (item: TableItem): item is Index =>
  typeof item === 'object' && item !== null && 'keys' in item;

/** What is no list is passed on as it is: the check of the op names its place, which a builder cannot. */
export const mapped = <T, R>(items: readonly T[], change: (items: readonly T[]) => readonly R[]): readonly R[] =>
  Array.isArray(items) ? change(items) : (items as never);

export type IndexKeyRef = string | Fragment | IndexKey;
export type IndexKeySettings = Pick<IndexKey, 'nulls' | 'collation' | 'on'>;

const toIndexKey = (key: IndexKeyRef): IndexKey => {
  if (typeof key === 'string') return { column: key };
  return isFragment(key) ? { expression: key } : key;
};

export const asc = (key: string | Fragment, settings: IndexKeySettings = {}): IndexKey => ({
  ...settings,
  ...toIndexKey(key),
  order: 'asc',
});

export const desc = (key: string | Fragment, settings: IndexKeySettings = {}): IndexKey => ({
  ...settings,
  ...toIndexKey(key),
  order: 'desc',
});

export interface IndexSettings extends Partial<Pick<Index, 'name' | 'unique'>> {
  readonly where?: Fragment;
  readonly include?: readonly string[];
  readonly nullsNotDistinct?: boolean;
  readonly on?: IndexOptions;
}

/** An index in `createTable`: `index(['email'], { unique: true })` */
export const index = (keys: readonly IndexKeyRef[], { unique = false, ...rest }: IndexSettings = {}): Index =>
  // Without a name until the naming convention gives it.
  ({ keys: mapped(keys, (items) => items.map(toIndexKey)), unique, ...rest }) as Index;
