/** Runs what each dialect writes for every case on the engine itself, and asks the engine's catalogue afterwards. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Dialect, type Lowered } from '../../src/dialects/dialect.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import type { Op, OpName } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { namedFor } from '../support/lowered.ts';
import { type Database, ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';
import { CASES, SETUP, SETUP_SCHEMA } from './cases.ts';
import { mariadb } from './engine-cases/mariadb.ts';
import { postgresql } from './engine-cases/postgresql.ts';
import { sqlite } from './engine-cases/sqlite.ts';
import { CHECKS, type Check, type EngineCases, NEEDS, NOT_RUN, type PerCase, type PerEngine, ROWS } from './engine-cases.ts';

const SCHEMA = viewOf(SETUP_SCHEMA);

function lowered(op: Op, dialect: Dialect): readonly Lowered[] {
  const found = lowerOp(namedFor(op, dialect), dialect, SCHEMA);
  if ('code' in found) throw new Error(found.message);
  return found;
}

const script = (statements: readonly string[]): string => statements.map((each) => `${each};\n`).join('');

/** A statement as the engine's client takes it: MariaDB's ends at the first `;` unless told of another end. */
const terminated = (engine: Engine) => ({ sql, compound }: Lowered): string =>
  compound && engine === 'mariadb' ? `DELIMITER $$\n${sql} $$\nDELIMITER ;\n` : `${sql};\n`;

/** Where a case runs, all in one go of the client. */
interface Bench {
  readonly database: Database;
  /** The schema, database or file that stands for `sales`. */
  readonly sales: string;
  /** Statements that make it empty, and that leave nothing behind. */
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly close: () => void;
}

type Open = (transactional: boolean) => Bench;

/** A server's database is made once, since that takes most of the time; PostgreSQL rolls each case back. */
function benches(engine: Engine): Open {
  if (engine === 'sqlite') return sqliteBench;
  const database = createDatabase(engine);
  if (engine === 'mariadb') return mariadbBench(database, createDatabase(engine));
  const shared: Bench = {
    database,
    sales: 'sales',
    first: ['BEGIN', 'CREATE SCHEMA sales'],
    last: ['ROLLBACK'],
    close: () => {},
  };
  return (transactional) => (transactional ? shared : ownDatabase());
}

function ownDatabase(): Bench {
  const database = createDatabase('postgresql');
  return { database, sales: 'sales', first: [], last: [], close: database.drop };
}

function mariadbBench(database: Database, other: Database): Open {
  const reset = [other.name, database.name].flatMap((name) => [
    `DROP DATABASE ${name}`,
    `CREATE DATABASE ${name} CHARACTER SET utf8mb4`,
  ]);
  return () => ({ database, sales: other.name, first: [...reset, `USE ${database.name}`], last: [], close: () => {} });
}

function sqliteBench(): Bench {
  const [database, other] = [createDatabase('sqlite'), createDatabase('sqlite')];
  const close = (): void => [database, other].forEach(({ drop }) => drop());
  return { database, sales: 'sales', first: [`ATTACH '${other.name}' AS sales`], last: [], close };
}

/** Ops are data: the schema's name is changed where it stands. */
const opInSales = (op: Op, sales: string): Op =>
  JSON.parse(JSON.stringify(op).replaceAll('"schema":"sales"', `"schema":"${sales}"`)) as Op;

const cellOf = <T>(cells: PerCase<PerEngine<T>>, op: OpName, label: string, engine: Engine): T | undefined =>
  (cells[op] as { readonly [label: string]: PerEngine<T> } | undefined)?.[label]?.[engine];

const OWN: { readonly [E in Engine]: EngineCases } = { postgresql, mariadb, sqlite };

/** What one engine's own file says of a case. */
function ownOf<F extends keyof EngineCases>(engine: Engine, field: F, op: OpName, label: string): unknown {
  return (OWN[engine][field][op] as { readonly [label: string]: unknown } | undefined)?.[label];
}

/** Changes of a table in place must not lose its rows. */
const KEEPS_ROWS: readonly OpName[] = [
  'addColumn',
  'dropColumn',
  'alterColumn',
  'createIndex',
  'addConstraint',
  'dropConstraint',
];
const ROWS_KEPT: Check = {
  query: 'SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM purchase)',
  rows: [['1', '1']],
};

function checksOf(op: OpName, label: string, engine: Engine): readonly Check[] {
  const own = [cellOf(CHECKS, op, label, engine), ownOf(engine, 'checks', op, label) as Check | readonly Check[] | undefined];
  return [...(KEEPS_ROWS.includes(op) ? [ROWS_KEPT] : []), ...own.flatMap((each) => each ?? [])];
}

const MARK = '--- check ---';

function runCase({ database, sales, first, last }: Bench, op: OpName, label: string, value: Op): void {
  const dialect = DIALECTS[database.engine];
  const needed = cellOf(NEEDS, op, label, database.engine) ?? (ownOf(database.engine, 'needs', op, label) as string | undefined);
  const needs = needed?.replaceAll('sales.', `${sales}.`);
  const setUp = [...SETUP.flatMap((each) => lowered(each, dialect)).map(({ sql }) => sql), ROWS];
  const under = lowered(opInSales(value, sales), dialect).map(terminated(database.engine)).join('');
  const checks = checksOf(op, label, database.engine);
  const asked = checks.flatMap(({ query }) => [`SELECT '${MARK}'`, query]);
  const output = database.run(
    script([...first, ...setUp, ...(needs === undefined ? [] : [needs])]) + under + script([...asked, ...last]),
  );
  const answers = output
    .split(`${MARK}\n`)
    .slice(1)
    .map((each) =>
      each
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t')),
    );
  assert.equal(
    answers,
    checks.map(({ rows }) => rows),
  );
}

for (const engine of ENGINES) {
  const test = suite(`${engine}: every op on the engine`);
  if (isReachable(engine)) addCases(test, engine);
  else test('is not reachable, as a line beginning with SKIPPED says', () => {});
  test.run();
}

function addCases(test: ReturnType<typeof suite>, engine: Engine): void {
  const open = benches(engine);
  for (const [op, cases] of Object.entries(CASES) as [OpName, { readonly [label: string]: Op }][]) {
    for (const [label, value] of Object.entries(cases)) {
      const found = lowerOp(namedFor(value, DIALECTS[engine]), DIALECTS[engine], SCHEMA);
      if ('code' in found || cellOf(NOT_RUN, op, label, engine) || ownOf(engine, 'notRun', op, label)) continue;
      test(`${op} ${label}`, () => {
        const bench = open(found.every(({ transactional }) => transactional));
        try {
          runCase(bench, op, label, value);
        } finally {
          bench.close();
        }
      });
    }
  }
}
