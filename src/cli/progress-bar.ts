import cliProgress, { type SingleBar } from 'cli-progress';
import type { Progress } from '../compiler.ts';

/** What takes less is done before anyone wonders. */
const PATIENCE_MS = 1000;

/** There is one terminal. */
let bar: SingleBar | undefined;
const started = performance.now();

/** Draws on stderr how far a stage has come, where that is a terminal and the run takes longer than a second. */
export const reportProgress: Progress = (stage, done, total) => {
  if (!process.stderr.isTTY || (!bar && performance.now() - started < PATIENCE_MS)) return;
  bar ??= newBar(total);
  bar.setTotal(total);
  bar.update(done, { stage });
};

function newBar(total: number): SingleBar {
  const format = '{bar} {value}/{total} {stage}';
  const options = { format, stream: process.stderr, clearOnComplete: true, hideCursor: true, barsize: 30 };
  const made = new cliProgress.SingleBar(options, cliProgress.Presets.rect);
  made.start(total, 0, { stage: '' });
  return made;
}

/** To be called before anything else is written. */
export function clearProgress(): void {
  bar?.stop();
  bar = undefined;
}
