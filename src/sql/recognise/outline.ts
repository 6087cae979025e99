import type { DialectName } from '../dialect-name.ts';
import { createLexer, nextToken } from '../lex/lexer.ts';
import { RULES } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';

/** One word, quoted name, string, number or symbol of a statement. */
export interface Item {
  readonly kind: Token['kind'];
  /** A word in upper case, a symbol as it is; a quoted name is `"`, a string `'`: neither looks like a keyword. */
  readonly text: string;
  /** As written. */
  readonly source: string;
}

/**
 * A statement without comments and without what stands in parentheses: `INSERT INTO T (ID ) VALUES ( )`. Of a
 * parenthesis its first word is kept, which tells a query from a list; one behind the first word holds options,
 * and is kept whole: `REINDEX (VERBOSE , CONCURRENTLY ) TABLE T`.
 */
export interface Outline {
  readonly items: readonly Item[];
  /** The items with a blank between them. */
  readonly text: string;
}

/** Beyond this many items only a WITH, a block or a batch can still say something about its statement. */
const ENOUGH = 200;
const READ_WHOLE = /^(?:WITH|BEGIN|DECLARE|<)$/;

/** Reads as much of a statement as its kind needs, or all of it. */
export function outline(sql: string, dialect: DialectName, { whole = dialect === 'mssql' } = {}): Outline {
  const items: Item[] = [];
  for (const item of outerItems(sql, dialect)) {
    if (items.length > 0 || item.text !== ';') items.push(item);
    if (items.length === ENOUGH && !whole && !READ_WHOLE.test(items[0]?.text ?? '')) break;
  }
  return { items, text: items.map(({ text }) => text).join(' ') };
}

function* outerItems(sql: string, dialect: DialectName): Generator<Item> {
  let depth = 0;
  let opening = false;
  let outside = 0;
  for (const item of allItems(sql, dialect)) {
    if (item.text === '(') opening = depth++ === 0 || opening;
    else if (item.text === ')' && depth > 0) {
      if (--depth > 0) continue;
      if (opening) yield { ...item, text: '(' };
      opening = false;
      yield item;
    } else if (opening) {
      opening = false;
      yield { ...item, kind: 'symbol', text: item.kind === 'word' ? `(${item.text}` : '(' };
    } else if (depth === 0 || outside === 1) yield item;
    if (depth === 0) outside++;
  }
}

function* allItems(sql: string, dialect: DialectName): Generator<Item> {
  const lexer = createLexer(sql, RULES[dialect]);
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (token.kind !== 'comment' && token.kind !== 'marker') yield toItem(token, sql);
  }
}

function toItem({ kind, start, end }: Token, sql: string): Item {
  const source = sql.slice(start, end);
  const text = kind === 'word' ? source.toUpperCase() : kind === 'name' ? '"' : kind === 'string' ? "'" : source;
  return { kind, text, source };
}
