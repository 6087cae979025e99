import type { CreateStmt } from 'libpg-query';
import type { Op } from '../../ops/index.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { TableOptions } from '../../schema/table.ts';
import { raw } from '../../sql/fragment.ts';
import { nothingElse, unread } from '../reading.ts';
import type { Owner } from '../schema-facts.ts';
import { closing, slice } from '../statement-text.ts';
import { type ReadColumn, columnOf } from './columns.ts';
import { constraintOf } from './constraints.ts';
import { type Context, openingFrom, tokenAt } from './context.ts';
import { allOf, asKind, isKind, relationName, stringsOf } from './nodes.ts';
import { parametersOf } from './options.ts';

export function createTable(node: CreateStmt, context: Context): readonly Op[] {
  const {
    relation, tableElts, inhRelations, partspec, options, oncommit, tablespacename: tablespace, if_not_exists: ifNotExists, ...rest
  } = node;
  nothingElse(rest);
  if (oncommit !== 'ONCOMMIT_NOOP') unread('it says what becomes of the table when a transaction ends');
  const table = relationName(relation);
  const owner: Owner = { table, ...keyIn(node) };
  const items = (tableElts ?? []).map((item) => tableItem(item, owner, context));
  const on: NonNullable<TableOptions['postgresql']> = {
    ...(relation?.relpersistence === 'u' && { unlogged: true }),
    ...(options && { with: parametersOf(options) }),
    ...(tablespace !== undefined && { tablespace }),
    ...(partspec && { partitionBy: raw(partitionText(partspec.location, context)) }),
    ...(inhRelations && { inherits: allOf(inhRelations, 'RangeVar').map(relationName) }),
  };
  const columns = items.flatMap((item) => ('column' in item ? [item.column] : []));
  return [
    {
      op: 'createTable',
      table,
      columns: columns.map((column) => (owner.key?.includes(column.name) ? { ...column, nullable: false } : column)),
      constraints: constraintsOf(items),
      indexes: [],
      ...(ifNotExists && { ifNotExists }),
      ...(relation?.relpersistence === 't' && { temporary: true }),
      ...(Object.keys(on).length > 0 && { on: { postgresql: on } }),
    },
  ];
}

type Item = ReadColumn | Constraint;

/** Those in the lines of columns first, as `createTable(…)` puts them. */
const constraintsOf = (items: readonly Item[]): readonly Constraint[] => [
  ...items.flatMap((item) => ('column' in item ? item.constraints : [])),
  ...items.flatMap((item) => ('column' in item ? [] : [item])),
];

function tableItem(item: NonNullable<CreateStmt['tableElts']>[number], owner: Owner, context: Context): Item {
  if (isKind(item, 'ColumnDef')) return columnOf(asKind(item, 'ColumnDef'), owner, context);
  return constraintOf(asKind(item, 'Constraint'), owner, context);
}

/** The columns of the primary key, wherever it stands. */
function keyIn({ tableElts = [] }: CreateStmt): Pick<Owner, 'key'> {
  for (const item of tableElts) {
    const column = isKind(item, 'ColumnDef') ? asKind(item, 'ColumnDef') : undefined;
    const constraints = column ? allOf(column.constraints, 'Constraint') : isKind(item, 'Constraint') ? [asKind(item, 'Constraint')] : [];
    const key = constraints.find(({ contype }) => contype === 'CONSTR_PRIMARY');
    if (key) return { key: column?.colname === undefined ? stringsOf(key.keys) : [column.colname] };
  }
  return {};
}

/** What follows PARTITION BY. */
function partitionText(location: number | undefined, context: Context): string {
  const from = tokenAt(context, location) + 2;
  return slice(context.text, from, closing(context.text, openingFrom(from, context)) + 1);
}
