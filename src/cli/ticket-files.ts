import { createHash } from 'node:crypto';

/** The pieces of a text, and its SHA-256 once all of them are taken. */
export interface Summed {
  readonly text: Iterable<string>;
  readonly sum: () => string;
}

export function summed(text: Iterable<string>): Summed {
  let sum = '';
  function* pieces(): Generator<string> {
    const hash = createHash('sha256');
    for (const piece of text) {
      hash.update(piece);
      yield piece;
    }
    sum = hash.digest('hex');
  }
  return { text: { [Symbol.iterator]: pieces }, sum: () => sum };
}

/** What `sha256sum -c` reads, in the folder of the files; their texts are to be taken before. */
export function* sumsText(files: readonly { readonly name: string; readonly sum: () => string }[]): Generator<string> {
  for (const { name, sum } of files) yield `${sum()}  ${name}\n`;
}
