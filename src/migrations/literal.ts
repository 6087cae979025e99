import { type Cursor, advance, isPunctuator, tokenText } from '../sandbox/cursor.ts';
import { decodeText } from '../sandbox/strings.ts';

/** What a fact can be in the source. */
export type FactValue = string | null | readonly string[];

export const isAtEnd = (cursor: Cursor): boolean => cursor.kind === 'end';

/** +1 where a bracket or a template's hole opens, -1 where one closes. */
export function nesting(cursor: Cursor): number {
  if (cursor.kind === 'templateHead') return 1;
  if (cursor.kind === 'templateTail') return -1;
  if (cursor.kind !== 'punctuator') return 0;
  const character = cursor.text.charAt(cursor.start);
  if (character === '{' || character === '(' || character === '[') return 1;
  return character === '}' || character === ')' || character === ']' ? -1 : 0;
}

/** A text, a list of texts or null, optionally `as const`, up to the end of the field; else nothing. */
export function readLiteral(cursor: Cursor): FactValue | undefined {
  const value = isPunctuator(cursor, '[') ? readList(cursor) : readScalar(cursor);
  if (value === undefined) return undefined;
  if (cursor.kind === 'name' && tokenText(cursor) === 'as') {
    advance(cursor);
    if (tokenText(cursor) !== 'const') return undefined;
    advance(cursor);
  }
  return isPunctuator(cursor, ',') || isPunctuator(cursor, '}') ? value : undefined;
}

function readScalar(cursor: Cursor): string | null | undefined {
  const value = scalarOf(cursor);
  if (value !== undefined) advance(cursor);
  return value;
}

function scalarOf(cursor: Cursor): string | null | undefined {
  const { kind } = cursor;
  if (kind === 'string' || kind === 'template') return decodeText(tokenText(cursor));
  return kind === 'name' && tokenText(cursor) === 'null' ? null : undefined;
}

/** Reads to the closing bracket whatever the list holds, so that the next field is found. */
function readList(cursor: Cursor): readonly string[] | undefined {
  const items: string[] = [];
  let isPlain = true;
  let isAwaited = true;
  let depth = 0;
  for (advance(cursor); depth > 0 || !isPunctuator(cursor, ']'); advance(cursor)) {
    if (isAtEnd(cursor) || cursor.kind === 'unclear') return undefined;
    const change = nesting(cursor);
    const isComma = isPunctuator(cursor, ',');
    const item = isComma ? '' : scalarOf(cursor);
    isPlain &&= change === 0 && depth === 0 && isComma !== isAwaited && typeof item === 'string';
    if (typeof item === 'string' && !isComma) items.push(item);
    isAwaited = isComma;
    depth += change;
  }
  advance(cursor);
  return isPlain ? items : undefined;
}
