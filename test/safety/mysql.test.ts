/** No MySQL server is at hand: two parsers that know nothing of migsql judge each statement of its scripts. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, SCRIPT_FORMS, type ScriptOptions } from '../../src/script/options.ts';
import { complaints } from '../support/judges/mysql.ts';
import { planOf } from './chain.ts';
import { boundaries } from './mariadb-cells.ts';

const plan = { ...planOf({ engine: 'mariadb', transaction: 'script' }), dialect: 'mysql', server: '8.0.19' } as const;

const textOf = (options: Partial<ScriptOptions>): string => [...renderScript(plan, { ...DEFAULT_OPTIONS, ...options })].join('');

function statementsOf(script: string): readonly string[] {
  let from = 0;
  return boundaries(script).map((end) => {
    const statement = script.slice(from, end - 1).replace(/^\s*(--[^\n]*\n\s*)*/, '');
    from = end;
    return statement;
  });
}

/** The texts that are prepared while the script runs. */
const preparedIn = (statement: string): readonly string[] =>
  [...statement.matchAll(/'((?:[^']|'')*)'/g)]
    .map(([, text]) => text!.replaceAll("''", "'"))
    .filter((text) => /^(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|SET|DO|COMMIT)\b/.test(text) && !text.includes('migsql: '));

const test = suite('mysql: scripts that parsers accept');
const seen = new Map<string, readonly string[]>();

for (const form of SCRIPT_FORMS) {
  for (const client of ['own', 'generic'] as const) {
    test(`${form}, ${client}`, () => {
      const script = textOf({ form, client, ledger: true, expectServer: true, expectDatabase: 'x', statementTimeout: 3 });
      const all = statementsOf(script).flatMap((statement) => [statement, ...preparedIn(statement)]);
      const fresh = [...new Set(all)].map((statement): readonly [string, readonly string[]] => {
        // Statements that differ in a number alone are judged once.
        const shape = statement.replace(/\d+/g, '0');
        const known = seen.get(shape) ?? complaints(statement);
        seen.set(shape, known);
        return [statement, known];
      });
      assert.equal(fresh.filter(([, found]) => found.length), []);
    });
  }
}

const refusal = (sql: string, options: Partial<ScriptOptions>, compound = false): string => {
  const [step] = plan.steps;
  const statement = { sql, origin: { kind: 'op', op: 'execute', description: '', file: 'a.ts', line: 3 }, kind: 'schema', transactional: true, compound } as const;
  const asked = { ...plan, steps: [{ ...step!, blocks: [{ transactional: false, statements: [statement] }] }] };
  try {
    for (const _ of renderScript(asked, { ...DEFAULT_OPTIONS, ...options }));
  } catch (error) {
    if (error instanceof MigsqlError) return error.message;
    throw error;
  }
  return '';
};

test('what cannot be is refused with its place and reason', () => {
  const trigger = 'CREATE TRIGGER t BEFORE INSERT ON one FOR EACH ROW SET NEW.id = 1';
  assert.match(refusal(trigger, { form: 'idempotent' }, true), /a\.ts:3.*no idempotent script: MySQL makes no prepared statement of 'CREATE TRIGGER/s);
  assert.match(refusal(trigger, { form: 'resumable' }, true), /a\.ts:3.*no resumable script/s);
  assert.match(refusal(trigger, { client: 'generic' }, true), /a\.ts:3.*no generic script: only mysql is told where/s);
  assert.is(refusal(trigger, {}, true), '');
  assert.match(refusal('USE other', { form: 'idempotent' }), /another database/);
  assert.match(refusal('CREATE TEMPORARY TABLE t (a INT)', { form: 'resumable' }), /temporary/);
  assert.match(refusal('EXECUTE mine', { form: 'idempotent' }), /makes no prepared statement of 'EXECUTE mine'/);
  assert.match(refusal('CREATE TABLE t (a INT)', { fromStep: 2 }), /--from-step/);
  assert.match(refusal('CREATE TABLE t (a INT)', { form: 'resumable', fromStep: 9 }), /the script has no block 9/);
});
test.run();
