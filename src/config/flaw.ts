import type { Diagnostic, Place } from '../diagnostics.ts';
import type { Path } from './path.ts';

/** What is wrong at a path of the config; it becomes a diagnostic when its place in the file is known. */
export interface Flaw {
  readonly path: Path;
  readonly at: (place: Place) => Diagnostic;
}
