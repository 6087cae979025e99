/** SQL Server: traps of the ops that came with the whole vocabulary. No server can run it here. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, addEnumValue, alterColumn, alterSequence, check, column, createEnum, createFunction,
  createIndex, createSchema, createSequence, createTable, createTrigger, createView, deleteRows, dropColumn,
  dropConstraint, dropIndex, dropTrigger, foreignKey, grant, index, insertFrom, name, nextValue, primaryKey,
  references, renameConstraint, renameEnumValue, renameIndex, revoke, setTableOptions, sql, types, unique, updateRows,
} from '../../src/authoring.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mssql } from '../../src/dialects/mssql/index.ts';
import type { Op } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { judgeStatement } from '../support/judges/mssql.ts';
import { namedFor, refusalOf, statementsOf } from '../support/lowered.ts';

const writtenFor = (dialect: Dialect, ...ops: readonly Op[]): readonly string[] => {
  const statements = statementsOf(dialect, ...ops.map((op) => namedFor(op, dialect)));
  for (const statement of statements) assert.equal(judgeStatement(statement), [], statement);
  return statements;
};
const written = (...ops: readonly Op[]): readonly string[] => writtenFor(mssql, ...ops);
const refusalFor = (dialect: Dialect, ...ops: readonly Op[]): string => {
  const { message, hint } = refusalOf(dialect, ...ops);
  return `${message} | ${hint}`;
};
const refusal = (...ops: readonly Op[]): string => refusalFor(mssql, ...ops);

const double = sql`${name('a')} * 2`;
const tables = suite('mssql: tables, columns, constraints');

tables('a table that is there keeps its comments and indexes: all is made in one batch or none of it', () => {
  const op = createTable(
    { schema: 'my sales', name: "it's" },
    [column('a', types.integer(), { comment: "it's \u00e9" }), index(['a'], { name: 'ix' })],
    { ifNotExists: true },
  );
  assert.equal(written(op), [
    [
      "IF OBJECT_ID(N'[my sales].[it''s]', N'U') IS NULL",
      'BEGIN',
      "CREATE TABLE [my sales].[it's] (\n  a int NULL\n);",
      "EXEC(N'DECLARE @comment nvarchar(3750) = (N''it''''s '' + NCHAR(233));",
      "EXEC sys.sp_addextendedproperty @name = N''MS_Description'', @value = @comment,",
      "  @level0type = N''SCHEMA'', @level0name = N''my sales'',",
      "  @level1type = N''TABLE'', @level1name = N''it''''s'',",
      "  @level2type = N''COLUMN'', @level2name = N''a''');",
      "EXEC(N'CREATE INDEX ix ON [my sales].[it''s] (a)');",
      'END',
    ].join('\n'),
  ]);
});

tables('a batch with terminators of its own is marked as such, and an emulation says how it is one', () => {
  const op = createTable('t', [column('a', types.integer()), index(['a'], { name: 'ix' })], { ifNotExists: true });
  const lowered = lowerOp(op, mssql, viewOf(EMPTY_SCHEMA));
  if ('code' in lowered) throw new Error(lowered.message);
  const [{ compound, emulation, kind } = { compound: false }] = lowered;
  assert.equal([lowered.length, compound, emulation, kind], [1, true, 'the server is asked for the table', 'schema']);
});

tables('a column that is there is left alone, with its index and its comment', () => {
  const indexed = column('c', types.integer(), { index: true, comment: 'x' });
  const [statement = '', ...more] = written(addColumn('t', indexed, { ifNotExists: true }));
  assert.equal(more, []);
  assert.match(statement, /^IF COL_LENGTH\(N't', N'c'\) IS NULL\nBEGIN\nALTER TABLE t ADD c int NULL;\nEXEC\(N'DECLARE @schema/);
  assert.match(statement, /\nEXEC\(N'CREATE INDEX ix_t_c ON t \(c\)'\);\nEND$/);
});

tables('NOT NULL is said only of a computed column that is kept in the row', () => {
  const computed = (settings: object): Op => addColumn('t', column('b', types.integer(), { generated: double, ...settings }));
  assert.equal(written(computed({ nullable: false })), ['ALTER TABLE t ADD b AS (a * 2) PERSISTED NOT NULL']);
  const stored = (kept: boolean) => ({ generated: { expression: double, stored: kept }, nullable: false });
  assert.equal(written(computed(stored(true))), ['ALTER TABLE t ADD b AS (a * 2) PERSISTED NOT NULL']);
  assert.match(refusal(computed(stored(false))), /'b' is NOT NULL.*stored: true/);
  assert.match(refusal(computed({ collation: 'Latin1_General_BIN2' })), /has a collation.*COLLATE/);
});

tables('a key on a computed column keeps it in the row', () => {
  const table = createTable('t', [
    column('a', types.integer(), { nullable: false }),
    column('b', types.integer(), { generated: double }),
    primaryKey(['b']),
  ]);
  assert.match(String(written(table)[0]), /b AS \(a \* 2\) PERSISTED NOT NULL,\n {2}CONSTRAINT pk_t PRIMARY KEY \(b\)/);
});

tables('numbers beyond a start and a step are of a sequence', () => {
  const numbered = (identity: object): Op => addColumn('t', column('a', types.bigint(), { identity }));
  assert.equal(written(numbered({ always: true, start: 5, cycle: false })), [
    'ALTER TABLE t ADD a bigint IDENTITY(5, 1) NOT NULL',
  ]);
  assert.match(refusal(numbered({ maxValue: 9 })), /no maxValue.*createSequence/);
  assert.match(refusal(numbered({ cache: 9 })), /no cache/);
});

tables('an identity column that is asked to be what it is stays as it is', () => {
  const table = createTable('t', [column('a', types.integer(), { identity: true }), column('b', types.integer())]);
  const asked = (name_: string, identity: object | null): Op => alterColumn('t', name_, { identity });
  assert.equal(written(table, asked('a', { start: 1, always: true })), []);
  assert.equal(written(table, asked('b', null)), []);
  assert.match(refusal(table, asked('a', { start: 2 })), /DBCC CHECKIDENT/);
  assert.match(refusal(table, asked('a', { cache: 5 })), /or change how it counts/);
  assert.match(refusal(asked('c', null)), /take its identity away/);
});

tables('the next number of a sequence is a default, in parentheses and with its schema', () => {
  const numbered = column('a', types.bigint(), { nullable: false, default: nextValue({ schema: 's', name: 'order' }) });
  assert.equal(written(addColumn('t', numbered)), [
    'ALTER TABLE t ADD a bigint NOT NULL CONSTRAINT df_t__a DEFAULT (NEXT VALUE FOR s.[order])',
  ]);
});

tables('a collation is a word, and of text alone', () => {
  const collated = (collation: object | string, type = types.text()): Op =>
    addColumn('t', column('a', type, { collation: collation as string }));
  assert.equal(written(collated('Latin1_General_BIN2')), ['ALTER TABLE t ADD a nvarchar(max) COLLATE Latin1_General_BIN2 NULL']);
  assert.match(refusal(collated('a; DROP TABLE b')), /no collation of SQL Server/);
  assert.match(refusal(collated('Latin1_General_BIN2', types.integer() as never)), /has no collation/);
});

tables('another type says the collation again, which would become the database default', () => {
  const table = createTable('t', [column('a', types.string(9), { collation: 'Latin1_General_BIN2' })]);
  assert.equal(written(table, alterColumn('t', 'a', { type: types.string(20) })), [
    'ALTER TABLE t ALTER COLUMN a nvarchar(20) COLLATE Latin1_General_BIN2 NULL',
  ]);
  assert.equal(written(table, alterColumn('t', 'a', { nullable: false })), [
    'ALTER TABLE t ALTER COLUMN a nvarchar(9) COLLATE Latin1_General_BIN2 NOT NULL',
  ]);
  assert.equal(written(table, alterColumn('t', 'a', { collation: null })), [
    'ALTER TABLE t ALTER COLUMN a nvarchar(9) COLLATE DATABASE_DEFAULT NULL',
  ]);
  assert.equal(written(table, alterColumn('t', 'a', { type: types.integer() })), ['ALTER TABLE t ALTER COLUMN a int NULL']);
  assert.equal(written(table, addConstraint('t', primaryKey(['a'], { name: 'pk' }))), [
    'ALTER TABLE t ALTER COLUMN a nvarchar(9) COLLATE Latin1_General_BIN2 NOT NULL',
    'ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a)',
  ]);
});

tables('the collation of a text that no op made must be known, or it would be lost', () => {
  const existing = { type: types.string(9), nullable: true, default: null };
  const required = { nullable: false };
  assert.match(refusal(alterColumn('t', 'a', required, { existing })), /whose collation must be known.*collation: null/);
  assert.equal(written(alterColumn('t', 'a', required, { existing: { ...existing, collation: null } })), [
    'ALTER TABLE t ALTER COLUMN a nvarchar(9) NOT NULL',
  ]);
});

tables('another collation takes keys and indexes out of its way, included columns too', () => {
  const table = createTable('t', [
    column('a', types.string(9)),
    column('b', types.integer()),
    unique(['a'], { name: 'uq' }),
    index(['b'], { name: 'ix', include: ['a'] }),
  ]);
  assert.equal(written(table, alterColumn('t', 'a', { collation: 'Latin1_General_BIN2' })), [
    'ALTER TABLE t DROP CONSTRAINT uq',
    'DROP INDEX ix ON t',
    'ALTER TABLE t ALTER COLUMN a nvarchar(9) COLLATE Latin1_General_BIN2 NULL',
    'CREATE INDEX ix ON t (b) INCLUDE (a)',
    'ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a)',
  ]);
});

const COMPUTED = createTable('t', [
  column('a', types.integer()),
  column('b', types.integer(), { generated: { expression: double, stored: true }, comment: 'twice' }),
  check(sql`${name('b')} > 1`, { name: 'ck_b' }),
  index(['b'], { name: 'ix_b' }),
]);

tables('what is computed from a column is out of the way of its change, with what rests on it', () => {
  const around = written(COMPUTED, alterColumn('t', 'a', { type: types.bigint() }));
  assert.equal([...around.slice(0, 5), ...around.slice(6)], [
    'ALTER TABLE t DROP CONSTRAINT ck_b',
    'DROP INDEX ix_b ON t',
    'ALTER TABLE t DROP COLUMN b',
    'ALTER TABLE t ALTER COLUMN a bigint NULL',
    'ALTER TABLE t ADD b AS (a * 2) PERSISTED',
    'CREATE INDEX ix_b ON t (b)',
    'ALTER TABLE t ADD CONSTRAINT ck_b CHECK (b > 1)',
  ]);
  assert.match(around[5] ?? '', /sp_addextendedproperty.*N'twice'/s);
});

tables('what is computed from a column follows its new name', () => {
  const around = written(COMPUTED, alterColumn('t', 'a', { name: 'c' }));
  assert.equal(around.slice(2, 5), [
    'ALTER TABLE t DROP COLUMN b',
    "EXEC sp_rename N't.a', N'c', N'COLUMN'",
    'ALTER TABLE t ADD b AS (c * 2) PERSISTED',
  ]);
});

tables('a check or a foreign key is only on a computed column that is kept in the row (error 1764)', () => {
  const virtual = column('b', types.integer(), { generated: double });
  const onIt = check(sql`${name('b')} > 1`, { name: 'ck' });
  const table = createTable('t', [column('a', types.integer()), virtual]);
  assert.match(refusal(createTable('t', [column('a', types.integer()), virtual, onIt])), /'b', which is not kept.*stored: true/);
  assert.match(refusal(table, addConstraint('t', onIt)), /'b', which is not kept/);
  assert.match(refusal(addColumn('t', column('b', types.integer(), { generated: double, check: sql`b > 1` }))), /not kept/);
  assert.match(refusal(COMPUTED, alterColumn('t', 'b', { generated: double })), /not kept/);
  assert.is(written(table, addConstraint('t', check(sql`${name('a')} > 1`, { name: 'ck' }))).length, 1);
});

tables('a column in a primary key that is computed from another holds that one fast', () => {
  const table = createTable('t', [
    column('a', types.integer()),
    column('b', types.integer(), { generated: double }),
    primaryKey(['b'], { name: 'pk_b' }),
  ]);
  assert.match(refusal(table, alterColumn('t', 'a', { type: types.bigint() })), /'pk_b'/);
});

tables('another expression makes the column anew, with its comment, checks and indexes', () => {
  const tripled = { expression: sql`${name('a')} * 3`, stored: true };
  const changed = written(COMPUTED, alterColumn('t', 'b', { generated: tripled, name: 'd' }));
  assert.equal([...changed.slice(0, 4), ...changed.slice(5)], [
    'ALTER TABLE t DROP CONSTRAINT ck_b',
    'DROP INDEX ix_b ON t',
    'ALTER TABLE t DROP COLUMN b',
    'ALTER TABLE t ADD d AS (a * 3) PERSISTED',
    'CREATE INDEX ix_b ON t (d)',
    'ALTER TABLE t ADD CONSTRAINT ck_b CHECK (d > 1)',
  ]);
  assert.match(changed[4] ?? '', /sp_addextendedproperty.*@level2name = N'd'/s);
});

tables('a computed column that becomes a plain one keeps its values', () => {
  const plain = written(COMPUTED, alterColumn('t', 'b', { generated: null, nullable: false, default: 7 }));
  assert.equal(plain.filter((statement) => !statement.includes('property')), [
    'ALTER TABLE t ADD migsql_b int NULL',
    'UPDATE t SET migsql_b = b',
    'ALTER TABLE t DROP CONSTRAINT ck_b',
    'DROP INDEX ix_b ON t',
    'ALTER TABLE t DROP COLUMN b',
    "EXEC sp_rename N't.migsql_b', N'b', N'COLUMN'",
    'ALTER TABLE t ALTER COLUMN b int NOT NULL',
    'ALTER TABLE t ADD CONSTRAINT df_t__b DEFAULT 7 FOR b',
    'CREATE INDEX ix_b ON t (b)',
    'ALTER TABLE t ADD CONSTRAINT ck_b CHECK (b > 1)',
  ]);
});

tables('a plain column does not lose its values to an expression', () => {
  assert.match(refusal(COMPUTED, alterColumn('t', 'a', { generated: sql`1` })), /'a' is a plain column.*dropColumn/);
  assert.match(refusal(alterColumn('t', 'a', { generated: sql`1` })), /not known, for no op made it/);
  assert.match(refusal(COMPUTED, alterColumn('t', 'b', { type: types.bigint() })), /come from its expression.*CAST/);
});

tables('a column goes after what is computed from it', () => {
  assert.equal(written(COMPUTED, dropColumn('t', 'a', { ifExists: true })), [
    'DROP INDEX IF EXISTS ix_b ON t',
    'ALTER TABLE t DROP CONSTRAINT IF EXISTS ck_b',
    'ALTER TABLE t DROP COLUMN IF EXISTS b',
    'ALTER TABLE t DROP COLUMN IF EXISTS a',
  ]);
});

tables('what the server is asked for is not dropped by its name as well', () => {
  const on = { mssql: { drop: ['check' as const] } };
  const statements = written(COMPUTED, dropColumn('t', 'b', { on }));
  assert.equal(statements.map((statement) => statement.split('\n')[0]), [
    'DROP INDEX ix_b ON t',
    "DECLARE @table int = OBJECT_ID(N't');",
    'ALTER TABLE t DROP COLUMN b',
  ]);
  const elsewhere = written(dropColumn({ schema: 'a b', name: "it's" }, "c'd", { on }));
  assert.match(elsewhere[0] ?? '', /OBJECT_ID\(N'\[a b\]\.\[it''s\]'\);\n.*\n {2}SELECT N'ALTER TABLE \[a b\]\.\[it''s\] DROP CONSTRAINT '/);
  assert.match(elsewhere[0] ?? '', /= N'c''d'/);
});

tables('a column and its constraints are added at once, but for those that are not to be checked', () => {
  const reference = references('u', 'id', { name: 'fk', onDelete: 'restrict', notValid: true });
  const added = column('c', types.integer(), { unique: true, references: reference, check: sql`${name('c')} > 0` });
  assert.equal(written(addColumn('t', added)), [
    'ALTER TABLE t ADD c int NULL, CONSTRAINT uq_t_c UNIQUE (c), CONSTRAINT ck_t_c CHECK (c > 0)',
    'ALTER TABLE t WITH NOCHECK ADD CONSTRAINT fk FOREIGN KEY (c) REFERENCES u (id) ON DELETE NO ACTION',
  ]);
});

tables('a constraint that was not checked comes back unchecked', () => {
  const table = createTable('t', [column('a', types.integer())]);
  const unchecked = addConstraint('t', check(sql`${name('a')} > 1`, { name: 'ck', notValid: true }));
  assert.is(written(table, unchecked, alterColumn('t', 'a', { name: 'b' })).at(-1), 'ALTER TABLE t WITH NOCHECK ADD CONSTRAINT ck CHECK (b > 1)');
});

tables('every constraint is checked at once, with MATCH SIMPLE, and nothing is said of it', () => {
  const key = foreignKey(['a'], 'u', ['id'], { name: 'fk', deferrable: false, initially: 'immediate', match: 'simple' });
  assert.equal(written(addConstraint('t', key)), ['ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id)']);
});

tables('a renamed constraint is looked for in the schema of its table', () => {
  assert.equal(written(renameConstraint({ schema: 's', name: 't' }, 'ck', "it's", 'check')), [
    "EXEC sp_rename N's.ck', N'it''s', N'OBJECT'",
  ]);
  assert.equal(written(renameIndex('i x', { schema: 's', name: 't' }, 'j')), ["EXEC sp_rename N's.t.[i x]', N'j', N'INDEX'"]);
  assert.match(refusal(renameIndex('i', 't', 'x'.repeat(129))), /129 characters/);
});

tables('nothing cascades, and the way out is said', () => {
  assert.match(refusal(dropColumn('t', 'a', { cascade: true })), /on: \{ mssql: \{ drop:/);
  assert.match(refusal(dropConstraint('t', 'pk', 'primaryKey', { cascade: true })), /dropConstraint\(…\)/);
});

tables('a column that another table references is neither altered nor dropped (error 5074)', () => {
  const table = createTable('t', [column('a', types.integer(), { nullable: false }), unique(['a'], { name: 'uq' })]);
  const key = foreignKey(['t_a'], 't', ['a'], { name: 'fk_u_t' });
  const other = createTable({ schema: 's', name: 'u' }, [column('t_a', types.integer()), key]);
  assert.match(refusal(table, other, alterColumn('t', 'a', { type: types.bigint() })), /'fk_u_t' of 's\.u'.*add it again/);
  assert.match(refusal(table, other, dropColumn('t', 'a')), /'fk_u_t' of 's\.u', and SQL Server drops no such column/);
  assert.is(written(table, other, alterColumn('t', 'a', { name: 'b' })).length, 1, 'its name is not in the key');
});

tables('a table moves to no filegroup by an option', () => {
  assert.match(refusal(setTableOptions('t', { mssql: { filegroup: 'fg' } })), /'fg'.*DROP_EXISTING/);
  assert.equal(written(setTableOptions('t', { mssql: { dataCompression: 'none' } })), [
    'ALTER TABLE t REBUILD WITH (DATA_COMPRESSION = NONE)',
  ]);
});

tables.run();

const indexes = suite('mssql: indexes');

indexes('a columnstore index has no order, no unique keys, no fill factor and no included columns', () => {
  const columnstore = (settings: object, key: string | { column: string; order: 'desc' } = 'a'): Op =>
    createIndex('ix', 't', [key], { on: { mssql: { columnstore: true } }, ...settings });
  assert.equal(written(columnstore({ where: sql`${name('a')} > 1` })), [
    'CREATE NONCLUSTERED COLUMNSTORE INDEX ix ON t (a) WHERE a > 1',
  ]);
  assert.match(refusal(columnstore({ unique: true })), /no unique keys/);
  assert.match(refusal(columnstore({ include: ['b'] })), /no columns beside/);
  assert.match(refusal(columnstore({}, { column: 'a', order: 'desc' })), /no order/);
  assert.match(refusal(columnstore({ on: { mssql: { columnstore: true, fillfactor: 9 } } })), /no fill factor/);
  assert.match(refusal(columnstore({ on: { mssql: { columnstore: true, clustered: true } } })), /every column/);
});

indexes('ONLINE of a columnstore index came with SQL Server 2017', () => {
  const online = createIndex('ix', 't', ['a'], { on: { mssql: { columnstore: true, online: true } } });
  assert.match(refusal(online), /came with SQL Server 14.*must run on 13/);
  assert.equal(writtenFor({ ...mssql, server: [14] }, online), [
    'CREATE NONCLUSTERED COLUMNSTORE INDEX ix ON t (a) WITH (ONLINE = ON)',
  ]);
});

indexes('a clustered index holds every row and column', () => {
  const clustered = (settings: object): Op => createIndex('ix', 't', ['a'], { on: { mssql: { clustered: true } }, ...settings });
  assert.match(refusal(clustered({ where: sql`1 = 1` })), /takes no condition/);
  assert.match(refusal(clustered({ include: ['b'] })), /includes none/);
  assert.match(refusal(createIndex('ix', 't', ['a'], { on: { mssql: { fillfactor: 101 } } })), /1 to 100/);
});

indexes('ONLINE is said only where a clustered index is dropped', () => {
  const online = { on: { mssql: { online: true } } };
  const made = createIndex('ix', 't', ['a'], { on: { mssql: { clustered: true } } });
  const table = createTable('t', [column('a', types.integer())]);
  assert.equal(written(table, made, dropIndex('ix', 't', online)), ['DROP INDEX ix ON t WITH (ONLINE = ON)']);
  assert.equal(written(dropIndex('ix', 't', online)), ['DROP INDEX ix ON t']);
});

indexes('an index is looked for in its table, whose name may need brackets', () => {
  const op = createIndex("i'x", { schema: 'a b', name: 't' }, ['a'], { ifNotExists: true });
  assert.equal(written(op), [
    "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[a b].t') AND name = N'i''x')\nCREATE INDEX [i'x] ON [a b].t (a)",
  ]);
});

indexes('an expression is indexed as a computed column', () => {
  assert.match(refusal(createIndex('ix', 't', [sql`lower(${name('a')})`])), /addColumn with generated/);
});

indexes.run();

const others = suite('mssql: sequences, schemas, modules, permissions');

others('a sequence begins where it would elsewhere, and cycles back there', () => {
  const created = (options: object): string => String(written(createSequence('n', options))[0]).slice('CREATE SEQUENCE n AS bigint '.length);
  assert.is(created({ minValue: 5 }), 'START WITH 5 INCREMENT BY 1 MINVALUE 5');
  assert.is(created({ increment: -1 }), 'START WITH -1 INCREMENT BY -1');
  assert.is(created({ cycle: true }), 'START WITH 1 INCREMENT BY 1 MINVALUE 1 CYCLE');
  assert.is(created({ cycle: true, start: -3 }), 'START WITH -3 INCREMENT BY 1 MINVALUE -3 CYCLE');
  assert.is(created({ cycle: true, increment: -2 }), 'START WITH -1 INCREMENT BY -2 MAXVALUE -1 CYCLE');
  assert.is(created({ cache: 1 }), 'START WITH 1 INCREMENT BY 1 NO CACHE');
});

others('a sequence that learns to cycle goes back to where it began', () => {
  assert.equal(written(createSequence('n'), alterSequence('n', { cycle: true })), ['ALTER SEQUENCE n MINVALUE 1 CYCLE']);
  assert.equal(written(alterSequence('n', { cycle: true })), ['ALTER SEQUENCE n CYCLE']);
  assert.match(refusal(alterSequence('n', { start: 7 })), /changes no start.*restart: 7/);
});

others('a schema is made in a batch of its own', () => {
  assert.equal(written(createSchema("it's", { ifNotExists: true })), [
    "IF SCHEMA_ID(N'it''s') IS NULL\nEXEC(N'CREATE SCHEMA [it''s]')",
  ]);
});

others('a trigger is in the schema of its table', () => {
  const table = { schema: 's', name: 't' };
  assert.equal(written(createTrigger('tr', table, 'ON s.t AFTER INSERT AS BEGIN SET NOCOUNT ON; END')), [
    'CREATE TRIGGER s.tr ON s.t AFTER INSERT AS BEGIN SET NOCOUNT ON; END',
  ]);
  assert.equal(written(dropTrigger('tr', table)), ['DROP TRIGGER s.tr']);
});

others('a line GO in a body would end its batch', () => {
  const body = '(@n int) RETURNS int AS BEGIN\nRETURN 1;\ngo\nEND';
  assert.match(refusal(createFunction('f', body)), /a line of its text is GO/);
  assert.match(refusal(createView('v', 'SELECT 1 AS a\nGO 2')), /a line of its text is GO/);
  assert.is(written(createView('v', 'SELECT a AS\ngone FROM t;')).length, 1);
});

others('a privilege that there is not names what stands for it', () => {
  assert.match(refusal(grant(['truncate'], 't', 'a')), /no privilege 'truncate' on a table.*'alter'/);
  assert.match(refusal(grant(['trigger'], 't', 'a')), /'alter'/);
  assert.match(refusal(grant(['usage'], { schema: 's' }, 'a')), /needs no permission of its own/);
  assert.match(refusal(grant(['all'], { schema: 's' }, 'a')), /There is select, insert/);
  assert.match(refusal(grant(['insert'], { table: 't', columns: ['a'] }, 'b')), /no 'insert' on columns/);
});

others('ALL is deprecated, so that it is spelled out', () => {
  assert.equal(written(grant(['all'], { table: { schema: 's', name: 't' } }, 'a b')), [
    'GRANT SELECT, INSERT, UPDATE, DELETE, REFERENCES ON OBJECT::s.t TO [a b]',
  ]);
  assert.equal(written(revoke(['all', 'select'], { table: 't', columns: ['a'] }, 'PUBLIC')), [
    'REVOKE SELECT (a), UPDATE (a), REFERENCES (a) ON OBJECT::t FROM public',
  ]);
  assert.equal(written(grant(['all'], { procedure: 'p' }, 'a')), ['GRANT EXECUTE ON OBJECT::p TO a']);
});

others('what is granted on a schema holds for all that is in it', () => {
  assert.equal(written(grant(['select', 'execute'], { schema: 'my s' }, 'a')), ['GRANT SELECT, EXECUTE ON SCHEMA::[my s] TO a']);
});

others.run();

const rows = suite('mssql: rows and enums');

rows('rows are counted in the batch that changes them, before anything else runs', () => {
  const [statement = '', ...more] = written(updateRows('t', { a: 1 }, null, { expect: { atLeast: 2 } }));
  assert.equal(more, []);
  assert.match(statement, /^UPDATE t SET a = 1;\nDECLARE @rows int = @@ROWCOUNT;\n/);
  assert.match(statement, /;\nIF @rows < 2 THROW 50001, @message, 1$/);
  assert.match(String(written(deleteRows('t', null, { expect: { atLeast: 0, atMost: 3 } }))[0]), /IF @rows > 3 THROW/);
});

rows('the message of another count is ASCII and holds any name', () => {
  const [statement = ''] = written(deleteRows("caf\u00e9's", null, { expect: 1 }));
  assert.match(statement, /CONCAT\(\(N'migsql: the delete from caf' \+ NCHAR\(233\) \+ N'''s touched '\), @rows, N' rows, expected 1 row'\);/);
});

rows('a percent sign is doubled in what THROW says', () => {
  assert.match(String(written(deleteRows('50% off', null, { expect: 1 }))[0]), /^DELETE FROM \[50% off\];.*delete from 50%% off touched/s);
});

rows('numbers that a query gives to an identity column are let in', () => {
  const table = createTable('t', [column('id', types.integer(), { identity: true }), column('a', types.integer())]);
  assert.equal(written(table, insertFrom('t', ['id', 'a'], 'SELECT 1, 2')), [
    'SET IDENTITY_INSERT t ON',
    'INSERT INTO t (id, a)\nSELECT 1, 2',
    'SET IDENTITY_INSERT t OFF',
  ]);
  assert.is(written(table, insertFrom('t', ['a'], 'SELECT 2')).length, 1);
});

const MOOD = createEnum('mood', ['sad', 'ok']);
const DIARY = createTable('diary', [
  column('mood', types.enum('mood', ['sad', 'ok']), { nullable: false, default: 'ok' }),
  column('second', types.enum('mood', ['sad', 'ok'])),
  index(['mood'], { name: 'ix_mood' }),
]);

rows('every column of an enum type takes its new value, and grows for it', () => {
  assert.equal(written(MOOD, DIARY, addEnumValue('mood', 'delighted')), [
    'ALTER TABLE diary DROP CONSTRAINT ck_diary__mood',
    'ALTER TABLE diary ALTER COLUMN mood nvarchar(9) NOT NULL',
    "ALTER TABLE diary ADD CONSTRAINT ck_diary__mood CHECK (mood IN (N'sad', N'ok', N'delighted'))",
    'ALTER TABLE diary DROP CONSTRAINT ck_diary__second',
    'ALTER TABLE diary ALTER COLUMN second nvarchar(9) NULL',
    "ALTER TABLE diary ADD CONSTRAINT ck_diary__second CHECK (second IN (N'sad', N'ok', N'delighted'))",
  ]);
});

rows('a value takes its new name in rows and defaults while the list has both, and narrows the column last', () => {
  const shorter = written(MOOD, DIARY, renameEnumValue('mood', 'sad', 'x'));
  assert.equal(shorter.slice(0, 8), [
    'ALTER TABLE diary DROP CONSTRAINT ck_diary__mood',
    "ALTER TABLE diary ADD CONSTRAINT ck_diary__mood CHECK (mood IN (N'sad', N'x', N'ok'))",
    "UPDATE diary SET mood = N'x' WHERE mood = N'sad'",
    'DROP INDEX ix_mood ON diary',
    'ALTER TABLE diary DROP CONSTRAINT ck_diary__mood',
    'ALTER TABLE diary ALTER COLUMN mood nvarchar(2) NOT NULL',
    "ALTER TABLE diary ADD CONSTRAINT ck_diary__mood CHECK (mood IN (N'x', N'ok'))",
    'CREATE INDEX ix_mood ON diary (mood)',
  ]);
  const renamed = written(MOOD, DIARY, renameEnumValue('mood', 'ok', 'fine'));
  assert.ok(renamed.indexOf("ALTER TABLE diary ADD CONSTRAINT df_diary__mood DEFAULT N'fine' FOR mood") > 0);
});

rows.run();
