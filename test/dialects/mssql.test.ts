/** SQL Server: what its documentation asks for beyond the forms of the matrix. No server can run it here. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Refusal } from '../../src/dialects/dialect.ts';
import { mssql } from '../../src/dialects/mssql/index.ts';
import { writeLiteral, writeName } from '../../src/dialects/write.ts';
import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import type { Op } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { type Literal, json, name, now, sql } from '../../src/sql/fragment.ts';
import { type ColumnType, types } from '../../src/sql/types.ts';
import { judgeStatement } from '../support/judges/mssql.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';
import { tries } from '../support/scale.ts';
import { textOf } from '../support/text-expression.ts';
import { mssql as EXPECTED } from './expected/mssql.ts';

/** The statements of the last op, all of which the independent parser accepts. */
function written(...ops: readonly Op[]): readonly string[] {
  const statements = statementsOf(mssql, ...ops);
  for (const statement of statements) assert.equal(judgeStatement(statement), [], statement);
  return statements;
}

const refusal = (...ops: readonly Op[]): string => {
  const { message, hint } = refusalOf(mssql, ...ops);
  return `${message} | ${hint}`;
};
const literal = (value: Literal, as?: ColumnType): string => writeLiteral(mssql, value, as);
const refused = (value: Literal, as: ColumnType, reason: RegExp): void =>
  assert.throws(
    () => literal(value, as),
    (error: unknown) => error instanceof Refusal && reason.test(error.message),
  );

const matrix = suite('mssql: an independent parser accepts the matrix');
// ANALYZE is of other databases: it stands for a statement outside transactions there.
const hand = new Set(['ANALYZE customer']);
const cells = Object.values(EXPECTED).flatMap(
  (cases) => Object.values(cases) as readonly (readonly string[] | object)[],
);
for (const statement of new Set(cells.filter((cell): cell is readonly string[] => Array.isArray(cell)).flat())) {
  if (!hand.has(statement)) matrix(statement.slice(0, 100), () => assert.equal(judgeStatement(statement), []));
}
matrix.run();

const names = suite('mssql: names');

names('only what needs brackets has them', () => {
  const quoted = ['account', 'Code', 'order', 'KEY', '_x', '2x', 'a b', 'a]b', 'été', 'a$'].map((each) =>
    writeName(mssql, each),
  );
  assert.equal(quoted, ['account', 'Code', '[order]', '[KEY]', '_x', '[2x]', '[a b]', '[a]]b]', '[été]', '[a$]']);
});

names('a name that a script cannot hold is refused', () => {
  assert.throws(() => writeName(mssql, 'a\nGO\nb'), /line end/);
  assert.throws(() => writeName(mssql, 'a$(b)'), /\$\(/);
  assert.throws(() => writeName(mssql, 'x'.repeat(129)), /129 characters/);
});

names('brackets stand in the first argument of sp_rename, not in the second', () => {
  assert.equal(written(renameTable({ schema: 'my schema', name: "it's" }, 'a]b')), [
    "EXEC sp_rename N'[my schema].[it''s]', N'a]b', N'OBJECT'",
  ]);
});

names.run();

const literals = suite('mssql: literals');

literals('text is Unicode, on one line and in ASCII', () => {
  assert.is(literal("it's"), "N'it''s'");
  assert.is(literal(''), "N''");
  assert.is(literal('a\r\nGO\r\nb'), "(N'a' + NCHAR(13) + NCHAR(10) + N'GO' + NCHAR(13) + NCHAR(10) + N'b')");
  assert.is(literal('é'), 'NCHAR(233)');
  assert.is(literal('😀!'), "(NCHAR(55357) + NCHAR(56832) + N'!')");
  assert.is(literal('cost: $(price) $5 $'), "(N'cost: $' + N'(price) $5 $')");
  assert.is(literal('back\\slash'), "N'back\\slash'");
});

literals('a long text is not cut when it is joined', () => {
  const text = literal(`${'x'.repeat(4000)}\ny`, types.text());
  assert.is(text, `(CAST(N'' AS nvarchar(max)) + N'${'x'.repeat(4000)}' + NCHAR(10) + N'y')`);
  assert.is(literal('x'.repeat(9000), types.text()), `N'${'x'.repeat(9000)}'`);
});

literals('any text comes back whole, from one line of ASCII without variables', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom("'", '$', '(', '\n', '\r', '\t', '\\', 'é', '😀', 'G', 'O', ';', '%', '\u2028'),
      maxLength: 200,
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      if (/\0|[\ud800-\udfff]/u.test(text)) return;
      const expression = literal(text, types.text());
      assert.is(textOf(expression, 'tsql'), text);
      assert.match(expression, /^[\x20-\x7e]*$/);
      assert.not.match(expression, /\$\(/);
    }),
    tries(500),
  );
});

literals('every type has its form', () => {
  assert.is(literal(null, types.date()), 'NULL');
  assert.is(literal(true, types.boolean()), '1');
  assert.is(literal({ bigint: '-9223372036854775808' }, types.bigint()), '-9223372036854775808');
  assert.is(literal('12345678901234567890.123456789', types.numeric(38, 9)), '12345678901234567890.123456789');
  assert.is(literal(0.1, types.double()), '0.1e0');
  assert.is(literal(1e21, types.double()), '1e+21');
  assert.is(literal(3, types.float()), '3');
  assert.is(literal('0001-01-01', types.date()), "'0001-01-01'");
  assert.is(literal('03:04:05.123', types.time()), "'03:04:05.123'");
  assert.is(literal('2024-01-02 03:04', types.timestamp()), "'2024-01-02T03:04:00'");
  assert.is(literal('2024-01-02T03:04:05Z', types.timestamp({ zone: true })), "'2024-01-02T03:04:05+00:00'");
  assert.is(literal('6F9619FF-8B86-D011-B42D-00C04FC964FF', types.uuid()), "'6f9619ff-8b86-d011-b42d-00c04fc964ff'");
  assert.is(literal(json({ a: 'é' }), types.json()), '(N\'{"a":"\' + NCHAR(233) + N\'"}\')');
  assert.is(literal({ bytes: '' }, types.binary()), '0x');
});

literals('what a type cannot hold is refused', () => {
  refused('😀😀', types.string(3), /byte-pairs/);
  refused('P1D', types.interval(), /no interval type/);
  refused(5e-324, types.double(), /too close to 0/);
  refused(1e-39, types.float(), /too close to 0/);
  assert.throws(() => literal({ bigint: '1'.repeat(39) }), /38 digits/);
  assert.match(refusal(addColumn('t', column('c', types.string(4001)))), /types\.text\(\)/);
  assert.match(refusal(addColumn('t', column('c', types.binary(8001)))), /types\.binary\(\)/);
  assert.match(refusal(addColumn('t', column('c', types.numeric(39, 2)))), /38/);
});

literals.run();

const columns = suite('mssql: columns');

const ACCOUNT = createTable('account', [
  column('id', types.integer(), { nullable: false, identity: true }),
  column('code', types.string(10), { nullable: false, default: 'x' }),
  column('amount', types.integer(), { default: 0 }),
  column('state', types.enum('state', ['new', 'old']), { nullable: false, default: 'new' }),
  column('owner', types.integer(), { comment: 'who pays' }),
  column('note', types.text()),
  primaryKey(['id'], { name: 'pk_account' }),
  unique(['code'], { name: 'uq_account_code' }),
  check(sql`${name('amount')} >= 0`, { name: 'ck_account_amount' }),
  foreignKey(['owner'], 'person', ['id'], { name: 'fk_owner', onDelete: 'restrict' }),
]);
const after = (op: Op, ...before: readonly Op[]): readonly string[] => written(ACCOUNT, ...before, op);

/** A constraint that carries the column's name. */
function renamed(from: string, to: string): string {
  const type = from.startsWith('df') ? 'D' : 'C';
  return `IF OBJECT_ID(N'${from}', N'${type}') IS NOT NULL\n  EXEC sp_rename N'${from}', N'${to}', N'OBJECT'`;
}

const lookUp = /^DECLARE @drop nvarchar\(max\) = \(\n.*sys\.default_constraints.*COL_NAME.* = N'(\w+)'/s;

columns('a key makes its columns NOT NULL, since SQL Server takes no other', () => {
  const table = createTable('t', [column('a', types.integer()), column('b', types.integer()), primaryKey(['a'])]);
  assert.equal(written(table), ['CREATE TABLE t (\n  a int NOT NULL,\n  b int NULL,\n  PRIMARY KEY (a)\n)']);
  const late = addConstraint('t', primaryKey(['b'], { name: 'pk_t' }));
  assert.equal(written(createTable('t', [column('b', types.integer())]), late), [
    'ALTER TABLE t ALTER COLUMN b int NOT NULL',
    'ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (b)',
  ]);
  assert.equal(after(alterColumn('account', 'id', { nullable: false })), []);
});

columns('RESTRICT is NO ACTION', () => {
  assert.match(String(written(ACCOUNT)[0]), /REFERENCES person \(id\) ON DELETE NO ACTION/);
});

columns('a foreign key to its own table does not cascade (error 1785)', () => {
  const key = foreignKey(['parent'], 'node', ['id'], { onDelete: 'cascade' });
  assert.match(refusal(addConstraint('node', key)), /references its own table and cascades/);
  const table = createTable('node', [column('parent', types.integer()), key]);
  assert.match(refusal(table), /references its own table and cascades/);
  assert.is(written(addConstraint('leaf', key)).length, 1);
});

columns('an identity column has its start and step, and no default', () => {
  const given = addColumn('t', column('a', types.bigint(), { identity: { start: 100, increment: -5 } }));
  assert.equal(written(given), ['ALTER TABLE t ADD a bigint IDENTITY(100, -5) NOT NULL']);
  const both = addColumn('t', column('a', types.integer(), { identity: true, default: 1 }));
  assert.match(refusal(both), /default as well/);
  assert.match(refusal(addColumn('t', column('a', types.text(), { identity: true }))), /is of type text/);
});

columns('another type takes the default away and brings it back', () => {
  const [drop = '', ...rest] = after(alterColumn('account', 'amount', { type: types.bigint() })).slice(1);
  assert.match(drop, lookUp);
  assert.equal(rest, [
    'ALTER TABLE account ALTER COLUMN amount bigint NULL',
    'ALTER TABLE account ADD CONSTRAINT df_account__amount DEFAULT 0 FOR amount',
    'ALTER TABLE account ADD CONSTRAINT ck_account_amount CHECK (amount >= 0)',
  ]);
});

columns('a default that does not fit the new type is refused', () => {
  assert.match(
    refusal(ACCOUNT, alterColumn('account', 'code', { type: types.integer() })),
    /does not fit its new type/,
  );
});

columns('a longer text keeps its default, its constraints and its indexes', () => {
  const index = createIndex('ix_account_code', 'account', ['code']);
  assert.equal(after(alterColumn('account', 'code', { type: types.string(20) }), index), [
    'ALTER TABLE account ALTER COLUMN code nvarchar(20) NOT NULL',
  ]);
});

columns('what rests on a column goes before a change and comes back after', () => {
  const index = createIndex('ix_account_code', 'account', ['code', 'amount']);
  assert.equal(after(alterColumn('account', 'code', { type: types.string(5) }), index), [
    'ALTER TABLE account DROP CONSTRAINT uq_account_code',
    'DROP INDEX ix_account_code ON account',
    'ALTER TABLE account ALTER COLUMN code nvarchar(5) NOT NULL',
    'CREATE INDEX ix_account_code ON account (code, amount)',
    'ALTER TABLE account ADD CONSTRAINT uq_account_code UNIQUE (code)',
  ]);
  assert.equal(after(alterColumn('account', 'owner', { nullable: false })), [
    'ALTER TABLE account DROP CONSTRAINT fk_owner',
    'ALTER TABLE account ALTER COLUMN owner int NOT NULL',
    'ALTER TABLE account ADD CONSTRAINT fk_owner FOREIGN KEY (owner) REFERENCES person (id) ON DELETE NO ACTION',
  ]);
});

columns('a column of the primary key is not altered', () => {
  assert.match(refusal(ACCOUNT, alterColumn('account', 'id', { type: types.bigint() })), /'pk_account'/);
});

columns('a check is out of the way of a new name, and follows it', () => {
  assert.equal(after(alterColumn('account', 'amount', { name: 'total' })), [
    'ALTER TABLE account DROP CONSTRAINT ck_account_amount',
    "EXEC sp_rename N'account.amount', N'total', N'COLUMN'",
    renamed('df_account__amount', 'df_account__total'),
    'ALTER TABLE account ADD CONSTRAINT ck_account_amount CHECK (total >= 0)',
  ]);
});

columns('a check that names the column in its text follows it too, one that only looks so stays', () => {
  const text = addConstraint('account', check(sql`note <> 'amount' AND Amount < 5`, { name: 'ck_text' }));
  const statements = after(alterColumn('account', 'amount', { name: 'order' }), text);
  assert.is(statements.at(-2), "ALTER TABLE account ADD CONSTRAINT ck_text CHECK (note <> 'amount' AND [order] < 5)");
  const other = addConstraint('account', check(sql`code <> 'note'`, { name: 'ck_other' }));
  assert.is(after(alterColumn('account', 'note', { name: 'remark' }), other).length, 1);
});

columns('a filtered index is out of the way of a new name too', () => {
  const index = createIndex('ix_open', 'account', ['owner'], { where: sql`${name('note')} IS NULL` });
  assert.equal(after(alterColumn('account', 'note', { name: 'remark' }), index), [
    'DROP INDEX ix_open ON account',
    "EXEC sp_rename N'account.note', N'remark', N'COLUMN'",
    'CREATE INDEX ix_open ON account (owner) WHERE remark IS NULL',
  ]);
});

columns("an enum's values are a check that changes with them", () => {
  assert.equal(after(alterColumn('account', 'state', { type: types.enum('state', ['new', 'old', 'archived']) })), [
    'ALTER TABLE account DROP CONSTRAINT ck_account__state',
    'ALTER TABLE account ALTER COLUMN state nvarchar(8) NOT NULL',
    "ALTER TABLE account ADD CONSTRAINT ck_account__state CHECK (state IN (N'new', N'old', N'archived'))",
  ]);
  assert.equal(after(alterColumn('account', 'state', { name: 'phase' })), [
    'ALTER TABLE account DROP CONSTRAINT ck_account__state',
    "EXEC sp_rename N'account.state', N'phase', N'COLUMN'",
    renamed('df_account__state', 'df_account__phase'),
    "ALTER TABLE account ADD CONSTRAINT ck_account__phase CHECK (phase IN (N'new', N'old'))",
  ]);
});

columns('a renamed table leaves its constraint names to the next', () => {
  assert.equal(after(renameTable('account', 'ledger')), [
    "EXEC sp_rename N'account', N'ledger', N'OBJECT'",
    ...['code', 'amount', 'state'].map((each) => renamed(`df_account__${each}`, `df_ledger__${each}`)),
    renamed('ck_account__state', 'ck_ledger__state'),
  ]);
});

columns('a name that is too long for a constraint is cut, and stays unique', () => {
  const long = (end: string): string => 'c'.repeat(120) + end;
  const constraint = (end: string): string =>
    /CONSTRAINT (\S+)/.exec(
      written(addColumn('account', column(long(end), types.integer(), { default: 1 })))[0] ?? '',
    )?.[1] ?? '';
  assert.is(constraint('a').length, 128);
  assert.is.not(constraint('a'), constraint('b'));
});

columns('no key and no index is of nvarchar(max) or varbinary(max) (error 1919)', () => {
  const large = [column('a', types.text()), column('b', types.binary())];
  const table = createTable('t', [...large, column('c', types.string(9))]);
  assert.match(refusal(table, createIndex('i', 't', ['c', 'a'])), /'a' is of type text.*an index.*string\(n\)/);
  assert.match(refusal(table, addConstraint('t', unique(['b'], { name: 'u' }))), /'b' is of type binary.*binary\(n\)/);
  assert.match(refusal(createTable('t', [column('a', types.json()), primaryKey(['a'])])), /no part of a key/);
  const longer = alterColumn('t', 'c', { type: types.text() });
  assert.match(refusal(table, createIndex('i', 't', ['c']), longer), /no part of an index/);
  assert.match(refusal(table, addConstraint('t', unique(['c'], { name: 'u' })), longer), /no part of a key/);
});

columns('a dropped column takes its indexes, keys and default along', () => {
  const index = createIndex('ix_account_code', 'account', ['code', 'amount']);
  const statements = after(dropColumn('account', 'code'), index);
  assert.equal(statements.slice(0, 2), [
    'DROP INDEX ix_account_code ON account',
    'ALTER TABLE account DROP CONSTRAINT uq_account_code',
  ]);
  assert.match(String(statements[2]), lookUp);
  assert.equal(statements.slice(3), ['ALTER TABLE account DROP COLUMN code']);
  assert.is(after(dropColumn('account', 'state'))[0], 'ALTER TABLE account DROP CONSTRAINT ck_account__state');
  assert.is(after(dropColumn('account', 'amount'))[0], 'ALTER TABLE account DROP CONSTRAINT ck_account_amount');
  assert.is(written(dropColumn('elsewhere', 'a')).length, 2, 'a column that no op made may have a default');
});

columns('missing facts are named, all at once', () => {
  assert.match(
    refusal(alterColumn('t', 'a', { type: types.bigint() })),
    /nullable, default must be known.*\{ nullable: true, default: null \}/,
  );
});

columns('the dynamic text is escaped twice', () => {
  const [drop = ''] = written(alterColumn({ schema: 'a b', name: "it's" }, "c'd", { default: null }));
  assert.match(drop, /N'ALTER TABLE \[a b\]\.\[it''s\] DROP CONSTRAINT '/);
  assert.match(drop, /= N'c''d'/);
});

columns.run();

const rest = suite('mssql: comments, rows, version table');

rest('a comment is added, changed or dropped by what is there', () => {
  const commented = setTableComment('account', 'a');
  assert.match(String(after(commented)[0]), /sp_addextendedproperty/);
  assert.match(String(after(setTableComment('account', 'b'), commented)[0]), /sp_updateextendedproperty/);
  assert.match(String(after(setTableComment('account', null), commented)[0]), /sp_dropextendedproperty/);
  assert.match(
    String(after(alterColumn('account', 'owner', { comment: null }))[0]),
    /sp_dropextendedproperty.*@level2name = N'owner'/s,
  );
});

rest('where no op made the table, the server is asked', () => {
  const [asked = ''] = written(setTableComment({ schema: 'sales', name: 'region' }, 'x'));
  assert.match(asked, /^IF EXISTS \(\n.*OBJECT_ID\(N'sales\.region'\) AND minor_id = 0.*sp_update.*ELSE\n.*sp_add/s);
  assert.not.match(asked, /@schema/);
  const [column_ = ''] = written(alterColumn('t', 'c', { comment: 'é' }));
  assert.match(column_, /@comment nvarchar\(3750\) = NCHAR\(233\);/);
  assert.match(refusal(setTableComment('t', 'x'.repeat(3751))), /3750/);
});

rest('a thousand rows a statement', () => {
  const rows = Array.from({ length: 2001 }, (_, id) => ({ code: `c${id}` }));
  const statements = after(bulkInsert('account', rows));
  assert.equal(
    statements.map((statement) => statement.split('\n').length - 1),
    [1000, 1000, 1],
  );
});

rest('rows whose values are of different kinds do not share a statement', () => {
  assert.is(written(bulkInsert('t', [{ a: '007' }, { a: 5 }])).length, 2);
  assert.is(after(bulkInsert('account', [{ code: '007' }, { code: sql`1 + 4` }])).length, 2);
  assert.is(
    written(
      bulkInsert('t', [
        { a: 1, b: now() },
        { a: null, b: now() },
        { a: true, b: now() },
      ]),
    ).length,
    1,
  );
});

rest('the version table is made where it is missing', () => {
  assert.equal(mssql.createVersionTable({ schema: 'ops', name: 'migsql_version' }, mssql), [
    {
      sql: [
        "IF OBJECT_ID(N'ops.migsql_version', N'U') IS NULL",
        'CREATE TABLE ops.migsql_version (',
        '  revision nvarchar(128) NOT NULL,',
        '  CONSTRAINT pk_migsql_version PRIMARY KEY (revision)',
        ')',
      ].join('\n'),
      kind: 'schema',
      transactional: true,
      compound: false,
    },
  ]);
});

rest.run();
