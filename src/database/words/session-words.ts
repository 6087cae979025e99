import type { Dialect } from '../../dialects/dialect.ts';
import type { LockName } from '../../plan/lock.ts';
import type { ObjectName } from '../../schema/name.ts';

export interface LockWords {
  /** Asks for the lock without waiting: its row's `held` is 1 where it was given; or it is refused. */
  readonly take: (name: LockName) => string;
  /** The code of the refusal where another session has the lock, where `take` is no query. */
  readonly refusedAs?: string;
  readonly release: (name: LockName) => string;
}

/** What a session of a dialect says beside the statements of a plan. */
export interface SessionWords {
  /** Behind the settings that scripts have as well. */
  readonly settings: readonly string[];
  /** Nothing where a session is always in a transaction. */
  readonly begin?: string;
  readonly commit: string;
  /** May be said outside a transaction as well. */
  readonly rollback: string;
  readonly lock?: LockWords;
  /** Where there is no lock by name: keeps everyone else out of the database. */
  readonly alone?: { readonly begin: readonly string[]; readonly end: readonly string[] };
  /** A query with a row where the table is there. */
  readonly findTable: (table: ObjectName, dialect: Dialect) => string;
  readonly ledger: LedgerWords;
  /** A condition: whether the session is in the database of a name, which is given as a text literal; as a script's guard has it. */
  readonly isDatabase: (name: string) => string;
  /** A query whose row's `holds` is 1 where a condition does. */
  readonly ask: (condition: string) => string;
}

/** By the database's own clock and user. */
export interface LedgerWords {
  readonly now: string;
  readonly ago: (seconds: number) => string;
  readonly user: string;
  /** Columns that no other database's ledger has, with what stands in them. */
  readonly more?: { readonly [column: string]: string };
}
