/** Which database a command connects to, and with which password; no password is ever shown. */
import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openDatabase } from '../../src/cli/database-flags.ts';
import { loadConfig } from '../../src/config.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { BIN, migrationText, type Ran, run } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { createDatabase, isReachable } from '../support/servers.ts';
import { hasTerminals } from '../support/terminal.ts';

const test = suite('databases');
const PASSWORD = 'hunter2%/x';

const project = (config: object): string =>
  makeProject({ 'migsql.config.json': JSON.stringify(config), 'migrations/a.ts': migrationText('aaaa1111', null), 'sub/.keep': '' });

const URL_OF_ENV = { url: { $env: 'SHOP_URL' } };

interface Asked {
  readonly config?: object;
  readonly url?: string;
  readonly dialect?: DialectName;
  readonly target?: string;
  readonly env?: { readonly [name: string]: string };
}

/** The database that is connected to, as it is shown, or else what is wrong; a password is in none of both. */
async function opened({ config = {}, url, dialect, target, env = {} }: Asked, cwd = project(config)): Promise<string> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  try {
    const loaded = await loadConfig(join(cwd, 'migsql.config.json'), process.env, target);
    const connection = await openDatabase(loaded, { url, dialect, json: true });
    await connection.close();
    return connection.display;
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    assert.not.match(JSON.stringify(error.diagnostics) + error.stack, /hunter2/);
    return error.message;
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** A run, which shows the password neither to people nor to programs. */
function ran(args: readonly string[], env: { readonly [name: string]: string }): Ran {
  const [plain, json] = [args, [...args, '--json']].map((each) => run(each, { cwd: project({}), env: { DEBUG: '1', ...env } }));
  for (const each of [plain, json]) assert.not.match(`${each?.stdout}${each?.stderr}`, /hunter2/);
  return plain as Ran;
}

test('a command that connects says both ways to name the database, and the variable that is not set', async () => {
  assert.is(await opened({}), "which database is not said [no-url]\n  Name it: --url URL; or in the config: url: env('DATABASE_URL'). What can write SQL instead has --sql.");
  assert.match(await opened({ config: URL_OF_ENV }), 'which database is not said: the environment variable SHOP_URL is not set [no-url]\n  Set SHOP_URL to');
});

test('what connects to nothing does without the variable, and with a URL that is none', () => {
  const cwd = project({ ...URL_OF_ENV, dialect: 'sqlite' });
  assert.is(run(['heads'], { cwd }).status, 0);
  assert.is(run(['heads'], { cwd, env: { SHOP_URL: 'nonsense' } }).status, 0);
});

test('--url comes before the config; its path is seen from here, that of the config from its folder', async () => {
  const cwd = project({ url: 'sqlite:of-config.db' });
  assert.is(await opened({}, cwd), `sqlite:${join(cwd, 'of-config.db')}`);
  const here = process.cwd();
  process.chdir(join(cwd, 'sub'));
  assert.is(await opened({ url: 'sqlite:given.db' }, cwd), `sqlite:${join(realpathSync(cwd), 'sub/given.db')}`);
  process.chdir(here);
});

test('a target has its own', async () => {
  const cwd = project({ url: 'sqlite:common.db', targets: { a: {}, b: { url: 'sqlite:own.db' } } });
  assert.is(await opened({ target: 'a' }, cwd), `sqlite:${join(cwd, 'common.db')}`);
  assert.is(await opened({ target: 'b' }, cwd), `sqlite:${join(cwd, 'own.db')}`);
});

test('a password on the command line, or in the config itself, is refused, and shown nowhere', async () => {
  for (const url of [`postgresql://ann:${encodeURIComponent(PASSWORD)}@h/d`, 'nonsense://ann:hunter2@h', 'postgresql://ann:hunter2#@h/d']) {
    assert.match(await opened({ url }), /^--url takes no password \[invalid-usage\]\n  It would stay in the history of the shell\. Leave it out, and set MIGSQL_PASSWORD/);
  }
  assert.match(await opened({ config: { url: 'postgresql://ann:hunter2@h/d' } }), 'a password stands in it, and would be committed [invalid-config]');
  assert.is(ran(['apply', '--dry-run', '--url', 'postgresql://ann:hunter2@h/d'], {}).status, 2);
});

test('a database of another dialect than the config, or --dialect, is refused before anybody is asked', async () => {
  const asked: Asked = { config: { dialect: ['postgresql', 'oracle'] }, url: 'mysql://ann@h.invalid/d', env: { MIGSQL_PASSWORD: PASSWORD } };
  assert.match(await opened(asked), 'mysql://ann@h.invalid:3306/d is mysql, and postgresql, oracle is asked for [other-database]');
  assert.match(await opened({ url: 'sqlite:x.db', dialect: 'mssql' }), 'is sqlite, and mssql is asked for [other-database]');
});

test('a URL of the environment that is wrong is not shown, nor where it leads but the database itself', async () => {
  const env = { SHOP_URL: 'postgresql://ann:hunter2/@h/d' };
  assert.match(await opened({ config: URL_OF_ENV, env }), /^the URL of the database cannot be used: .* \[invalid-url\]/);
  const refused = await opened({ config: URL_OF_ENV, env: { SHOP_URL: `postgresql://ann:${encodeURIComponent(PASSWORD)}@127.0.0.1:1/d` } });
  assert.match(refused, 'no connection with postgresql://ann@127.0.0.1:1/d: nothing listens there (connect ECONNREFUSED 127.0.0.1:1) [cannot-connect]\n  Check the host');
  assert.is(ran(['apply', '--dry-run', '--url', 'postgresql://ann@127.0.0.1:1/d'], { MIGSQL_PASSWORD: PASSWORD }).status, 4);
});

if (isReachable('mariadb')) {
  const database = createDatabase('mariadb');
  const user = `${database.name}_p`;
  database.run(`CREATE OR REPLACE USER ${user} IDENTIFIED BY '${PASSWORD}'; GRANT ALL ON ${database.name}.* TO ${user};`);
  process.on('exit', () => database.send(`DROP USER IF EXISTS ${user};`));
  const server = new URL(process.env['MIGSQL_TEST_MARIADB_URL'] || 'mysql://root@127.0.0.1:3306/');
  const url = (password = ''): string => `mysql://${user}${password && `:${encodeURIComponent(password)}`}@${server.hostname}:${server.port || 3306}/${database.name}`;
  const shown = url();

  test('the password is that of the URL in the environment, else MIGSQL_PASSWORD', async () => {
    assert.is(await opened({ config: URL_OF_ENV, env: { SHOP_URL: url(PASSWORD) } }), shown);
    assert.is(await opened({ url: url(), env: { MIGSQL_PASSWORD: PASSWORD } }), shown);
    assert.is(await opened({ config: URL_OF_ENV, env: { SHOP_URL: url(PASSWORD), MIGSQL_PASSWORD: 'another' } }), shown);
  });

  test('a wrong password, and none where nobody can be asked', async () => {
    for (const env of [{ MIGSQL_PASSWORD: `${PASSWORD}!` }, {}]) assert.match(await opened({ url: url(), env }), 'the user or the password is wrong');
  });

  test('a server that is another than the dialect that is asked for: mysql: may be MariaDB', async () => {
    const env = { MIGSQL_PASSWORD: PASSWORD };
    assert.match(await opened({ config: { dialect: 'mysql' }, url: url(), env }), 'is mariadb, and mysql is asked for [other-database]');
    assert.is(await opened({ config: { dialect: 'mariadb' }, url: url(), env }), shown);
    assert.is(await opened({ config: { dialect: 'mariadb' }, url: url().replace('mysql:', 'mariadb:'), env }), shown.replace('mysql:', 'mariadb:'));
  });

  if (hasTerminals) {
    test('a person at a terminal is asked, and sees no password', async () => {
      const screen = await atTerminal(`apply --dry-run --url '${url()}'`, project({ dialect: 'mariadb' }));
      assert.match(screen, `Password for ${shown}`);
      assert.match(screen, 'base -> aaaa1111');
      assert.not.match(screen, /hunter2/);
    });

    test('Ctrl-C is an answer', async () => {
      const screen = await atTerminal(`apply --dry-run --url '${url()}'`, project({ dialect: 'mariadb' }), '\x03');
      assert.match(screen, /broken off before anything was done .*\[broken-off\]/);
    });
  }
}

/** Types the password when it is asked for, not before: a terminal shows what is typed ahead. */
function atTerminal(args: string, cwd: string, typed = `${PASSWORD}\n`): Promise<string> {
  const child = spawn('script', ['-qec', `stty cols 200; '${process.execPath}' '${BIN}' ${args}`, '/dev/null'], { cwd });
  let shown = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = shown;
    shown += String(chunk);
    if (!before.includes('Password for') && shown.includes('Password for')) child.stdin.write(typed);
  });
  return new Promise((resolve) => child.on('close', () => resolve(shown)));
}

test('the pages say what is so: the variable, and every parameter of a URL', () => {
  const text = readFileSync(new URL('../../docs/database.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../../src/database/url-parameters.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/^ {4}'?([\w-]+)'?: (?:'path'|\[)|[{,] (\w+): (?:'path'|\[)/gm)].map(([, one, two]) => one ?? two ?? '');
  assert.ok(names.length >= 12, names.join());
  for (const name of ['MIGSQL_PASSWORD', ...names]) assert.ok(text.includes(`\`${name}`), name);
});

test.run();
