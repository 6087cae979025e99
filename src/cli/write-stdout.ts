import { inChunks } from './chunks.ts';
import { clearProgress } from './progress-bar.ts';

/**
 * Writes pieces to stdout, no faster than they are taken. A reader that has seen enough, as `head` has, ends it
 * without a word: oclif ignores EPIPE, and what else goes wrong with stdout ends the program.
 */
export async function writeStdout(pieces: Iterable<string>): Promise<void> {
  clearProgress();
  const { stdout } = process;
  let isOpen = true;
  stdout.once('error', () => (isOpen = false));
  for (const chunk of inChunks(pieces)) {
    if (!isOpen) return;
    if (!stdout.write(chunk)) await new Promise((resolve) => stdout.once('drain', resolve).once('error', resolve));
  }
  clearProgress();
}
