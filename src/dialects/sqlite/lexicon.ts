import type { Lexicon } from '../dialect.ts';

/**
 * "If you want to use a keyword as a name, you need to quote it": https://www.sqlite.org/lang_keywords.html. Beside the
 * key words of that page, TRUE and FALSE, which are values where no column has the name.
 */
const RESERVED =
  'abort action add after all alter always analyze and as asc attach autoincrement before begin between by ' +
  'cascade case cast check collate column commit conflict constraint create cross current current_date ' +
  'current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop each ' +
  'else end escape except exclude exclusive exists explain fail false filter first following for foreign from ' +
  'full generated glob group groups having if ignore immediate in index indexed initially inner insert instead ' +
  'intersect into is isnull join key last left like limit match materialized natural no not nothing notnull ' +
  'null nulls of offset on or order others outer over partition plan pragma preceding primary query raise range ' +
  'recursive references regexp reindex release rename replace restrict returning right rollback row rows ' +
  'savepoint select set table temp temporary then ties to transaction trigger true unbounded union unique ' +
  'update using vacuum values view virtual when where window with within without';

export const lexicon: Lexicon = {
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  reserved: new Set(RESERVED.split(' ')),
  // Names keep their case and are compared without it.
  plain: /^[A-Za-z_][A-Za-z0-9_$]*$/,
  longestName: { count: Infinity, unit: 'characters' },
};
