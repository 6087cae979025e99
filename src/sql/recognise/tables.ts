import type { DialectName } from '../dialect-name.ts';
import type { Item, Outline } from './outline.ts';

/** Words between a verb and its table. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'INTO FROM TABLE TABLES ONLY IF NOT EXISTS OR ROLLBACK ABORT FAIL REPLACE IGNORE LOW_PRIORITY HIGH_PRIORITY ' +
    'DELAYED QUICK TEMP TEMPORARY GLOBAL LOCAL UNLOGGED VIRTUAL PRIVATE'
  ).split(' '),
);

const LISTS: ReadonlySet<string> = new Set(['DROP TABLE', 'TRUNCATE', 'LOCK TABLE', 'LOCK TABLES']);
const FIRST_NAME: ReadonlySet<string> = new Set([
  ...LISTS,
  ...['INSERT', 'REPLACE', 'MERGE', 'UPDATE', 'DELETE', 'COPY', 'CREATE TABLE', 'ALTER TABLE', 'RENAME TABLE'],
]);

/**
 * The tables that a statement changes, as written but without quotes; nothing when its first words do not tell,
 * as where several tables are named and the first name may be an alias.
 */
export function tablesOf({ items, text }: Outline, verb: string, dialect: DialectName): readonly string[] | undefined {
  if (verb === 'CREATE INDEX' || verb === 'DROP INDEX') {
    const on = items.findIndex((item) => item.text === 'ON');
    return on < 0 ? undefined : named(items, on + 1, false);
  }
  const isUnclear = UNCLEAR.test(text) || (dialect === 'mssql' && UNCLEAR_BATCH.test(text));
  return isUnclear || !FIRST_NAME.has(verb) ? undefined : named(items, 1, LISTS.has(verb));
}

const UNCLEAR = new RegExp(
  `^(?:${[
    'WITH\\b|INSERT (?:ALL|FIRST)\\b|(?:INSERT|UPDATE|DELETE|MERGE) TOP\\b|ALTER TABLE ALL IN\\b',
    'UPDATE (?:(?! SET ).)*(?:,| JOIN )|DELETE (?!(?:LOW_PRIORITY |QUICK |IGNORE )*FROM\\b)',
    'DELETE .* (?:JOIN|USING)\\b',
  ].join('|')})`,
);

/** In T-SQL a further FROM gives the tables, and the first name may be an alias from there. */
const UNCLEAR_BATCH = /^(?:UPDATE|DELETE FROM)\b.* FROM\b/;

function named(items: readonly Item[], at: number, isList: boolean): readonly string[] | undefined {
  const names: string[] = [];
  let next = at;
  while (FILLERS.has(items[next]?.text ?? '')) next++;
  for (;;) {
    const found = readName(items, next);
    if (!found) return undefined;
    names.push(found.name);
    if (!isList || items[found.end]?.text !== ',') return names;
    next = found.end + 1;
  }
}

/** A dotted name that begins at an item. */
function readName(items: readonly Item[], at: number): { readonly name: string; readonly end: number } | undefined {
  const parts: string[] = [];
  for (let next = at; ; next += 2) {
    const item = items[next];
    if (item?.kind !== 'word' && item?.kind !== 'name') return undefined;
    parts.push(unquoted(item));
    if (items[next + 1]?.text !== '.') return { name: parts.join('.'), end: next + 1 };
  }
}

function unquoted({ kind, source }: Item): string {
  if (kind === 'word') return source;
  const close = source.at(-1) ?? '';
  return source.slice(1, -1).replaceAll(close + close, close);
}
