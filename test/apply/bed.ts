/** Databases that plans are applied to, by migsql's own connections, and looked at by one that nothing disturbs. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ConnectOptions, connect } from '../../src/database/connect.ts';
import type { Connection } from '../../src/database/connection.ts';
import { parseUrl } from '../../src/database/url.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { catalogueBy } from '../support/catalogue.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase } from '../support/servers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type BedName = 'postgresql' | 'mariadb' | 'sqlite' | 'pglite';

/** As `connect` has them; `user` is another one than the test's own. */
type OpenOptions = Partial<ConnectOptions> & { readonly user?: string };

export interface Bed {
  readonly name: BedName;
  readonly dialect: DialectName;
  /** As `--url` takes it, without a password; `port` is another way to the same server. */
  readonly url: (port?: number) => string;
  /** The password of the server's URL, where it has one. */
  readonly secret: { readonly password?: string };
  readonly open: (port?: number, options?: OpenOptions) => Promise<Connection>;
  /** Leaves nothing of what was there. */
  readonly empty: () => Promise<void>;
  readonly look: () => Promise<Seen>;
  readonly ask: (sql: string) => Promise<readonly string[]>;
  /** Waits until no session but its own is there: what was cut off may still be at work. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a database holds; a row of the ledger is what it says of how much is there. */
export interface Seen {
  /** Without the version table and the ledger. */
  readonly catalogue: readonly string[];
  readonly rows: readonly string[];
  readonly heads: readonly string[];
  readonly ledger: readonly LedgerRow[];
}

export interface LedgerRow {
  readonly revision: string;
  readonly direction: string;
  readonly block?: number;
  readonly done: number;
  readonly ended: boolean;
}

const SERVERS = {
  postgresql: process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres',
  mariadb: process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/',
};

/** Where a server of the tests listens. */
export function serverOf(name: 'postgresql' | 'mariadb'): { readonly host: string; readonly port: number; readonly password: string } {
  const { hostname, port, password } = new URL(SERVERS[name]);
  return { host: hostname, port: Number(port || (name === 'mariadb' ? 3306 : 5432)), password: decodeURIComponent(password) };
}

export async function bedOf(name: BedName): Promise<Bed> {
  if (name === 'postgresql' || name === 'mariadb') return serverBed(name);
  return name === 'sqlite' ? fileBed() : memoryBed();
}

async function serverBed(name: 'postgresql' | 'mariadb'): Promise<Bed> {
  const database = createDatabase(name);
  const { password } = serverOf(name);
  const secret = password ? { password } : {};
  const url = (port?: number, username = new URL(SERVERS[name]).username): string => {
    const written = new URL(SERVERS[name]);
    Object.assign(written, { pathname: `/${database.name}`, username, password: '', ...(port !== undefined && { port, hostname: '127.0.0.1' }) });
    return written.href;
  };
  const open: Bed['open'] = (port, { user, ...options } = {}) => connect(parseUrl(url(port, user), root), { projectFolder: root, ...secret, ...options });
  const own = await open();
  const empty = async (): Promise<void> => {
    for (const sql of EMPTYING[name](database.name)) await own.run(sql);
  };
  return { name, dialect: name, url, secret, open, empty, ...asked(own), quiet: () => untilAlone(own), close: own.close };
}

const SESSIONS = {
  postgresql: 'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  mariadb: 'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
};

async function untilAlone(own: Connection): Promise<void> {
  while ((await own.query(SESSIONS[own.dialect as keyof typeof SESSIONS])).length > 0) await wait(10);
}

/** What leaves a database without anything. */
export const EMPTYING = {
  postgresql: () => ['SET client_min_messages = error', 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public'],
  mariadb: (name: string) => [`DROP DATABASE ${name}`, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`, `USE ${name}`],
};

async function memoryBed(): Promise<Bed> {
  const own = await connect(parseUrl('pglite:', root), { projectFolder: root });
  const empty = async (): Promise<void> => {
    for (const sql of EMPTYING.postgresql()) await own.run(sql);
  };
  // There is one session, which outlives whoever is given it.
  return { name: 'pglite', dialect: 'postgresql', url: () => 'pglite:', secret: {}, open: async () => ({ ...own, close: async () => {} }), empty, ...asked(own), quiet: async () => {}, close: own.close };
}

/** Whoever has a file open keeps others out. */
async function fileBed(): Promise<Bed> {
  const folder = makeProject({});
  let number = 0;
  const url = (): string => `sqlite:${join(folder, `${number}.db`)}`;
  const open: Bed['open'] = (_, options) => connect(parseUrl(url(), root), { projectFolder: root, ...options });
  return { name: 'sqlite', dialect: 'sqlite', url, secret: {}, open, empty: async () => void (number += 1), ...visits(open), quiet: async () => {}, close: async () => {} };
}

/** By a session for each look. */
export function visits(open: Bed['open']): Pick<Bed, 'look' | 'ask'> {
  const visit = async <T>(work: (own: Connection) => Promise<T>): Promise<T> => {
    const own = await open();
    return work(own).finally(own.close);
  };
  return { look: () => visit(lookBy), ask: (sql) => visit((own) => asked(own).ask(sql)) };
}

const asked = (own: Connection): Pick<Bed, 'look' | 'ask'> => ({
  look: () => lookBy(own),
  ask: async (sql) => (await own.query(sql)).map((row) => Object.values(row).join(' | ')),
});

const TABLES: { readonly [D in DialectName]?: string } = {
  postgresql: "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
  mariadb: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY 1",
  sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1",
};

const OWN_TABLES = ['migsql_version', 'migsql_ledger'];

/** More are only counted. */
const MOST_ROWS = 100;

/** By a session of the test's own, or between two blocks by the one that is watched. */
export async function lookBy(own: Connection): Promise<Seen> {
  const tables = (await own.query(TABLES[own.dialect]!)).map(({ name }) => String(name));
  const quote = own.dialect === 'mariadb' ? '`' : '"';
  const rowsOf = async (table: string): Promise<readonly string[]> => {
    const from = `FROM ${quote}${table}${quote}`;
    const count = Number((await own.query(`SELECT count(*) AS n ${from}`))[0]?.['n']);
    return count > MOST_ROWS ? [`${table} ${count} rows`] : (await own.query(`SELECT * ${from}`)).map((row) => `${table} ${JSON.stringify(row)}`).sort();
  };
  const rows: string[] = [];
  for (const table of tables.filter((each) => !OWN_TABLES.includes(each))) rows.push(...(await rowsOf(table)));
  return {
    catalogue: (await catalogueBy(own)).filter((line) => !line.split(' | ', 3).some((field) => /migsql_(version|ledger)/.test(field))),
    rows,
    heads: tables.includes('migsql_version') ? (await own.query('SELECT revision FROM migsql_version')).map(({ revision }) => String(revision)).sort() : [],
    ledger: tables.includes('migsql_ledger') ? await ledgerBy(own) : [],
  };
}

const ledgerBy = async (own: Connection): Promise<readonly LedgerRow[]> =>
  (await own.query('SELECT revision, direction, block, done, CASE WHEN finished IS NULL THEN 0 ELSE 1 END AS ended FROM migsql_ledger ORDER BY id')).map(
    ({ revision, direction, block, done, ended }) => ({
      revision: String(revision),
      direction: String(direction),
      ...(block !== null && { block: Number(block) }),
      done: Number(done),
      ended: Number(ended) === 1,
    }),
  );
