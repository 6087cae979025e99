/** A place in a text, both figures from 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Positions of offsets of one text; linear in all when the offsets ascend. */
export function createPositions(text: string): (offset: number) => Position {
  const nextBreak = (from: number): number => {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
  };
  let line = 1;
  let lineStart = 0;
  let lineEnd = nextBreak(0);
  return (offset) => {
    if (offset < lineStart) [line, lineStart, lineEnd] = [1, 0, nextBreak(0)];
    while (lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = nextBreak(lineStart);
    }
    return { line, column: offset - lineStart + 1 };
  };
}
