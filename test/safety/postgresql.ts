/** What the tests of PostgreSQL's scripts share: psql as several people have it, other sessions, an empty database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, createDatabase } from '../support/servers.ts';
import { ANSWERED, type Asked, sessionOf } from './asked.ts';
import type { Lane } from './cells.ts';
import { type Client, type Ran, folder } from './matrix.ts';

const url = (name: string): string => {
  const base = new URL(process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres');
  base.pathname = `/${name}`;
  return base.href;
};

const rc = join(folder, 'psqlrc');
writeFileSync(rc, '\\set AUTOCOMMIT off\n\\set ON_ERROR_STOP off\n\\set ON_ERROR_ROLLBACK on\n\\set SINGLELINE on\n\\set FETCH_COUNT 1\n');

const psql = (flags: readonly string[], more: Partial<Client> = {}): Client => ({
  command: 'psql',
  args: (database, file) => [...flags, '-f', file, url(database)],
  fails: 3,
  ...more,
});

const HOSTILE = [
  'default_transaction_isolation=serializable',
  'default_transaction_read_only=on',
  'standard_conforming_strings=off',
  'plpgsql.variable_conflict=use_variable',
  'DateStyle=SQL,DMY',
];

export const CLIENTS = {
  'psql as the header says': psql(['-X', '-v', 'ON_ERROR_STOP=1']),
  'psql with a hostile psqlrc': psql([], {
    env: { PSQLRC: rc, PGCLIENTENCODING: 'LATIN1', PGOPTIONS: HOSTILE.map((setting) => `-c ${setting}`).join(' ') },
  }),
  'a client that keeps going': psql(['-X', '-v', 'ON_ERROR_STOP=0'], { options: { client: 'generic' }, fails: 0 }),
} as const satisfies { readonly [name: string]: Client };

/** Answers alone; ends at an error. */
const QUIET = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'];

export function lane(): Lane<Asked> {
  const database = createDatabase('postgresql');
  const session = sessionOf('psql', [...QUIET, url(database.name)], { PGCLIENTENCODING: 'UTF8' }, `\\echo ${ANSWERED.trim()}`);
  const empty = async (): Promise<Asked> => {
    await session.ask('SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    return { ...database, ask: session.ask };
  };
  const drop = (): void => {
    session.end();
    database.drop();
  };
  return { empty, drop };
}

let files = 0;

/** Runs a script while something else goes on. */
export function start(database: Database, text: string, { command, args, env }: Client): Promise<Ran> {
  const file = join(folder, `script-${++files}.sql`);
  writeFileSync(file, text);
  const child = spawn(command, args(database.name, file), { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** Another session that runs some SQL and stays there until the work is done. */
export async function during<T>(database: Database, sql: string, work: () => Promise<T>): Promise<T> {
  const session: ChildProcess = spawn('psql', [...QUIET, url(database.name)]);
  const ready = new Promise<void>((resolve, reject) => {
    session.stdout?.on('data', (chunk) => String(chunk).includes('ready') && resolve());
    session.stderr?.on('data', (chunk) => reject(new Error(String(chunk))));
  });
  session.stdin?.write(`${sql};\n\\echo ready\n`);
  try {
    await ready;
    return await work();
  } finally {
    const gone = new Promise((resolve) => session.on('close', resolve));
    session.stdin?.end();
    await gone;
  }
}
