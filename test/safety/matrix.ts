/**
 * The cells that every engine's scripts go through: a client, a transaction mode, a situation. After each the test reads
 * the catalogue, the version table and the exit code, and compares with what the plan's failure map promised.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES, type TransactionMode } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import { type Database, type Engine, isReachable } from '../support/servers.ts';
import { cell as counted, everyCell, reportCells } from './cells.ts';
import { type Cell, ERRORS, planOf, promised } from './chain.ts';
import { observe } from './observe.ts';

/** How a script is run, and what comes of it when it fails. */
export interface Client {
  readonly options?: Partial<ScriptOptions>;
  /** The command line; FILE and DATABASE stand for themselves. */
  readonly command: string;
  readonly args: (database: string, file: string) => readonly string[];
  /** Whether the script comes on standard input. */
  readonly stdin?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code after a failure. */
  readonly fails: number;
}

export interface Matrix {
  readonly engine: Engine;
  readonly clients: { readonly [name: string]: Client };
  /** An empty database, for each cell. */
  readonly emptied: () => Database;
}

export const folder = mkdtempSync(join(tmpdir(), 'migsql-safety-'));

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

export function scriptOf(cell: Cell, options: Partial<ScriptOptions> = {}): string {
  return [...renderScript(planOf(cell), { ...DEFAULT_OPTIONS, ...options })].join('');
}

export function runScript(database: Database, text: string, { command, args, stdin, env }: Client): Ran {
  const file = join(folder, 'script.sql');
  writeFileSync(file, text);
  const { status, stdout, stderr, error } = spawnSync(command, args(database.name, file), {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(stdin && { input: text }),
  });
  return { code: status, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

export const OK = /migsql: OK base -> rev3/;

/** Every cell of an engine, to be run. */
export function matrixOf(matrix: Matrix): ReturnType<typeof suite> {
  const test = suite(`${matrix.engine}: scripts fail safely`);
  if (!isReachable(matrix.engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    // Errors meet each client and each mode once, and the two of them each other; all of them with each where there is time.
    for (const [row, [name, client]] of Object.entries(matrix.clients).entries()) {
      for (const [column, transaction] of TRANSACTION_MODES.entries()) {
        const chosen = ERRORS.filter((_, index) => everyCell || (row + column + index) % TRANSACTION_MODES.length === 0);
        addCells(test, `${name}, transactions: ${transaction}`, { client, transaction, matrix, errors: chosen });
      }
    }
    reportCells(matrix.engine);
  }
  return test;
}

interface Row {
  readonly client: Client;
  readonly transaction: TransactionMode;
  readonly matrix: Matrix;
  readonly errors: typeof ERRORS;
}

function addCells(
  test: ReturnType<typeof suite>,
  name: string,
  { client, transaction, matrix, errors }: Row,
): void {
  const { engine, emptied } = matrix;
  const run = (database: Database, cell: Cell): Ran => runScript(database, scriptOf(cell, client.options), client);
  counted(test, `${name}: right start, and a second run changes nothing`, () => {
    const database = emptied();
    const cell: Cell = { engine, transaction };
    const first = run(database, cell);
    assert.is(first.code, 0, first.output);
    assert.match(first.output, OK);
    assert.equal(observe(database), promised(planOf(cell)));
    const second = run(database, cell);
    assert.is(second.code, client.fails, second.output);
    assert.match(second.output, /starts at \[base\], but the version table holds \[rev3\]/);
    assert.not.match(second.output, OK);
    assert.equal(observe(database), promised(planOf(cell)));
  });
  counted(test, `${name}: a database without a version table is at base`, () => {
    const database = emptied();
    const ran = run(database, { engine, transaction, from: 1 });
    assert.is(ran.code, client.fails, ran.output);
    assert.match(ran.output, /starts at \[rev1\], but the version table holds \[base\]/);
    assert.equal(observe(database), { objects: [], heads: [] });
  });
  for (const error of errors) {
    counted(test, `${name}: an error in revision ${error.revision} after ${error.after} ops`, () => {
      const database = emptied();
      const cell: Cell = { engine, transaction, error };
      const ran = run(database, cell);
      assert.is(ran.code, client.fails, ran.output);
      assert.not.match(ran.output, OK);
      assert.equal(observe(database), promised(planOf(cell)), ran.output);
    });
  }
}
