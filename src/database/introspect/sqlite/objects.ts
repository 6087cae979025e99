import type { Trigger, View } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { closingOf, piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import { type Row, text } from '../row.ts';
import { splitAt } from './table-text.ts';

/** Their texts in the order in which they were made: https://www.sqlite.org/schematab.html */
const query = (type: string) => (): string =>
  `SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = '${type}' ORDER BY rowid`;

export const viewsQuery = query('view');
export const triggersQuery = query('trigger');

/** `CREATE VIEW name [(…)] AS …`: IF NOT EXISTS and the file's name are not kept. */
const NAME = 2;

export const viewsOf = (rows: readonly Row[]): readonly View[] =>
  rows.map((row) => {
    const sql = text(row, 'sql');
    const pieces = piecesOf(sql, 'sqlite');
    const hasColumns = pieces[NAME + 1]?.text === '(';
    const as = pieces[hasColumns ? closingOf(pieces, NAME + 1) + 1 : NAME + 1];
    const columns = hasColumns ? splitAt(pieces, NAME + 1).flatMap(([first]) => (first ? [nameOf(first)] : [])) : undefined;
    return { kind: 'view', name: { name: text(row, 'name') }, query: raw(sql.slice(as?.end).trim()), ...(columns && { columns }) };
  });

export const triggersOf = (rows: readonly Row[]): readonly Trigger[] =>
  rows.map((row) => {
    const sql = text(row, 'sql');
    return {
      kind: 'trigger',
      name: { name: text(row, 'name') },
      table: { name: text(row, 'table') },
      definition: raw(sql.slice(piecesOf(sql, 'sqlite')[NAME]?.end).trim()),
    };
  });
