import type { Op } from '../../ops/index.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import type { Index, IndexKey, IndexOptions, MysqlIndexOptions } from '../../schema/table-index.ts';
import { raw } from '../../sql/fragment.ts';
import { unread } from '../reading.ts';
import { findOutside, slice } from '../statement-text.ts';
import { isMysql } from './constraints.ts';
import {
  type Cursor, atEnd, is, need, needEnd, needList, needName, needNames, needPath, needTable, needWholeNumber, peek, refuseHere, take,
  takeGroup, takeName, takeOneOf,
} from './cursor.ts';

const KEY_END: ReadonlySet<string> = new Set([',', ')', 'ASC', 'DESC', 'COLLATE']);

/** `(a, b DESC, (lower(c)))` */
export const needKeys = (cursor: Cursor): readonly IndexKey[] => needList(cursor, needKey);

function needKey(cursor: Cursor): IndexKey {
  const start = cursor.at;
  const name = takeName(cursor);
  const length = name !== undefined && isMysql(cursor) ? takeLength(cursor) : undefined;
  const isColumn = name !== undefined && KEY_END.has(peek(cursor));
  if (!isColumn) cursor.at = start;
  const key = isColumn ? { column: name } : { expression: raw(needExpression(cursor)) };
  const collation = cursor.dialect === 'sqlite' && take(cursor, 'COLLATE') ? needName(cursor) : undefined;
  const order = takeOneOf(cursor, ['ASC', 'DESC'])?.toLowerCase() as IndexKey['order'];
  return {
    ...key,
    ...(collation !== undefined && { collation }),
    ...(order && { order }),
    ...(length !== undefined && { on: { [cursor.dialect]: { length } } }),
  };
}

/** How much of a value is in the index: `email(10)`. */
function takeLength(cursor: Cursor): number | undefined {
  const isLength = is(cursor, '(') && cursor.text.tokens[cursor.at + 1]?.kind === 'number' && peek(cursor, 2) === ')';
  if (!isLength) return undefined;
  need(cursor, '(');
  const length = needWholeNumber(cursor);
  need(cursor, ')');
  return length;
}

/** Without parentheses around all of it. SQL Server has no such keys, and MySQL and MariaDB none without parentheses. */
function needExpression(cursor: Cursor): string {
  const { text, at, dialect } = cursor;
  if (dialect === 'mssql') return refuseHere(cursor);
  const group = takeGroup(cursor);
  if (group && KEY_END.has(peek(cursor))) return slice(text, group.from, group.to) || refuseHere(cursor);
  if (isMysql(cursor)) return refuseHere(cursor);
  cursor.at = findOutside(text, at, (word) => KEY_END.has(word));
  const isExpression = text.tokens.slice(at, cursor.at).some(({ kind }) => kind === 'symbol');
  return isExpression ? slice(text, at, cursor.at) : refuseHere({ ...cursor, at });
}

const MYSQL_KINDS = { FULLTEXT: 'fulltext', SPATIAL: 'spatial' } as const;

/** `UNIQUE INDEX name (keys)` in a table of MySQL and MariaDB, and in ALTER TABLE … ADD; a constraint says no INDEX or KEY. */
export function takeInlineIndex(cursor: Cursor): Index | undefined {
  if (!isMysql(cursor)) return undefined;
  const start = cursor.at;
  const kind = takeOneOf(cursor, ['UNIQUE', 'FULLTEXT', 'SPATIAL']);
  const isIndex = takeOneOf(cursor, ['INDEX', 'KEY']) !== undefined || kind === 'FULLTEXT' || kind === 'SPATIAL';
  if (!isIndex) {
    cursor.at = start;
    return undefined;
  }
  const name = takeName(cursor);
  const before = takeUsing(cursor);
  const keys = needKeys(cursor);
  const on = { ...(kind && kind !== 'UNIQUE' && { kind: MYSQL_KINDS[kind] }), ...before, ...takeUsing(cursor) };
  return { ...(name !== undefined && { name }), keys, unique: kind === 'UNIQUE', ...optionsOf(cursor, on) } as Index;
}

const optionsOf = ({ dialect }: Cursor, options: NonNullable<IndexOptions[keyof IndexOptions]>): Pick<Index, 'on'> =>
  Object.keys(options).length > 0 ? { on: { [dialect]: options } } : {};

function takeUsing(cursor: Cursor): Pick<MysqlIndexOptions, 'using'> {
  if (!take(cursor, 'USING')) return {};
  const method = takeOneOf(cursor, ['BTREE', 'HASH']) ?? refuseHere(cursor);
  return { using: method === 'BTREE' ? 'btree' : 'hash' };
}

/** What stands between CREATE and INDEX. */
const KINDS = ['UNIQUE', 'FULLTEXT', 'SPATIAL', 'CLUSTERED', 'NONCLUSTERED', 'BITMAP', 'COLUMNSTORE'] as const;

/** Behind CREATE; nothing where it makes no index. */
export function createIndex(cursor: Cursor): readonly Op[] {
  const kinds: string[] = [];
  for (let kind = takeOneOf(cursor, KINDS); kind; kind = takeOneOf(cursor, KINDS)) kinds.push(kind);
  need(cursor, 'INDEX');
  const ifNotExists = take(cursor, 'IF NOT EXISTS');
  const path = needPath(cursor);
  const early = isMysql(cursor) ? takeUsing(cursor) : {};
  need(cursor, 'ON');
  const table = tableOf(path, needTable(cursor), cursor);
  const keys = needKeys(cursor);
  const include = cursor.dialect === 'mssql' && take(cursor, 'INCLUDE') ? { include: needNames(cursor) } : {};
  const where = take(cursor, 'WHERE') ? { where: raw(needCondition(cursor)) } : {};
  const options = { ...kindOptions(kinds), ...early, ...takeOptions(cursor) };
  needEnd(cursor);
  const index: Index = { name: path.name, keys, unique: kinds.includes('UNIQUE'), ...where, ...include, ...optionsOf(cursor, options) };
  return [{ op: 'createIndex', table, index, ...(ifNotExists && { ifNotExists }) }];
}

/** An index is in the schema of its table; in SQLite it says the file that both are in. */
function tableOf({ schema }: ObjectName, table: TableName, { dialect }: Cursor): TableName {
  if (schema === undefined || schema === table.schema) return table;
  if (dialect !== 'sqlite' || table.schema !== undefined) return unread('its index is in another schema than the table');
  return { schema, name: table.name };
}

function kindOptions(kinds: readonly string[]): object {
  const mysql = kinds.find((kind): kind is keyof typeof MYSQL_KINDS => kind in MYSQL_KINDS);
  return {
    ...(kinds.includes('CLUSTERED') && { clustered: true }),
    ...(kinds.includes('COLUMNSTORE') && { columnstore: true }),
    ...(kinds.includes('BITMAP') && { bitmap: true }),
    ...(mysql && { kind: MYSQL_KINDS[mysql] }),
  };
}

/** Up to the options behind it. */
function needCondition(cursor: Cursor): string {
  const { text, at } = cursor;
  cursor.at = cursor.dialect === 'mssql' ? findOutside(text, at, (word) => word === 'WITH') : text.tokens.length;
  return slice(text, at, cursor.at) || refuseHere(cursor);
}

function takeOptions(cursor: Cursor): object {
  if (isMysql(cursor)) return { ...takeUsing(cursor), ...takeOnline(cursor) };
  if (cursor.dialect === 'oracle') return takeOracleOptions(cursor);
  return cursor.dialect === 'mssql' ? takeMssqlOptions(cursor) : {};
}

/** `ALGORITHM = INPLACE LOCK = NONE` says how the server goes about it. */
export function takeOnline(cursor: Cursor): object {
  const facts: [string, string][] = [];
  for (let option = takeOneOf(cursor, ['ALGORITHM', 'LOCK']); option; option = takeOneOf(cursor, ['ALGORITHM', 'LOCK'])) {
    take(cursor, '=');
    const value = takeName(cursor) ?? refuseHere(cursor);
    if (value.toUpperCase() !== 'DEFAULT') facts.push([option.toLowerCase(), value.toLowerCase()]);
  }
  return Object.fromEntries(facts);
}

function takeOracleOptions(cursor: Cursor): object {
  const tablespace = take(cursor, 'TABLESPACE') ? { tablespace: needName(cursor) } : {};
  const compress = take(cursor, 'COMPRESS') ? { compress: atEnd(cursor) || is(cursor, 'ONLINE') ? true : needWholeNumber(cursor) } : {};
  return { ...tablespace, ...compress, ...(take(cursor, 'ONLINE') && { online: true }) };
}

function takeMssqlOptions(cursor: Cursor): object {
  const pairs = take(cursor, 'WITH') ? needList(cursor, mssqlOption) : [];
  return { ...Object.assign({}, ...pairs), ...(take(cursor, 'ON') && { filegroup: needName(cursor) }) };
}

function mssqlOption(cursor: Cursor): object {
  const option = takeOneOf(cursor, ['FILLFACTOR =', 'ONLINE = ON', 'ONLINE = OFF']) ?? refuseHere(cursor);
  if (option === 'FILLFACTOR =') return { fillfactor: needWholeNumber(cursor) };
  return option === 'ONLINE = ON' ? { online: true } : {};
}
