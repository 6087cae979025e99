import type { Project } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Replay } from '../replay.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { RuleName } from './names.ts';

/** What the rules look at. */
export interface Subject {
  readonly project: Project;
  /** Those of the config, or the one that is asked for; at least one. */
  readonly dialects: readonly DialectName[];
  /** The chain as far as all heads; replayed once in each dialect. */
  readonly replayed: (dialect: DialectName) => Promise<Replay>;
  /** The git ref of the main branch, where it is said. */
  readonly base: string | undefined;
  /** Whether a rule was asked for by its name. */
  readonly isAsked: (rule: RuleName) => boolean;
}

/** What a rule found wrong, or why it could not look. */
export type Found = readonly Diagnostic[] | { readonly unchecked: Diagnostic };

export interface Rule {
  /** What holds where it finds nothing. */
  readonly summary: string;
  /** @throws MigsqlError with what is in the way of looking, which is wrong as well */
  readonly check: (subject: Subject) => Promise<Found> | Found;
}
