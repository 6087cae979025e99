import { once } from 'node:events';
import { inChunks } from './chunks.ts';

/**
 * Writes pieces to stdout, no faster than they are taken. A reader that has seen enough, as `head` has, ends it
 * without a word.
 */
export async function writeStdout(pieces: Iterable<string>): Promise<void> {
  for (const chunk of inChunks(pieces)) {
    if (process.stdout.destroyed) return;
    if (!process.stdout.write(chunk)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]);
  }
}
