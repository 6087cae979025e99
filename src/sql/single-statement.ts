import { CLIENTS } from './clients/index.ts';
import type { DialectName } from './dialect-name.ts';
import { createLexer, nextToken } from './lex/lexer.ts';
import { type SplitStatement, splitWithProblems } from './split.ts';

/** The one statement that a text is; nothing when it is none, several, repeated, followed by data or left open. */
function singleStatement(text: string, dialect: DialectName): SplitStatement | undefined {
  const { statements, problems } = splitWithProblems(text, dialect);
  const [only, second] = statements;
  const isSingle = problems.length === 0 && !second && (only?.repeat ?? 1) === 1 && only?.data === undefined;
  return isSingle ? only : undefined;
}

/** Whether a text is exactly one statement that is sent once, with nothing left open. */
export function isSingleStatement(text: string, dialect: DialectName): boolean {
  return singleStatement(text, dialect) !== undefined;
}

/**
 * A single statement without its terminator and the comments around it; semicolons inside it stay. A text that is not
 * one statement comes back as it is.
 */
export function stripTerminator(text: string, dialect: DialectName): string {
  return singleStatement(text, dialect)?.sql ?? text;
}

/** Whether a text holds nothing that a server would run: it is blank, or comments alone. */
export function isCommentOnly(text: string, dialect: DialectName): boolean {
  const lexer = createLexer(text, CLIENTS[dialect].rules);
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) if (token.kind !== 'comment') return false;
  return true;
}
