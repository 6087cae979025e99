/** The traps of each database, one test each that names it. Finer cases stand in the dialects' own files. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, addEnumValue, alterColumn, bulkInsert, check, column, createIndex, createSequence, createTable,
  deleteRows, dropColumn, dropConstraint, foreignKey, name, now, setTableComment, sql, types, unique, uuid, validateConstraint,
} from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { MigsqlError } from '../../src/errors.ts';
import type { Op } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { toSql } from '../../src/to-sql.ts';

const TABLE = createTable('t', [
  column('id', types.integer(), { identity: true, primaryKey: true }),
  column('s', types.string(10), { nullable: false, default: 'x', comment: 'c' }),
  column('n', types.integer()),
  column('at', types.timestamp(), { nullable: false, default: now(), on: { mysql: { onUpdateNow: true }, mariadb: { onUpdateNow: true } } }),
  column('code', types.string(9), { collation: { mysql: 'ascii_bin', mariadb: 'ascii_bin' }, on: { mysql: { charset: 'ascii' }, mariadb: { charset: 'ascii' } } }),
]);

/** What an op gives after the table. */
const given = (dialect: DialectName, op: Op | readonly Op[], server?: string): readonly string[] =>
  toSql(op, { dialect, before: [TABLE], ...(server !== undefined && { server }) });

const text = (dialect: DialectName, op: Op | readonly Op[], server?: string): string => given(dialect, op, server).join(';\n');

function refusal(dialect: DialectName, op: Op, server?: string): string {
  try {
    given(dialect, op, server);
  } catch (error) {
    if (error instanceof MigsqlError) return error.diagnostics.map(({ message, hint }) => `${message} | ${hint}`).join('\n');
    throw error;
  }
  throw new Error('expected a refusal');
}

for (const dialect of ['mysql', 'mariadb'] as const) {
  const test = suite(`traps: ${dialect}`);
  test('MODIFY restates type, nullability, default and comment', () => {
    assert.is(text(dialect, alterColumn('t', 's', { type: types.string(20) })), "ALTER TABLE t MODIFY COLUMN s VARCHAR(20) NOT NULL DEFAULT 'x' COMMENT 'c'");
  });
  test('CHANGE restates them under the new name', () => {
    assert.is(text(dialect, alterColumn('t', 's', { name: 'z', nullable: true })), "ALTER TABLE t CHANGE COLUMN s z VARCHAR(10) NULL DEFAULT 'x' COMMENT 'c'");
  });
  test('MODIFY restates AUTO_INCREMENT', () => {
    assert.is(text(dialect, alterColumn('t', 'id', { comment: 'key' })), "ALTER TABLE t MODIFY COLUMN id INT NOT NULL AUTO_INCREMENT COMMENT 'key'");
  });
  test('MODIFY restates the character set and the collation', () => {
    assert.match(text(dialect, alterColumn('t', 'code', { nullable: false })), /VARCHAR\(9\) CHARACTER SET ascii COLLATE ascii_bin NOT NULL$/);
  });
  test('MODIFY restates ON UPDATE', () => {
    assert.match(text(dialect, alterColumn('t', 'at', { comment: 'when' })), /NOT NULL DEFAULT CURRENT_TIMESTAMP\(6\) ON UPDATE CURRENT_TIMESTAMP\(6\) COMMENT 'when'$/);
  });
  test('MODIFY of a column that no op made asks for what it would lose', () => {
    assert.match(refusal(dialect, alterColumn('elsewhere', 's', { type: types.text() })), /nullable, default, comment must be known/);
  });
  test.run();
}

const mssql = suite('traps: mssql');
mssql('ALTER COLUMN keeps NOT NULL, which would else become NULL', () => {
  assert.is(text('mssql', alterColumn('t', 's', { type: types.string(20) })).includes('ALTER TABLE t ALTER COLUMN s nvarchar(20) NOT NULL'), true);
});
mssql('a default is dropped by the name that only the server knows', () => {
  const [drop = '', add] = given('mssql', alterColumn('elsewhere', 's', { default: 'y' }));
  assert.match(drop, /FROM sys\.default_constraints[^]*EXEC sys\.sp_executesql @drop/);
  assert.is(add, "ALTER TABLE elsewhere ADD CONSTRAINT df_elsewhere__s DEFAULT N'y' FOR s");
});
mssql('sp_rename takes brackets in the first name and none in the second', () => {
  const rename = alterColumn({ schema: 'my sales', name: "it's" }, 'a', { name: 'b]c' });
  assert.is(text('mssql', rename), "EXEC sp_rename N'[my sales].[it''s].a', N'b]c', N'COLUMN'");
});
mssql('IDENTITY_INSERT stands around explicit ids, and only around them', () => {
  const [on, , off] = given('mssql', bulkInsert('t', [{ id: 1, n: 2 }]));
  assert.equal([on, off], ['SET IDENTITY_INSERT t ON', 'SET IDENTITY_INSERT t OFF']);
  assert.is(given('mssql', bulkInsert('t', [{ n: 2 }])).length, 1);
});
mssql('the 1,000-row limit of one VALUES', () => {
  const rows = Array.from({ length: 1001 }, (_, n) => ({ n }));
  assert.equal(given('mssql', bulkInsert('t', rows)).map((each) => each.split('\n').length - 1), [1000, 1]);
});
mssql("text is an N'' literal", () => {
  assert.match(text('mssql', bulkInsert('t', [{ s: "it's" }])), /\(N'it''s'\)/);
});
mssql('filtered and included indexes', () => {
  const index = createIndex('ix', 't', ['s'], { unique: true, include: ['n'], where: sql`${name('n')} IS NOT NULL` });
  assert.is(text('mssql', index), 'CREATE UNIQUE INDEX ix ON t (s) INCLUDE (n) WHERE n IS NOT NULL');
});
mssql('schemas other than dbo, and comments as extended properties', () => {
  const [create = '', comment] = given('mssql', createTable({ schema: 'sales', name: 't' }, [column('a', types.integer(), { comment: 'x' })]));
  assert.match(create, /^CREATE TABLE sales\.t \(/);
  assert.is(comment, "EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'x',\n" +
    "  @level0type = N'SCHEMA', @level0name = N'sales',\n  @level1type = N'TABLE', @level1name = N't',\n  @level2type = N'COLUMN', @level2name = N'a'");
});
mssql.run();

const oracle = suite('traps: oracle');
oracle('an empty string would be NULL', () => {
  assert.match(refusal('oracle', bulkInsert('t', [{ s: '' }])), /row 1, column 's': Oracle keeps an empty text as NULL/);
});
oracle('VARCHAR2(n CHAR), the mappings of NUMBER, identity', () => {
  const create = createTable('o', [
    column('id', types.bigint(), { identity: true, nullable: false }), column('a', types.string(5)), column('b', types.smallint()),
    column('c', types.integer()), column('d', types.numeric(9, 2)), column('e', types.boolean()), column('f', types.double()),
  ]);
  assert.equal(text('oracle', create).split('\n').slice(1, -1), [
    '  id NUMBER(19) GENERATED BY DEFAULT AS IDENTITY NOT NULL,', '  a VARCHAR2(5 CHAR),', '  b NUMBER(5),', '  c NUMBER(10),',
    '  d NUMBER(9, 2),', '  e NUMBER(1) CONSTRAINT ck_o__e CHECK (e IN (0, 1)),', '  f BINARY_DOUBLE',
  ]);
});
oracle('names of 30 bytes before 12.2, of 128 after; longer ones are refused, never cut', () => {
  const named = (length: number): Op => createTable('e'.repeat(length), [column('a', types.integer())]);
  assert.match(refusal('oracle', named(31), '12cR1'), /31 bytes, and Oracle keeps 30/);
  assert.is(given('oracle', named(128), '19c').length, 1);
  assert.match(refusal('oracle', named(129), '19c'), /129 bytes, and Oracle keeps 128/);
});
oracle('MODIFY does not repeat NOT NULL (ORA-01442)', () => {
  assert.is(text('oracle', alterColumn('t', 's', { type: types.string(20) })), 'ALTER TABLE t MODIFY (s VARCHAR2(20 CHAR))');
});
oracle('there is no ON UPDATE', () => {
  assert.match(refusal('oracle', addConstraint('t', foreignKey(['n'], 't', ['id'], { onUpdate: 'cascade' }))), /has ON UPDATE \| Oracle has none/);
});
oracle('rows are inserted one by one, dates by ANSI literals', () => {
  assert.equal(given('oracle', bulkInsert('t', [{ at: '2024-02-29T01:02:03' }, { at: '1066-10-14T00:00:00' }])), [
    "INSERT INTO t (at) VALUES (TIMESTAMP '2024-02-29 01:02:03')",
    "INSERT INTO t (at) VALUES (TIMESTAMP '1066-10-14 00:00:00')",
  ]);
});
oracle('long strings by TO_CLOB pieces, no line longer than SQL*Plus reads', () => {
  const insert = text('oracle', [addColumn('t', column('long', types.text())), bulkInsert('t', [{ long: 'y'.repeat(5000) }])]);
  assert.is(insert.match(/TO_CLOB\('y{1,1000}'\)/g)?.length, 5);
  assert.ok(insert.split('\n').every((line) => line.length < 2500));
});
oracle('comments are statements', () => {
  assert.is(text('oracle', setTableComment('t', "it's")), "COMMENT ON TABLE t IS 'it''s'");
});
oracle.run();

const postgresql = suite('traps: postgresql');
const lowered = (op: Op) => {
  const statements = lowerOp(op, DIALECTS.postgresql, viewOf(EMPTY_SCHEMA));
  if ('code' in statements) throw new Error(statements.message);
  return statements;
};
postgresql('a new enum value is outside the transaction that uses it', () => {
  assert.equal(lowered(addEnumValue('mood', 'ok')).map(({ sql, transactional }) => [sql, transactional]), [["ALTER TYPE mood ADD VALUE 'ok'", false]]);
});
postgresql('CONCURRENTLY is outside any transaction', () => {
  const index = createIndex('ix', 't', ['s'], { on: { postgresql: { concurrently: true } } });
  assert.equal(lowered(index).map(({ sql, transactional }) => [sql, transactional]), [['CREATE INDEX CONCURRENTLY ix ON t (s)', false]]);
});
postgresql('identity, not serial', () => {
  assert.match(toSql(TABLE, { dialect: 'postgresql' }).join(), /id INTEGER GENERATED BY DEFAULT AS IDENTITY NOT NULL/);
  assert.not.match(toSql(TABLE, { dialect: 'postgresql' }).join(), /serial/i);
});
postgresql('USING casts', () => {
  const change = alterColumn('t', 'n', { type: types.text() }, { using: sql`${name('n')}::text` });
  assert.is(text('postgresql', change), 'ALTER TABLE t ALTER COLUMN n TYPE TEXT USING n::text');
});
postgresql('NOT VALID, then VALIDATE', () => {
  assert.equal(given('postgresql', [addConstraint('t', check(sql`n > 0`, { name: 'ck', notValid: true })), validateConstraint('t', 'ck', 'check')]), [
    'ALTER TABLE t ADD CONSTRAINT ck CHECK (n > 0) NOT VALID',
    'ALTER TABLE t VALIDATE CONSTRAINT ck',
  ]);
});
postgresql('IF NOT EXISTS forms', () => {
  assert.is(text('postgresql', createIndex('ix', 't', ['s'], { ifNotExists: true })), 'CREATE INDEX IF NOT EXISTS ix ON t (s)');
  assert.is(text('postgresql', dropColumn('t', 'n', { ifExists: true })), 'ALTER TABLE t DROP COLUMN IF EXISTS n');
});
postgresql('what a later version brought is refused with the statement and the version', () => {
  const key = addConstraint('t', unique(['s'], { nullsNotDistinct: true }));
  assert.match(refusal('postgresql', key), /NULLS NOT DISTINCT came with PostgreSQL 15, and the script must run on 13 \|.*server: \{ postgresql: '15' \}/);
  assert.match(text('postgresql', key, '15'), /UNIQUE NULLS NOT DISTINCT \(s\)/);
});
postgresql.run();

const sqlite = suite('traps: sqlite');
sqlite('rename, add and drop of a column are its own statements', () => {
  assert.equal(given('sqlite', [alterColumn('t', 's', { name: 'z' }), addColumn('t', column('q', types.text())), dropColumn('t', 'q')]), [
    'ALTER TABLE t RENAME COLUMN s TO z',
    'ALTER TABLE t ADD COLUMN q TEXT',
    'ALTER TABLE t DROP COLUMN q',
  ]);
});
sqlite('before the version that has them, and for all else, the table is rebuilt', () => {
  for (const [op, server] of [
    [dropColumn('t', 'n'), '3.34'], [alterColumn('t', 's', { name: 'z' }), '3.24'], [alterColumn('t', 'n', { nullable: false }), '3.45'],
  ] as const) {
    assert.match(text('sqlite', op, server), /CREATE TABLE migsql_new_t [^]*INSERT INTO migsql_new_t [^]*DROP TABLE t;[^]*RENAME TO t/);
  }
});
sqlite('or it is refused, where the table is not known', () => {
  assert.match(refusal('sqlite', alterColumn('elsewhere', 's', { nullable: false })), /only by rebuilding the table, and no op made 'elsewhere'/);
});
sqlite.run();

const differs = suite('traps: MariaDB is not MySQL');
const both = (op: Op): readonly string[] => [text('mysql', op), text('mariadb', op)];
differs('sequences', () => {
  assert.match(refusal('mysql', createSequence('q')), /MySQL has no sequences/);
  assert.match(text('mariadb', createSequence('q', { start: 5 })), /^CREATE SEQUENCE q START WITH 5/);
});
differs('IF EXISTS forms', () => {
  assert.match(refusal('mysql', dropColumn('t', 'n', { ifExists: true })), /MySQL has no IF EXISTS for a column/);
  assert.is(text('mariadb', dropColumn('t', 'n', { ifExists: true })), 'ALTER TABLE t DROP COLUMN IF EXISTS n');
});
differs('the syntax that drops a check', () => {
  assert.equal(both(dropConstraint('t', 'ck', 'check')), ['ALTER TABLE t DROP CHECK ck', 'ALTER TABLE t DROP CONSTRAINT ck']);
});
differs('a default of a text is an expression in MySQL', () => {
  const create = createTable('j', [column('a', types.text(), { default: 'x' }), column('b', types.uuid(), { default: uuid() })]);
  assert.equal(both(create).map((each) => each.split('\n')[1]), ["  a LONGTEXT DEFAULT ('x'),", "  a LONGTEXT DEFAULT 'x',"]);
});
differs('JSON and uuid are text in both: JSON is an alias in MariaDB, and UUID is a type only from 10.7 on', () => {
  const create = createTable('j', [column('a', types.json()), column('b', types.uuid())]);
  assert.equal(both(create), Array(2).fill('CREATE TABLE j (\n  a JSON,\n  b CHAR(36)\n)'));
});
differs('rows are counted in a block of MariaDB', () => {
  const [mysql = '', mariadb = ''] = both(deleteRows('t', null, { expect: 1 }));
  assert.match(mysql, /PREPARE migsql_check/);
  assert.match(mariadb, /^BEGIN NOT ATOMIC[^]*SIGNAL SQLSTATE '45000'/);
});
differs.run();
