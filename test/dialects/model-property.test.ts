/**
 * The model that ops leave is what a database holds after their statements, and an op and its reverse leave the
 * database as it was: for any sequence of ops, on the engines themselves.
 */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, describe, evolve, reverse } from '../../src/ops/index.ts';
import { isIrreversible } from '../../src/ops/op.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { FACT_QUERIES, type FactEngine, factsOf, sorted } from '../support/facts.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';
import { type Database, createDatabase, isReachable } from '../support/servers.ts';

const MARK = '--- facts ---';

/** Statements in their order, and what the catalogue is expected to say between them. */
class Session {
  readonly #dialect: Dialect;
  readonly #engine: FactEngine;
  readonly #lines: string[] = [];
  readonly #expected: { readonly after: string; readonly facts: readonly string[] }[] = [];
  model: SchemaModel = EMPTY_SCHEMA;

  constructor(engine: FactEngine) {
    this.#engine = engine;
    this.#dialect = DIALECTS[engine];
    if (engine === 'postgresql') this.#lines.push('DROP SCHEMA public CASCADE;', 'CREATE SCHEMA public;');
  }

  /** Lowers an op in the model as it is by now, and changes the model. */
  run(op: Op): void {
    const lowered = lowerOp(op, this.#dialect, viewOf(this.model));
    if ('code' in lowered) throw new Error(`${describe(op)}: ${lowered.message}`);
    this.#lines.push(...lowered.map(({ sql }) => `${sql};`));
    this.model = evolve(this.model, op);
  }

  /** Asks for all facts here, and expects those of the model. */
  ask(after: string): void {
    this.#lines.push(`SELECT '${MARK}';`, ...FACT_QUERIES[this.#engine].map((query) => `${query};`));
    this.#expected.push({ after, facts: factsOf(this.model, this.#engine) });
  }

  check(database: Database): void {
    const answers = database.run(`${this.#lines.join('\n')}\n`).split(`${MARK}\n`).slice(1);
    assert.is(answers.length, this.#expected.length);
    for (const [index, { after, facts }] of this.#expected.entries()) {
      assert.equal(sorted(answers[index]!.split('\n').filter((line) => line !== '')), facts, after);
    }
  }
}

function check(engine: FactEngine, ops: readonly Op[], open: () => Database): void {
  const session = new Session(engine);
  for (const op of ops) {
    const before = session.model;
    session.run(op);
    session.ask(describe(op));
    const back = reverse(op, viewOf(before));
    if (isIrreversible(back)) continue;
    for (const undo of back) session.run(undo);
    assert.equal(factsOf(session.model, engine), factsOf(before, engine), `the model after ${describe(op)} and back`);
    session.ask(`${describe(op)} and back`);
    session.run(op);
  }
  const database = open();
  try {
    session.check(database);
  } finally {
    if (engine === 'sqlite') database.drop();
  }
}

for (const engine of ['sqlite', 'postgresql'] as const) {
  const test = suite(`${engine}: any sequence of ops`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    test('leaves what the model says, and each op is undone by its reverse', () => {
      const shared = engine === 'postgresql' ? createDatabase(engine) : undefined;
      const sequences = validSequences(engine, 25, (op) => namedFor(op, DIALECTS[engine]));
      fc.assert(
        fc.property(sequences, (ops) => check(engine, ops, () => shared ?? createDatabase(engine))),
        { includeErrorInReport: true, ...tries(engine === 'sqlite' ? 40 : 25), endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1' },
      );
    });
  }
  test.run();
}
