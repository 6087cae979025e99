/**
 * What node-sqlite3-wasm leaves to its user: whose a lock is, one that a killed process left behind, and a transaction that was
 * cut off. Processes are killed for real.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connect } from '../../src/database/connect.ts';
import { codeOf, failureOf, kindOf } from '../../src/database/drivers/sqlite/codes.ts';
import type { SqliteHandle } from '../../src/database/drivers/sqlite/handle.ts';
import { isGone, thisProcess } from '../../src/database/drivers/sqlite/wasm/holder.ts';
import { openWasm } from '../../src/database/drivers/sqlite/wasm/index.ts';
import { parseUrl } from '../../src/database/url.ts';

const test = suite('locks of SQLite');
const folder = mkdtempSync(join(tmpdir(), 'migsql-lock-'));
/** By this library even where Node has its own. */
const open = (file: string): SqliteHandle => openWasm(join(folder, file));

/** A transaction that has written half of its pages to the file when it is killed: the cache holds ten. */
const CUT_OFF = `
  import { openWasm } from ${JSON.stringify(new URL('../../src/database/drivers/sqlite/wasm/index.ts', import.meta.url).href)};
  const { exec } = openWasm(process.argv[1]);
  exec("CREATE TABLE account (id INTEGER PRIMARY KEY, note TEXT)");
  exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO account SELECT i, printf('%0200d', 0) FROM n");
  exec('PRAGMA cache_size = 10');
  exec('BEGIN IMMEDIATE');
  exec("UPDATE account SET note = printf('%0200d', 1)");
  process.kill(process.pid, 'SIGKILL');
`;
const cut = join(folder, 'cut.db');
const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', CUT_OFF, cut]);

/** The files of a killed transaction, as another database. */
function cutOff(name: string): string {
  for (const ending of ['', '-journal', '.lock']) cpSync(`${cut}${ending}`, join(folder, `${name}${ending}`), { recursive: true });
  return join(folder, name);
}

function refusal(handle: SqliteHandle): { readonly kind: string; readonly message: string } {
  handle.exec('PRAGMA busy_timeout = 0');
  try {
    return { kind: 'none', message: JSON.stringify(handle.all('SELECT count(*) FROM sqlite_schema')) };
  } catch (error) {
    return { kind: kindOf(codeOf(error)), message: (error as Error).message };
  } finally {
    handle.close();
  }
}

test('the process that made the cut-off transaction was killed within it', () => {
  assert.is(signal, 'SIGKILL');
  assert.is(readdirSync(`${cut}.lock`).length, 1);
  assert.ok(readFileSync(cut).includes('0001'), 'nothing was written before it was killed');
});

test('a lock of a process that is gone is removed, and its transaction undone whole', () => {
  const file = cutOff('gone.db');
  const handle = open('gone.db');
  const [row] = handle.all("SELECT count(*) AS n, sum(note LIKE '%1') AS changed FROM account");
  assert.equal(row, { n: 2000, changed: 0 });
  handle.exec("INSERT INTO account VALUES (0, 'after')");
  handle.close();
  assert.equal([existsSync(`${file}.lock`), existsSync(`${file}-journal`)], [false, false]);
});

test('a lock of a process that lives stays, and the error names the process', () => {
  const one = open('live.db');
  one.exec('CREATE TABLE t (a)');
  one.exec('BEGIN IMMEDIATE');
  const { kind, message } = refusal(open('live.db'));
  assert.is(kind, 'lock-timeout');
  assert.match(message, new RegExp(`^database is locked: process ${process.pid} on .* has it\\. If that is gone, remove the folder .*live\\.db\\.lock$`));
  one.exec('COMMIT');
  one.close();
  assert.is(refusal(open('live.db')).kind, 'none');
});

test('a lock that does not say whose it is stays, with what to do about it', () => {
  mkdirSync(join(folder, 'unknown.db.lock'));
  const { kind, message } = refusal(open('unknown.db'));
  assert.is(kind, 'lock-timeout');
  assert.match(message, /^database is locked: the folder .*unknown\.db\.lock is there, and does not say whose it is\. If no program has the database open, remove it$/);
  assert.equal(readdirSync(join(folder, 'unknown.db.lock')), []);
});

test('a note that is not whole, or of another machine, container or start of the machine, proves nothing', () => {
  const file = cutOff('elsewhere.db');
  const [name = ''] = readdirSync(`${file}.lock`);
  const note = join(`${file}.lock`, name);
  const holder = JSON.parse(readFileSync(note, 'utf8'));
  assert.ok(isGone(holder));
  for (const text of ['', '{}', '{"pid":', ...['host', 'boot', 'namespace'].map((key) => JSON.stringify({ ...holder, [key]: 'another' }))]) {
    writeFileSync(note, text);
    assert.is(refusal(open('elsewhere.db')).kind, 'lock-timeout', text);
    assert.ok(existsSync(note));
  }
});

test('a number that is another process by now is no proof of life', () => {
  const self = thisProcess();
  assert.not.ok(isGone(self));
  if (self.started !== '') assert.ok(isGone({ ...self, started: '1' }));
  assert.not.ok(isGone({ ...self, pid: -1 }));
  assert.not.ok(isGone({ ...self, pid: 0 }));
});

test('a transaction that a program without such a lock is in, or was cut off in, is left alone', () => {
  const file = cutOff('foreign.db');
  rmSync(`${file}.lock`, { recursive: true });
  const before = readFileSync(`${file}-journal`);
  const { kind, message } = refusal(open('foreign.db'));
  assert.is(kind, 'lock-timeout');
  assert.match(message, /foreign\.db-journal is there: another program is within a transaction, or was cut off in one/);
  assert.ok(readFileSync(`${file}-journal`).equals(before));
  assert.not.ok(existsSync(`${file}.lock`));
});

test('two names of one file have one lock', () => {
  const one = open('named.db');
  one.exec('CREATE TABLE t (a)');
  one.exec('BEGIN IMMEDIATE');
  symlinkSync(join(folder, 'named.db'), join(folder, 'link.db'));
  assert.is(refusal(open('link.db')).kind, 'lock-timeout');
  one.close();
});

test('a write-ahead log is refused, for it cannot be shared', () => {
  const header = Buffer.alloc(4096);
  header.write('SQLite format 3\0', 'latin1');
  header.set([2, 2], 18);
  writeFileSync(join(folder, 'wal.db'), header);
  assert.throws(() => open('wal.db'), (error: unknown) => failureOf(error) === 'no-wal');
});

test('a statement that took effect is no failure because the next one could not', async () => {
  const connection = await connect(parseUrl('sqlite:counted.db', folder), { projectFolder: folder });
  await connection.run('CREATE TABLE t (a)');
  await connection.run('BEGIN');
  assert.equal(await connection.run('INSERT INTO t VALUES (1), (2)'), { changed: 2 });
  await connection.run('COMMIT');
  mkdirSync(join(folder, 'counted.db.lock'));
  assert.equal(await connection.run('PRAGMA busy_timeout = 0'), {});
  await connection.close();
});

test('a file is made for whom SQLite makes it, and a journal for nobody else than its file', () => {
  const mode = (name: string): string => (statSync(join(folder, name)).mode & 0o777 & ~process.umask()).toString(8);
  const handle = open('mode.db');
  handle.exec('CREATE TABLE t (a)');
  assert.is(mode('mode.db'), (0o644 & ~process.umask()).toString(8));
  chmodSync(join(folder, 'mode.db'), 0o600);
  handle.exec('BEGIN');
  handle.exec('INSERT INTO t VALUES (1)');
  assert.is(mode('mode.db-journal'), '600');
  handle.close();
});

test('an error leaves no lock behind, nor does the end of a session within a transaction', () => {
  const handle = open('ended.db');
  const isLocked = (): boolean => existsSync(join(folder, 'ended.db.lock'));
  handle.exec('CREATE TABLE t (a UNIQUE)');
  handle.exec('INSERT INTO t VALUES (1)');
  assert.throws(() => handle.exec('INSERT INTO t VALUES (1)'), /UNIQUE constraint failed/);
  assert.not.ok(isLocked());
  handle.exec('BEGIN IMMEDIATE');
  assert.ok(isLocked());
  handle.close();
  assert.not.ok(isLocked());
});

test.run();
