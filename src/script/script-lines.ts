import type { DialectName } from '../sql/dialect-name.ts';
import { createLexer, nextToken } from '../sql/lex/lexer.ts';
import { RULES } from '../sql/lex/rules.ts';
import type { Token } from '../sql/lex/token.ts';

/** A line of a script's text. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** What a client or a server is told, and what stands between: comments that are whole lines, and blank lines. */
export interface ScriptLines {
  readonly code: readonly Line[];
  /** Before each line of code, and behind the last: one more than there are of them. */
  readonly gaps: readonly (readonly Line[])[];
}

/** The lines of a text that begins and ends outside of quotes and comments. */
export function scriptLines(text: string, dialect: DialectName): ScriptLines {
  const texts = text.split('\n');
  if (texts.at(-1) === '') texts.pop();
  const isCode = codeLines(text, dialect, texts.length);
  const code: Line[] = [];
  const gaps: Line[][] = [[]];
  for (const [index, each] of texts.entries()) {
    const line = { text: each, number: index + 1 };
    if (isCode[index]) {
      code.push(line);
      gaps.push([]);
    } else gaps.at(-1)?.push(line);
  }
  return { code, gaps };
}

/** Whether a line holds anything but a comment from `--` to its end. */
function codeLines(text: string, dialect: DialectName, count: number): readonly boolean[] {
  const isCode = Array.from({ length: count }, () => false);
  const lexer = createLexer(text, RULES[dialect]);
  let line = 0;
  let at = 0;
  const lineAt = (offset: number): number => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) [line, at] = [line + 1, end + 1];
    return line;
  };
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    if (isWholeLine(text, token)) continue;
    isCode.fill(true, lineAt(token.start), lineAt(token.end) + 1);
  }
  return isCode;
}

/** `--+` is a hint, which Oracle obeys. */
const isWholeLine = (text: string, { kind, startsLine, start }: Token): boolean =>
  kind === 'comment' && startsLine && text.startsWith('--', start) && text[start + 2] !== '+';
