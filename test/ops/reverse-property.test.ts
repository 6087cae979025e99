import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkOps } from '../../src/ops/check.ts';
import { type Op, evolve, reverse } from '../../src/ops/index.ts';
import { isIrreversible } from '../../src/ops/op.ts';
import { EMPTY_SCHEMA, type SchemaModel, viewOf } from '../../src/schema/model.ts';
import { keyOf } from '../../src/schema/name.ts';
import { opSequences } from '../support/random-ops.ts';
import { tries } from '../support/scale.ts';
import { unordered } from '../support/unordered.ts';

const test = suite('any chain of ops');

test('undone op by op leads back through every schema it went through', () => {
  const undo = fc.property(opSequences(60), (ops) => {
    const schemas = ops.reduce((all, op) => [...all, evolve(all.at(-1)!, op)], [EMPTY_SCHEMA]);
    let schema = schemas.at(-1)!;
    for (const [index, op] of [...ops.entries()].reverse()) {
      const back = reverse(op, viewOf(schemas[index]!));
      if (isIrreversible(back)) throw new Error(`${JSON.stringify(op)}: ${back.irreversible}`);
      schema = back.reduce<typeof schema>(evolve, schema);
      assert.equal(unordered(schema), unordered(schemas[index]!), `after undoing ${JSON.stringify(op)}`);
    }
  });
  fc.assert(undo, tries(200));
});

test('passes its shapes, reversals included', () => {
  const shapes = fc.property(opSequences(30), (ops) => {
    let schema = EMPTY_SCHEMA;
    for (const op of ops) {
      const back = reverse(op, viewOf(schema));
      const all: readonly Op[] = isIrreversible(back) ? [op] : [op, ...back];
      assert.equal(checkOps(JSON.parse(JSON.stringify(all)), () => ({ file: 'm.ts' })).problems, []);
      schema = evolve(schema, op);
    }
  });
  fc.assert(shapes, tries(100));
});

test('which tables reference a table, and which have a name, is found as if all were asked', () => {
  const found = fc.property(opSequences(60), (ops) => {
    const { tables, referrers, named } = ops.reduce<SchemaModel>(evolve, EMPTY_SCHEMA);
    const asked = [...tables].flatMap(([key, { name, constraints }]) => [
      `${name.name} is ${key}`,
      ...constraints.flatMap((each) => (each.kind === 'foreignKey' ? [`${keyOf(each.references.table)} from ${key}`] : [])),
    ]);
    const kept = [
      ...[...named].flatMap(([name, keys]) => [...keys].map((key) => `${name} is ${key}`)),
      ...[...referrers].flatMap(([to, keys]) => [...keys].map((key) => `${to} from ${key}`)),
    ];
    assert.equal(kept.sort(), [...new Set(asked)].sort());
  });
  fc.assert(found, tries(100));
});

test.run();
