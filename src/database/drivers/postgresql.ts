import { Socket } from 'node:net';
import type { Client, ClientConfig, QueryResult } from 'pg';
import type { Refused } from '../connection.ts';
import type { Driver, Opening, Session } from '../driver.ts';
import { codesOf, noPassword } from '../failures.ts';
import type { Row } from '../introspect/row.ts';
import { type Tls, tlsOf } from '../tls.ts';
import type { ServerUrl } from '../url.ts';
import { FAILURES, KINDS } from './codes/postgresql.ts';
import { ended } from './ending.ts';

type Pg = Pick<typeof import('pg'), 'Client' | 'types'>;

/** PostgreSQL by `pg`: the simple protocol, which sends a text as it is. */
export const postgresql: Driver<ServerUrl> = {
  async open(url, opening) {
    const pg = opening.load<Pg>('pg');
    const tls = tlsOf(url);
    const client = await begun(pg, url, tls, opening);
    client.on('notice', ({ message }) => opening.onNotice(message ?? ''));
    const [facts] = await rowsOf(client, "SELECT pg_backend_pid() AS pid, current_setting('server_version') AS server");
    const cancel = async (): Promise<void> => {
      const second = await begun(pg, url, tls, { ...opening, signal: new AbortController().signal });
      await second.query(`SELECT pg_cancel_backend(${Number(facts?.['pid'])})`).finally(() => second.end());
    };
    return sessionOf(client, String(facts?.['server']).split(' ')[0] ?? '', cancel);
  },
  refused: (error) => {
    const code = codesOf(error)[0];
    return { kind: kindOf(code, String(error)), ...(code !== undefined && { code }) };
  },
  failed: (error) => {
    const text = String(error);
    if (/no encryption|SSL off/.test(text)) return 'tls-needed';
    if (/pg_hba\.conf/.test(text)) return 'denied';
    if (/does not support SSL/.test(text)) return 'no-tls';
    if (/terminated unexpectedly/.test(text)) return 'lost';
    return codesOf(error).flatMap((code) => FAILURES[code] ?? [])[0];
  },
};

function sessionOf(client: Client, server: string, cancel: () => Promise<void>): Session {
  return {
    dialect: 'postgresql',
    server,
    run: async (sql) => {
      const last = resultsOf(await client.query(sql)).at(-1);
      return last && CHANGES_ROWS.includes(last.command) ? { changed: last.rowCount ?? 0 } : {};
    },
    query: (sql) => rowsOf(client, sql),
    cancel,
    close: () => ended(client.end(), () => {}),
  };
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html, CommandComplete: queries count their rows as well. */
const CHANGES_ROWS: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY'];

/** A text of several statements has several results. */
const resultsOf = (result: QueryResult<Row> | readonly QueryResult<Row>[]): readonly QueryResult<Row>[] => [result].flat();

const rowsOf = async (client: Client, sql: string): Promise<readonly Row[]> => resultsOf(await client.query(sql)).at(-1)?.rows ?? [];

async function begun(pg: Pg, url: ServerUrl, tls: Tls | undefined, opening: Opening): Promise<Client> {
  const socket = new Socket();
  const client = new pg.Client(configOf(pg, url, tls, opening, socket));
  // What happens between two statements is said by the next one.
  client.on('error', () => {});
  const stop = (): void => void socket.destroy();
  opening.signal.addEventListener('abort', stop);
  try {
    await client.connect();
    return client;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    opening.signal.removeEventListener('abort', stop);
  }
}

function configOf(pg: Pg, { host, port, user, database }: ServerUrl, tls: Tls | undefined, { password }: Opening, socket: Socket): ClientConfig {
  return {
    host,
    port,
    user,
    database,
    // A function keeps pg from looking for a password in the environment and in files.
    password: () => password ?? noPassword(),
    ssl: tls ? sslOf(tls) : false,
    stream: () => socket,
    application_name: 'migsql',
    client_encoding: 'UTF8',
    types: { getTypeParser: (type: number, format: string) => parserOf(pg, type, format) },
  } as ClientConfig;
}

/** Options of Node's tls.connect. */
function sslOf({ verify, ...pem }: Tls): object {
  return { ...pem, rejectUnauthorized: verify !== 'nothing', ...(verify === 'authority' && { checkServerIdentity: () => undefined }) };
}

/**
 * Types, by their numbers in pg_type, that stay the server's text: as JavaScript's dates they would lose microseconds and depend on
 * this machine's time zone.
 */
export const DATES: readonly number[] = [1082, 1083, 1114, 1184, 1266, 1115, 1182, 1183, 1185, 1270];

const parserOf = (pg: Pg, type: number, format: string): unknown =>
  DATES.includes(type) ? (text: string) => text : pg.types.getTypeParser(type, format as 'text');

/** Class 08 is about connections; of one that is gone pg says so in words. */
function kindOf(code: string | undefined, text: string): Refused {
  if (code === undefined) return /Connection terminated|not queryable|Client was closed/.test(text) ? 'connection-lost' : 'other';
  return KINDS[code] ?? (/^08...$/.test(code) ? 'connection-lost' : 'other');
}
