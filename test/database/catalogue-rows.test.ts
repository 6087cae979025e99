/** Rows as the vendors' pages describe them, of databases that no test can ask, become the model that says the same. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Query, type Row, introspect } from '../../src/database/introspect/index.ts';
import { modelOf, plainModel } from './plain-model.ts';
import * as mssql from './rows/mssql.ts';
import * as mysql from './rows/mysql.ts';
import * as oracle from './rows/oracle.ts';

type Answers = readonly (readonly [RegExp, readonly Row[]])[];

/** Answers each query by the one pattern that it matches, the same rows whatever the driver made of their values. */
function answering(answers: Answers, unused: Set<RegExp>): Query {
  return async (sql) => {
    const fitting = answers.filter(([pattern]) => pattern.test(sql));
    assert.ok(fitting.length <= 1, `${sql}: ${fitting.map(([pattern]) => pattern.source)}`);
    for (const [pattern] of fitting) unused.delete(pattern);
    return fitting[0]?.[1] ?? [];
  };
}

const test = suite('catalogue rows');
for (const [dialect, { ROWS, EXPECTED }] of Object.entries({ mysql, mssql, oracle })) {
  test(dialect, async () => {
    const unused = new Set(ROWS.map(([pattern]) => pattern));
    const found = await introspect(dialect as 'mysql', answering(ROWS, unused), { schemas: ['dbo', 'app', 'other'] });
    assert.equal([...unused], [], 'rows that no query asked for');
    assert.equal(plainModel(found), plainModel(modelOf(EXPECTED)));
  });
}
test.run();
