/** What a dialect writes for any sequence of ops is read back as the same model, as far as it is read. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { type SqlReader, openReader } from '../../src/reader/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, findObject, findTable, viewOf } from '../../src/schema/model.ts';
import type { TableName } from '../../src/schema/table.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { canonical } from '../support/canonical.ts';
import { namedFor } from '../support/lowered.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';

interface Tally {
  read: number;
  opaque: string[];
}

/** The model that the statements of an op leave; nothing where one of them is opaque. */
function readBack(statements: readonly string[], before: SchemaModel, read: SqlReader, tally: Tally): SchemaModel | undefined {
  let model = before;
  for (const sql of statements) {
    const reading = read(sql, model);
    if ('opaque' in reading) {
      tally.opaque.push(`${reading.reason}: ${sql}`);
      return undefined;
    }
    model = reading.ops.reduce(evolve, model);
  }
  tally.read++;
  return model;
}

const isThere = (model: SchemaModel, name: TableName): boolean => Boolean(findTable(model, name) ?? findObject(model, 'view', name));

function check(ops: readonly Op[], name: DialectName, read: SqlReader, tally: Tally): void {
  const dialect = DIALECTS[name];
  let model = EMPTY_SCHEMA;
  for (const op of ops) {
    const lowered = lowerOp(op, dialect, viewOf(model));
    // What the database has not, it does not come to, nor to what is on a table that it refused.
    if ('code' in lowered || ('table' in op && op.op !== 'createTable' && !isThere(model, op.table))) continue;
    const statements = lowered.map(({ sql }) => sql);
    const found = readBack(statements, model, read, tally);
    const after = evolve(model, op);
    if (found) assert.equal(canonical(found, dialect), canonical(after, dialect), `${describe(op)}\n${statements.join(';\n')}`);
    model = after;
  }
}

/** At least how many of a hundred ops are read. */
const FLOORS: { readonly [D in DialectName]?: number } = { postgresql: 100, mysql: 100, mariadb: 100, sqlite: 100, mssql: 85, oracle: 90 };

const test = suite('what is written is read back');
for (const [name, floor] of Object.entries(FLOORS) as [DialectName, number][]) {
  test(name, async () => {
    const read = await openReader(name);
    const tally: Tally = { read: 0, opaque: [] };
    const engine = name === 'postgresql' ? 'postgresql' : 'sqlite';
    const sequences = validSequences(engine, 25, (op) => namedFor(op, DIALECTS[name]));
    fc.assert(fc.property(sequences, (ops) => check(ops, name, read, tally)), {
      includeErrorInReport: true,
      ...tries(15),
      endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1',
    });
    const all = tally.read + tally.opaque.length;
    assert.ok(all > 200, 'enough ops were tried');
    assert.ok((tally.read / all) * 100 >= floor, `${tally.read} of ${all} ops were read:\n${tally.opaque.slice(0, 5).join('\n')}`);
  });
}
test.run();
