/**
 * From any schema to any other on the servers themselves: the statements run, and leave what the catalogue says of the
 * schema that is wanted.
 */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareSchemas } from '../../src/compare/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { FACT_QUERIES, factsOf, sorted } from '../support/facts.ts';
import { takenSequences } from '../support/random-models.ts';
import { tries } from '../support/scale.ts';
import { type Engine, createDatabase, isReachable } from '../support/servers.ts';
import { MARIADB_FACTS } from './mariadb-facts.ts';

const MARK = '--- facts ---';
const LONGEST = 15;

/** The statements of ops, each in the schema that those before it leave. */
function statements(ops: readonly Op[], engine: Engine, start: SchemaModel): readonly string[] {
  let schema = start;
  return ops.flatMap((op) => {
    const lowered = lowerOp(op, DIALECTS[engine], viewOf(schema));
    if ('code' in lowered) throw new Error(`${describe(op)}: ${lowered.message}`);
    schema = evolve(schema, op);
    return lowered.map(({ sql }) => `${sql};`);
  });
}

const differences = (before: SchemaModel, after: SchemaModel, engine: Engine): readonly string[] =>
  statements(compareSchemas(before, after, { dialect: DIALECTS[engine] }).map(({ op }) => op), engine, before);

const modelOf = (ops: readonly Op[]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);

/** What makes the database empty again. */
const EMPTIED: { readonly [E in Engine]: (database: string) => readonly string[] } = {
  postgresql: () => ['DROP SCHEMA public CASCADE;', 'CREATE SCHEMA public;'],
  sqlite: () => ['.open :memory:'],
  mariadb: (name) => [`DROP DATABASE ${name};`, `CREATE DATABASE ${name} CHARACTER SET utf8mb4;`, `USE ${name};`],
};

const QUERIES = { ...FACT_QUERIES, mariadb: MARIADB_FACTS };

/** Asks for the facts; the client goes on to the next line only when the one before did not fail. */
const asked = (engine: Engine): readonly string[] => [`SELECT '${MARK}';`, ...QUERIES[engine].map((query) => `${query};`)];

interface Pair {
  readonly before: readonly Op[];
  readonly after: SchemaModel;
}

/** A run from the schema before to the one after; MariaDB is asked as well what it holds where that was made at once. */
function script(engine: Engine, database: string, { before, after }: Pair): readonly string[] {
  const empty = EMPTIED[engine](database);
  const model = modelOf(before);
  return [
    ...empty, ...statements(before, engine, EMPTY_SCHEMA), ...differences(model, after, engine), ...asked(engine),
    ...(engine === 'mariadb' ? [...empty, ...differences(EMPTY_SCHEMA, after, engine), ...asked(engine)] : []),
  ];
}

const linesOf = (answer: string): readonly string[] => sorted(answer.split('\n').filter((line) => line !== ''));

function check(engine: Engine, pairs: readonly Pair[]): void {
  const database = createDatabase(engine);
  const answers = database.run(pairs.flatMap((pair) => script(engine, database.name, pair)).join('\n') + '\n').split(`${MARK}\n`).slice(1);
  for (const [index, { after }] of pairs.entries()) {
    const [reached, wanted] =
      engine === 'mariadb'
        ? [linesOf(answers[2 * index]!), linesOf(answers[2 * index + 1]!)]
        : [linesOf(answers[index]!), factsOf(after, engine)];
    assert.equal(reached, wanted, `pair ${index}`);
  }
  database.drop();
}

for (const engine of ['sqlite', 'postgresql', 'mariadb'] as const) {
  const test = suite(`${engine}: differences of any two schemas`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    test('lead a database from one to the other', () => {
      const sequences = takenSequences(engine, LONGEST);
      const pairs = fc.sample(fc.tuple(sequences, sequences), tries(100));
      check(engine, pairs.map(([before, after]) => ({ before, after: modelOf(after) })));
    });
  }
  test.run();
}
