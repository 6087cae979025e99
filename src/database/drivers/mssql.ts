import { connect as connectSocket, type Socket } from 'node:net';
import type { Connection, ConnectionConfiguration, Request } from 'tedious';
import type { Driver, Opening, Session } from '../driver.ts';
import { causesOf, codesOf, noPassword } from '../failures.ts';
import type { Row } from '../introspect/row.ts';
import { pemOf } from '../tls.ts';
import type { ServerUrl } from '../url.ts';
import { FAILURES, KINDS } from './codes/mssql.ts';
import { plainRow } from './plain-row.ts';
import { refusePlain } from './refuse-plain.ts';

type Tedious = Pick<typeof import('tedious'), 'Connection' | 'Request'>;

/** SQL Server by `tedious`: a text is a batch, as between two lines of GO. */
export const mssql: Driver<ServerUrl> = {
  async open(url, opening) {
    const tedious = opening.load<Tedious>('tedious');
    const connection = await begun(tedious, url, opening);
    connection.on('infoMessage', ({ number, message }) => {
      if (!CONTEXT_CHANGES.includes(number)) opening.onNotice(message);
    });
    const session = sessionOf(tedious, connection);
    const [facts] = await session.query("SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version");
    return { ...session, server: String(facts?.['version']) };
  },
  refused: (error) => {
    // A batch goes on behind some errors: the one that matters need not be the first.
    const codes = [...numbersOf(error), ...codesOf(error)];
    const code = codes.find((each) => KINDS[each] !== undefined) ?? codes[0];
    return { kind: KINDS[code ?? ''] ?? 'other', ...(code !== undefined && { code }) };
  },
  failed: (error) => [...numbersOf(error), ...codesOf(error)].flatMap((code) => FAILURES[code] ?? [])[0],
};

/** Said of USE, and of every login. */
const CONTEXT_CHANGES: readonly number[] = [5701, 5703];

interface Answer {
  readonly changed: number;
  readonly rows: readonly Row[];
}

function sessionOf({ Request }: Tedious, connection: Connection): Session {
  const ask = (sql: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const rows: Row[] = [];
      const request: Request = new Request(sql, (error, changed = 0) => (error ? reject(error) : resolve({ changed, rows })));
      request.on('row', (columns: Readonly<Record<string, { readonly value: unknown }>>) => rows.push(rowOf(columns)));
      connection.execSqlBatch(request);
    });
  return {
    dialect: 'mssql',
    server: '',
    run: async (sql) => {
      // The driver adds up all statements of a batch, and queries are among them.
      const { changed, rows } = await ask(sql);
      return rows.length ? {} : { changed };
    },
    query: async (sql) => (await ask(sql)).rows,
    cancel: async () => void connection.cancel(),
    close: async () => connection.close(),
  };
}

const rowOf = (columns: Readonly<Record<string, { readonly value: unknown }>>): Row =>
  plainRow(Object.fromEntries(Object.entries(columns).map(([name, { value }]) => [name, value])));

function begun({ Connection }: Tedious, url: ServerUrl, opening: Opening): Promise<Connection> {
  const sockets: Socket[] = [];
  const connection = new Connection(configOf(url, opening, sockets));
  const numbers: number[] = [];
  connection.on('errorMessage', ({ number }) => numbers.push(number));
  // What happens between two statements is said by the next one.
  connection.on('error', () => {});
  const stop = (): void => {
    // Without an error tedious would wait on, for as long as connecting may take.
    for (const socket of sockets) socket.destroy(new Error('broken off'));
    connection.close();
  };
  opening.signal.addEventListener('abort', stop);
  return new Promise<Connection>((resolve, reject) => {
    connection.connect((error) => (error ? reject(Object.assign(error, { numbers })) : resolve(connection)));
  }).finally(() => opening.signal.removeEventListener('abort', stop));
}

/** Encrypted and verified unless the URL says otherwise. */
function configOf(url: ServerUrl, { password = noPassword(), limit }: Opening, sockets: Socket[]): ConnectionConfiguration {
  const { host, port, user, database, parameters } = url;
  const encrypt = parameters['encrypt'] === 'strict' ? 'strict' : parameters['encrypt'] !== 'false';
  const ca = pemOf(url, 'ca');
  return {
    server: host,
    authentication: { type: 'default', options: { userName: user, password } },
    options: {
      port,
      database,
      encrypt,
      trustServerCertificate: parameters['trustServerCertificate'] === 'true',
      cryptoCredentialsDetails: ca === undefined ? {} : { ca },
      appName: 'migsql',
      connectTimeout: limit,
      requestTimeout: 0,
      useColumnNames: true,
      connector: async () => {
        const socket = await connected(host, port, sockets);
        return encrypt === true ? refusePlain(socket) : socket;
      },
    },
  };
}

function connected(host: string, port: number, sockets: Socket[]): Promise<Socket> {
  const socket = connectSocket({ host, port });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the socket was closed')));
  });
}

/** The server's numbers, of all errors of a batch. */
const numbersOf = (error: unknown): readonly string[] =>
  causesOf(error).flatMap((each) => {
    const { number, numbers = [] } = each as { readonly number?: number; readonly numbers?: readonly number[] };
    return [...numbers, ...(number === undefined ? [] : [number])].map(String);
  });
