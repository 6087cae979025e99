import { type Cursor, advance, openCursor, openExactCursor, tokenText } from './cursor.ts';

/**
 * A native parser recurses, and one that overflows its stack takes the process with it: with the 32 MB of the
 * sandbox's thread, oxc does so from about 40,000 tokens without a separator. Far below that a source is refused.
 */
export const DEEPEST_SOURCE = 10_000;

/** Where a source nests deeper, or chains longer, than is safe to parse; nothing in any usual source. */
export function tooDeepAt(text: string): number | undefined {
  const found = measure(openCursor(text));
  return found === 'unclear' ? (measure(openExactCursor(text)) as number | undefined) : found;
}

/**
 * Recursion is never deeper than the tokens since the last separator, on every level of brackets together.
 */
function measure(cursor: Cursor): number | 'unclear' | undefined {
  const levels: number[] = [];
  let level = 0;
  let total = 0;
  let previous = '';
  for (let kind = advance(cursor); kind !== 'end'; kind = advance(cursor)) {
    if (kind === 'unclear' && !cursor.tokens) return 'unclear';
    const token = kind === 'punctuator' || kind === 'name' ? tokenText(cursor) : '';
    if (isSeparator(token, previous) || kind === 'templateMiddle') {
      total -= level;
      level = 0;
    } else if (token === ')' || token === ']' || token === '}' || kind === 'templateTail') {
      total -= level;
      level = levels.pop() ?? 0;
    } else {
      level++;
      if (++total > DEEPEST_SOURCE) return cursor.start;
      if (token === '(' || token === '[' || token === '{' || kind === 'templateHead') {
        levels.push(level);
        level = 0;
      }
    }
    previous = token;
  }
  return undefined;
}

/** Words that only begin a statement separate as well, for sources without semicolons. */
const isSeparator = (token: string, previous: string): boolean =>
  token === ',' || token === ';' || token === 'var' || token === 'export' || (token === 'const' && previous !== 'as');
