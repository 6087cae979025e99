/** The example chain's MySQL scripts before the independent parsers; `shop.test.ts` holds the goldens. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { split } from '../../src/sql/split.ts';
import { complaints } from '../support/judges/mysql.ts';

const test = suite('the example chain in MySQL');

for (const way of ['up', 'down']) {
  test(`both parsers accept every statement, ${way}`, () => {
    const script = readFileSync(new URL(`../../snapshots/scripts/shop/mysql.${way}.sql`, import.meta.url), 'utf8');
    const statements = split(script, 'mysql').map(({ sql }) => sql);
    assert.ok(statements.length > 100);
    assert.equal(
      statements.map((sql) => [sql, complaints(sql)] as const).filter(([, found]) => found.length),
      [],
    );
  });
}

test.run();
