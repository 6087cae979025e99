/**
 * SQL*Plus reads lines of up to 2,499 characters, from 12.2 on 4,999:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-limits.html
 */
const LONGEST = 2000;

/** What a comma must not be looked for in: strings, names and comments. */
const PIECES = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|, |[^'",/-]+|[\s\S]/g;

/** A literal with delimiters of its own, in which quotes are no quotes. */
const ALTERNATIVE = /\bn?q'/i;

/** The statement with a line's end behind commas, where lines are long; what is within quotes stays as it is. */
export function withShortLines(sql: string): string {
  if (sql.length <= LONGEST || ALTERNATIVE.test(sql)) return sql;
  let length = 0;
  let short = '';
  for (const [piece] of sql.matchAll(PIECES)) {
    const breaks = piece === ', ' && length > LONGEST / 2;
    short += breaks ? ',\n  ' : piece;
    const end = piece.lastIndexOf('\n');
    length = breaks ? 2 : end < 0 ? length + piece.length : piece.length - end - 1;
  }
  return short;
}
