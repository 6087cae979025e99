import { fail, MigsqlError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { Driver, Session } from './driver.ts';
import { networkFailure, wordsOf } from './failures.ts';
import { loadPackage } from './load-package.ts';
import { withoutPassword } from './secrets.ts';
import { connectionOf } from './session.ts';
import { type DatabaseUrl, displayUrl, isFileUrl, type Scheme } from './url.ts';

export interface ConnectOptions {
  /** Where drivers are looked for first: the folder of the config; absolute. */
  readonly projectFolder: string;
  /** Instead of the URL's own. */
  readonly password?: string;
  /** Milliseconds until a server must have let one in. Default: 10,000. */
  readonly connectTimeout?: number;
  /** Breaks off connecting. */
  readonly signal?: AbortSignal;
  /** Notices, warnings and PRINT, where the driver tells of them. */
  readonly onNotice?: (message: string) => void;
  /** Whether a file that is not there is an error, and not made. Default: `false`. */
  readonly mustExist?: boolean;
}

/** Each is loaded when a URL asks for it. */
const DRIVERS: { readonly [S in Scheme]: () => Promise<Driver> } = {
  postgresql: async () => (await import('./drivers/postgresql.ts')).postgresql,
  mysql: async () => (await import('./drivers/mysql.ts')).mysql,
  mariadb: async () => (await import('./drivers/mysql.ts')).mysql,
  mssql: async () => (await import('./drivers/mssql.ts')).mssql,
  oracle: async () => (await import('./drivers/oracle.ts')).oracle,
  sqlite: async () => (await import('./drivers/sqlite/index.ts')).sqlite,
  pglite: async () => (await import('./drivers/pglite.ts')).pglite,
};

/**
 * Begins a session with a database.
 *
 * @throws MigsqlError `no-driver`, `cannot-connect`, `invalid-url`; the signal's reason where that aborts
 */
export async function connect(url: DatabaseUrl, options: ConnectOptions): Promise<Connection> {
  const { projectFolder, connectTimeout = 10_000, signal, onNotice = () => {}, mustExist = false } = options;
  const password = options.password ?? (isFileUrl(url) ? undefined : url.password);
  const display = displayUrl(url);
  const scrub = (text: string): string => withoutPassword(text, password);
  const driver = await DRIVERS[url.scheme]();
  const open = (within: AbortSignal): Promise<Session> =>
    driver.open(url, {
      load: (...packages) => loadPackage(packages, projectFolder, display),
      ...(password !== undefined && { password }),
      signal: within,
      limit: connectTimeout,
      onNotice: (message) => onNotice(scrub(message)),
      mustExist,
    });
  const session = await inTime(open, connectTimeout, signal).catch((error: unknown) => {
    if (error instanceof MigsqlError || signal?.aborted) throw error;
    const failure = error === TOO_LATE ? 'timeout' : (driver.failed(error) ?? networkFailure(error) ?? 'other');
    return fail('cannot-connect', { database: display, failure, reason: error === TOO_LATE ? `${connectTimeout / 1000} s` : scrub(wordsOf(error)) });
  });
  return connectionOf(session, { display, scrub, refused: driver.refused, onNotice });
}

const TOO_LATE = new Error('too late');

/** What comes after the time, or after the signal, is closed. */
async function inTime(open: (signal: AbortSignal) => Promise<Session>, limit: number, signal: AbortSignal | undefined): Promise<Session> {
  signal?.throwIfAborted();
  const within = new AbortController();
  const over = new Promise<never>((_, reject) => within.signal.addEventListener('abort', () => reject(within.signal.reason)));
  const timer = setTimeout(() => within.abort(TOO_LATE), limit);
  const stop = (): void => within.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  const opening = open(within.signal);
  try {
    return await Promise.race([opening, over]);
  } catch (error) {
    void opening.then((late) => late.close()).catch(() => {});
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
