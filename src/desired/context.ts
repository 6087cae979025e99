import type { Diagnostic } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Op } from '../ops/index.ts';
import type { NamingConvention } from '../ops/naming.ts';
import type { Variables } from '../ops/variables.ts';
import type { SqlReader } from '../reader/index.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Untold } from './untold.ts';

/** What the reading of a schema takes from the project. */
export interface DesiredContext {
  /** Absolute; files are named relative to it. */
  readonly project: string;
  readonly dialect: Dialect;
  readonly naming: NamingConvention;
  readonly variables?: Variables;
  /** Evaluates what is more than values written down. */
  readonly sandbox: Sandbox;
  /** The exports of the authoring module, for the modules that only write values down. */
  readonly authoring: { readonly [name: string]: unknown };
  /** Opens what reads hand-written statements. */
  readonly openReader: (dialect: DialectName) => Promise<SqlReader>;
}

/** What a source says, or what is wrong with it. */
export interface Read {
  readonly ops: readonly Op[];
  readonly problems: readonly Diagnostic[];
  readonly untold?: Untold;
}

export const wrong = (problems: readonly Diagnostic[]): Read => ({ ops: [], problems });
