/** `quoting: 'always'` changes nothing but the quotes, in every case of every dialect. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { configured } from '../../src/dialects/configure.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import type { Op } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { namedFor } from '../support/lowered.ts';
import { CASES, SETUP_SCHEMA } from './cases.ts';

const ALL = Object.entries(CASES).flatMap(([name, cases]) =>
  Object.entries(cases as { readonly [label: string]: Op }).map(([label, op]) => ({ label: `${name} ${label}`, op })),
);

/** The statements, or why there are none, without quotes; Oracle's names stand between them in upper case. */
function bare(op: Op, dialect: Dialect): string {
  const lowered = lowerOp(namedFor(op, dialect), dialect, viewOf(SETUP_SCHEMA));
  const text = 'code' in lowered ? lowered.message : lowered.map(({ sql }) => sql).join(';\n');
  const unquoted = text.replace(/["`[\]]/g, '');
  // SQLite reads a quoted name that is none as a text, so that a copy says of which table its columns are.
  const plain = dialect.name === 'sqlite' ? unquoted.replace(/\b(?:customer|purchase|ticket)\./g, '') : unquoted;
  return dialect.name === 'oracle' ? plain.toLowerCase() : plain;
}

const test = suite("quoting 'always'");
for (const dialect of Object.values(DIALECTS)) {
  test(dialect.title, () => {
    const always = configured(dialect, { quoting: 'always' });
    for (const { label, op } of ALL) assert.is(bare(op, always), bare(op, dialect), label);
  });
}
test.run();
