/** What SQLite has from some version on, what it has in another form, and what it has not. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, alterColumn, check, column, createIndex, createTable, createTrigger, createView,
  dropColumn, dropConstraint, foreignKey, index, literal, name, now, primaryKey, rebuildTable, references, renameIndex,
  addEnumValue, dropTable, renameEnumValue, renameTable, setTableOptions, sql, types, unique, validateConstraint,
} from '../../src/authoring.ts';
import type { Dialect, Version } from '../../src/dialects/dialect.ts';
import { sqlite } from '../../src/dialects/sqlite/index.ts';
import { type Op, evolve, reverse } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';

const on = (...server: Version): Dialect => ({ ...sqlite, server });
const refused = (...ops: readonly Op[]): string => reason(sqlite, ...ops);

function reason(dialect: Dialect, ...ops: readonly Op[]): string {
  const { message, hint } = refusalOf(dialect, ...ops);
  assert.ok(hint, message);
  return `${message} | ${hint}`;
}

const isRebuild = (dialect: Dialect, ...ops: readonly Op[]): boolean =>
  statementsOf(dialect, ...ops).some((each) => each.includes('migsql_new_'));

/** CREATE TABLE, of the new table where the last op rebuilds. */
const tableOf = (dialect: Dialect, ...ops: readonly Op[]): string =>
  statementsOf(dialect, ...ops).find((each) => each.startsWith('CREATE TABLE')) ?? '';

const T = createTable('t', [column('a', types.integer()), column('b', types.text())]);
const KEYED = createTable('t', [
  column('id', types.bigint(), { nullable: false }),
  column('code', types.text()),
  primaryKey(['id'], { name: 'pk_t' }),
  unique(['code'], { name: 'uq_t' }),
]);
const CHILD = createTable('child', [
  column('t_id', types.bigint()),
  foreignKey(['t_id'], 't', ['id'], { name: 'fk_child' }),
]);

const tables = suite('sqlite: forms of tables');

tables('STRICT: types get one of the six names, by what they hold', () => {
  const all = [
    column('i', types.smallint()), column('b', types.boolean(), { default: true }), column('f', types.float()),
    column('d', types.date()), column('u', types.uuid()), column('x', types.binary(16)), column('j', types.json()),
    column('n', types.numeric(12, 2)), column('w', types.numeric(18, 0)), column('s', types.string(9)),
    column('e', types.enum('mood', ['ok'])), column('y', types.native('any')),
  ];
  const lines = tableOf(on(3, 37), createTable('t', all, { on: { sqlite: { strict: true } } })).split('\n');
  assert.equal(lines.slice(1), [
    '  i INTEGER,', '  b INTEGER DEFAULT 1,', '  f REAL,', '  d TEXT,', '  u TEXT,', '  x BLOB,', '  j TEXT,',
    '  n REAL,', '  w INTEGER,', '  s TEXT,', "  e TEXT CONSTRAINT mood CHECK (e IN ('ok')),", '  y any', ') STRICT',
  ]);
});

tables('STRICT: what no such type keeps is refused, and so is a server before 3.37', () => {
  const strict = (type: Parameters<typeof column>[1]): Op =>
    createTable('t', [column('a', type)], { on: { sqlite: { strict: true } } });
  assert.match(reason(on(3, 37), strict(types.numeric(20, 4))), /no type of a STRICT table keeps numeric\(20, 4\) exactly/);
  assert.match(reason(on(3, 37), strict(types.native('varchar(10)'))), /'varchar\(10\)' is no type of a STRICT table/);
  assert.match(reason(on(3, 37), strict(types.interval())), /SQLite has no intervals/);
  assert.match(refused(strict(types.text())), /came with SQLite 3\.37, and the script must run on 3\.35/);
});

tables('STRICT and WITHOUT ROWID: both in one list, kept by a rebuild, taken away by setTableOptions', () => {
  const made = createTable('t', [column('a', types.date(), { nullable: false }), primaryKey(['a'], { name: 'pk_t' })], {
    on: { sqlite: { strict: true, withoutRowid: true } },
  });
  const dialect = on(3, 37);
  assert.match(tableOf(dialect, made), /\n\) STRICT, WITHOUT ROWID$/);
  assert.match(tableOf(dialect, made, alterColumn('t', 'a', { default: now() })), /\n\) STRICT, WITHOUT ROWID$/);
  const add = addColumn('t', column('d', types.date()));
  assert.equal(statementsOf(dialect, made, add), ['ALTER TABLE t ADD COLUMN d TEXT'], 'in the words of STRICT');
  const loose = setTableOptions('t', { sqlite: { strict: false } });
  assert.match(tableOf(dialect, made, loose), /a DATE NOT NULL(.|\n)*\) WITHOUT ROWID$/);
  assert.equal(statementsOf(dialect, made, setTableOptions('t', { sqlite: { strict: true } })), [], 'as it is');
  assert.match(reason(dialect, setTableOptions('t', { sqlite: { strict: true } })), /no op made 't'/);
});

tables('WITHOUT ROWID: needs a primary key, and numbers nothing', () => {
  const withoutRowid = { on: { sqlite: { withoutRowid: true } } };
  assert.match(refused(createTable('t', [column('a', types.integer())], withoutRowid)), /'t' has no primary key/);
  const identity = column('a', types.integer(), { identity: true, primaryKey: true });
  assert.match(refused(createTable('t', [identity], withoutRowid)), /in a table without rowid/);
});

tables('identity: what SQLite does not do is refused, each option', () => {
  const options = [{ minValue: 1 }, { maxValue: 9 }, { cycle: true }, { cache: 5 }, { always: true }, { start: 2 }];
  for (const identity of options) {
    const table = createTable('t', [column('id', types.bigint(), { identity, primaryKey: true })]);
    assert.match(refused(table), /SQLite numbers 'id' from 1 by 1/, JSON.stringify(identity));
  }
  const text = createTable('t', [column('id', types.text(), { identity: true, primaryKey: true })]);
  assert.match(refused(text), /identity column 'id' is of type text/);
});

tables('generated columns came with 3.31, and are in no primary key', () => {
  const twice = column('twice', types.integer(), { generated: sql`${name('a')} * 2` });
  assert.match(reason(on(3, 30), createTable('t', [column('a', types.integer()), twice])), /came with SQLite 3\.31/);
  const keyed = createTable('t', [column('a', types.integer()), twice, primaryKey(['twice'])]);
  assert.match(refused(keyed), /generated column 'twice' is in the primary key/);
});

tables('a temporary table is in no schema and references no table of the database', () => {
  const temporary = { temporary: true };
  const inMain = createTable({ schema: 'main', name: 't' }, [column('a', types.integer())], temporary);
  assert.match(refused(inMain), /in 'temp' alone/);
  const reference = [column('a', types.integer()), foreignKey(['a'], 'customer', ['id'], { name: 'fk' })];
  assert.match(refused(createTable('t', reference, temporary)), /references another table/);
  const made = createTable('t', [column('a', types.integer())], temporary);
  const rebuilt = statementsOf(sqlite, made, alterColumn('t', 'a', { nullable: false }));
  assert.match(rebuilt[1] ?? '', /pragma_table_xinfo\('t', 'temp'\).*\n.*FROM sqlite_temp_master/);
  assert.match(rebuilt[2] ?? '', /^CREATE TEMP TABLE migsql_new_t /);
});

tables('NOT DEFERRABLE has no words for keys, which are never deferred', () => {
  const key = unique(['a'], { name: 'uq', deferrable: false });
  assert.match(tableOf(sqlite, createTable('t', [column('a', types.integer()), key])), /CONSTRAINT uq UNIQUE \(a\)\n/);
});


tables('indexes of a table that is made if it is missing are made if they are missing', () => {
  const table = createTable('t', [column('a', types.integer()), index(['a'], { name: 'ix' })], { ifNotExists: true });
  assert.equal(statementsOf(sqlite, table)[1], 'CREATE INDEX IF NOT EXISTS ix ON t (a)');
  assert.is(statementsOf(sqlite, T, table).length, 1, 'the table is there as it was made');
});

tables('a table that another one references is not dropped', () => {
  assert.match(refused(KEYED, CHILD, dropTable('t')), /'child' references 't', and SQLite would drop it all the same/);
  assert.equal(statementsOf(sqlite, KEYED, CHILD, dropTable('child')), ['DROP TABLE child']);
  assert.equal(statementsOf(sqlite, KEYED, CHILD, dropTable('child'), dropTable('t')), ['DROP TABLE t']);
});

tables('a foreign key follows a renamed table from 3.26 on', () => {
  assert.match(reason(on(3, 25), KEYED, CHILD, renameTable('t', 'u')), /came with SQLite 3\.26/);
  assert.equal(statementsOf(on(3, 25), KEYED, renameTable('t', 'u')), ['ALTER TABLE t RENAME TO u']);
  assert.equal(statementsOf(on(3, 26), KEYED, CHILD, renameTable('t', 'u')), ['ALTER TABLE t RENAME TO u']);
});

tables.run();

const columns = suite('sqlite: forms of column changes');

columns('RENAME COLUMN came with 3.25: before, the table is made anew, and what names the column follows', () => {
  const before = createTable('t', [
    column('a', types.integer()),
    column('order', types.integer()),
    check(sql`${name('a')} > 0`, { name: 'ck_t' }),
    index(['a'], { name: 'ix_t' }),
  ]);
  const rename = alterColumn('t', 'a', { name: 'size' });
  assert.equal(statementsOf(on(3, 25), before, rename), ['ALTER TABLE t RENAME COLUMN a TO size']);
  assert.equal(statementsOf(on(3, 22), before, rename).slice(2, 4), [
    'CREATE TABLE migsql_new_t (\n  size INTEGER,\n  "order" INTEGER,\n  CONSTRAINT ck_t CHECK (size > 0)\n)',
    'INSERT INTO migsql_new_t (size, "order") SELECT a, t."order" FROM t',
  ]);
  assert.ok(statementsOf(on(3, 22), before, rename).includes('CREATE INDEX ix_t ON t (size)'));
});

columns('before 3.25 a column that another table references cannot be renamed', () => {
  const rename = alterColumn('t', 'id', { name: 'number' });
  assert.match(reason(on(3, 22), KEYED, CHILD, rename), /'fk_child' of 'child' references 'id' of 't'/);
});

columns('DROP COLUMN came with 3.35: before, the table is made anew', () => {
  assert.equal(isRebuild(on(3, 35), T, dropColumn('t', 'a')), false);
  assert.match(tableOf(on(3, 22), T, dropColumn('t', 'a')), /\(\n  b TEXT\n\)/);
  assert.match(reason(on(3, 22), dropColumn('t', 'a')), /no op made 't'/);
});

columns('a column that goes takes computed ones along, and their indexes', () => {
  const before = createTable('t', [
    column('a', types.integer()),
    column('b', types.text()),
    column('twice', types.integer(), { generated: sql`${name('a')} * 2` }),
    index(['twice'], { name: 'ix_twice' }),
  ]);
  const statements = statementsOf(sqlite, before, dropColumn('t', 'a'));
  assert.equal(statements[2], 'CREATE TABLE migsql_new_t (\n  b TEXT\n)');
  assert.not.ok(statements.some((each) => each.startsWith('CREATE INDEX')));
});

columns('a column that another table references is not dropped, nor is the key that it is', () => {
  const used = /'fk_child' of 'child' references 'id' of 't', no key after this/;
  assert.match(refused(KEYED, CHILD, dropColumn('t', 'id')), used);
  assert.match(refused(KEYED, CHILD, dropConstraint('t', 'pk_t', 'primaryKey')), /dropConstraint\('child', 'fk_child'/);
  const other = createIndex('ux_t', 't', ['id'], { unique: true });
  assert.ok(isRebuild(sqlite, KEYED, CHILD, other, dropConstraint('t', 'pk_t', 'primaryKey')), 'a unique index stands in');
});

columns('ADD COLUMN takes a reference without a default, a check from 3.37 on, what is VIRTUAL', () => {
  const added = (dialect: Dialect, settings: Parameters<typeof column>[2]): string | undefined => {
    const add = addColumn('t', column('x', types.integer(), settings));
    const [first] = statementsOf(dialect, T, add);
    return isRebuild(dialect, T, add) ? undefined : first?.slice('ALTER TABLE t ADD COLUMN '.length);
  };
  const to = references('u', 'id', { name: 'fk_x' });
  const generated = sql`${name('a')} * 2`;
  assert.is(added(sqlite, { references: to }), 'x INTEGER CONSTRAINT fk_x REFERENCES u (id)');
  assert.is(added(sqlite, { references: to, default: 1 }), undefined, 'whether row 1 is there would not be looked at');
  assert.is(added(sqlite, { check: sql`x > 0` }), undefined, 'rows would not be looked at');
  assert.is(added(on(3, 37), { check: sql`x > 0` }), 'x INTEGER CHECK (x > 0)');
  assert.is(added(sqlite, { generated }), 'x INTEGER GENERATED ALWAYS AS (a * 2)');
  assert.is(added(sqlite, { generated: { expression: generated, stored: true } }), undefined);
  assert.is(added(sqlite, { generated, nullable: false }), undefined);
  assert.is(added(on(3, 37), { generated, nullable: false }), 'x INTEGER GENERATED ALWAYS AS (a * 2) NOT NULL');
  assert.is(added(sqlite, { unique: true }), undefined);
  assert.is(added(sqlite, { collation: 'NOCASE', default: 5 }), 'x INTEGER COLLATE NOCASE DEFAULT 5');
});

columns('an unknown table takes what ADD COLUMN takes, and no rebuild', () => {
  const referring = addColumn('e', column('x', types.integer(), { references: references('u', 'id') }));
  assert.equal(statementsOf(sqlite, referring), ['ALTER TABLE e ADD COLUMN x INTEGER REFERENCES u (id)']);
  assert.match(refused(addColumn('e', column('x', types.integer(), { unique: true }))), /no op made 'e'/);
});

columns('ifNotExists: nothing where an op made the column', () => {
  assert.equal(statementsOf(sqlite, T, addColumn('t', column('a', types.integer()), { ifNotExists: true })), []);
  assert.match(refused(T, addColumn('t', column('x', types.integer()), { ifNotExists: true })), /no op made 't\.x'/);
});

columns('a second primary key is refused', () => {
  assert.match(refused(KEYED, addColumn('t', column('x', types.integer(), { primaryKey: true }))), /two primary keys/);
});

columns('identity is not taken from an INTEGER PRIMARY KEY, which numbers itself', () => {
  const table = createTable('t', [column('id', types.integer(), { identity: true, primaryKey: true })]);
  assert.match(refused(table, alterColumn('t', 'id', { identity: null })), /every INTEGER PRIMARY KEY/);
  const wider = alterColumn('t', 'id', { identity: null, type: types.bigint() });
  assert.match(tableOf(sqlite, table, wider), /id BIGINT NOT NULL/);
});

columns('`using` gives no value to what is computed', () => {
  const table = createTable('t', [column('a', types.integer()), column('b', types.integer(), { generated: sql`a` })]);
  const using = sql`1`;
  assert.match(refused(table, alterColumn('t', 'b', { type: types.text() }, { using })), /'b', which is computed/);
  const computed = alterColumn('t', 'a', { type: types.text(), generated: sql`1` }, { using });
  assert.match(refused(table, computed), /'a', which is computed/);
});

columns('a column that no op made is not changed', () => {
  assert.match(refused(T, alterColumn('t', 'x', { nullable: false })), /no op gave 't' a 'x'/);
});

columns.run();

const rebuilds = suite('sqlite: several changes in one rebuild');

const copies = (statements: readonly string[]): readonly string[] =>
  statements.filter((each) => /^INSERT (OR ABORT )?INTO migsql_new_/.test(each));

rebuilds('one copy for all changes, each of which sees those before it', () => {
  const changes = rebuildTable('t', [
    dropColumn('t', 'b'),
    addColumn('t', column('b', types.integer(), { default: 3 })),
    alterColumn('t', 'a', { type: types.text() }, { using: sql`CAST(a AS text)` }),
    addConstraint('t', unique(['a'], { name: 'uq_t' })),
    setTableOptions('t', { sqlite: { strict: true } }),
  ]);
  const statements = statementsOf(on(3, 37), T, changes);
  assert.equal(copies(statements), ['INSERT INTO migsql_new_t (a) SELECT CAST(a AS text) FROM t'], 'b is another one');
  assert.is(
    statements[2],
    'CREATE TABLE migsql_new_t (\n  a TEXT,\n  b INTEGER DEFAULT 3,\n  CONSTRAINT uq_t UNIQUE (a)\n) STRICT',
  );
});

rebuilds('a new name stands between the changes before it and those after it', () => {
  const changes = rebuildTable('t', [
    alterColumn('t', 'a', { name: 'size', nullable: false }),
    alterColumn('t', 'size', { default: 1 }),
  ]);
  const shaping = /^(CREATE TABLE|ALTER|INSERT INTO migsql_new)/;
  const statements = statementsOf(sqlite, T, changes).filter((each) => shaping.test(each));
  assert.equal(statements, [
    'CREATE TABLE migsql_new_t (\n  a INTEGER NOT NULL,\n  b TEXT\n)',
    'INSERT INTO migsql_new_t (a, b) SELECT a, b FROM t',
    'ALTER TABLE migsql_new_t RENAME TO t',
    'ALTER TABLE t RENAME COLUMN a TO size',
    'CREATE TABLE migsql_new_t (\n  size INTEGER DEFAULT 1 NOT NULL,\n  b TEXT\n)',
    'INSERT INTO migsql_new_t (size, b) SELECT size, b FROM t',
    'ALTER TABLE migsql_new_t RENAME TO t',
  ]);
  assert.equal(copies(statementsOf(on(3, 22), T, changes)), ['INSERT INTO migsql_new_t (size, b) SELECT a, b FROM t']);
});

rebuilds('`using` over a column that the same rebuild fills is refused', () => {
  const changes = rebuildTable('t', [
    addColumn('t', column('c', types.integer())),
    alterColumn('t', 'a', { type: types.text() }, { using: sql`c + 1` }),
  ]);
  assert.match(refused(T, changes), /'using' names the column 'c'/);
});

rebuilds('what the same rebuild was to compute is not kept', () => {
  const changes = rebuildTable('t', [
    alterColumn('t', 'a', { generated: sql`1` }),
    alterColumn('t', 'a', { generated: null }),
  ]);
  assert.match(refused(T, changes), /'a' is to keep values that the same rebuild was to compute/);
});

rebuilds('a table that would keep none of its columns is refused', () => {
  const changes = rebuildTable('t', [
    addColumn('t', column('c', types.integer())), dropColumn('t', 'a'), dropColumn('t', 'b'),
  ]);
  assert.match(refused(T, changes), /'t' would keep none of its columns/);
});

rebuilds('a conflict clause loses no row of the copy', () => {
  const keyed = unique(['a'], { name: 'uq', on: { sqlite: { onConflict: 'replace' } } });
  const statements = statementsOf(sqlite, T, addConstraint('t', keyed));
  assert.match(statements[2] ?? '', /CONSTRAINT uq UNIQUE \(a\) ON CONFLICT REPLACE/);
  assert.equal(copies(statements), ['INSERT OR ABORT INTO migsql_new_t (a, b) SELECT a, b FROM t']);
});

rebuilds('an enum of two columns of one table is one rebuild, and so is its renamed value', () => {
  const mood = types.enum('mood', ['ok', "it's"]);
  const table = createTable('t', [column('a', mood, { default: "it's" }), column('b', mood)]);
  assert.is(copies(statementsOf(sqlite, table, addEnumValue('mood', 'new'))).length, 1);
  assert.equal(statementsOf(sqlite, table, addEnumValue('mood', 'ok', { ifNotExists: true })), []);
  const renamed = statementsOf(sqlite, table, renameEnumValue('mood', "it's", 'so'));
  assert.match(renamed[2] ?? '', /a TEXT DEFAULT 'so' CONSTRAINT mood CHECK \(a IN \('ok', 'so'\)\)/);
  assert.equal(copies(renamed), [
    "INSERT INTO migsql_new_t (a, b) SELECT CASE a WHEN 'it''s' THEN 'so' ELSE a END, " +
      "CASE b WHEN 'it''s' THEN 'so' ELSE b END FROM t",
  ]);
  const later = alterColumn('t', 'b', { nullable: false });
  const after = tableOf(sqlite, table, renameEnumValue('mood', "it's", 'so'), later);
  assert.match(after, /a TEXT DEFAULT 'so'/, 'the model follows');
});

rebuilds('a value that a check, an index or a computed column names is not renamed beneath it', () => {
  const mood = column('a', types.enum('mood', ['ok', 'bad']));
  const naming = [
    check(sql`${name('a')} <> 'ok'`, { name: 'ck' }),
    index(['a'], { name: 'ix', where: sql`a = ${literal('ok')}` }),
    index([sql`a = 'ok'`], { name: 'ix' }),
    column('fine', types.boolean(), { generated: sql`a = 'ok'` }),
  ];
  for (const each of naming) {
    const table = createTable('t', [mood, each]);
    assert.match(refused(table, renameEnumValue('mood', 'ok', 'good')), /of 't' names the value 'ok'/);
    assert.ok(isRebuild(sqlite, table, renameEnumValue('mood', 'bad', 'worse')));
  }
});

rebuilds('indexes and foreign keys that no op made are neither renamed nor validated', () => {
  assert.match(refused(T, renameIndex('ix', 't', 'iy')), /no op made 'ix' on 't'/);
  assert.match(refused(T, validateConstraint('t', 'fk', 'foreignKey')), /no op gave 't' a foreign key 'fk'/);
});

rebuilds.run();

const triggers = suite('sqlite: triggers and views');

const TRIGGER = createTrigger('tr', 't', { sqlite: 'AFTER UPDATE OF a ON t BEGIN SELECT NEW.a, OLD."b"; END;' });
const STATEMENT = 'CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN SELECT NEW.a, OLD."b"; END';

triggers('the triggers that ops put on a table are made again, in its file', () => {
  assert.equal(statementsOf(sqlite, T, TRIGGER), [STATEMENT]);
  const statements = statementsOf(sqlite, T, TRIGGER, alterColumn('t', 'a', { nullable: false }));
  assert.is(statements.at(-3), STATEMENT);
  assert.match(statements[1] ?? '', /sql IS NOT NULL AND name COLLATE NOCASE NOT IN \('tr'\)/);
  const region = { schema: 'sales', name: 'region' };
  const there = createTrigger('tr', region, { sqlite: 'AFTER INSERT ON region BEGIN SELECT 1; END' });
  assert.equal(statementsOf(sqlite, there), ['CREATE TRIGGER sales.tr AFTER INSERT ON region BEGIN SELECT 1; END']);
});

triggers('a trigger whose text does not fit the table any more is refused', () => {
  const before = [T, TRIGGER];
  assert.match(refused(...before, rebuildTable('t', [dropColumn('t', 'a')])), /trigger 'tr' names the column 'a'/);
  assert.match(refused(...before, rebuildTable('t', [dropColumn('t', 'b')])), /trigger 'tr' names the column 'b'/);
  const renamed = [...before, alterColumn('t', 'b', { name: 'c' }), rebuildTable('t')];
  assert.match(refused(...renamed), /trigger 'tr' names the column 'b', which 't' then has not/);
  assert.match(refused(...before, renameTable('t', 'u'), rebuildTable('u')), /written before its table was called 'u'/);
});

triggers('columns in other quotes are found, those in texts are none', () => {
  const quoted = createTrigger('tr', 't', { sqlite: 'AFTER UPDATE ON t BEGIN SELECT NEW.[x], OLD.`a`; END' });
  assert.match(refused(T, quoted, rebuildTable('t')), /trigger 'tr' names the column 'x'/);
  const text = createTrigger('tr', 't', { sqlite: "AFTER UPDATE ON t BEGIN SELECT 'NEW.x', NEW.rowid, old.A; END" });
  assert.ok(isRebuild(sqlite, T, text, rebuildTable('t')));
});

triggers('a trigger goes with its table', () => {
  const statements = statementsOf(sqlite, T, TRIGGER, dropTable('t'), T, rebuildTable('t'));
  assert.not.ok(statements.some((each) => each.includes('TRIGGER')));
});

triggers('a table that comes back has its triggers again', () => {
  const back = reverse(dropTable('t'), viewOf([T, TRIGGER].reduce(evolve, EMPTY_SCHEMA)));
  assert.equal(Array.isArray(back) && back.map(({ op }) => op), ['createTable', 'createTrigger']);
});

triggers('a view that is replaced keeps its triggers', () => {
  const view = createView('v', 'SELECT a FROM t');
  const instead = createTrigger('tr_v', 'v', { sqlite: 'INSTEAD OF INSERT ON v BEGIN SELECT 1; END' });
  assert.equal(statementsOf(sqlite, T, view, instead, createView('v', 'SELECT b FROM t', { orReplace: true })), [
    'DROP VIEW IF EXISTS v',
    'CREATE VIEW v AS\nSELECT b FROM t',
    'CREATE TRIGGER tr_v INSTEAD OF INSERT ON v BEGIN SELECT 1; END',
  ]);
});

triggers.run();
