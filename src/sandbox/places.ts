import type { Place } from '../diagnostics.ts';

/** The line and column (from 1; columns in UTF-16 units, as editors count) of an offset in a text. */
export function placeAt(text: string, offset: number, file: string): Place {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { file, line, column: offset - lineStart + 1 };
}
