/** On engines that run everywhere: hand-written SQL and any sequence of ops, read back as the model that says the same. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { introspect } from '../../src/database/introspect/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { type Embedded, embeddedPostgresql, embeddedSqlite } from '../support/embedded.ts';
import type { FactEngine } from '../support/facts.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';
import * as postgresql from './engines/postgresql.ts';
import * as sqlite from './engines/sqlite.ts';
import { differences, modelOf, plainModel } from './plain-model.ts';

const ENGINES: { readonly [E in FactEngine]: () => Promise<Embedded> } = { sqlite: embeddedSqlite, postgresql: embeddedPostgresql };
const HAND_WRITTEN = { sqlite, postgresql };

/** The script that builds what the ops make, and the model that they leave. */
function built(engine: FactEngine, ops: readonly Op[]): { readonly script: string; readonly model: SchemaModel } {
  const statements: string[] = [];
  let model = EMPTY_SCHEMA;
  for (const op of ops) {
    const lowered = lowerOp(op, DIALECTS[engine], viewOf(model));
    if ('code' in lowered) throw new Error(`${describe(op)}: ${lowered.message}`);
    statements.push(...lowered.map(({ sql }) => `${sql};\n`));
    model = evolve(model, op);
  }
  return { script: statements.join(''), model };
}

for (const engine of ['sqlite', 'postgresql'] as const) {
  const test = suite(`${engine}: introspection, embedded`);
  let database: Embedded;
  test.before(async () => void (database = await ENGINES[engine]()));
  test.after(() => database.close());
  test('finds what people wrote by hand', async () => {
    const { SCRIPT, EXPECTED } = HAND_WRITTEN[engine];
    await database.build(SCRIPT);
    const found = await introspect(engine, database.query, engine === 'postgresql' ? { schemas: ['public', 'app'] } : {});
    assert.equal(plainModel(found), plainModel(modelOf(EXPECTED)));
  });
  test('finds what any sequence of ops built', async () => {
    const sequences = validSequences(engine, 25, (op) => namedFor(op, DIALECTS[engine]));
    await fc.assert(
      fc.asyncProperty(sequences, async (ops) => {
        const { script, model } = built(engine, ops);
        await database.build(script);
        assert.equal(differences(await introspect(engine, database.query), model, DIALECTS[engine]), []);
      }),
      { includeErrorInReport: true, ...tries(25), endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1' },
    );
  });
  test.run();
}
