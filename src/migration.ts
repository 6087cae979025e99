import type { DataTable } from './ops/data-table.ts';
import type { AuthoredOp } from './ops/index.ts';
import { type OpBase, type Irreversible, irreversible as because } from './ops/op.ts';
import { origin } from './ops/origin.ts';

/** What an author writes: `export default migration({ … })`. */
export interface MigrationSource {
  /** Letters, digits, underscores; unique in the project. A literal. */
  readonly id: string;
  /** The parent, the parents of a merge, or `null` for a base revision. Literals. */
  readonly revises: string | null | readonly string[];
  readonly title?: string;
  readonly branchLabels?: readonly string[];
  /** Ids or labels that must come first without being ancestors. Literals. */
  readonly dependsOn?: readonly string[];
  /** What it is for: where a script is rendered for other contexts, its ops are left out. Literals. */
  readonly contexts?: readonly string[];
  readonly upgrade: readonly AuthoredOp[];
  /** `'reversed'` (the default) undoes the upgrade op by op; or a list of ops; or `irreversible('why')`. */
  readonly downgrade?: Downgrade;
}

/** `unsaid`: nobody said that there is no way back; a `.sql` file only says none. */
export type Downgrade = 'reversed' | readonly AuthoredOp[] | (Irreversible & Pick<OpBase, 'origin'> & { readonly unsaid?: true });

/** Types a migration's source; the value is the source as it is. */
export const migration = (source: MigrationSource): MigrationSource => source;

/** A step that cannot be undone: a downgrade through it stops with this reason before anything is written. */
export const irreversible = (reason: string): Irreversible & Pick<OpBase, 'origin'> => ({ ...because(reason), ...origin() });

/** A file that a migration is made of: its path relative to the project, and the SHA-256 of its content with LF line ends, in hex. */
export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
}

/** A migration as the compiler knows it. */
export interface Migration {
  readonly id: string;
  readonly revises: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  readonly title: string;
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  /** SHA-256 of the file's content with LF line ends, in hex. */
  readonly sha256: string;
  /** What it imports, however far, and the files that its rows are in, each file once and sorted. */
  readonly imports: readonly SourceFile[];
  readonly upgrade: readonly AuthoredOp[];
  readonly downgrade: Downgrade;
  /** The files of rows beside it, by the path that its ops give. */
  readonly data?: ReadonlyMap<string, DataTable>;
}
