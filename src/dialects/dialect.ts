import type { Place } from '../diagnostics.ts';
import type { DataTable } from '../ops/data-table.ts';
import type { OpName, OpOf } from '../ops/index.ts';
import type { NameLimit } from '../ops/naming.ts';
import type { RowCount } from '../ops/row-count.ts';
import type { SchemaView } from '../schema/model.ts';
import type { Column } from '../schema/table.ts';
import type { VersionTable } from '../schema/version-table.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { CommonFunction, Literal } from '../sql/fragment.ts';
import type { ColumnType, TypeName, TypeOf } from '../sql/types.ts';
import type { Stored } from './stored.ts';

/** A database's way of writing SQL, as data and functions. Nothing is inherited: every entry is named. */
export interface Dialect {
  readonly name: DialectName;
  /** The database's name for people: `SQL Server`. */
  readonly title: string;
  readonly lexicon: Lexicon;
  readonly types: TypeNames;
  readonly literals: Literals;
  readonly functions: { readonly [F in CommonFunction]: string };
  readonly lowering: Lowering;
  /** Whether the server can roll a schema change back. */
  readonly transactionalDdl: boolean;
  /** Whether a data statement outside a transaction takes effect at once in the dialect's client. */
  readonly autocommit: boolean;
  /** The oldest server that a script must run on: forms are chosen for it (`server.ts`). */
  readonly server: Version;
  /** A column as CREATE TABLE and ADD COLUMN write it: name, type, default, nullability and what else stands inline. */
  readonly columnDefinition: (column: Column, dialect: Dialect) => string;
  /** The next number of a sequence, whose name is written already. */
  readonly nextValue: ((sequence: string) => string) | Unsupported;
  /** A statement that changes rows, and what stops the script where it does not touch as many as it must. */
  readonly countedRows: (sql: string, counted: CountedRows, dialect: Dialect) => readonly Lowered[];
  /** Makes the version table where it is missing. */
  readonly createVersionTable: (table: VersionTable, dialect: Dialect) => readonly Lowered[];
  readonly script: ScriptWords;
  /** What is equal to the database. */
  readonly stored: Stored;
}

/** `[15]`, `[8, 0, 19]`: a server's version, its first number first. */
export type Version = readonly number[];

/** How many rows a statement must touch, and what a reader of the message knows it by. */
export interface CountedRows {
  readonly expect: RowCount;
  /** `update of account` */
  readonly what: string;
}

/** How names are written. */
export interface Lexicon {
  /** Writes a name between quotes, with quotes inside it doubled. */
  readonly quote: (name: string) => string;
  /** Lower case. Names among them are quoted. */
  readonly reserved: ReadonlySet<string>;
  /** Names that match need no quotes unless they are reserved. */
  readonly plain: RegExp;
  /** Whether even those are quoted. */
  readonly quotesAll?: true;
  /** What a name without quotes is read as; unless said otherwise as it stands. Quotes around that leave its meaning. */
  readonly folded?: (name: string) => string;
  /** The longest name the database keeps whole; `longestName` in `server.ts` asks the oldest server as well. */
  readonly longestName: NameLimit;
  /** What servers before a version keep, where that is less. */
  readonly olderNames?: { readonly before: Version; readonly longest: NameLimit };
}

/** The name of each type, or why the database has none. */
export type TypeNames = { readonly [N in TypeName]: ((type: TypeOf<N>, dialect: Dialect) => string) | Unsupported };

/** Writes values. A value that the type or the database cannot hold is refused (`refuse`). */
export type Literals = (value: Literal, as: ColumnType | undefined) => string;

/** Why a database cannot do something, and what to do instead. */
export interface Unsupported {
  readonly unsupported: string;
  readonly hint: string;
}

export const unsupported = (reason: string, hint: string): Unsupported => ({ unsupported: reason, hint });

/**
 * Thrown where an op cannot be lowered: the dialect has no such thing, a value does not fit, a fact is missing.
 * `lowerOp` turns it into a diagnostic at the op's place.
 */
export class Refusal extends Error {
  readonly hint: string;
  /** For hand-written SQL: lines after the op's own place. */
  readonly line: number;
  /** Where it is, if not at the op: in a file of rows. */
  readonly place: Place | undefined;

  constructor(reason: string, hint: string, line = 0, place?: Place) {
    super(reason);
    this.hint = hint;
    this.line = line;
    this.place = place;
  }
}

/** @param line for hand-written SQL: lines after the op's own place */
export function refuse(reason: string, hint: string, line = 0): never {
  throw new Refusal(reason, hint, line);
}

/** One statement as a lowering gives it, without terminator. */
export interface Lowered {
  readonly sql: string;
  /** `data` statements can be rolled back in every database; `schema` ones only where DDL is transactional. */
  readonly kind: 'schema' | 'data';
  /** `false` where the server refuses the statement inside a transaction. */
  readonly transactional: boolean;
  /** The text holds terminators of its own (a routine's body, a PL/SQL block). */
  readonly compound: boolean;
  /** For hand-written SQL: lines after the op's own place. */
  readonly line?: number;
  /** How the database is brought to do what it has no statement for: `the table is made anew`. */
  readonly emulation?: string;
  /**
   * An SQL condition, most often on the catalogue, that holds once the statement took effect.
   * Empty: it is proved together with the statement behind it.
   */
  readonly proof?: string;
  /** Whether the proof may hold before as well (`IF NOT EXISTS`): else the statement would fail then. */
  readonly mayHoldBefore?: boolean;
  /** What a failure may leave behind, for people: `index ix, marked invalid: drop it`. */
  readonly leaves?: string;
  /** A statement that removes what a failure left, and nothing else. */
  readonly clearing?: string;
}

export interface LoweringContext {
  readonly dialect: Dialect;
  /** The schema before the op. */
  readonly schema: SchemaView;
  /** The files of rows beside the migration, by the path that the op gives. */
  readonly data: ReadonlyMap<string, DataTable>;
}

/** Why a database needs no statement for an op. */
export interface Needless {
  readonly needless: string;
}

export const needless = (reason: string): Needless => ({ needless: reason });

export type LowerOp<N extends OpName> = (op: OpOf<N>, context: LoweringContext) => readonly Lowered[];

/**
 * Every op is named in every dialect: a function, why it needs none, or why there is none. This table is the support
 * matrix: docs/ops.md is written from it.
 */
export type Lowering = { readonly [N in OpName]: LowerOp<N> | Needless | Unsupported };

/** The words of a script for the dialect's own client; templates give the layout. */
export interface ScriptWords {
  /** The client the words are for: `psql`, `sqlcmd` … */
  readonly client: string;
  /** The command line that runs a script, with FILE for its path. */
  readonly run: string;
  /** The folder of `templates/script/` that lays the script out. */
  readonly layout: string;
  /** What a session is told before the first statement: what the texts of statements, and values, are read by. */
  readonly settings: readonly string[];
  /** The columns of the ledger, the append-only table of what was run. */
  readonly ledger: readonly string[];
  /** The statements that limit how long a statement waits for a lock, and takes; seconds, 0 for no limit. */
  readonly timeouts: (lock: number, statement: number) => readonly string[];
  /** What the limits hold for, where that is not everything, for people: `queries alone`. */
  readonly limited?: { readonly lock?: string; readonly statement?: string };
}

/** A schema statement; the usual case, so that lowerings stay one line. */
export const schemaStatement = (sql: string): Lowered => ({ sql, kind: 'schema', transactional: true, compound: false });

export const dataStatement = (sql: string): Lowered => ({ sql, kind: 'data', transactional: true, compound: false });

/** Statements that bring a database to do what it has no statement for; docs/ops.md and plans say how. */
export const emulated = (how: string, statements: readonly Lowered[]): readonly Lowered[] =>
  statements.map((statement) => ({ ...statement, emulation: how }));
