import type { DialectName } from '../../sql/dialect-name.ts';
import { closingOf, piecesOf, splitAt } from '../../sql/lex/pieces.ts';
import { nameOf } from '../../sql/lex/unquote.ts';

const KINDS = /^(?:VIEW|FUNCTION|PROC|PROCEDURE|TRIGGER)$/i;

/** Of `CREATE VIEW app.v …`, or of `FUNCTION f …`: all that follows the name. */
export function behindName(sql: string, dialect: DialectName): string {
  const pieces = piecesOf(sql, dialect);
  let at = pieces.findIndex(({ kind, text }) => kind === 'word' && KINDS.test(text)) + 1;
  while (pieces[at + 1]?.text === '.') at += 2;
  return sql.slice(pieces[at]?.end).trim();
}

/** Of what follows the name of a view, `[(a, b)] [WITH …] AS SELECT …`: its columns, and its query. */
export function viewText(text: string, dialect: DialectName): { readonly columns?: readonly string[]; readonly query: string } {
  const pieces = piecesOf(text, dialect);
  const hasColumns = pieces[0]?.text === '(';
  const from = hasColumns ? closingOf(pieces, 0) + 1 : 0;
  const as = pieces.find(({ text: word }, index) => index >= from && /^as$/i.test(word));
  const columns = splitAt(pieces, 0).flatMap(([first]) => (first ? [nameOf(first)] : []));
  return { query: text.slice(as?.end).trim(), ...(hasColumns && { columns }) };
}
