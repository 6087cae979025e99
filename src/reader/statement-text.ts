import type { DialectName } from '../sql/dialect-name.ts';
import { createLexer, nextToken } from '../sql/lex/lexer.ts';
import { RULES } from '../sql/lex/rules.ts';
import type { Token } from '../sql/lex/token.ts';
import { unread } from './reading.ts';

/** A statement and its tokens, without comments. */
export interface StatementText {
  readonly sql: string;
  readonly tokens: readonly Token[];
}

/** An executable comment of MySQL is read by some servers and not by others. */
export function tokenise(sql: string, dialect: DialectName): StatementText {
  const tokens: Token[] = [];
  const lexer = createLexer(sql, RULES[dialect]);
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (token.unclosed) unread(`a ${token.unclosed.what} is not closed`);
    if (token.kind === 'marker') unread('it holds an executable comment');
    if (token.kind !== 'comment') tokens.push(token);
  }
  return { sql, tokens };
}

/** A word in upper case, or a symbol; empty for what is neither, and behind the end. */
export function wordAt({ sql, tokens }: StatementText, index: number): string {
  const token = tokens[index];
  if (token?.kind !== 'word' && token?.kind !== 'symbol') return '';
  return sql.slice(token.start, token.end).toUpperCase();
}

/** The text from a token up to another, which is not in it. */
export function slice({ sql, tokens }: StatementText, from: number, to = tokens.length): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && from < to ? sql.slice(first.start, last.end) : '';
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

/** The first token outside brackets from an index on that is one of these, or closes a bracket around; or the end. */
export function findOutside(text: StatementText, from: number, isEnd: (word: string, index: number) => boolean): number {
  let depth = 0;
  for (let index = from; index < text.tokens.length; index++) {
    const word = wordAt(text, index);
    if (depth === 0 && (CLOSING.has(word) || isEnd(word, index))) return index;
    if (OPENING.has(word)) depth++;
    else if (CLOSING.has(word)) depth--;
  }
  return text.tokens.length;
}

/** The bracket that closes the one at an index. */
export function closing(text: StatementText, open: number): number {
  const end = findOutside(text, open + 1, () => false);
  return end < text.tokens.length ? end : unread('a parenthesis is not closed');
}

/** A run of tokens, the last of them not in it. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** What stands between the commas outside brackets, up to a closing bracket or the end. */
export function listFrom(text: StatementText, from: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = from; ; at = runs.at(-1)!.to + 1) {
    const to = findOutside(text, at, (word) => word === ',');
    runs.push({ from: at, to });
    if (wordAt(text, to) !== ',') return runs;
  }
}
