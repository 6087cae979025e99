import { connect as connectSocket, isIP, type Socket } from 'node:net';
import type { Connection, ConnectionOptions, QueryError, ResultSetHeader } from 'mysql2';
import { fail } from '../../errors.ts';
import type { Driver, Opening, Session } from '../driver.ts';
import { codesOf } from '../failures.ts';
import type { Row } from '../introspect/row.ts';
import { type Tls, tlsOf } from '../tls.ts';
import { displayUrl, type ServerUrl } from '../url.ts';
import { FAILURES, KINDS } from './codes/mysql.ts';
import { ended } from './ending.ts';

type Mysql2 = Pick<typeof import('mysql2'), 'createConnection'>;

/** MySQL and MariaDB by `mysql2`, with the text protocol. */
export const mysql: Driver<ServerUrl> = {
  async open(url, opening) {
    const mysql2 = opening.load<Mysql2>('mysql2');
    const options = optionsOf(url, checkedTls(url), opening);
    const { connection, socket } = await begun(mysql2, options, opening.signal);
    // The server's own collation of the character set, as in scripts: the driver chooses another one.
    await asked(connection, 'SET NAMES utf8mb4');
    const [facts] = rowsIn(await asked(connection, 'SELECT VERSION() AS version, CONNECTION_ID() AS id'));
    const cancel = async (): Promise<void> => {
      const second = await begun(mysql2, options, new AbortController().signal);
      await asked(second.connection, `KILL QUERY ${Number(facts?.['id'])}`).finally(() => second.connection.end());
    };
    const close = (): Promise<void> => ended(new Promise((resolve) => connection.end(resolve)), () => socket.destroy());
    return { ...sessionOf(connection, String(facts?.['version'])), cancel, close };
  },
  refused: (error) => {
    const code = numberOf(error) ?? codesOf(error)[0];
    return { kind: KINDS[code ?? ''] ?? (isFatal(error) ? 'connection-lost' : 'other'), ...(code !== undefined && { code }) };
  },
  failed: (error) => (aboutCertificate(error) ? 'untrusted-certificate' : undefined) ?? FAILURES[numberOf(error) ?? ''] ?? codesOf(error).flatMap((code) => FAILURES[code] ?? [])[0],
};

/** `10.11.19-MariaDB-ubu2204`, `8.0.36` */
function sessionOf(connection: Connection, version: string): Omit<Session, 'cancel' | 'close'> {
  return {
    dialect: /mariadb/i.test(version) ? 'mariadb' : 'mysql',
    server: /[\d.]+/.exec(version)?.[0] ?? version,
    run: async (sql) => {
      const changed = headerIn(await asked(connection, sql))?.affectedRows;
      return changed === undefined ? {} : { changed };
    },
    query: async (sql) => rowsIn(await asked(connection, sql)),
  };
}

const asked = (connection: Connection, sql: string): Promise<unknown> =>
  new Promise((resolve, reject) => connection.query(sql, (error: QueryError | null, result: unknown) => (error ? reject(error) : resolve(result))));

/** A procedure answers with the rows of its queries, and with a header at the end. */
const headerIn = (result: unknown): ResultSetHeader | undefined =>
  [result].flat().filter((part): part is ResultSetHeader => typeof part === 'object' && part !== null && 'affectedRows' in part).at(-1);

function rowsIn(result: unknown): readonly Row[] {
  const rows = Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result;
  return Array.isArray(rows) ? rows.map((row: Row) => ({ ...row })) : [];
}

interface Begun {
  readonly connection: Connection;
  /** The driver closes it only when the server does. */
  readonly socket: Socket;
}

async function begun({ createConnection }: Mysql2, options: ConnectionOptions, signal: AbortSignal): Promise<Begun> {
  const { host, port = 0, socketPath } = options;
  const socket = connectSocket(socketPath === undefined ? { host, port, keepAlive: true, noDelay: true } : { path: socketPath });
  const connection = createConnection({ ...options, stream: () => socket });
  // What happens between two statements is said by the next one.
  connection.on('error', () => {});
  const stop = (): void => void socket.destroy();
  signal.addEventListener('abort', stop);
  try {
    await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
    return { connection, socket };
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function optionsOf({ host, port, user, database }: ServerUrl, tls: Tls | undefined, { password }: Opening): ConnectionOptions {
  return {
    ...(host.startsWith('/') ? { socketPath: host } : { host, port }),
    user,
    database,
    ...(password !== undefined && { password }),
    ...(tls && { ssl: sslOf(tls) }),
    connectTimeout: 0,
    charset: 'utf8mb4',
    dateStrings: true,
    supportBigNumbers: true,
    // As the database's own client, for which scripts are written: what rows count as changed, how names of functions are
    // read, and that a server can ask for no file of this machine.
    flags: ['-FOUND_ROWS', '-IGNORE_SPACE', '-LOCAL_FILES'],
  };
}

const sslOf = ({ verify, ...pem }: Tls): object => ({ ...pem, rejectUnauthorized: verify !== 'nothing', verifyIdentity: verify === 'full' });

/** mysql2 would check the certificate of an address against the name `localhost`. */
function checkedTls(url: ServerUrl): Tls | undefined {
  const tls = tlsOf(url);
  if (tls?.verify !== 'full' || !isIP(url.host)) return tls;
  const reason = `the certificate of ${displayUrl(url)} cannot be checked against an address`;
  return fail('invalid-url', { reason, instead: "Write the host's name, or ssl-mode=VERIFY_CA, which leaves the name unchecked." });
}

/** The driver puts a code of its own where Node's was. */
const aboutCertificate = (error: unknown): boolean => codesOf(error).includes('HANDSHAKE_SSL_ERROR') && /certificate|altname/i.test(String(error));

const numberOf = (error: unknown): string | undefined =>
  error instanceof Error && 'errno' in error && Number(error.errno) > 0 ? String(error.errno) : undefined;

const isFatal = (error: unknown): boolean => error instanceof Error && 'fatal' in error && error.fatal === true;
