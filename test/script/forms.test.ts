/**
 * Each form of a script once for each dialect, with everything that it can hold, as snapshots/scripts/forms has them: what
 * they do is proved in test/safety, and here a reviewer sees what changes in them.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import { type ScriptOptions, DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { planOf } from '../safety/chain.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';

const FORMS: { readonly [form: string]: Partial<ScriptOptions> } = {
  plain: {},
  generic: { client: 'generic' },
  idempotent: { form: 'idempotent' },
  resumable: { form: 'resumable' },
};
const EVERYTHING: Partial<ScriptOptions> = { ledger: true, expectDatabase: 'shop', expectServer: true };

/** What docs/safety.md says that a database's client cannot have. */
const REFUSED: readonly (readonly [DialectName, string])[] = [
  ['postgresql', 'resumable'],
  ['mssql', 'resumable'],
  ['sqlite', 'idempotent'],
  ['sqlite', 'resumable'],
];

const test = suite('forms');
const written: string[] = [];
for (const dialect of DIALECT_NAMES) {
  for (const [form, options] of Object.entries(FORMS)) {
    const plan = planOf({ engine: dialect, transaction: 'script' });
    const script = (): string => [...renderScript(plan, { ...DEFAULT_OPTIONS, ...EVERYTHING, ...options })].join('');
    if (REFUSED.some(([name, refused]) => name === dialect && refused === form)) {
      test(`${dialect}, ${form}: is refused`, () => {
        assert.throws(script, (error: unknown) => error instanceof MigsqlError && error.code === 'refused-form');
      });
      continue;
    }
    const path = `scripts/forms/${dialect}.${form}.sql`;
    written.push(path);
    test(`${dialect}, ${form}`, () => matchSnapshot(path, script()));
  }
}
test('a limit for statements is said, or refused where no session has one', () => {
  const limited = (dialect: DialectName): string =>
    [...renderScript(planOf({ engine: dialect, transaction: 'script' }), { ...DEFAULT_OPTIONS, statementTimeout: 7 })].join('');
  for (const dialect of ['mssql', 'oracle', 'sqlite'] as const) assert.throws(() => limited(dialect), /no time-limited script/);
  assert.match(limited('postgresql'), /for a statement 7 s\n[^]*SET statement_timeout = '7s'/);
  assert.match(limited('mysql'), /for a statement 7 s \(queries alone\)\n[^]*max_execution_time = 7000/);
  assert.match(limited('mariadb'), /for a statement 7 s\n[^]*max_statement_time = 7\b/);
});
test('the head of a script for any client names none', () => {
  for (const dialect of DIALECT_NAMES) {
    const script = [...renderScript(planOf({ engine: dialect, transaction: 'script', offline: true }), { ...DEFAULT_OPTIONS, client: 'generic' })].join('');
    assert.match(script, /^-- run {5}in any client/m);
  }
});
test('no golden is left over', () => assert.equal(orphanedSnapshots('scripts/forms', written), []));
test.run();
