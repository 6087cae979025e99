import type { Lexicon } from '../dialect.ts';

/**
 * Reserved key words of PostgreSQL 18, among them those "reserved (can be function or type)":
 * https://www.postgresql.org/docs/current/sql-keywords-appendix.html
 */
const RESERVED =
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate ' +
  'collation column concurrently constraint create cross current_catalog current_date current_role ' +
  'current_schema current_time current_timestamp current_user default deferrable desc distinct do else end ' +
  'except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into ' +
  'is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on ' +
  'only or order outer overlaps placing primary references returning right select session_user similar some ' +
  'symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when ' +
  'where window with';

export const lexicon: Lexicon = {
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  reserved: new Set(RESERVED.split(' ')),
  // Unquoted names fold to lower case, so upper case needs quotes.
  plain: /^[a-z_][a-z0-9_$]*$/,
  // NAMEDATALEN - 1; longer names are cut with a notice only:
  // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
  longestName: { count: 63, unit: 'bytes' },
};
