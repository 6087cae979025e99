/** The example chain's scripts for the servers that cannot be run, before independent parsers. `shop.test.ts` holds the goldens. */
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { split } from '../../src/sql/split.ts';
import { judgeScript as judgeForSqlcmd } from '../support/judges/mssql.ts';
import { complaints } from '../support/judges/mysql.ts';
import { judgeScript as judgeForSqlplus } from '../support/judges/oracle.ts';

const scriptOf = (dialect: string, way: string): string =>
  readFileSync(new URL(`../../snapshots/scripts/shop/${dialect}.${way}.sql`, import.meta.url), 'utf8');

const test = suite('the example chain before independent parsers');

for (const way of ['up', 'down']) {
  test(`mysql, ${way}: both parsers accept every statement`, () => {
    const statements = split(scriptOf('mysql', way), 'mysql').map(({ sql }) => sql);
    assert.ok(statements.length > 100);
    assert.equal(
      statements.map((sql) => [sql, complaints(sql)] as const).filter(([, found]) => found.length),
      [],
    );
  });
  test(`mssql, ${way}: every batch, as sqlcmd would cut it`, () => {
    assert.equal(judgeForSqlcmd(scriptOf('mssql', way)), []);
  });
  test(`oracle, ${way}: every statement, as SQL*Plus would read the lines`, () => {
    assert.equal(judgeForSqlplus(scriptOf('oracle', way)), []);
  });
}

test.run();
