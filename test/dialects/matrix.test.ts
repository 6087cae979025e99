import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import type { Op, OpName } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { namedFor } from '../support/lowered.ts';
import { DIALECT_NAMES } from '../../src/sql/dialect-name.ts';
import { CASES, SETUP_SCHEMA } from './cases.ts';
import { EXPECTED } from './expected/index.ts';

type Cell = readonly string[] | { readonly refused: RegExp };

for (const dialect of DIALECT_NAMES) {
  const test = suite(`${dialect}: every op`);
  for (const [op, cases] of Object.entries(CASES) as [OpName, { readonly [label: string]: Op }][]) {
    for (const [label, value] of Object.entries(cases)) {
      test(`${op} ${label}`, () => {
        const cell = (EXPECTED[dialect][op] as { readonly [label: string]: Cell })[label];
        const lowered = lowerOp(namedFor(value, DIALECTS[dialect]), DIALECTS[dialect], viewOf(SETUP_SCHEMA));
        if (cell === undefined) throw new Error('no expectation');
        if ('refused' in cell) {
          assert.ok('code' in lowered, `expected a refusal, got ${JSON.stringify(lowered)}`);
          assert.match(lowered.message, cell.refused);
          assert.ok(lowered.hint, 'a refusal says what to do');
        } else {
          if ('code' in lowered) throw new Error(lowered.message);
          assert.equal(lowered.map(({ sql }) => sql), cell);
        }
      });
    }
  }
  test.run();
}
