import type { Refused } from '../errors/database.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Row } from './introspect/row.ts';

/** One session with a database. Statements run one after the other; whoever calls waits for each. */
export interface Connection {
  /** What the server says that it is: a URL of `mysql:` may lead to MariaDB. */
  readonly dialect: DialectName;
  /** The server's version: `15.19`, `10.11.19`, `3.53.4`. */
  readonly server: string;
  /** The database for people, without a secret: `postgresql://ann@db.example:5432/shop`. */
  readonly display: string;
  /**
   * Runs one statement, without terminator, as the server takes it whole.
   *
   * @throws DatabaseError
   */
  readonly run: (sql: string) => Promise<Ran>;
  /** @throws DatabaseError */
  readonly query: (sql: string) => Promise<readonly Row[]>;
  /** Breaks off the statement that runs, which then throws a DatabaseError of kind `canceled`; nothing where none runs. */
  readonly cancel: () => void;
  /** Ends the session: what is open is rolled back. Never throws, and may be called twice. */
  readonly close: () => Promise<void>;
}

export type { Refused };

export interface Ran {
  /** Rows that a statement inserted, changed or deleted, where the driver tells. */
  readonly changed?: number;
}

/** A statement that a database refused: what the server says, without any secret of the connection. */
export class DatabaseError extends Error {
  readonly kind: Refused;
  /** As its connection displays it. */
  readonly database: string;
  /** The database's own: an SQLSTATE, `ORA-00942`, `1064`, `SQLITE_BUSY`. */
  readonly code: string | undefined;

  constructor(message: string, kind: Refused, database: string, code?: string) {
    super(message);
    this.kind = kind;
    this.database = database;
    this.code = code;
  }
}
