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

/** As `placeAt`, for many offsets of one text: its lines are counted once, when the first place is asked for. */
export function placesIn(text: string, file: string): (offset: number) => Place {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStartsOf(text);
    let line = 1;
    for (let past = starts.length + 1; past - line > 1; ) {
      const middle = (line + past) >> 1;
      if ((starts[middle - 1] as number) <= offset) line = middle;
      else past = middle;
    }
    return { file, line, column: offset - (starts[line - 1] as number) + 1 };
  };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
