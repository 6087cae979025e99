/** What any sequence of ops builds on an engine is read back as the model that the ops leave. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { introspect } from '../../src/database/introspect/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { type Embedded, embeddedPostgresql, embeddedSqlite } from '../support/embedded.ts';
import { type FactEngine, factsOf } from '../support/facts.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';

const ENGINES: { readonly [E in FactEngine]: () => Promise<Embedded> } = { sqlite: embeddedSqlite, postgresql: embeddedPostgresql };

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
  const test = suite(`${engine}: introspection`);
  test('finds what any sequence of ops built', async () => {
    const database = await ENGINES[engine]();
    const sequences = validSequences(engine, 25, (op) => namedFor(op, DIALECTS[engine]));
    await fc.assert(
      fc.asyncProperty(sequences, async (ops) => {
        const { script, model } = built(engine, ops);
        await database.build(script);
        assert.equal(factsOf(await introspect(engine, database.query), engine), factsOf(model, engine));
      }),
      { includeErrorInReport: true, ...tries(25), endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1' },
    );
    await database.close();
  });
  test.run();
}
