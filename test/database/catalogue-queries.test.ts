/** The queries of catalogues that no test can run are SQL to parsers that know nothing of migsql, and ask in one order only. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { introspect } from '../../src/database/introspect/index.ts';
import { unmodelled } from '../../src/database/unmodelled/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { judgeStatement as judgeMssql } from '../support/judges/mssql.ts';
import { complaints as judgeMysql } from '../support/judges/mysql.ts';
import { judgeStatement as judgeOracle } from '../support/judges/oracle.ts';

const JUDGES = { mysql: judgeMysql, mssql: judgeMssql, oracle: judgeOracle };

const OPTIONS = { schemas: ["o'wn", 'other'] };

async function queriesOf(dialect: DialectName, read: typeof introspect | typeof unmodelled = introspect): Promise<readonly string[]> {
  const asked: string[] = [];
  await read(dialect, async (sql) => (asked.push(sql) === 1 ? [{ name: "o'wn" }] : []), OPTIONS);
  return asked;
}

const test = suite('catalogue queries');
for (const dialect of ['mysql', 'mssql', 'oracle'] as const) {
  test(`${dialect}: are what the grammar takes`, async () => {
    const queries = await queriesOf(dialect);
    assert.ok(queries.length > 8);
    for (const sql of [...queries, ...(await queriesOf(dialect, unmodelled))]) assert.equal(JUDGES[dialect](sql), [], sql);
  });
}
test('each asks for an order, and never for one table alone', async () => {
  for (const dialect of ['postgresql', 'mysql', 'mariadb', 'mssql', 'oracle', 'sqlite'] as const) {
    const [, ...queries] = await queriesOf(dialect);
    for (const sql of queries) assert.ok(sql.lastIndexOf('ORDER BY') > sql.lastIndexOf('WHERE'), sql);
    assert.ok(queries.length <= 14, `${dialect}: ${queries.length}`);
  }
});
test.run();
