/**
 * Of any two sides: where no conflict is reported, a database takes both in either order and is the same in the end; where one
 * is, it refuses one order, or is not.
 */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { checkMerge } from '../../src/merge-check/index.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { afterAll, atBase } from '../../src/plan/index.ts';
import { EMPTY_SCHEMA, findTable, viewOf } from '../../src/schema/model.ts';
import { type Embedded, embeddedPostgresql, embeddedSqlite } from '../support/embedded.ts';
import { FACT_QUERIES, type FactEngine, sorted } from '../support/facts.ts';
import { namedFor } from '../support/lowered.ts';
import { type RandomSides, validSides } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';

/** What the common facts leave out: values of defaults, expressions. */
const MORE: { readonly [E in FactEngine]: readonly string[] } = {
  postgresql: [
    `SELECT 'default ' || adrelid::regclass || '.' || attname || ' ' || pg_get_expr(adbin, adrelid)
     FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum`,
    "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0",
    "SELECT sequencename || ' ' || coalesce(max_value, 0) || ' ' || cache_size FROM pg_sequences WHERE schemaname = 'public'",
  ],
  sqlite: ["SELECT m.name || '.' || p.name || coalesce(p.dflt_value, '') FROM sqlite_schema m, pragma_table_xinfo(m.name) p WHERE m.type = 'table'"],
};

/** The statements of ops in turn; nothing where one of them cannot be compiled, or is of a table that is not there. */
function scriptOf(ops: readonly Op[], engine: FactEngine): string | undefined {
  let schema = EMPTY_SCHEMA;
  const isLost = (op: Op): boolean => 'table' in op && op.op !== 'createTable' && !findTable(schema, op.table);
  const lowered = ops.map((op) => {
    if (isLost(op) || checkNames(op, schema).length) return undefined;
    const statements = lowerOp(op, DIALECTS[engine], viewOf(schema));
    schema = evolve(schema, op);
    return statements;
  });
  const texts = lowered.map((each) => (each === undefined || 'code' in each ? undefined : each.map(({ sql }) => `${sql};\n`).join('')));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** What the database holds after the ops, or why it does not take them. */
async function outcome(database: Embedded, ops: readonly Op[], engine: FactEngine): Promise<readonly string[] | string> {
  const script = scriptOf(ops, engine);
  if (script === undefined) return 'no statement';
  try {
    await database.build(script);
  } catch (error) {
    return `${(error as Error).message}`;
  }
  const facts = [];
  for (const query of [...FACT_QUERIES[engine], ...MORE[engine]]) facts.push(...(await database.query(query)).map((row) => `${Object.values(row)[0]}`));
  return sorted(facts);
}

const shown = (ops: readonly Op[]): string => ops.map((op) => `${describe(op)} ${JSON.stringify(op)}`).join('\n  ');

for (const [engine, open, runs] of [['postgresql', embeddedPostgresql, 60], ['sqlite', embeddedSqlite, 150]] as const) {
  const test = suite(`${engine}: two sides`);

  test('commute where no conflict is found, and do not where one is', async () => {
    const database = await open();
    const seen = { commute: 0, conflict: 0 };
    const judge = async ({ base, left, right }: RandomSides): Promise<void> => {
      fc.pre([left, right].every((side) => scriptOf([...base, ...side], engine) !== undefined));
      const placed = (ops: readonly Op[], revision: string) => ops.map((op) => ({ op, revision, place: { file: `${revision}.ts` } }));
      const pairs = checkMerge({ base: afterAll(atBase(), base), left: placed(left, 'l'), right: placed(right, 'r') }, DIALECTS[engine]);
      const found = pairs.filter(({ relation }) => relation === 'conflict');
      const there = await outcome(database, [...base, ...left, ...right], engine);
      const back = await outcome(database, [...base, ...right, ...left], engine);
      const commute = typeof there !== 'string' && typeof back !== 'string' && there.join('\n') === back.join('\n');
      const told = JSON.stringify({ found: found.map(({ first, second, clash, name }) => [describe(first.op), describe(second.op), clash, name]), there: typeof there === 'string' ? there : 'ok', back: typeof back === 'string' ? back : 'ok' });
      assert.ok(found.every(({ clash }) => clash !== 'together'), `two ops are to blame: ${told}\nleft\n  ${shown(left)}\nright\n  ${shown(right)}`);
      assert.is(commute, found.length === 0, `${told}\nleft\n  ${shown(left)}\nright\n  ${shown(right)}`);
      seen[commute ? 'commute' : 'conflict'] += 1;
    };
    await fc.assert(fc.asyncProperty(validSides(engine, 12, (op) => namedFor(op, DIALECTS[engine])), judge), {
      includeErrorInReport: true, ...tries(runs), endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1',
    });
    await database.close();
    assert.ok(Math.min(...Object.values(seen)) > runs / 10, JSON.stringify(seen));
  });

  test.run();
}
