import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeRawSql } from '../../src/lint/raw-sql.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';

/** `kind tables`, then what holds of the statement. */
async function described(sql: string, dialect: DialectName): Promise<string[] | undefined> {
  const found = await describeRawSql(sql, dialect);
  return found?.statements.map(({ kind, tables, hasWhere, joins, limited }) =>
    [kind, ...tables, hasWhere && 'WHERE', joins && 'JOIN', limited && 'LIMIT'].filter((each) => each).join(' '),
  );
}

const CASES: readonly (readonly [dialect: DialectName, sql: string, ...expected: string[]])[] = [
  ['postgresql', 'UPDATE app.account SET a = 1', 'update app.account'],
  ['postgresql', "UPDATE account SET a = 'WHERE' -- WHERE\n;", 'update account'],
  ['postgresql', 'UPDATE account SET a = (SELECT 1 FROM b WHERE c = 2)', 'update account'],
  ['postgresql', 'DELETE FROM account WHERE id IN (SELECT id FROM b)', 'delete account WHERE'],
  ['postgresql', 'DELETE FROM a; SELECT * FROM b WHERE c = 1', 'delete a', 'select b WHERE'],
  ['postgresql', 'INSERT INTO a SELECT * FROM b WHERE c = 1', 'insert a'],
  ['postgresql', 'UPDATE a SET x = b.y FROM b WHERE a.id = b.id', 'update a b WHERE JOIN'],
  ['mysql', 'DELETE FROM `db`.`t` LIMIT 10', 'delete db.t LIMIT'],
  ['mysql', 'UPDATE a JOIN b ON a.id = b.id SET a.x = 1', 'update a b JOIN'],
  ['mysql', 'REPLACE INTO t VALUES (1)', 'replace t'],
  ['mariadb', 'DELETE FROM t WHERE 1', 'delete t WHERE'],
  ['mssql', 'UPDATE [dbo].[t] SET a = 1\nGO\nDELETE FROM u', 'update dbo.t', 'delete u'],
  ['sqlite', 'UPDATE "a b" SET x = 1', 'update a b'],
];

const test = suite('raw SQL');

for (const [dialect, sql, ...expected] of CASES) {
  test(`${dialect}: ${sql}`, async () => assert.equal(await described(sql, dialect), expected));
}

/** The parser takes ONLY for the table here, and says nothing of it. */
test('a statement that the parser misreads is left out', async () => {
  assert.is(await described('DELETE FROM ONLY account WHERE a = 1', 'postgresql'), undefined);
  assert.equal(await described('DELETE FROM ONLY a; DELETE FROM b', 'postgresql'), ['delete b']);
});

test('nothing is said of what is not understood', async () => {
  const silent: readonly (readonly [DialectName, string])[] = [
    ['oracle', 'DELETE FROM t'],
    ['postgresql', "UPDATE t SET a = 'open"],
    ['postgresql', 'ALTER TABLE t ADD COLUMN a int'],
    ['postgresql', 'UPDATE t SET'],
    ['mssql', 'MERGE INTO t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;'],
    ['sqlite', ''],
  ];
  for (const [dialect, sql] of silent) assert.is(await describeRawSql(sql, dialect), undefined, sql);
});

test('a statement knows its line', async () => {
  const found = await describeRawSql('-- first\nDELETE FROM a;\n\n  DELETE FROM b', 'sqlite');
  assert.equal(found?.statements.map(({ line }) => line), [2, 4]);
});

test('bulk data is not parsed', async () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => `(${row})`).join(', ');
  assert.is(await describeRawSql(`INSERT INTO t VALUES ${rows}`, 'sqlite'), undefined);
});

test.run();
