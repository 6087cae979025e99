import { readType } from '../../dialects/read-type.ts';
import type { CreateTable } from '../../ops/create-table.ts';
import type { Constraint, ForeignKey, Unique } from '../../schema/constraint.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { Column } from '../../schema/table.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import { type ColumnType, types } from '../../sql/types.ts';
import {
  ACTIONS, type DrizzleAction, type DrizzleColumn, type DrizzleForeignKey, type DrizzleKey, type DrizzleTable, type DrizzleUnique,
} from './facts.ts';
import { toFragment } from './fragment.ts';
import { toIndex } from './indexes.ts';
import { toNumbers } from './numbers.ts';

/** A name without a schema that is not said. */
export const toName = ({ schema, name }: ObjectName): ObjectName => ({ ...(schema !== undefined && { schema }), name });

/** The op that makes a table. */
export function toCreateTable(table: DrizzleTable, dialect: DialectName): CreateTable {
  const { columns, primaryKeys, uniques, foreignKeys, checks, indexes } = table;
  const inline = columns.filter(({ primary }) => primary).map(({ name }) => name);
  // SQLite alone lets NULL stand in a key.
  const filled = new Set(dialect === 'sqlite' ? [] : primaryKeys.flatMap((key) => key.columns));
  return {
    op: 'createTable',
    table: toName(table),
    columns: columns.map((column) => toColumn({ ...column, notNull: column.notNull || filled.has(column.name) }, dialect)),
    constraints: [
      ...(inline.length ? [toPrimaryKey({ columns: inline })] : []),
      ...primaryKeys.map(toPrimaryKey),
      ...columns.flatMap(({ name, unique }) => (unique ? [toUnique({ ...unique, columns: [name] })] : [])),
      ...uniques.map(toUnique),
      ...foreignKeys.map(toForeignKey),
      ...checks.map(({ name, expression }): Constraint => ({ kind: 'check', name, expression: toFragment(expression) })),
    ],
    indexes: indexes.map((index) => toIndex(index, dialect)),
  };
}

function toColumn(column: DrizzleColumn, dialect: DialectName): Column {
  const { name, notNull, identity, generated, onUpdateNow } = column;
  const value = toDefault(column);
  return {
    name,
    type: toType(column, dialect),
    nullable: !notNull,
    ...(value !== undefined && { default: value }),
    ...(identity && { identity: { ...(identity.always && { always: true }), ...toNumbers(identity) } }),
    ...(generated && { generated: { expression: toFragment(generated.expression), stored: generated.stored } }),
    ...(onUpdateNow && { on: { [dialect]: { onUpdateNow } } }),
  };
}

function toType({ type, dimensions = 0, enum: list }: DrizzleColumn, dialect: DialectName): ColumnType {
  if (!list) return readType(type + '[]'.repeat(dimensions), dialect);
  return types.enum(list.name, list.values, list.schema === undefined ? {} : { schema: list.schema });
}

/** What cannot be written is refused beforehand. */
function toDefault({ default: given }: DrizzleColumn): Column['default'] {
  if (!given || 'unknown' in given) return undefined;
  return 'value' in given ? given.value : toFragment(given.expression);
}

const named = ({ name }: DrizzleKey): { readonly name?: string } => (name === undefined ? {} : { name });

const toPrimaryKey = (key: DrizzleKey): Constraint => ({ kind: 'primaryKey', ...named(key), columns: key.columns });

const toUnique = ({ nullsNotDistinct, ...key }: DrizzleUnique): Unique => ({
  kind: 'unique',
  ...named(key),
  columns: key.columns,
  ...(nullsNotDistinct && { nullsNotDistinct }),
});

const toForeignKey = ({ table, foreignColumns, onDelete, onUpdate, ...key }: DrizzleForeignKey): ForeignKey => ({
  kind: 'foreignKey',
  ...named(key),
  columns: key.columns,
  references: { table: toName(table), columns: foreignColumns },
  ...actionOf('onDelete', onDelete),
  ...actionOf('onUpdate', onUpdate),
});

function actionOf(event: 'onDelete' | 'onUpdate', action: DrizzleAction = 'no action'): Pick<ForeignKey, 'onDelete' | 'onUpdate'> {
  const known = ACTIONS[action];
  return known ? { [event]: known } : {};
}
