/** From any schema to any other: what is left between them is nothing, and every step is one that the database takes. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareSchemas } from '../../src/compare/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { checkOps } from '../../src/ops/check.ts';
import { type Op, describe, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { randomModels } from '../support/random-models.ts';
import { tries } from '../support/scale.ts';
import { asStored } from './stored-model.ts';

/** Takes an op as a migration would: its shape, its names, and its statements. */
function take(schema: SchemaModel, op: Op, dialect: DialectName): SchemaModel {
  assert.equal(checkOps([op], () => undefined).problems, [], describe(op));
  assert.equal(checkNames(op, schema), [], describe(op));
  const lowered = lowerOp(op, DIALECTS[dialect], viewOf(schema));
  if ('code' in lowered) throw new Error(`${describe(op)}: ${lowered.message}`);
  assert.ok(lowered.length > 0, `${describe(op)} needs a statement`);
  return evolve(schema, op);
}

function convergesTo(before: SchemaModel, after: SchemaModel, dialect: DialectName): void {
  const options = { dialect: DIALECTS[dialect] };
  const reached = compareSchemas(before, after, options).reduce((schema, { op }) => take(schema, op, dialect), before);
  assert.equal(asStored(reached, dialect), asStored(after, dialect));
  assert.equal(compareSchemas(reached, after, options).map(({ op }) => describe(op)), []);
}

for (const dialect of DIALECT_NAMES) {
  const test = suite(`${dialect}: differences of any two schemas`);
  test('lead from one to the other, and leave none', () => {
    const models = randomModels(dialect, 15);
    fc.assert(
      fc.property(models, models, (before, after) => {
        convergesTo(before, after, dialect);
        convergesTo(EMPTY_SCHEMA, before, dialect);
      }),
      { includeErrorInReport: true, ...tries(1000), endOnFailure: process.env['MIGSQL_TEST_SHRINK'] !== '1' },
    );
  });
  test.run();
}
