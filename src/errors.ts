import { type Diagnostic, type Place, formatDiagnostic, sortDiagnostics } from './diagnostics.ts';
import { APPLY_PROSE, type ApplyErrors } from './errors/apply.ts';
import { CHECK_PROSE, type CheckErrors } from './errors/check.ts';
import { COMMAND_LINE_PROSE, type CommandLineErrors } from './errors/command-line.ts';
import { DATA_PROSE, type DataErrors } from './errors/data.ts';
import { DATABASE_PROSE, type DatabaseErrors } from './errors/database.ts';
import { DESIRED_PROSE, type DesiredErrors } from './errors/desired.ts';
import { LIVE_PROSE, type LiveErrors } from './errors/live.ts';
import { MIGRATION_PROSE, type MigrationErrors } from './errors/migrations.ts';
import { OP_PROSE, type OpErrors } from './errors/ops.ts';
import type { Prose } from './errors/prose.ts';
import { REHEARSE_PROSE, type RehearseErrors } from './errors/rehearse.ts';
import { REVISION_PROSE, type RevisionErrors } from './errors/revisions.ts';
import { SCHEMA_PROSE, type SchemaErrors } from './errors/schema.ts';
import { SQL_PROSE, type SqlErrors } from './errors/sql.ts';

/** Every error code with its typed facts; each area's file holds them, and the prose beside them. */
export interface ErrorDetails extends RevisionErrors, OpErrors, MigrationErrors, DataErrors, SchemaErrors, SqlErrors, DesiredErrors, CheckErrors, DatabaseErrors, ApplyErrors, LiveErrors, RehearseErrors, CommandLineErrors {}

export type ErrorCode = keyof ErrorDetails;

const PROSE: Prose<ErrorDetails> = {
  ...REVISION_PROSE,
  ...OP_PROSE,
  ...MIGRATION_PROSE,
  ...DATA_PROSE,
  ...SCHEMA_PROSE,
  ...SQL_PROSE,
  ...DESIRED_PROSE,
  ...CHECK_PROSE,
  ...APPLY_PROSE,
  ...REHEARSE_PROSE,
  ...DATABASE_PROSE,
  ...LIVE_PROSE,
  ...COMMAND_LINE_PROSE,
};

/** A diagnostic of a known code, with its message and hint. */
export function problem<C extends ErrorCode>(code: C, details: ErrorDetails[C], place?: Place): Diagnostic<C> {
  return { code, ...PROSE[code](details), details, ...(place && { place }) };
}

/** One or several problems that stop the work; `diagnostics` is sorted and never empty. */
export class MigsqlError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = sortDiagnostics(diagnostics);
    super(sorted.map(formatDiagnostic).join('\n'));
    this.name = 'MigsqlError';
    this.diagnostics = sorted;
  }

  /** The code of the first problem. */
  get code(): string {
    return this.diagnostics[0]?.code ?? 'internal';
  }

  /** The facts of the first problem, when it is of code `C`. */
  detailsOf<C extends ErrorCode>(code: C): ErrorDetails[C] | undefined {
    const found = this.diagnostics.find((diagnostic) => diagnostic.code === code);
    return found?.details as ErrorDetails[C] | undefined;
  }
}

export function fail<C extends ErrorCode>(code: C, details: ErrorDetails[C], place?: Place): never {
  throw new MigsqlError([problem(code, details, place)]);
}
