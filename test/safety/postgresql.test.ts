/** PostgreSQL's scripts in psql, and in a client that knows no directive and keeps going: each cell as the map says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';
import { type Cell, ERRORS, planOf, promised } from './chain.ts';
import { observe } from './observe.ts';

const ENGINE = 'postgresql' as const;
const folder = mkdtempSync(join(tmpdir(), 'migsql-safety-'));
const url = (name: string): string => {
  const base = new URL(process.env['MIGSQL_TEST_POSTGRESQL_URL'] || 'postgresql://root@127.0.0.1:5432/postgres');
  base.pathname = `/${name}`;
  return base.href;
};

interface Client {
  readonly options: Partial<ScriptOptions>;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code after a failure. */
  readonly fails: number;
}

const rc = join(folder, 'psqlrc');
writeFileSync(rc, '\\set AUTOCOMMIT off\n\\set ON_ERROR_STOP off\n\\set ON_ERROR_ROLLBACK on\n');

const CLIENTS: { readonly [name: string]: Client } = {
  'psql as the header says': { options: {}, args: ['-X', '-v', 'ON_ERROR_STOP=1'], fails: 3 },
  'psql without a flag': { options: {}, args: ['-X'], fails: 3 },
  'psql with a hostile psqlrc': { options: {}, args: [], env: { PSQLRC: rc }, fails: 3 },
  'psql of another encoding': { options: {}, args: ['-X'], env: { PGCLIENTENCODING: 'LATIN1' }, fails: 3 },
  'a client that keeps going': { options: { client: 'generic' }, args: ['-X', '-v', 'ON_ERROR_STOP=0'], fails: 0 },
};

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

function fileOf(cell: Cell, options: Partial<ScriptOptions>): string {
  const file = join(folder, 'script.sql');
  writeFileSync(file, [...renderScript(planOf(cell), { ...DEFAULT_OPTIONS, ...options })].join(''));
  return file;
}

function run(database: Database, cell: Cell, { options, args, env }: Client): Ran {
  const { status, stdout, stderr } = spawnSync('psql', [...args, '-f', fileOf(cell, options), url(database.name)], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, output: stdout + stderr };
}

const test = suite('PostgreSQL scripts fail safely');
const OK = /migsql: OK base -> rev3/;

/** One database for all cells: making one takes longer than a cell. */
let shared: Database | undefined;

function emptied(): Database {
  shared ??= createDatabase(ENGINE);
  shared.run('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  return shared;
}

if (!isReachable(ENGINE)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
else {
  for (const [name, client] of Object.entries(CLIENTS)) {
    for (const transaction of TRANSACTION_MODES) {
      test(`${name}, transactions: ${transaction}: right start, and a second run changes nothing`, () => {
        const database = emptied();
        const cell: Cell = { engine: ENGINE, transaction };
        const first = run(database, cell, client);
        assert.is(first.code, 0, first.output);
        assert.match(first.output, OK);
        assert.equal(observe(database), promised(planOf(cell)));
        const second = run(database, cell, client);
        assert.is(second.code, client.fails, second.output);
        assert.match(second.output, /starts at \[base\], but the version table holds \[rev3\]/);
        assert.not.match(second.output, OK);
        assert.equal(observe(database), promised(planOf(cell)));
      });
      for (const error of ERRORS) {
        test(`${name}, transactions: ${transaction}: an error in revision ${error.revision} after ${error.after}`, () => {
          const database = emptied();
          const cell: Cell = { engine: ENGINE, transaction, error };
          const ran = run(database, cell, client);
          assert.is(ran.code, client.fails, ran.output);
          assert.not.match(ran.output, OK);
          assert.equal(observe(database), promised(planOf(cell)), ran.output);
          });
      }
    }
  }
}
test.run();
