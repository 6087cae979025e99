import type { Place } from '../diagnostics.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { SourceFile } from '../migration.ts';
import type { Direction, Step, VersionChange } from '../revisions/index.ts';
import type { Variables } from '../ops/variables.ts';
import type { VersionTable } from '../schema/version-table.ts';

/** How far one transaction reaches. `none`: each statement for itself. */
export type TransactionMode = 'script' | 'revision' | 'none';

export const TRANSACTION_MODES = ['script', 'revision', 'none'] as const satisfies readonly TransactionMode[];

/** Where a statement comes from: an op of a migration file, or the keeping of the version table. */
export type Origin =
  | ({ readonly kind: 'op'; readonly op: string; readonly description: string } & Partial<Place>)
  /** Of a change of the rows, `change` says which; the table itself is made without. */
  | { readonly kind: 'version-table'; readonly change?: VersionChange };

/** One statement that the server takes whole, without terminator. */
export interface Statement {
  readonly sql: string;
  readonly origin: Origin;
  readonly kind: 'schema' | 'data';
  readonly transactional: boolean;
  /** The text holds terminators of its own. */
  readonly compound: boolean;
  /** How the database is brought to do what it has no statement for. */
  readonly emulation?: string;
  /** An SQL condition that holds once it took effect; `mayHoldBefore`: perhaps before as well. */
  readonly proof?: string;
  readonly mayHoldBefore?: boolean;
  /** What a failure may leave behind, for people. */
  readonly leaves?: string;
  /** A statement that removes what a failure left, and nothing else. */
  readonly clearing?: string;
}

/** A run of statements inside one transaction, or outside any. */
export interface Block {
  readonly transactional: boolean;
  readonly statements: readonly Statement[];
}

/**
 * One revision in one direction, with its statements; or `stamp`, where the version table alone changes, or `repair`, where it
 * stays as it is.
 */
export interface PlannedStep extends Omit<Step, 'direction'> {
  readonly direction: Direction | 'stamp' | 'repair';
  readonly title: string;
  /** Empty for a stamp and a repair. */
  readonly file: string;
  /** SHA-256 of the file's content with LF line ends, in hex. */
  readonly sha256: string;
  /** The files that it imports. */
  readonly imports: readonly SourceFile[];
  readonly blocks: readonly Block[];
}

/** What the graph says of revisions, for scripts that find out where a database is. */
export interface Lineage {
  /** The heads that show a revision to be applied: itself, and all that come after it. */
  readonly appliedBy: (revision: string) => readonly string[];
  /** What it revises and depends on. */
  readonly prerequisites: (revision: string) => readonly string[];
  /** Every revision there is, after what it needs. */
  readonly known: () => readonly string[];
}

/** What script, apply, lint and ticket read. */
export interface Plan {
  readonly dialect: DialectName;
  /** The oldest server that the statements are for: `15`, `8.0.19`, `2019`. */
  readonly server: string;
  /** Current heads the plan starts from; empty for base. */
  readonly from: readonly string[];
  /** Current heads afterwards; empty for base. */
  readonly to: readonly string[];
  /** A stamp that starts from whatever the version table holds; `from` is empty then. */
  readonly fromAnything?: true;
  readonly transaction: TransactionMode;
  readonly versionTable: VersionTable;
  /** What it is for, of what migrations say under `contexts`, where that is said. */
  readonly contexts?: readonly string[];
  /** What the config's variables were, where it has any. */
  readonly variables?: Variables;
  readonly steps: readonly PlannedStep[];
  /** Functions, so that they are no part of the plan as JSON. */
  readonly lineage: Lineage;
}
