import { type SourceMapSegment, decode } from '@jridgewell/sourcemap-codec';
import type * as OxcTransform from 'oxc-transform';
import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { DEEPEST_SOURCE, tooDeepAt } from './depth.ts';
import { placeAt } from './places.ts';

/** A module without its types, and the way back to its source. */
export interface Stripped {
  readonly code: string;
  /** The place in the source of a position in `code`: line from 1, column from 1 in code points. */
  readonly placeOf: (line: number, column: number) => Place;
}

/** Removes types from TypeScript or JavaScript; `file` names it in places, and its ending says which it is. */
export function stripTypes(oxc: typeof OxcTransform, file: string, text: string): Stripped | readonly Diagnostic[] {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return [problem('too-deep', { tokens: DEEPEST_SOURCE }, placeAt(text, deep, file))];
  const { code, map, errors } = oxc.transformSync(file, text, { sourcemap: true });
  if (errors.length > 0)
    return errors.map(({ message, labels }) => syntaxError(message, placeOfByte(text, labels[0]?.start, file)));
  return { code, placeOf: placeFinder(file, code, map?.mappings ?? '') };
}

export const syntaxError = (message: string, place: Place): Diagnostic =>
  problem('syntax-error', { reason: message.replace(/\.$/, '') }, place);

/** oxc counts its offsets in bytes of UTF-8. */
function placeOfByte(text: string, byte: number | undefined, file: string): Place {
  if (byte === undefined) return { file };
  return placeAt(text, Buffer.from(text).toString('utf8', 0, byte).length, file);
}

/** Decodes the mappings when the first place is asked for, and of long ones only as far as needed. */
function placeFinder(file: string, code: string, mappings: string): Stripped['placeOf'] {
  let decoded: ReturnType<typeof decode> = [];
  let lines: readonly Line[] | undefined;
  return (line, column) => {
    lines ??= code.split('\n').map((text) => ({ text }));
    const text = lines[line - 1];
    if (!text) return { file };
    // Twice as far as before, so that all lines together cost what the longest way does.
    if (line > decoded.length) decoded = decode(firstLines(mappings, Math.max(line, 2 * decoded.length)));
    const segment = lastBefore(decoded[line - 1] ?? [], calleeAt(text, column));
    if (!segment || segment.length === 1) return { file };
    return { file, line: segment[2] + 1, column: segment[3] + 1 };
  };
}

/** The last segment that begins at a unit of its line or before. */
function lastBefore(segments: readonly SourceMapSegment[], unit: number): SourceMapSegment | undefined {
  let found = -1;
  for (let past = segments.length; past - found > 1; ) {
    const middle = (found + past) >> 1;
    if ((segments[middle] as SourceMapSegment)[0] <= unit) found = middle;
    else past = middle;
  }
  return segments[found];
}

interface Line {
  readonly text: string;
  /** Whether a character in it takes two units; found when it is first asked. */
  isWide?: boolean;
}

const SHORT = 100_000;

/** Mappings name lines by what went before, so a line needs all before it. */
function firstLines(mappings: string, count: number): string {
  if (mappings.length <= SHORT) return mappings;
  let at = -1;
  for (let line = 0; line < count; line++) {
    at = mappings.indexOf(';', at + 1);
    if (at < 0) return mappings;
  }
  return mappings.slice(0, at);
}

/** Where in a line the interpreter means: a call that is returned stands at its `return`, others at their bracket. */
function calleeAt(line: Line, column: number): number {
  line.isWide ??= /[\ud800-\udfff]/.test(line.text);
  const unit = line.isWide ? unitsOf(line.text, column - 1) : column - 1;
  RETURN.lastIndex = unit;
  return RETURN.test(line.text) ? RETURN.lastIndex : unit;
}

const RETURN = /return\s+/y;

/** The UTF-16 units that the first code points of a text take. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left--) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
