/** Expressions that are taken for equal have equal values: for any expression, by the server's own reading of it. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { tries } from '../support/scale.ts';
import { type Engine, createDatabase, isReachable } from '../support/servers.ts';

const operand = fc.constantFrom('a', 'b', 'c', '1', '2', '-1', '(a)', '(b + 1)');
const arithmetic = fc.tuple(operand, fc.constantFrom(' + ', ' - ', ' * ', '+'), operand, fc.constantFrom(' + ', ' * ', ' - '), operand).map((parts) => parts.join(''));
const value = fc.oneof(operand, arithmetic, arithmetic.map((text) => `(${text})`));
const comparison = fc.tuple(value, fc.constantFrom(' = ', ' <> ', ' != ', ' < ', '>=', ' <= ', ' > '), value).map((parts) => parts.join(''));
const membership = fc.tuple(value, fc.constantFrom(' IN (1, 2)', ' in (2,1)', ' NOT IN (1, 2)', ' IN (1)', ' BETWEEN 0 AND 2', ' NOT BETWEEN 0 AND 2', ' IS NULL', ' IS NOT NULL')).map((parts) => parts.join(''));
const condition = fc.oneof(comparison, membership, comparison.map((text) => `(${text})`), membership.map((text) => `NOT ${text}`), comparison.map((text) => `NOT (${text})`));
const joined = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(inner, fc.constantFrom(' AND ', ' OR ', ' and '), inner, fc.constantFrom(' AND ', ' OR '), inner).map((parts) => parts.join(''));
const expression = fc.oneof(condition, joined(condition), joined(fc.oneof(condition, joined(condition).map((text) => `(${text})`), joined(condition).map((text) => `NOT (${text})`))));

/** Expressions, and each in a second spelling, so that many are equal. */
const spelled = expression.chain((text) => fc.tuple(fc.constant(text), fc.constantFrom(`(${text})`, text.toLowerCase().replaceAll('null', 'NULL'), `NOT (NOT (${text}))`)));

/** Every row of three values, NULL among them. */
const ROWS = `(WITH v(x) AS (SELECT NULL UNION ALL SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2) SELECT p.x AS a, q.x AS b, r.x AS c FROM v p, v q, v r) t`;

const valuesOf = (text: string, engine: Engine): string =>
  engine === 'postgresql'
    ? `SELECT string_agg(coalesce((${text})::int::text, '-'), '' ORDER BY a, b, c) FROM ${ROWS.replaceAll('SELECT NULL', 'SELECT NULL::int')};`
    : `SELECT group_concat(coalesce(${text}, '-') ${engine === 'mariadb' ? 'ORDER BY a, b, c ' : ''}${engine === 'mariadb' ? "SEPARATOR ''" : ", ''"}) FROM ${ROWS};`;

for (const engine of ['sqlite', 'postgresql', 'mariadb'] as const) {
  const test = suite(`${engine}: expressions of one form`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    test('have one value', () => {
      const { stored } = DIALECTS[engine];
      const texts = fc.sample(spelled, tries(200)).flat();
      const database = createDatabase(engine);
      const values = database.run(texts.map((text) => valuesOf(text, engine)).join('\n') + '\n').trimEnd().split('\n');
      database.drop();
      assert.is(values.length, texts.length);
      const known = new Map<string, { readonly text: string; readonly value: string }>();
      for (const [index, text] of texts.entries()) {
        const form = stored.expression(text);
        const other = known.get(form);
        if (other) assert.is(values[index], other.value, `${text} and ${other.text}: ${form}`);
        else known.set(form, { text, value: values[index]! });
      }
      for (let index = 0; index < texts.length; index += 2) assert.is(stored.expression(texts[index]!), stored.expression(texts[index + 1]!), texts[index]);
    });
  }
  test.run();
}
