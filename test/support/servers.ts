/**
 * Real databases for tests: PostgreSQL and MariaDB servers by their clients `psql` and `mariadb`, SQLite files by
 * `sqlite3`. Every database has a name of its own, and is gone when the test process ends.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ENGINES = ['postgresql', 'mariadb', 'sqlite'] as const;
export type Engine = (typeof ENGINES)[number];

const URLS = {
  postgresql: process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres',
  mariadb: process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/',
};

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Database {
  readonly engine: Engine;
  /** The database's name; for SQLite its file. */
  readonly name: string;
  /** Sends text to the client, which stops at its first error. */
  readonly send: (text: string) => Outcome;
  /** As `send`; throws what the client wrote when it failed, else gives its output. */
  readonly run: (text: string) => string;
  /** The rows of a query, each value as text and NULL as `NULL`. No value may hold a tab or a line feed. */
  readonly query: (sql: string) => readonly (readonly string[])[];
  readonly drop: () => void;
}

interface Client {
  readonly command: string;
  readonly args: (database: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

function psql(database: string): readonly string[] {
  const url = new URL(URLS.postgresql);
  if (database) url.pathname = `/${database}`;
  return ['-X', '-q', '-A', '-t', '-F', '\t', '-P', 'null=NULL', '-v', 'ON_ERROR_STOP=1', '-f', '-', url.href];
}

function mariadb(database: string): readonly string[] {
  const { hostname, port, username } = new URL(URLS.mariadb);
  const server = ['-h', hostname, '-P', port || '3306', '-u', decodeURIComponent(username)];
  return [
    '--no-defaults',
    '--protocol=tcp',
    ...server,
    '--default-character-set=utf8mb4',
    '-N',
    '-B',
    ...(database ? [database] : []),
  ];
}

const CLIENTS: { readonly [E in Engine]: Client } = {
  postgresql: {
    command: 'psql',
    args: psql,
    env: { PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c client_min_messages=warning' },
  },
  mariadb: {
    command: 'mariadb',
    args: mariadb,
    env: { MYSQL_PWD: decodeURIComponent(new URL(URLS.mariadb).password) },
  },
  sqlite: {
    command: 'sqlite3',
    args: (file) => [
      '-init',
      '/dev/null',
      '-bail',
      '-batch',
      '-noheader',
      '-separator',
      '\t',
      '-nullvalue',
      'NULL',
      file,
    ],
  },
};

function send(engine: Engine, database: string, text: string, options: readonly string[] = []): Outcome {
  const { command, args, env } = CLIENTS[engine];
  const { status, stdout, stderr, error } = spawnSync(command, [...args(database), ...options], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...env },
  });
  return { code: status, stdout: stdout ?? '', stderr: error ? error.message : stderr };
}

function run(engine: Engine, database: string, text: string, options?: readonly string[]): string {
  const { code, stdout, stderr } = send(engine, database, text, options);
  if (code !== 0) throw new Error(`${CLIENTS[engine].command} ended with ${code}: ${stderr.trim()}`);
  return stdout;
}

/** What the client writes when it is given options as well. */
export const clientRun = ({ engine, name }: Database, text: string, ...options: readonly string[]): string =>
  run(engine, name, text, options);

const rows = (output: string): readonly (readonly string[])[] =>
  output
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [line.split('\t')]));

/** As `--url` takes it. */
export function urlOf({ engine, name }: Database): string {
  if (engine === 'sqlite') return `sqlite:${name}`;
  const url = new URL(URLS[engine]);
  url.pathname = `/${name}`;
  return url.href;
}

const alive = new Set<Database>();
process.on('exit', () => alive.forEach((database) => database.drop()));

/** A new and empty database. MariaDB's holds utf8mb4; the name is free to be used in SQL without quotes. */
export function createDatabase(engine: Engine): Database {
  const unique = `migsql_test_${randomBytes(6).toString('hex')}`;
  const { name, remove } = engine === 'sqlite' ? sqliteFile(unique) : serverDatabase(engine, unique);
  const database: Database = {
    engine,
    name,
    send: (text) => send(engine, name, text),
    run: (text) => run(engine, name, text),
    query: (sql) => rows(run(engine, name, `${sql};\n`)),
    drop: () => {
      if (alive.delete(database)) remove();
    },
  };
  alive.add(database);
  return database;
}

interface Made {
  readonly name: string;
  readonly remove: () => void;
}

/** What is lost with the machine's power is not asked: files are kept in memory where that can be. */
const FILES = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function sqliteFile(unique: string): Made {
  const folder = mkdtempSync(join(FILES, 'migsql-'));
  return { name: join(folder, `${unique}.db`), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function serverDatabase(engine: 'postgresql' | 'mariadb', name: string): Made {
  const options = engine === 'mariadb' ? 'CHARACTER SET utf8mb4' : "ENCODING 'UTF8' TEMPLATE template0";
  // For the same reason.
  const forgetful = engine === 'postgresql' ? `ALTER DATABASE ${name} SET synchronous_commit = off;\n` : '';
  run(engine, '', `CREATE DATABASE ${name} ${options};\n${forgetful}`);
  const force = engine === 'postgresql' ? ' WITH (FORCE)' : '';
  return { name, remove: () => void send(engine, '', `DROP DATABASE IF EXISTS ${name}${force};\n`) };
}

const HOW: { readonly [E in Engine]: string } = {
  postgresql: 'install psql and set MIGSQL_TEST_POSTGRESQL_URL=postgresql://user:password@host:5432/database',
  mariadb: 'install the mariadb client and set MIGSQL_TEST_MARIADB_URL=mysql://user:password@host:3306/',
  sqlite: 'install sqlite3',
};

/**
 * Whether the engine's client is installed and reaches a server. If not, says so in a line that begins with `SKIPPED`;
 * with MIGSQL_REQUIRE_SERVERS=1 it throws instead.
 */
export function isReachable(engine: Engine): boolean {
  const { code, stderr } = send(engine, engine === 'sqlite' ? ':memory:' : '', 'SELECT 1;\n');
  if (code === 0) return true;
  const message = `${engine} is not reachable (${stderr.trim().split('\n')[0]}): ${HOW[engine]}`;
  if (process.env['MIGSQL_REQUIRE_SERVERS'] === '1') throw new Error(message);
  console.log(`SKIPPED ${message}`);
  return false;
}
