import type { Diagnostic } from '../diagnostics.ts';
import type { Territory } from './imports.ts';

/** A module to evaluate as an entry of its own. */
export interface EvaluationRequest {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly territory: Territory;
}

/** A file that an evaluation read, and by which import. */
export interface Import {
  /** The importing file and the imported one, relative to the project. */
  readonly importer: string;
  readonly specifier: string;
  readonly file: string;
  /** SHA-256 of the imported file's bytes with LF for CRLF, in hex. */
  readonly sha256: string;
}

/** The JSON of a module's default export, with the place of every op; or why there is none. */
export type Evaluation =
  { readonly json: string; readonly imports: readonly Import[] } | { readonly problems: readonly Diagnostic[] };
