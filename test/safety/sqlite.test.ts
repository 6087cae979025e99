/**
 * SQLite's scripts in its shell, in each way that it takes a file, and in clients that go on after an error. After each
 * cell: the catalogue, the version table, the ledger, the exit code, and whether the file is whole and without a journal.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES, type TransactionMode, failureMap } from '../../src/plan/index.ts';
import { type Database, createDatabase } from '../support/servers.ts';
import { type AddCell, cellsOf } from './cells.ts';
import { type Cell, ERRORS, type State, planOf, promised, wholeAfter } from './chain.ts';
import { ANSWERED, ASKED, CONDITIONS, HOLDING, asking } from './conditions.ts';
import { type Client, type Ran, folder, runScript, scriptOf } from './matrix.ts';

const test = suite('sqlite: scripts fail safely');
const cell = cellsOf(test, 'sqlite', () => ({ empty: () => createDatabase('sqlite'), drop: () => {} }));

/** A home whose .sqliterc has set what it can to hinder a script. */
const home = join(folder, 'home');
mkdirSync(home);
writeFileSync(
  join(home, '.sqliterc'),
  '.bail off\n.headers on\n.mode box\n.changes on\nPRAGMA foreign_keys = ON;\nPRAGMA recursive_triggers = ON;\nPRAGMA legacy_alter_table = ON;\n',
);

type Sqlite = Client & { readonly wal?: boolean };

const shell = (flags: readonly string[], more: Partial<Sqlite> = {}): Sqlite => ({
  command: 'sqlite3',
  args: (database) => [...flags, database],
  stdin: true,
  env: { HOME: folder },
  fails: 1,
  ...more,
});

const generic = { client: 'generic', ledger: true } as const;
const hostile = { env: { HOME: home } };
const asHeaderSays = shell(['-bail', '-batch'], { options: { ledger: true } });
const goesOn = shell([], { options: generic });

const CLIENTS: { readonly [name: string]: Sqlite } = {
  'sqlite3 as the header says': asHeaderSays,
  'sqlite3 without flags': shell([]),
  'sqlite3 with .read': shell([], { stdin: false, args: (database, file) => [database, `.read ${file}`] }),
  'sqlite3 with -init': shell([], { stdin: false, args: (database, file) => ['-init', file, database, 'SELECT 1'] }),
  '.read in a session': shell([], { stdin: false, command: 'sh', args: (database, file) => ['-c', `echo '.read ${file}' | sqlite3 -interactive ${database}`] }),
  'sqlite3 with a hostile .sqliterc': shell(['-batch'], hostile),
  'sqlite3 on a file in WAL mode': shell(['-bail', '-batch'], { wal: true }),
  'a client that keeps going': goesOn,
  'a client that keeps going, in a hostile session': shell([], { options: generic, ...hostile }),
  'a client that keeps going, on a file in WAL mode': shell([], { options: generic, wal: true }),
  'a client that stops': shell(['-bail', '-batch'], { options: generic }),
};

const LOOK = `
  PRAGMA user_version = 1;
  SELECT CASE WHEN type = 'table' AND name IN ('one', 'two', 'three', 'four', 'five') THEN 'object table ' WHEN name = 'ix_one' THEN 'object index '
    ELSE 'other ' END || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%';
  SELECT 'object column of two' FROM pragma_table_info('two') WHERE name = 'note';
  SELECT 'check ' || integrity_check FROM pragma_integrity_check;
  SELECT 'object rows of one' FROM one LIMIT 1;
  SELECT 'rows ' || count(*) FROM one;
  SELECT 'head ' || revision FROM migsql_version;
  SELECT 'ledger ' || step || ' ' || revision FROM migsql_ledger WHERE finished >= started;
`;

/** Everything there is to be seen, by one call of the client. */
function look(database: Database): State & { readonly ledger: readonly string[]; readonly others: readonly string[] } {
  // A shell that stops in the middle may leave a journal of which nothing is to be played back; a write removes it.
  // What asks for a table that is not there is an error, and no line.
  const { stdout } = spawnSync('sqlite3', ['-init', '/dev/null', '-batch', database.name], { encoding: 'utf8', input: LOOK });
  const all = stdout.split('\n');
  const of = (word: string): readonly string[] => all.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)).sort();
  assert.equal(of('check'), ['ok']);
  assert.not.ok(of('rows').some((rows) => rows !== '0' && rows !== '2'), `rows of one: ${of('rows')}`);
  assert.not.ok(existsSync(`${database.name}-journal`), 'a journal is left behind a write');
  return { objects: of('object'), heads: of('head'), ledger: of('ledger'), others: of('other') };
}

/** What is there is as promised, and the ledger has a row for each revision that is whole. */
function check(database: Database, { objects, heads }: State, { output }: Ran, ledger: boolean, from = 0): void {
  const found = look(database);
  assert.equal({ objects: found.objects, heads: found.heads }, { objects, heads }, output);
  const reached = Number(/\d+/.exec(heads[0] ?? '0'));
  const rows = Array.from({ length: reached - from }, (_, index) => `${index + 1} rev${from + index + 1}`);
  assert.equal(found.ledger, ledger ? rows : [], output);
  if (!heads.length && !objects.length) assert.equal(found.others.filter((name) => name === 'migsql_ledger'), []);
}

const isLedgered = ({ options }: Client): boolean => options?.ledger ?? false;

/** Adds the cells of a client, whose database may be in WAL mode. */
const cellsWith =
  ({ wal }: Sqlite): AddCell =>
  (name, work) =>
    cell(name, (database) => {
      if (wal) database.run('PRAGMA journal_mode = WAL;');
      return work(database);
    });

const OK = /migsql: OK base -> rev3/;
const NOTHING: State = { objects: [], heads: [] };

function failed(ran: Ran, { fails }: Client): void {
  assert.is(ran.code, fails, ran.output);
  assert.not.match(ran.output, /migsql: OK/);
}

/** What the server refuses at once; while it runs; a part of whose rows stays; and what ends the transaction. */
const KINDS: { readonly [kind: string]: string | undefined } = {
  'that is refused': undefined,
  'while it runs': "INSERT INTO one SELECT abs(-9223372036854775807 - 1) WHERE 'no_such_table' <> ''",
  'that leaves a row': "INSERT OR FAIL INTO one SELECT 7 UNION ALL SELECT NULL FROM (SELECT 'no_such_table')",
  'that ends the transaction': "INSERT OR ROLLBACK INTO one SELECT NULL FROM (SELECT 'no_such_table')",
};

for (const [name, client] of Object.entries(CLIENTS)) {
  for (const transaction of TRANSACTION_MODES) addCells(`${name}, transactions: ${transaction}`, client, transaction);
}

function addCells(name: string, client: Sqlite, transaction: TransactionMode): void {
  const engine = 'sqlite';
  const options = { lockTimeout: 0.05, ...client.options };
  const ledger = isLedgered(client);
  const run = (database: Database, asked: Cell): Ran => runScript(database, scriptOf(asked, options), client);
  const plain: Cell = { engine, transaction };
  const whole = promised(planOf(plain));
  const cell = cellsWith(client);

  cell(`${name}: right start, and a second run changes nothing`, (database) => {
    const first = run(database, plain);
    assert.is(first.code, 0, first.output);
    assert.match(first.output, OK);
    check(database, whole, first, ledger);
    const second = run(database, plain);
    failed(second, client);
    assert.match(second.output, /starts at \[base\], but the version table holds \[rev3\]/);
    check(database, whole, second, ledger);
  });
  cell(`${name}: a database without a version table is at base`, (database) => {
    const ran = run(database, { ...plain, from: 1 });
    failed(ran, client);
    assert.match(ran.output, /starts at \[rev1\], but the version table holds \[base\]|no such table: migsql_version/);
    check(database, NOTHING, ran, false);
    assert.equal(look(database).others, []);
  });
  cell(`${name}: another start, and a head too many`, (database) => {
    database.run("CREATE TABLE migsql_version (revision VARCHAR(128) NOT NULL PRIMARY KEY); INSERT INTO migsql_version VALUES ('rev1');");
    const ran = run(database, plain);
    failed(ran, client);
    check(database, { objects: [], heads: ['rev1'] }, ran, false);
    database.run("INSERT INTO migsql_version VALUES ('other');");
    const second = run(database, { ...plain, from: 1 });
    failed(second, client);
    assert.match(second.output, /starts at \[rev1\], but the version table holds \[other, rev1\]/);
    check(database, { objects: [], heads: ['other', 'rev1'] }, second, false);
  });
  const kinds = client === asHeaderSays || client === goesOn ? Object.entries(KINDS) : Object.entries(KINDS).slice(0, 1);
  for (const [kind, sql] of kinds) {
    for (const place of ERRORS) {
      cell(`${name}: an error ${kind} in revision ${place.revision} after ${place.after} ops`, (database) => {
        const asked: Cell = { ...plain, error: { ...place, ...(sql !== undefined && { sql }) } };
        const ran = run(database, asked);
        failed(ran, client);
        check(database, promised(planOf(asked)), ran, ledger);
      });
    }
  }
  for (const [index, { name: asks, says }] of CONDITIONS.entries()) {
    cell(`${name}: ${asks}, where it does not hold, then where it does`, (database) => {
      database.run(ASKED);
      const asked: Cell = { ...plain, also: asking(index) };
      const ran = run(database, asked);
      failed(ran, client);
      assert.match(ran.output, says);
      check(database, promised(planOf(asked), 'asked'), ran, ledger);
      database.run(ANSWERED);
      const { heads } = look(database);
      if (heads.length) return;
      const again = run(database, asked);
      assert.is(again.code, 0, again.output);
      check(database, whole, again, ledger);
    });
  }
  cell(`${name}: conditions that hold as long as they are asked`, (database) => {
    const ran = run(database, { ...plain, also: HOLDING });
    assert.is(ran.code, 0, ran.output);
    check(database, whole, ran, ledger);
  });
  cell(`${name}: the lock is held by another process`, async (database) => {
    const other = await holding(database, 'BEGIN IMMEDIATE;\n');
    const ran = run(database, plain);
    other.kill('SIGKILL');
    await closed(other);
    failed(ran, client);
    check(database, NOTHING, ran, false);
  });
  cell(`${name}: a reader keeps the file while the script commits`, async (database) => {
    database.run('CREATE TABLE kept (id INTEGER); INSERT INTO kept VALUES (1);');
    const other = await holding(database, 'BEGIN;\nSELECT * FROM kept;\n');
    const ran = run(database, plain);
    other.kill('SIGKILL');
    await closed(other);
    if (client.wal && ran.code === 0) return check(database, whole, ran, ledger);
    failed(ran, client);
    check(database, NOTHING, ran, false);
  });
}

/* What needs a process to be met in the middle, or another file: of the shell as the header says, and of a client that keeps going. */

for (const [name, client] of [['sqlite3 as the header says', asHeaderSays], ['a client that keeps going', goesOn]] as const) {
  for (const transaction of TRANSACTION_MODES) addHarder(`${name}, transactions: ${transaction}`, client, transaction);
}

function addHarder(name: string, client: Sqlite, transaction: TransactionMode): void {
  const plain: Cell = { engine: 'sqlite', transaction };
  const plan = planOf(plain);
  const ledger = isLedgered(client);
  const text = scriptOf(plain, client.options);
  const commits = [...text.matchAll(/^COMMIT;\n/gm)].map(({ index }) => index);
  const blocks = failureMap(plan).length;
  assert.is(commits.length, blocks);
  const cell = cellsWith(client);
  for (const [whole, at] of [...commits.entries(), [blocks, text.length] as const]) {
    cell(`${name}: killed after ${whole} of ${blocks} blocks`, async (database) => {
      const child = await holding(database, text.slice(0, at));
      child.kill('SIGKILL');
      const ran = await closed(child);
      check(database, wholeAfter(plan, whole), ran, ledger);
    });
    if (whole === blocks) continue;
    cell(`${name}: the file ends after ${whole} of ${blocks} blocks`, (database) => {
      const ran = runScript(database, text.slice(0, at), client);
      assert.not.match(ran.output, OK);
      check(database, wholeAfter(plan, whole), ran, ledger);
    });
  }
  cell(`${name}: two runs at once`, async () => {
    for (const from of [0, 2]) {
      const database = createDatabase('sqlite');
      const asked: Cell = { ...plain, from };
      if (from) runScript(database, startOf(from), { ...client, fails: 0 });
      const script = scriptOf(asked, { ...client.options, lockTimeout: 5 });
      const runs = await Promise.all([started(database, client, script), started(database, client, script)]);
      const good = runs.filter(({ code }) => code === 0);
      const outputs = runs.map(({ output }) => output).join('\n---\n');
      assert.is(runs.filter(({ output }) => /migsql: OK/.test(output)).length, good.length, outputs);
      assert.is(good.length, 1, outputs);
      check(database, promised(planOf(plain)), good[0]!, ledger, from);
    }
  });
  cell(`${name}: the file may only be read`, (database) => {
    database.run('VACUUM;');
    const ran = runScript(database, text, { ...client, args: (file) => ['-readonly', ...client.args(file, '')] });
    failed(ran, client);
    check(database, NOTHING, ran, false);
  });
  cell(`${name}: the file cannot grow`, () => {
    for (const kilobytes of [4, 12, 20, 28]) {
      const database = createDatabase('sqlite');
      const limited = ['-c', `trap '' XFSZ; ulimit -f ${kilobytes}; exec sqlite3 "$@"`, 'bash', ...client.args(database.name, '')];
      const ran = runScript(database, text, { ...client, command: 'bash', args: () => limited });
      failed(ran, client);
      const { objects, heads } = look(database);
      const possible = Array.from({ length: blocks }, (_, whole) => wholeAfter(plan, whole));
      const found = JSON.stringify({ objects, heads });
      assert.ok(possible.some((state) => JSON.stringify(state) === found), `${found}\n${ran.output}`);
    }
  });
  cell(`${name}: another database, and an older server`, (database) => {
    const expecting = { ...client.options, expectDatabase: 'shop.db', expectServer: true };
    const ran = runScript(database, scriptOf(plain, expecting), client);
    failed(ran, client);
    assert.match(ran.output, /the script is for another database file/);
    check(database, NOTHING, ran, false);
    const here = scriptOf(plain, { ...expecting, expectDatabase: basename(database.name) });
    const older = runScript(database, here.replace('WHERE 3035000 >', 'WHERE 3099000 >'), client);
    failed(older, client);
    assert.match(older.output, /SQLite must be 3\.35 or later/);
    check(database, NOTHING, older, false);
    const right = runScript(database, here, client);
    assert.is(right.code, 0, right.output);
    check(database, promised(plan), right, ledger);
  });
  cell(`${name}: a transaction is open in the session`, (database) => {
    const ran = runScript(database, `BEGIN;\nCREATE TABLE mine (id INTEGER);\n${text}`, client);
    failed(ran, client);
    assert.match(ran.output, /a transaction is open in this session/);
    check(database, NOTHING, ran, false);
    assert.equal(look(database).others, []);
  });
  for (const [how, raises] of [['do not change', 'IGNORE'], ['cannot be changed', "ABORT, 'kept'"]] as const) cell(`${name}: a version table whose rows ${how}`, (database) => {
    runScript(database, startOf(2), { ...client, fails: 0 });
    database.run(`CREATE TRIGGER kept BEFORE UPDATE ON migsql_version BEGIN SELECT raise(${raises}); END;`);
    const asked: Cell = { ...plain, from: 2 };
    const ran = runScript(database, scriptOf(asked, client.options), client);
    failed(ran, client);
    const { heads } = look(database);
    assert.equal(heads, ['rev2']);
  });
}

/** Each open connection to such a file keeps a share of it, which another's exclusive lock waits for. */
for (const transaction of TRANSACTION_MODES) {
  const name = 'a client that keeps going, on a file in WAL mode';
  const client = CLIENTS[name]!;
  cellsWith(client)(`${name}, transactions: ${transaction}: two runs at once`, async (database) => {
    const script = scriptOf({ engine: 'sqlite', transaction }, { ...client.options, lockTimeout: 1 });
    const runs = await Promise.all([started(database, client, script), started(database, client, script)]);
    const good = runs.filter(({ output }) => /migsql: OK/.test(output));
    assert.ok(good.length <= 1);
    check(database, good.length ? promised(planOf({ engine: 'sqlite', transaction })) : NOTHING, runs[0]!, good.length > 0);
  });
}

/** What brings an empty database to a revision. */
function startOf(revision: number): string {
  const text = scriptOf({ engine: 'sqlite', transaction: 'revision' });
  return text.slice(0, [...text.matchAll(/^COMMIT;\n/gm)][revision - 1]!.index + 'COMMIT;\n'.length);
}

/** A shell that has run a text, and waits for more. */
function holding(database: Database, text: string): Promise<ChildProcess> {
  const child = spawn('sqlite3', ['-init', '/dev/null', '-batch', database.name], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.write(`${text}.shell echo ready\n`);
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('ready')) resolve(child);
    });
  });
}

const closed = (child: ChildProcess): Promise<Ran> =>
  new Promise((resolve) => child.once('close', (code) => resolve({ code, output: '' })));

function started(database: Database, { command, args }: Client, text: string): Promise<Ran> {
  const child = spawn(command, args(database.name, ''), { stdio: 'pipe' });
  child.stdin.end(text);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

test.run();
