import type { Diagnostic } from '../diagnostics.ts';
import type { ErrorCode } from '../errors.ts';

/** What a run ends with; the help of each command and docs/cli.md show the same. */
export const EXIT_CODES = {
  0: 'Done.',
  1: 'The project has problems: its config, a migration, the graph, or what was asked of them.',
  2: 'The command line is wrong: an unknown command, flag or dialect, a missing argument, a malformed target.',
  3: 'A file could not be read or written.',
  4: 'A database could not be reached, or is not where it must be.',
  5: 'A run on a database stopped: the message says where.',
  70: 'A bug in migsql.',
} as const;

export type ExitCode = keyof typeof EXIT_CODES;

/** All other codes mean problems of the project. */
const EXCEPTIONS: { readonly [C in ErrorCode]?: ExitCode } = {
  'unknown-command': 2,
  'unknown-flag': 2,
  'invalid-choice': 2,
  'unknown-template': 2,
  'invalid-variable': 2,
  'unknown-target': 2,
  'open-target': 2,
  'missing-argument': 2,
  'unexpected-argument': 2,
  'invalid-usage': 2,
  'invalid-target': 2,
  'unreadable-file': 3,
  'unwritable-file': 3,
  'system-error': 3,
  'unknown-scheme': 2,
  'invalid-url': 2,
  'no-url': 2,
  'no-statement-limit': 2,
  'no-driver': 4,
  'cannot-connect': 4,
  'other-database': 4,
  'older-server': 4,
  'unexpected-database': 4,
  'not-empty': 4,
  'not-wiped': 4,
  'no-embedded': 2,
  'another-run': 4,
  'other-heads': 4,
  'unknown-heads': 4,
  'unfit-version-table': 4,
  'unfit-ledger': 4,
  'unknown-schema': 4,
  'no-own-schema': 4,
  'not-at-head': 4,
  'not-at-parents': 4,
  drifted: 4,
  'empty-database': 4,
  'part-applied': 4,
  'part-differs': 4,
  'part-of-script': 4,
  'part-in-session': 4,
  'database-refused': 4,
  'uncertain-statement': 4,
  'apply-failed': 5,
  'apply-canceled': 5,
  'connection-lost': 5,
  'wrong-heads-after': 5,
  'not-wanted': 5,
  'sandbox-failed': 70,
  internal: 70,
};

/** The exit code of a run with these problems; the gravest has the say. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const codes: readonly ExitCode[] = diagnostics.map(({ code }) => EXCEPTIONS[code as ErrorCode] ?? 1);
  return codes.reduce((gravest, code) => (code > gravest ? code : gravest), 1);
}
