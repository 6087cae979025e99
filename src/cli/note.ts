import { clearProgress } from './progress-bar.ts';

/** Tells people something while the work goes on. */
export function note(text: string): void {
  clearProgress();
  process.stderr.write(`${text}\n`);
}
