import { fail } from '../errors.ts';
import { lineCounter } from './lines.ts';

/** A row of a JSON file, not yet parsed: JSON.parse of a whole file would hold all its rows at once. */
export interface Document {
  readonly bytes: Buffer;
  /** Where it begins, from 1. */
  readonly line: number;
  /** How many members the object has; some of one name count each. */
  readonly members: number;
}

const [LINE_FEED, QUOTE, BACKSLASH, COLON, COMMA] = [10, 34, 92, 58, 44] as const;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125] as const;

/** Each line of a `.jsonl` file that is not blank. */
export function* documentsInLines(bytes: Buffer): Generator<Document> {
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    const text = bytes.subarray(start, end < 0 ? bytes.length : end);
    line++;
    if (skipBlanks(text, 0) < text.length) yield { bytes: text, line, members: endOfValue(text, 0).members };
    start = end < 0 ? bytes.length : end + 1;
  }
}

/** The elements of the list that a `.json` file is. @throws MigsqlError */
export function* documentsInList(bytes: Buffer, file: string): Generator<Document> {
  const lineAt = lineCounter(bytes);
  const broken = (reason: string, at: number): never =>
    fail('broken-json', { reason }, { file, line: lineAt(Math.min(at, bytes.length - 1)) });
  let at = skipBlanks(bytes, 0);
  if (at === bytes.length) return;
  if (bytes[at] !== OPEN_LIST) notRows(bytes, at, 'a list of rows', { file, line: lineAt(at) });
  for (let isFirst = true; ; isFirst = false) {
    at = skipBlanks(bytes, at + 1);
    if (isFirst && bytes[at] === CLOSE_LIST) break;
    if (at === bytes.length) broken("the list is not closed by ']'", at);
    if (bytes[at] === CLOSE_LIST) broken("a comma stands before ']'", at);
    if (bytes[at] !== OPEN_OBJECT) notRows(bytes, at, 'a row', { file, line: lineAt(at) });
    const { end, members } = endOfValue(bytes, at);
    if (end < 0) broken("the row that begins here is not closed by '}'", at);
    yield { bytes: bytes.subarray(at, end), line: lineAt(at), members };
    at = skipBlanks(bytes, end);
    if (bytes[at] === CLOSE_LIST) break;
    if (bytes[at] !== COMMA) broken("expected ',' or ']' behind the row", at);
  }
  const rest = skipBlanks(bytes, at + 1);
  if (rest < bytes.length) broken('something stands behind the list', rest);
}

function notRows(bytes: Buffer, at: number, what: string, place: { readonly file: string; readonly line: number }): never {
  const found = bytes.toString('utf8', at, at + 40).split('\n', 1)[0]!.replace(/\ufffd+$/, '');
  return fail('not-rows', { found, expected: what }, place);
}

/** Behind an object or list; -1 where it is not closed. */
function endOfValue(bytes: Buffer, start: number): { readonly end: number; readonly members: number } {
  let depth = 0;
  let members = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === COLON && depth === 1) members++;
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) return { end: at + 1, members };
  }
  return { end: -1, members };
}

/** At the quote that closes a text. */
function endOfText(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) return at;
    if (bytes[at] === BACKSLASH) at++;
  }
  return bytes.length;
}

function skipBlanks(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && BLANKS.has(bytes[at]!)) at++;
  return at;
}

const BLANKS: ReadonlySet<number> = new Set([9, 10, 13, 32]);
