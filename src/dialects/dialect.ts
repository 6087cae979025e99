import type { OpName, OpOf } from '../ops/index.ts';
import type { SchemaView } from '../schema/model.ts';
import type { Column, TableName } from '../schema/table.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { CommonFunction, Literal } from '../sql/fragment.ts';
import type { ColumnType, TypeName, TypeOf } from '../sql/types.ts';

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
  /** A column as CREATE TABLE and ADD COLUMN write it: name, type, default, nullability and what else stands inline. */
  readonly columnDefinition: (column: Column) => string;
  /** Makes the version table where it is missing. */
  readonly createVersionTable: (table: TableName) => readonly Lowered[];
  readonly script: ScriptWords;
}

/** How names are written. */
export interface Lexicon {
  /** Writes a name between quotes, with quotes inside it doubled. */
  readonly quote: (name: string) => string;
  /** Lower case. Names among them are quoted. */
  readonly reserved: ReadonlySet<string>;
  /** Names that match need no quotes unless they are reserved. */
  readonly plain: RegExp;
  /** The longest name the database keeps whole. */
  readonly longestName: { readonly count: number; readonly unit: 'bytes' | 'characters' };
}

/** The name of each type, or why the database has none. */
export type TypeNames = { readonly [N in TypeName]: ((type: TypeOf<N>) => string) | Unsupported };

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

  constructor(reason: string, hint: string, line = 0) {
    super(reason);
    this.hint = hint;
    this.line = line;
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
}

export interface LoweringContext {
  readonly dialect: Dialect;
  /** The schema before the op. */
  readonly schema: SchemaView;
}

/** Every op is named in every dialect: a function, or why there is none. This table is the support matrix. */
export type Lowering = {
  readonly [N in OpName]: ((op: OpOf<N>, context: LoweringContext) => readonly Lowered[]) | Unsupported;
};

/** The words of a script for the dialect's own client; templates give the layout. */
export interface ScriptWords {
  /** The client the words are for: `psql`, `sqlcmd` … */
  readonly client: string;
  /** The command line that runs a script, with FILE for its path. */
  readonly run: string;
}

/** A schema statement; the usual case, so that lowerings stay one line. */
export const schemaStatement = (sql: string): Lowered => ({ sql, kind: 'schema', transactional: true, compound: false });

export const dataStatement = (sql: string): Lowered => ({ sql, kind: 'data', transactional: true, compound: false });

