const LINE_FEED = 10;

/** The line of an offset, from 1; offsets must not come down. */
export function lineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1;
  let next = bytes.indexOf(LINE_FEED);
  return (offset) => {
    for (; next >= 0 && next < offset; next = bytes.indexOf(LINE_FEED, next + 1)) line++;
    return line;
  };
}
