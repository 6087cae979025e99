/** MariaDB's scripts in its client: on standard input, by `source`, with --force, and under another character set. */
import { type Database, createDatabase } from '../support/servers.ts';
import { type Client, runMatrix } from './matrix.ts';

const { hostname, port, username, password } = new URL(process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/');
const SERVER = ['--no-defaults', '--protocol=tcp', '-h', hostname, '-P', port || '3306', '-u', decodeURIComponent(username)];

const mariadb = (flags: readonly string[], more: Partial<Client> = {}): Client => ({
  command: 'mariadb',
  args: (database) => [...SERVER, ...flags, database],
  stdin: true,
  env: { MYSQL_PWD: decodeURIComponent(password) },
  fails: 1,
  ...more,
});

let shared: Database | undefined;

runMatrix({
  engine: 'mariadb',
  clients: {
    'mariadb as the header says': mariadb(['--default-character-set=utf8mb4', '--abort-source-on-error', '--show-warnings', '--comments', '--skip-reconnect', '-vvv']),
    'mariadb under latin1': mariadb(['--default-character-set=latin1']),
    'mariadb --force': mariadb(['--force'], { fails: 0 }),
    'source, which goes on': mariadb([], { stdin: false, args: (database, file) => [...SERVER, database, '-e', `source ${file}`], fails: 0 }),
    'a client that keeps going': mariadb(['--force'], { options: { client: 'generic' }, fails: 0 }),
  },
  emptied: () => {
    shared ??= createDatabase('mariadb');
    shared.run(`DROP DATABASE ${shared.name}; CREATE DATABASE ${shared.name} CHARACTER SET utf8mb4;`);
    return shared;
  },
});
