/**
 * The model that ops leave is what a database holds after their statements, and an op and its reverse leave the
 * database as it was: for any sequence of ops, on the engines themselves.
 */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
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

/** A run of the client: its lines, what the catalogue is expected to say between them, and the model by now. */
interface Session {
  readonly engine: FactEngine;
  readonly lines: string[];
  readonly expected: { readonly after: string; readonly facts: readonly string[] }[];
  model: SchemaModel;
}

const openSession = (engine: FactEngine): Session => ({
  engine,
  lines: engine === 'postgresql' ? ['DROP SCHEMA public CASCADE;', 'CREATE SCHEMA public;'] : [],
  expected: [],
  model: EMPTY_SCHEMA,
});

/** Lowers an op in the model as it is by now, and changes the model. */
function send(session: Session, op: Op): void {
  const lowered = lowerOp(op, DIALECTS[session.engine], viewOf(session.model));
  if ('code' in lowered) throw new Error(describe(op) + ': ' + lowered.message);
  session.lines.push(...lowered.map(({ sql }) => sql + ';'));
  session.model = evolve(session.model, op);
}

/** Asks for all facts here, and expects those of the model. */
function ask({ engine, lines, expected, model }: Session, after: string): void {
  lines.push(`SELECT '${MARK}';`, ...FACT_QUERIES[engine].map((query) => query + ';'));
  expected.push({ after, facts: factsOf(model, engine) });
}

function compare({ lines, expected }: Session, database: Database): void {
  const answers = database.run(lines.join('\n') + '\n').split(MARK + '\n').slice(1);
  assert.is(answers.length, expected.length);
  for (const [index, { after, facts }] of expected.entries()) {
    assert.equal(sorted(answers[index]!.split('\n').filter((line) => line !== '')), facts, after);
  }
}

function check(engine: FactEngine, ops: readonly Op[], open: () => Database): void {
  const session = openSession(engine);
  for (const op of ops) {
    const before = session.model;
    send(session, op);
    ask(session, describe(op));
    const back = reverse(op, viewOf(before));
    if (isIrreversible(back)) continue;
    for (const undo of back) send(session, undo);
    assert.equal(factsOf(session.model, engine), factsOf(before, engine), describe(op) + ' and back, in the model');
    ask(session, describe(op) + ' and back');
    send(session, op);
  }
  const database = open();
  try {
    compare(session, database);
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
