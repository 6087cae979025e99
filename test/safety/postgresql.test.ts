/** PostgreSQL's scripts in psql, as a DBA and as a hostile psqlrc have it, and in a client that keeps going. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, createDatabase } from '../support/servers.ts';
import { type Client, folder, runMatrix } from './matrix.ts';

const url = (name: string): string => {
  const base = new URL(process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres');
  base.pathname = `/${name}`;
  return base.href;
};

const rc = join(folder, 'psqlrc');
writeFileSync(rc, '\\set AUTOCOMMIT off\n\\set ON_ERROR_STOP off\n\\set ON_ERROR_ROLLBACK on\n');

const psql = (flags: readonly string[], more: Partial<Client> = {}): Client => ({
  command: 'psql',
  args: (database, file) => [...flags, '-f', file, url(database)],
  fails: 3,
  ...more,
});

/** One database for all cells: making one takes longer than a cell. */
let shared: Database | undefined;

runMatrix({
  engine: 'postgresql',
  clients: {
    'psql as the header says': psql(['-X', '-v', 'ON_ERROR_STOP=1']),
    'psql with a hostile psqlrc': psql([], { env: { PSQLRC: rc, PGCLIENTENCODING: 'LATIN1' } }),
    'a client that keeps going': psql(['-X', '-v', 'ON_ERROR_STOP=0'], { options: { client: 'generic' }, fails: 0 }),
  },
  emptied: () => {
    shared ??= createDatabase('postgresql');
    shared.run('SET client_min_messages = error; DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    return shared;
  },
});
