/** How MariaDB's scripts are run in the cells of its matrix, and what else goes on at the same time. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRANSACTION_MODES, type TransactionMode } from '../../src/plan/index.ts';
import { SCRIPT_FORMS, type ScriptForm } from '../../src/script/options.ts';
import { type Database, createDatabase } from '../support/servers.ts';
import { ANSWERED, type Asked, sessionOf } from './asked.ts';
import { type Lane, everyCell } from './cells.ts';
import { type Client, type Ran, folder } from './matrix.ts';

const { hostname, port, username, password } = new URL(process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/');
const SERVER = ['--no-defaults', '--protocol=tcp', '-h', hostname, '-P', port || '3306', '-u', decodeURIComponent(username)];
const ENV = { MYSQL_PWD: decodeURIComponent(password) };

const mariadb = (flags: readonly string[], more: Partial<Client> = {}): Client => ({
  command: 'mariadb',
  args: (database) => [...SERVER, ...flags, database],
  stdin: true,
  env: ENV,
  fails: 1,
  ...more,
});

export const CLIENTS: readonly (readonly [string, Client])[] = [
  ['as the header says', mariadb(['--default-character-set=utf8mb4', '--abort-source-on-error', '--show-warnings', '--comments', '--skip-reconnect', '-vvv'])],
  ['under latin1', mariadb(['--default-character-set=latin1'])],
  ['--force, reconnecting', mariadb(['--force', '--reconnect'], { fails: 0 })],
  ['source, which goes on', mariadb([], { stdin: false, args: (database, file) => [...SERVER, database, '-e', `source ${file}`], fails: 0 })],
  ['a client that keeps going', mariadb(['--force'], { options: { client: 'generic' }, fails: 0 })],
];

export interface Way {
  readonly name: string;
  readonly client: Client;
  readonly transaction: TransactionMode;
  readonly form: ScriptForm;
}

const ways = (clients: typeof CLIENTS, forms: readonly ScriptForm[]): readonly Way[] =>
  clients.flatMap(([name, client]) =>
    forms.flatMap((form) =>
      TRANSACTION_MODES.map((transaction) => ({ name: `${name}, ${form}, transactions: ${transaction}`, client, transaction, form })),
    ),
  );

const [OWN, ...OTHERS] = CLIENTS;
const [GENERIC] = CLIENTS.slice(-1);

/** Every form in the client that the header names, and the plain one for any client, in every mode. */
const EACH = [...ways([OWN!], SCRIPT_FORMS), ...ways([GENERIC!], ['plain'])];

/** Every situation meets these, and each other client in another form and mode; or all there are. */
export function waysFor(situation: number): readonly Way[] {
  if (everyCell) return ways(CLIENTS, SCRIPT_FORMS);
  const other = OTHERS.flatMap((client, index) => ways([client], SCRIPT_FORMS).filter((_, at) => at === (situation + 2 * index) % 9));
  return [...EACH, ...other.filter(({ name }) => EACH.every((way) => way.name !== name))];
}

/** Answers alone, at once; ends at an error. */
const QUIET = [...SERVER, '--default-character-set=utf8mb4', '-N', '-B', '-n'];

export function lane(): Lane<Asked> {
  const database = createDatabase('mariadb');
  const { name } = database;
  const session = sessionOf('mariadb', [...QUIET, name], ENV, `SELECT '${ANSWERED.trim()}';`);
  const empty = async (): Promise<Asked> => {
    await session.ask(`DROP DATABASE ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4; USE ${name};`);
    return { ...database, ask: session.ask };
  };
  const drop = (): void => {
    session.end();
    database.drop();
  };
  return { empty, drop };
}

let files = 0;

export interface Started {
  readonly ended: Promise<Ran>;
  readonly kill: () => void;
  readonly output: () => string;
}

/** Starts a client on a script. */
export function start(database: Database, text: string, { command, args, stdin, env }: Client): Started {
  const file = join(folder, `${++files}.sql`);
  writeFileSync(file, text);
  const child = spawn(command, args(database.name, file), { env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin ? text : '');
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, output })));
  return { ended, kill: () => child.kill('SIGKILL'), output: () => output };
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds()); await pause(20)) {
    if (Date.now() > end) throw new Error('what the test waits for does not come');
  }
}

/** Another session that did something and stays, until it is let go. */
export async function beside({ name }: Database, sql: string): Promise<() => Promise<void>> {
  const child = spawn('mariadb', [...QUIET, name], { env: { ...process.env, ...ENV } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stdin.write(`${sql};\nSELECT 'migsql beside';\n`);
  await until(() => output.includes('migsql beside'));
  return async () => {
    child.stdin.end();
    await closed;
  };
}

/** The sessions that run a statement like this in the database. */
export async function running({ name, ask }: Asked, like: string): Promise<readonly string[]> {
  const ids = await ask(`SELECT id FROM information_schema.processlist WHERE db = '${name}' AND id <> CONNECTION_ID() AND info LIKE '${like}';`);
  return ids.split('\n').filter((id) => id !== '');
}

/** The offsets behind each statement of a script. */
export function boundaries(script: string): readonly number[] {
  const tokens = /'(?:[^']|'')*'|`[^`]*`|^--[^\n]*\n|;/gm;
  return [...script.matchAll(tokens)].flatMap(({ 0: token, index }) => (token === ';' ? [index + 1] : []));
}
