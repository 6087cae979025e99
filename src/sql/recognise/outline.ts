import type { DialectName } from '../dialect-name.ts';
import { createLexer, nextToken } from '../lex/lexer.ts';
import { RULES } from '../lex/rules.ts';
import type { Token } from '../lex/token.ts';

/** One word, quoted name, string, number or symbol of a statement. */
export interface Item {
  readonly kind: Token['kind'];
  /** A word in upper case, a symbol as it is; quoted names are `"`, strings `'`, so that neither looks like a keyword. */
  readonly text: string;
  /** As written. */
  readonly source: string;
}

/**
 * A statement without comments and without what stands in parentheses: `INSERT INTO T ( ) VALUES ( )`.
 * Of a parenthesis its first word is kept, which tells a query from a list: `WITH X AS (DELETE ) SELECT *`.
 */
export interface Outline {
  readonly items: readonly Item[];
  /** The items with a blank between them. */
  readonly text: string;
}

/** Beyond this many items only a WITH or a batch can still say something about its statement. */
const ENOUGH = 200;

export function outline(sql: string, dialect: DialectName): Outline {
  const items: Item[] = [];
  for (const item of outerItems(sql, dialect)) {
    items.push(item);
    if (items.length === ENOUGH && dialect !== 'mssql' && items[0]?.text !== 'WITH') break;
  }
  return { items, text: items.map(({ text }) => text).join(' ') };
}

function* outerItems(sql: string, dialect: DialectName): Generator<Item> {
  const lexer = createLexer(sql, RULES[dialect]);
  let depth = 0;
  let opens = false;
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (token.kind === 'comment' || token.kind === 'marker') continue;
    const item = toItem(token, sql);
    if (item.text === ')') depth = Math.max(0, depth - 1);
    if (opens) yield { ...item, text: `(${item.kind === 'word' ? item.text : ''}` };
    if (depth === 0 && item.text !== '(' && !(opens && item.text !== ')')) yield item;
    opens = item.text === '(' && depth === 0;
    if (item.text === '(') depth++;
  }
}

function toItem({ kind, start, end }: Token, sql: string): Item {
  const source = sql.slice(start, end);
  const text = kind === 'word' ? source.toUpperCase() : kind === 'name' ? '"' : kind === 'string' ? "'" : source;
  return { kind, text, source };
}
