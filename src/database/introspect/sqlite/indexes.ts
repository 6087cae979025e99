import { readExpression } from '../../../dialects/read-default.ts';
import type { Index, IndexKey } from '../../../schema/table-index.ts';
import { type Piece, closingOf, piecesOf, splitAt } from '../../../sql/lex/pieces.ts';
import type { Of } from '../assemble.ts';
import { type Row, flag, grouped, known, maybe, text } from '../row.ts';

/**
 * Indexes that CREATE INDEX made, key by key: https://www.sqlite.org/pragma.html#pragma_index_xinfo. Expressions and the
 * condition stand in the text alone.
 */
export const indexesQuery = (): string => `
SELECT s.tbl_name AS "table", s.name AS name, s.sql AS sql, l."unique" AS "unique", k.seqno AS place, k.name AS "column",
  k."desc" AS descending, k.coll AS collation
FROM sqlite_schema s JOIN pragma_index_list(s.tbl_name) l ON l.name = s.name JOIN pragma_index_xinfo(s.name) k
WHERE s.type = 'index' AND s.sql IS NOT NULL AND k."key"
ORDER BY s.tbl_name, s.name, k.seqno`;

export const indexesOf = (rows: readonly Row[]): readonly Of<Index>[] =>
  grouped(rows, 'name').map((keys) => ({ table: { name: text(keys[0], 'table') }, item: indexOf(keys) }));

function indexOf(rows: readonly [Row, ...Row[]]): Index {
  const sql = text(rows[0], 'sql');
  const pieces = piecesOf(sql, 'sqlite');
  const opening = pieces.findIndex(({ text: written }) => written === '(');
  const where = pieces[closingOf(pieces, opening) + 1];
  const items = splitAt(pieces, opening);
  return known<Index>({
    name: text(rows[0], 'name'),
    keys: rows.map((row, index) => keyOf(row, items[index] ?? [], sql)),
    unique: flag(rows[0], 'unique'),
    where: where && readExpression(sql.slice(where.end), 'sqlite'),
  });
}

function keyOf(row: Row, item: readonly Piece[], sql: string): IndexKey {
  const column = maybe(row, 'column');
  const words = item.map(({ kind, text: written }) => (kind === 'word' ? written.toUpperCase() : ''));
  const collate = words.lastIndexOf('COLLATE');
  const isCollated = collate > 0 && collate >= item.length - 3;
  const last = isCollated ? collate : /^(?:ASC|DESC)$/.test(words.at(-1) ?? '') ? item.length - 1 : item.length;
  const expression = sql.slice(item[0]?.start, item[last - 1]?.end);
  return {
    ...(column === undefined ? { expression: readExpression(expression, 'sqlite') } : { column }),
    ...(flag(row, 'descending') && { order: 'desc' }),
    ...(isCollated && { collation: text(row, 'collation') }),
  };
}
