/** Oracle: the finer cases of every op, after its documentation. No server can run them here. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, alterColumn, alterSequence, bulkInsert, check, column, createFunction, createIndex,
  createSequence, createTable, createTrigger, createView, deleteRows, dropColumn, dropConstraint, dropFunction,
  dropIndex, dropSequence, dropTable, dropTrigger, dropView, execute, foreignKey, grant, index, insertFrom, list,
  literal, name, nextValue, references, refreshView, revoke, setTableOptions, sql, types, unique, updateRows,
} from '../../src/authoring.ts';
import type { Dialect, Version } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { oracle } from '../../src/dialects/oracle/index.ts';
import { writeName } from '../../src/dialects/write.ts';
import type { Op } from '../../src/ops/index.ts';
import { viewOf } from '../../src/schema/model.ts';
import { judgeStatement } from '../support/judges/oracle.ts';
import { scanSqlplus } from '../support/judges/sqlplus.ts';
import { namedFor, refusalOf, statementsOf } from '../support/lowered.ts';
import { CASES, SETUP_SCHEMA } from './cases.ts';

const on = (...server: Version): Dialect => ({ ...oracle, server });

const inDialect = (dialect: Dialect, ops: readonly Op[]): readonly Op[] => ops.map((op) => namedFor(op, dialect));

/** The statements of the last op, all of which the independent parser accepts. */
function written(...ops: readonly Op[]): readonly string[] {
  const statements = statementsOf(oracle, ...inDialect(oracle, ops));
  for (const statement of statements) assert.equal(judgeStatement(statement), [], statement);
  return statements;
}

/** As written for another server, whose words the parser need not know. */
const writtenOn = (server: Version, ...ops: readonly Op[]): readonly string[] =>
  statementsOf(on(...server), ...inDialect(on(...server), ops));

const refusalOn = (server: Version, ...ops: readonly Op[]): string => {
  const { message, hint } = refusalOf(on(...server), ...inDialect(on(...server), ops));
  return `${message} | ${hint}`;
};
const refusal = (...ops: readonly Op[]): string => refusalOn(oracle.server, ...ops);

const servers = suite('oracle: servers');

servers('a name has 30 bytes before 12.2, and 128 after', () => {
  const long = 'a'.repeat(31);
  assert.is(writeName(on(12, 2), long), long);
  assert.throws(() => writeName(on(12, 1), long), /31 bytes, and Oracle keeps 30/);
  assert.throws(() => writeName(on(11, 2), 'é'.repeat(16)), /32 bytes, and Oracle keeps 30/);
});

servers("names of migsql's own are cut to what the server keeps", () => {
  const op = createTable('customer_invoice', [column('is_paid_in_advance', types.boolean(), { unique: true })]);
  const [sql12 = ''] = writtenOn([12, 1], op);
  for (const [, found = ''] of sql12.matchAll(/CONSTRAINT (\S+)/g)) assert.ok(found.length <= 30, found);
  assert.match(sql12, /CONSTRAINT ck_customer_invoice_\w*_[0-9a-f]{8} CHECK/);
  assert.match(writtenOn([12, 2], op)[0] ?? '', /CONSTRAINT ck_customer_invoice__is_paid_in_advance CHECK/);
});

// https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/
servers('IF EXISTS and IF NOT EXISTS are the words of 23ai', () => {
  const ifExists = { ifExists: true };
  const ifNotExists = { ifNotExists: true };
  const a = column('a', types.integer());
  const cases: readonly (readonly [Op, string])[] = [
    [createTable('t', [a], ifNotExists), 'CREATE TABLE IF NOT EXISTS t (\n  a NUMBER(10)\n)'],
    [dropTable('t', { ...ifExists, cascade: true }), 'DROP TABLE IF EXISTS t CASCADE CONSTRAINTS'],
    [createIndex('i', 't', ['a'], { ...ifNotExists, unique: true }), 'CREATE UNIQUE INDEX IF NOT EXISTS i ON t (a)'],
    [dropIndex('i', 't', { ...ifExists, on: { oracle: { online: true } } }), 'DROP INDEX IF EXISTS i ONLINE'],
    [createSequence('s', ifNotExists), 'CREATE SEQUENCE IF NOT EXISTS s'],
    [dropSequence('s', ifExists), 'DROP SEQUENCE IF EXISTS s'],
    [dropView('v', ifExists), 'DROP VIEW IF EXISTS v'],
    [dropView('v', { ...ifExists, materialized: true }), 'DROP MATERIALIZED VIEW IF EXISTS v'],
    [dropFunction('f', ifExists), 'DROP FUNCTION IF EXISTS f'],
    [dropTrigger('tr', 't', ifExists), 'DROP TRIGGER IF EXISTS tr'],
  ];
  for (const [op, expected] of cases) assert.equal(writtenOn([23], op), [expected]);
});

servers('columns and constraints have no such words in 23ai either', () => {
  assert.match(writtenOn([23], addColumn('t', column('a', types.date()), { ifNotExists: true }))[0] ?? '', /all_tab_columns/);
  assert.match(writtenOn([23], dropColumn('t', 'a', { ifExists: true }))[0] ?? '', /all_tab_columns/);
  assert.match(writtenOn([23], dropConstraint('t', 'c', 'check', { ifExists: true }))[0] ?? '', /SQLCODE <> -2443/);
});

servers('what came later than the oldest server is refused, with the version', () => {
  const numbered = createTable('t', [column('id', types.integer(), { identity: true })]);
  assert.match(refusalOn([11, 2], numbered), /an identity column came with Oracle 12\.1/);
  assert.match(
    refusalOn([11, 2], addColumn('t', column('a', types.integer(), { default: nextValue('s') }))),
    /a default from a sequence came with Oracle 12\.1/,
  );
  assert.match(
    refusalOn([11, 2], alterColumn('t', 'a', { default: nextValue('s') }, { existing: { type: types.integer() } })),
    /a default from a sequence came with Oracle 12\.1/,
  );
  assert.match(refusalOn([11, 2], addColumn('t', column('a', types.json()))), /IS JSON came with Oracle 12\.1/);
  assert.match(
    refusalOn([12, 1], createTable('t', [column('a', types.string(9), { collation: 'BINARY_CI' })])),
    /a collation of a column came with Oracle 12\.2/,
  );
  assert.match(refusalOn([11, 2], dropIndex('i', 't', { on: { oracle: { online: true } } })), /ONLINE came with Oracle 12\.1/);
  assert.equal(writtenOn([18], alterSequence('s', { increment: 5 }, { restart: 77 })), [
    'ALTER SEQUENCE s RESTART START WITH 77 INCREMENT BY 5',
  ]);
  const stored = column('b', types.integer(), { generated: { expression: sql`a * 2`, stored: true } });
  assert.equal(writtenOn([23, 7], addColumn('t', stored)), [
    'ALTER TABLE t ADD b NUMBER(10) GENERATED ALWAYS AS (a * 2) MATERIALIZED',
  ]);
});

servers('compression has other words before 12.1', () => {
  const compressed = (compress: 'basic' | 'advanced' | 'none'): Op => setTableOptions('t', { oracle: { compress } });
  assert.is(writtenOn([11, 2], compressed('basic'))[0], 'ALTER TABLE t MOVE COMPRESS BASIC');
  assert.is(writtenOn([11, 2], compressed('advanced'))[0], 'ALTER TABLE t MOVE COMPRESS FOR OLTP');
  assert.is(written(compressed('basic'))[0], 'ALTER TABLE t MOVE ROW STORE COMPRESS BASIC');
  assert.is(written(compressed('none'))[0], 'ALTER TABLE t MOVE NOCOMPRESS');
});

servers.run();

const blocks = suite('oracle: blocks');

blocks('the catalogue is asked for the name as it keeps it', () => {
  const [block = ''] = written(createTable({ schema: 'Sales', name: 'order' }, [column('a', types.date())], { ifNotExists: true }));
  assert.match(block, /WHERE owner = 'Sales' AND table_name = 'order';/);
  assert.match(block, /EXECUTE IMMEDIATE 'CREATE TABLE "Sales"\."order" \(/);
  const always: Dialect = { ...oracle, lexicon: { ...oracle.lexicon, plain: /(?!)/ } };
  const [quoted = ''] = statementsOf(always, createSequence('s', { ifNotExists: true }));
  assert.match(quoted, /sequence_name = 's';[\s\S]*CREATE SEQUENCE "s"/);
});

blocks('a table is looked for among tables alone, since ORA-00955 comes for a view of its name as well', () => {
  const [block = ''] = written(createTable('t', [column('a', types.date())], { ifNotExists: true }));
  assert.match(block, /FROM all_tables\n/);
  assert.not.match(block, /EXCEPTION|955/);
});

blocks('each of the indexes and comments of a table that may be there stands on its own', () => {
  const op = createTable('t', [column('a', types.date(), { index: true, comment: 'when' })], { ifNotExists: true });
  const [table = '', ix = '', comment] = written(op);
  assert.match(table, /all_tables/);
  assert.match(ix, /FROM all_indexes\n  WHERE owner = .* AND index_name = 'IX_T_A' AND table_name = 'T';/);
  assert.is(comment, "COMMENT ON COLUMN t.a IS 'when'");
});

blocks('quotes are doubled, long lines broken, and what is not ASCII escaped', () => {
  const values = Array.from({ length: 300 }, (_, at) => `it's ${at}`);
  const [long = ''] = written(addColumn('t', column('e', types.enum('e', values)), { ifNotExists: true }));
  assert.match(long, /''it''''s 299''/);
  assert.ok(long.split('\n').every((line) => line.length <= 2499), 'a line is too long');
  const [odd = ''] = written(dropTable('café', { ifExists: true }));
  assert.match(odd, /EXECUTE IMMEDIATE TO_CHAR\(UNISTR\('DROP TABLE "caf\\00e9"'\)\);/);
});

blocks('all of what a column brings down stands in one block with it', () => {
  const table = createTable('t', [
    column('a', types.integer()),
    column('b', types.integer(), { generated: sql`${name('a')} * 2` }),
    index(['b'], { name: 'ix_b' }),
    unique(['a', 'b'], { name: 'uq' }),
  ]);
  const [block = ''] = written(table, dropColumn('t', 'a', { ifExists: true }));
  const inner = [...block.matchAll(/EXECUTE IMMEDIATE '(.*)';/g)].map(([, statement]) => statement);
  assert.equal(inner, [
    'DROP INDEX ix_b',
    'ALTER TABLE t DROP CONSTRAINT uq',
    'ALTER TABLE t DROP COLUMN b',
    'ALTER TABLE t DROP COLUMN a',
  ]);
});

blocks.run();

const tables = suite('oracle: tables, indexes, constraints');

tables('a temporary table lets go of its rows before it goes (ORA-14452)', () => {
  const temporary = createTable('t', [column('a', types.integer())], { temporary: true });
  assert.equal(written(temporary, dropTable('t')), ['TRUNCATE TABLE t', 'DROP TABLE t']);
  assert.match(written(temporary, dropTable('t', { ifExists: true }))[0] ?? '', /TRUNCATE TABLE t[\s\S]*DROP TABLE t/);
  const key = foreignKey(['a'], 'u', ['id'], { name: 'fk' });
  assert.match(
    refusal(createTable('t', [column('a', types.integer()), key], { temporary: true })),
    /a temporary table of Oracle takes no foreign key/,
  );
});

tables('a temporary table says what it is not', () => {
  const lowered = lowerOp(createTable('t', [column('a', types.date())], { temporary: true }), oracle, viewOf(SETUP_SCHEMA));
  if ('code' in lowered) throw new Error(lowered.message);
  assert.match(lowered[0]?.emulation ?? '', /the empty table stays until it is dropped/);
});

tables("constraints of a new column stand in its definition, those on others behind it (ORA-02438)", () => {
  const base = createTable('t', [column('a', types.integer())]);
  const plain = column('b', types.integer(), {
    nullable: false,
    references: references('u', 'id', { name: 'fk', onDelete: 'setNull', deferrable: true, initially: 'deferred' }),
  });
  assert.equal(written(base, addColumn('t', plain)), [
    'ALTER TABLE t ADD b NUMBER(10) NOT NULL CONSTRAINT fk REFERENCES u (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED',
  ]);
  const compared = column('b', types.integer(), { check: sql`${name('b')} > ${name('a')}` });
  assert.equal(written(base, addColumn('t', compared)), [
    'ALTER TABLE t ADD b NUMBER(10)',
    'ALTER TABLE t ADD CONSTRAINT ck_t_b_a CHECK (b > a)',
  ]);
  const text = column('b', types.text(), { unique: true });
  assert.match(refusal(base, addColumn('t', text)), /no part of a key/);
});

tables('MATCH SIMPLE is what Oracle does, and needs no words', () => {
  const key = foreignKey(['a'], 'u', ['id'], { name: 'fk', match: 'simple' });
  assert.equal(written(addConstraint('t', key)), ['ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id)']);
});

tables('a bitmap index is neither unique nor compressed', () => {
  const bitmap = (settings: object): Op =>
    createIndex('i', 't', ['a'], { ...settings, on: { oracle: { bitmap: true, compress: 'unique' in settings ? false : 2 } } });
  assert.match(refusal(bitmap({ unique: true })), /neither unique nor compressed.*'unique'/);
  assert.match(refusal(bitmap({})), /neither unique nor compressed.*'compress'/);
  const compressed = createIndex('i', 't', ['a', 'b'], { on: { oracle: { compress: true } } });
  assert.equal(written(compressed), ['CREATE INDEX i ON t (a, b) COMPRESS']);
});

tables('indexes that a move leaves unusable are built again, whoever made them', () => {
  const [move, rebuild = ''] = written(setTableOptions({ schema: 'sales', name: 't' }, { oracle: { tablespace: 'Fast' } }));
  assert.is(move, 'ALTER TABLE sales.t MOVE TABLESPACE "Fast"');
  assert.match(rebuild, /table_owner = 'SALES' AND table_name = 'T'/);
  assert.match(rebuild, /status = 'UNUSABLE'/);
});

tables('a table with COMPRESS BASIC lets go of a column without a DROP (ORA-39726)', () => {
  const packed = (compress: 'basic' | 'advanced'): Op =>
    createTable('t', [column('a', types.integer()), column('b', types.integer())], { on: { oracle: { compress } } });
  assert.equal(written(packed('basic'), dropColumn('t', 'a')), ['ALTER TABLE t SET UNUSED COLUMN a']);
  assert.equal(written(packed('basic'), dropColumn('t', 'a', { cascade: true })), [
    'ALTER TABLE t SET UNUSED COLUMN a CASCADE CONSTRAINTS',
  ]);
  assert.equal(written(packed('advanced'), dropColumn('t', 'a')), ['ALTER TABLE t DROP COLUMN a']);
  const fewerDigits = written(packed('basic'), alterColumn('t', 'a', { type: types.smallint() }));
  assert.is(fewerDigits[2], 'ALTER TABLE t SET UNUSED COLUMN a');
});

tables('CASCADE CONSTRAINTS takes constraints on several columns along', () => {
  const table = createTable('t', [column('a', types.integer()), column('b', types.integer()), unique(['a', 'b'], { name: 'uq' })]);
  assert.equal(written(table, dropColumn('t', 'a', { cascade: true })), ['ALTER TABLE t DROP COLUMN a CASCADE CONSTRAINTS']);
});

tables.run();

const values = suite('oracle: identities, sequences, computed columns, collations');

const NUMBERED = createTable('t', [
  column('id', types.bigint(), { identity: { start: 100, increment: 5, cache: 50 }, nullable: false, on: { oracle: { onNull: true } } }),
  column('a', types.integer(), { default: 1 }),
]);

values('one number at a time is NOCACHE, and a cycle has an end (ORA-04015)', () => {
  assert.equal(written(createSequence('s', { cache: 1 })), ['CREATE SEQUENCE s NOCACHE']);
  assert.match(refusal(createSequence('s', { cycle: true })), /has no maxValue to end at/);
  assert.match(refusal(createSequence('s', { cycle: true, increment: -1, maxValue: 9 })), /has no minValue to end at/);
  assert.match(refusal(createSequence('s'), alterSequence('s', { cycle: true })), /has no maxValue/);
  const known = createSequence('s', { maxValue: 9 });
  assert.equal(written(alterSequence('elsewhere', { cycle: true })), ['ALTER SEQUENCE elsewhere CYCLE']);
  assert.equal(written(known, alterSequence('s', { cycle: true })), ['ALTER SEQUENCE s CYCLE']);
  assert.match(refusal(alterSequence('s', { start: 5 })), /knows only where it goes on.*restart/);
});

values('an identity takes the place of NULL where it is asked to', () => {
  assert.match(
    written(NUMBERED)[0] ?? '',
    /id NUMBER\(19\) GENERATED BY DEFAULT ON NULL AS IDENTITY \(START WITH 100 INCREMENT BY 5 CACHE 50\) NOT NULL/,
  );
  const odd = (identity: true | undefined | { always: true }): Op =>
    addColumn('t', column('b', types.integer(), { ...(identity && { identity }), on: { oracle: { onNull: true } } }));
  assert.match(refusal(odd({ always: true })), /generated 'always' takes no value/);
  assert.match(refusal(odd(undefined)), /has on\.oracle\.onNull and no identity/);
});

values('an identity that goes on behind given numbers keeps all of its options', () => {
  assert.is(
    written(NUMBERED, bulkInsert('t', [{ id: 7 }]))[1],
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT ON NULL AS IDENTITY (START WITH LIMIT VALUE INCREMENT BY 5 CACHE 50))',
  );
});

values('what is no longer said of an identity is as if it had never been, but its numbers go on', () => {
  const changed = (identity: object): readonly string[] => written(NUMBERED, alterColumn('t', 'id', { identity }));
  assert.equal(changed({ start: 100, always: false }), [
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT ON NULL AS IDENTITY (INCREMENT BY 1 CACHE 20))',
  ]);
  assert.equal(changed({ start: 900, increment: 5, cache: 1 }), [
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT ON NULL AS IDENTITY (START WITH 900 INCREMENT BY 5 NOCACHE))',
  ]);
  assert.equal(written(NUMBERED, alterColumn('t', 'id', { on: { oracle: { onNull: false } } })), [
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 CACHE 50))',
  ]);
});

values('what was never asked of a column is taken away without a word', () => {
  const never = { on: { oracle: { onNull: null } } };
  assert.equal(written(NUMBERED, alterColumn('t', 'a', never)), []);
  assert.equal(written(NUMBERED, alterColumn('t', 'id', never)), [
    'ALTER TABLE t MODIFY (id GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 CACHE 50))',
  ]);
});

values('no column becomes an identity that was none (ORA-30673)', () => {
  const toIdentity = { identity: true };
  assert.match(refusal(NUMBERED, alterColumn('t', 'a', toIdentity)), /is no identity.*nextValue/);
  assert.match(refusal(NUMBERED, alterColumn('t', 'a', { ...toIdentity, type: types.smallint() })), /is no identity/);
  assert.match(refusal(alterColumn('elsewhere', 'a', toIdentity)), /whether it is an identity must be known/);
  assert.equal(written(alterColumn('elsewhere', 'a', toIdentity, { existing: { identity: {} } })), [
    'ALTER TABLE elsewhere MODIFY (a GENERATED BY DEFAULT AS IDENTITY)',
  ]);
});

values('DROP IDENTITY takes NOT NULL along, which the column keeps', () => {
  const [drop, notNull = ''] = written(NUMBERED, alterColumn('t', 'id', { identity: null }));
  assert.is(drop, 'ALTER TABLE t MODIFY (id DROP IDENTITY)');
  assert.match(notNull, /MODIFY \(id NOT NULL\)'[\s\S]*SQLCODE <> -1442/);
  const [, nullable = '', ...others] = written(NUMBERED, alterColumn('t', 'id', { identity: null, nullable: true }));
  assert.match(nullable, /MODIFY \(id NULL\)'[\s\S]*SQLCODE <> -1451/);
  assert.is(others.length, 0);
  assert.equal(written(NUMBERED, alterColumn('t', 'a', { identity: null })), []);
});

const COMPUTED = createTable('t', [
  column('a', types.integer()),
  column('twice', types.integer(), { generated: sql`${name('a')} * 2`, comment: 'a, twice' }),
]);
const change = (...changes: Parameters<typeof alterColumn>): Op => alterColumn(...changes);

values('a virtual column gets another expression in its place, without its index (ORA-54022)', () => {
  const other = change('t', 'twice', { generated: sql`${name('a')} + ${name('a')}` });
  const modify = 'ALTER TABLE t MODIFY (twice NUMBER(10) GENERATED ALWAYS AS (a + a) VIRTUAL)';
  assert.equal(written(COMPUTED, other), [modify]);
  assert.equal(written(COMPUTED, createIndex('ix', 't', ['twice']), other), [
    'DROP INDEX ix',
    modify,
    'CREATE INDEX ix ON t (twice)',
  ]);
  assert.match(refusal(COMPUTED, addConstraint('t', unique(['twice'], { name: 'uq' })), other), /a unique constraint is on it/);
});

values('a virtual column gets another type with its expression', () => {
  assert.equal(written(COMPUTED, change('t', 'twice', { type: types.smallint() })), [
    'ALTER TABLE t MODIFY (twice NUMBER(5) GENERATED ALWAYS AS (a * 2) VIRTUAL)',
  ]);
  assert.match(
    refusal(COMPUTED, change('t', 'twice', { type: types.smallint() }, { using: sql`0` })),
    /is computed, and its values are not converted/,
  );
});

values('no column becomes a virtual one, and a virtual one has no default (ORA-54026, ORA-54025)', () => {
  const generated = sql`1 + 1`;
  assert.match(refusal(COMPUTED, change('t', 'a', { generated })), /holds values of its own.*Drop the column/);
  assert.match(refusal(COMPUTED, change('t', 'twice', { default: 5 })), /has no default/);
  assert.match(refusal(change('elsewhere', 'a', { generated })), /whether it is computed must be known/);
  const facts = { existing: { generated: sql`2` } };
  assert.match(refusal(change('elsewhere', 'a', { generated }, facts)), /whose type must be known/);
  const kept = { generated: { expression: generated, stored: true } };
  assert.match(refusal(COMPUTED, change('t', 'twice', kept)), /to be kept in another way/);
});

values('a virtual column that becomes a plain one keeps its values', () => {
  assert.equal(written(COMPUTED, change('t', 'twice', { generated: null, name: 'double' })), [
    'ALTER TABLE t ADD twice_new NUMBER(10)',
    'UPDATE t SET twice_new = twice',
    'ALTER TABLE t DROP COLUMN twice',
    'ALTER TABLE t RENAME COLUMN twice_new TO double',
    "COMMENT ON COLUMN t.double IS 'a, twice'",
  ]);
});

values('a column that others are computed from keeps its name and type (ORA-54032, ORA-54033)', () => {
  assert.match(refusal(COMPUTED, change('t', 'a', { name: 'b' })), /gets another name.*while 'twice' is computed from it/);
  assert.match(refusal(COMPUTED, change('t', 'a', { type: types.bigint() })), /gets another type/);
  const sameType = change('t', 'a', { type: types.integer() }, { using: sql`0` });
  assert.match(refusal(COMPUTED, sameType), /gets another type/);
  assert.equal(written(COMPUTED, change('t', 'a', { nullable: false })), ['ALTER TABLE t MODIFY (a NOT NULL)']);
});

values('a column takes those along that are computed from it (ORA-54031)', () => {
  assert.equal(written(COMPUTED, dropColumn('t', 'a')), ['ALTER TABLE t DROP COLUMN twice', 'ALTER TABLE t DROP COLUMN a']);
});

values('no virtual column is computed from another (ORA-54012), and a table has one identity (ORA-30669)', () => {
  const nested = column('four', types.integer(), { generated: sql`${name('twice')} * 2` });
  assert.match(refusal(COMPUTED, addColumn('t', nested)), /'four' is computed from 'twice', which is computed itself/);
  const numbered = column('n', types.integer(), { identity: true });
  assert.match(refusal(NUMBERED, addColumn('t', numbered)), /'n' is the second identity column/);
  assert.match(refusal(createTable('u', [numbered, { ...numbered, name: 'm' }])), /'m' is the second identity column/);
});

values('no LOB is computed', () => {
  const computed = column('b', types.text(), { generated: sql`${name('a')} || 'x'` });
  assert.match(refusal(COMPUTED, addColumn('t', computed)), /Oracle computes no LOB.*types\.string/);
});

values('a collation is of VARCHAR2, and stays with its column', () => {
  const table = createTable('t', [
    column('a', types.string(20), { collation: { oracle: 'BINARY_CI', default: 'C' } }),
    column('b', types.text()),
  ]);
  assert.match(written(table)[0] ?? '', /a VARCHAR2\(20 CHAR\) COLLATE BINARY_CI,/);
  assert.equal(written(table, change('t', 'a', { collation: 'GENERIC_M' })), ['ALTER TABLE t MODIFY (a COLLATE GENERIC_M)']);
  assert.equal(written(table, change('t', 'a', { collation: null })), ['ALTER TABLE t MODIFY (a COLLATE USING_NLS_COMP)']);
  assert.equal(written(table, change('t', 'b', { collation: null })), []);
  assert.match(refusal(change('t', 'a', { collation: 'GENERIC_M' })), /whose type must be known/);
  const toText = written(table, change('t', 'a', { type: types.text() }));
  assert.is(toText[0], 'ALTER TABLE t ADD a_new CLOB');
  const back = written(table, change('t', 'b', { type: types.string(9), collation: 'BINARY_AI' }));
  assert.is(back[0], 'ALTER TABLE t ADD b_new VARCHAR2(9 CHAR) COLLATE BINARY_AI');
});

values.run();

const objects = suite('oracle: views, routines, grants, rows');

objects('a materialized view is neither replaced nor dropped with what rests on it', () => {
  const materialized = { materialized: true };
  assert.match(refusal(createView('v', 'SELECT 1 AS a FROM dual', { ...materialized, orReplace: true })), /cannot be replaced/);
  assert.match(refusal(dropView('v', { ...materialized, cascade: true })), /no CASCADE/);
  assert.equal(written(createView('v', 'SELECT 1, 2 FROM dual;', { ...materialized, columns: ['a', 'b'] })), [
    'CREATE MATERIALIZED VIEW v (a, b) AS\nSELECT 1, 2 FROM dual',
  ]);
  assert.equal(written(refreshView({ schema: 'sales', name: 'Rich' })), [`BEGIN\n  DBMS_MVIEW.REFRESH('sales."Rich"');\nEND;`]);
  assert.match(written(dropView('v', { ...materialized, ifExists: true }))[0] ?? '', /SQLCODE <> -12003/);
});

objects('what does not compile stops the script, wherever it is', () => {
  const [create, stop = ''] = written(createFunction({ schema: 'sales', name: 'Twice' }, { oracle: '(n NUMBER) RETURN NUMBER IS BEGIN RETURN 2 * n; END', default: '' }));
  assert.is(create, 'CREATE FUNCTION sales."Twice" (n NUMBER) RETURN NUMBER IS BEGIN RETURN 2 * n; END;');
  assert.match(stop, /owner = 'SALES' AND name = 'Twice'\n    AND type = 'FUNCTION' AND attribute = 'ERROR'/);
  const [trigger] = written(createTrigger('tr', { schema: 'sales', name: 't' }, { oracle: 'BEFORE INSERT ON sales.t BEGIN NULL; END;', default: '' }));
  assert.is(trigger, 'CREATE TRIGGER sales.tr BEFORE INSERT ON sales.t BEGIN NULL; END;');
});

objects('privileges are those that Oracle has', () => {
  assert.equal(written(grant(['insert', 'references'], { table: 't', columns: ['a', 'b'] }, 'app')), [
    'GRANT INSERT (a, b), REFERENCES (a, b) ON t TO app',
  ]);
  assert.equal(written(grant(['all'], 't', ['app', 'Other'])), ['GRANT ALL ON t TO app, "Other"']);
  assert.match(refusal(grant(['select'], { table: 't', columns: ['a'] }, 'app')), /no privilege 'select' on columns/);
  assert.match(refusal(grant(['truncate'], 't', 'app')), /no privilege 'truncate' on a table/);
  assert.match(refusal(grant(['update'], { sequence: 's' }, 'app')), /no privilege 'update' on a sequence/);
  assert.match(refusal(grant(['select'], { schema: 'hr' }, 'app')), /a privilege on a schema came with Oracle 23/);
  assert.equal(writtenOn([23], grant(['select', 'execute'], { schema: 'hr' }, 'app')), [
    'GRANT SELECT ANY TABLE, EXECUTE ANY PROCEDURE ON SCHEMA hr TO app',
  ]);
});

objects('REVOKE takes foreign keys along where REFERENCES goes, and no columns (ORA-01750)', () => {
  assert.equal(written(revoke(['references'], 't', 'app', { cascade: true })), ['REVOKE REFERENCES ON t FROM app CASCADE CONSTRAINTS']);
  assert.equal(written(revoke(['all'], 't', 'app')), ['REVOKE ALL ON t FROM app']);
  assert.match(refusal(revoke(['update'], { table: 't', columns: ['a'] }, 'app')), /revokes no privilege on columns/);
});

objects('the count is of the statement, whatever stands behind it', () => {
  const [block = ''] = written(updateRows('t', { a: 1 }, sql`b = 2 -- the old ones`, { expect: { atLeast: 2 } }));
  assert.match(block, /-- the old ones\n {2};\n {2}migsql_rows := SQL%ROWCOUNT;\n {2}IF migsql_rows < 2 THEN/);
  const lowered = lowerOp(deleteRows('t', null, { expect: 3 }), oracle, viewOf(SETUP_SCHEMA));
  if ('code' in lowered) throw new Error(lowered.message);
  assert.equal(lowered.map(({ kind, compound }) => [kind, compound]), [['data', true]]);
  assert.match(lowered[0]?.sql ?? '', /'delete from t must touch 3 rows, and found ' \|\| migsql_rows/);
});

objects('hand-written parts of any op keep to what SQL*Plus leaves alone', () => {
  const bad = sql`a = '\n/\n'`;
  const refused: readonly Op[] = [
    updateRows('t', { a: 1 }, bad),
    updateRows('t', { a: 1 }, bad, { expect: 1 }),
    deleteRows('t', sql`a = 5 -\n 3`),
    insertFrom('t', ['a'], "SELECT 'x;\n' FROM u"),
    createView('v', "SELECT 'x;\n' AS a FROM u"),
    createTable('t', [column('a', types.string(9)), check(bad)]),
    createTable('t', [column('a', types.string(9)), check(bad)], { ifNotExists: true }),
    addColumn('t', column('a', types.string(9), { check: bad })),
    addConstraint('t', check(bad)),
    createIndex('i', 't', [sql`CASE WHEN a = '\n#' THEN 1 END`]),
    alterColumn('t', 'a', { default: sql`'\n.\n'` }, { existing: { type: types.string(9) } }),
    createTrigger('tr', 't', 'BEFORE INSERT ON t BEGIN\n/\nEND;'),
    bulkInsert('t', [{ a: sql`'\n/\n'` }]),
    execute("UPDATE t SET a = '\n/\n'"),
  ];
  for (const op of refused) assert.match(refusal(op), /in SQL\*Plus the line/, JSON.stringify(op));
});

objects('lists are long, lines are not', () => {
  const codes = list(Array.from({ length: 900 }, (_, at) => literal(`code, ${at}`)));
  const statements = [
    ...written(deleteRows('t', sql`a IN (${codes})`)),
    ...written(deleteRows('t', sql`a IN (${codes})`, { expect: 1 })),
    ...written(createView('v', sql`SELECT a FROM t WHERE a IN (${codes})`)),
  ];
  for (const statement of statements) assert.ok(statement.split('\n').every(({ length }) => length <= 2499));
});

objects.run();

const client = suite('oracle: SQL*Plus reads the matrix as it is written');

for (const [op, cases] of Object.entries(CASES)) {
  client(op, () => {
    for (const value of Object.values(cases) as readonly Op[]) {
      const lowered = lowerOp(namedFor(value, oracle), oracle, viewOf(SETUP_SCHEMA));
      if ('code' in lowered) continue;
      for (const { sql: text, compound } of lowered) {
        const script = `WHENEVER SQLERROR EXIT FAILURE\nSET DEFINE OFF\n${text}${compound ? '\n/' : ';'}\n`;
        const { units, complaints } = scanSqlplus(script);
        assert.equal([units.map((unit) => unit.sql), complaints], [[text], []]);
      }
    }
  });
}

client.run();
