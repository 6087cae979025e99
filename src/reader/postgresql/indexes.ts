import type { IndexElem, IndexStmt } from 'libpg-query';
import type { CreateIndex } from '../../ops/create-index.ts';
import type { Op } from '../../ops/index.ts';
import type { Index, IndexKey } from '../../schema/table-index.ts';
import type { Fragment } from '../../sql/fragment.ts';
import { nothingElse, unread } from '../reading.ts';
import { closing, findOutside, listFrom, wordAt } from '../statement-text.ts';
import { type Context, expression, openingFrom, tokenAt } from './context.ts';
import { allOf, relationName, stringsOf } from './nodes.ts';
import { parametersOf } from './options.ts';

const ORDERS: { readonly [order: string]: IndexKey['order'] } = { SORTBY_ASC: 'asc', SORTBY_DESC: 'desc' };
const NULLS: { readonly [order: string]: IndexKey['nulls'] } = { SORTBY_NULLS_FIRST: 'first', SORTBY_NULLS_LAST: 'last' };

/** One key, which begins at a token. */
export function indexKey(node: IndexElem, from: number, context: Context): IndexKey {
  const { name, expr, collation, opclass, ordering = '', nulls_ordering: nullsOrder = '', ...rest } = node;
  nothingElse(rest);
  const [order, nulls] = [ORDERS[ordering], NULLS[nullsOrder]];
  const [class_, ...more] = opclass ? [...stringsOf(opclass)].reverse() : [];
  if (more.length > 0) unread('it has an operator class in a schema');
  return {
    ...(name !== undefined ? { column: name } : keyExpression(expr, from, context)),
    ...(order && { order }),
    ...(nulls && { nulls }),
    ...(collation && { collation: collationName(stringsOf(collation)) }),
    ...(class_ !== undefined && { on: { postgresql: { opclass: class_ } } }),
  };
}

/** A collation of the system is in a schema that need not be said. */
export function collationName(path: readonly string[]): string {
  const [name, schema] = [...path].reverse();
  return name !== undefined && (schema === undefined || schema === 'pg_catalog') ? name : unread('it has a collation in a schema');
}

/** An expression stands in parentheses of its own, a call of a function without. */
function keyExpression(node: IndexElem['expr'], from: number, context: Context): { readonly expression: Fragment } {
  const { text } = context;
  const end = closing(text, openingFrom(from, context));
  const isCall = wordAt(text, from) !== '(';
  return { expression: isCall ? expression(node, from, end + 1, context) : expression(node, from + 1, end, context) };
}

export function createIndex(node: IndexStmt, context: Context): readonly Op[] {
  const {
    idxname: name, relation, accessMethod: using, tableSpace: tablespace, indexParams, indexIncludingParams, options, whereClause,
    unique = false, nulls_not_distinct: nullsNotDistinct, concurrent, if_not_exists: ifNotExists, ...rest
  } = node;
  nothingElse(rest);
  const { text } = context;
  const first = openingFrom(tokenAt(context, relation?.location), context);
  const runs = listFrom(text, first + 1);
  const condition = findOutside(text, runs.at(-1)!.to + 1, (word) => word === 'WHERE');
  const on = {
    ...(concurrent && { concurrently: true }),
    ...(using !== undefined && using !== 'btree' && { using }),
    ...(options && { with: parametersOf(options) }),
    ...(tablespace !== undefined && { tablespace }),
  };
  const index = {
    ...(name !== undefined && { name }),
    keys: allOf(indexParams, 'IndexElem').map((each, at) => indexKey(each, runs[at]?.from ?? first, context)),
    unique,
    ...(whereClause && { where: expression(whereClause, condition + 1, text.tokens.length, context) }),
    ...(indexIncludingParams && { include: allOf(indexIncludingParams, 'IndexElem').map(includedColumn) }),
    ...(nullsNotDistinct && { nullsNotDistinct }),
    ...(Object.keys(on).length > 0 && { on: { postgresql: on } }),
  } as Index;
  const op: CreateIndex = { op: 'createIndex', table: relationName(relation), index, ...(ifNotExists && { ifNotExists }) };
  return [op];
}

const includedColumn = ({ name }: IndexElem): string => name ?? unread('it includes an expression');
