import type { ConnectFailure } from '../errors/database.ts';
import type { Ran, Refused } from './connection.ts';
import type { Row } from './introspect/row.ts';
import type { DatabaseUrl } from './url.ts';
import type { DialectName } from '../sql/dialect-name.ts';

/** A driver of npm, as migsql uses it. */
export interface Driver<Url extends DatabaseUrl = DatabaseUrl> {
  /** Rejects with the driver's own error, or with a MigsqlError. Where `signal` aborts, nothing may be left open. */
  open(url: Url, how: Opening): Promise<Session>;
  /** What an error of a statement means. */
  readonly refused: (error: unknown) => { readonly kind: Refused; readonly code?: string };
  /** What an error of `open` means, where the driver says more than the network does. */
  readonly failed: (error: unknown) => ConnectFailure | undefined;
}

export interface Opening {
  /** Loads a package that the project, or else migsql, has installed. @throws MigsqlError `no-driver` where none of them is */
  readonly load: <T>(...packages: readonly string[]) => T;
  readonly password?: string;
  readonly signal: AbortSignal;
  /** Milliseconds until `signal` aborts. */
  readonly limit: number;
  /** What the server says beside its answers. */
  readonly onNotice: (message: string) => void;
  /** Whether a file that is not there is an error. */
  readonly mustExist: boolean;
}

/** A session as a driver gives it; it is asked one thing at a time, and nothing once it is closed. */
export interface Session {
  readonly dialect: DialectName;
  readonly server: string;
  readonly run: (sql: string) => Promise<Ran>;
  readonly query: (sql: string) => Promise<readonly Row[]>;
  /** Comes back when it was asked to break off. */
  readonly cancel: () => Promise<void>;
  readonly close: () => Promise<void>;
}
