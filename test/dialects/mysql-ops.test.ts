/** Traps of MySQL's own in the ops that `matrix.test.ts` has plain cases of; each test says what it guards. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addColumn, addConstraint, alterColumn, bulkInsert, check, column, createFunction, createIndex, createTable,
  createTrigger, deleteRows, desc, dropColumn, dropConstraint, dropIndex, dropSchema, dropTable, foreignKey, grant,
  index, insertFrom, name, now, primaryKey, renameConstraint, renameEnumValue, renameTable, references, setTableOptions, sql, types,
  unique, updateRows,
} from '../../src/authoring.ts';
import type { Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { mysql } from '../../src/dialects/mysql/index.ts';
import { type Op, evolve, reverse } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';

const statements = (...ops: readonly Op[]): readonly string[] => statementsOf(mysql, ...ops);
const refuses = (pattern: RegExp, ...ops: readonly Op[]): void =>
  assert.match(refusalOf(mysql, ...ops).message, pattern);

function lowered(...ops: readonly Op[]): readonly Lowered[] {
  const found = lowerOp(ops.at(-1)!, mysql, viewOf(ops.slice(0, -1).reduce(evolve, EMPTY_SCHEMA)));
  if ('code' in found) throw new Error(found.message);
  return found;
}

const PERSON = createTable('person', [
  column('id', types.bigint(), { nullable: false }),
  column('code', types.string(9), { nullable: false, collation: 'ascii_bin', on: { mysql: { charset: 'ascii' } } }),
  column('changed', types.timestamp(), { default: now(), on: { mysql: { onUpdateNow: true } } }),
  column('a', types.integer()),
  column('kept', types.integer(), { generated: { expression: sql`${name('a')} + 1`, stored: true }, comment: 'sum' }),
  column('seen', types.integer(), { generated: sql`${name('a')} + 2` }),
  column('note', types.text()),
  primaryKey(['id'], { name: 'pk_person' }),
]);

const restating = suite('mysql: what MODIFY must say again');

restating('the character set and the collation', () => {
  assert.equal(statements(PERSON, alterColumn('person', 'code', { comment: 'x' })), [
    "ALTER TABLE person MODIFY COLUMN code VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'x'",
  ]);
});

restating('ON UPDATE, even where a default changes alone', () => {
  assert.equal(statements(PERSON, alterColumn('person', 'changed', { default: null })), [
    'ALTER TABLE person MODIFY COLUMN changed DATETIME(6) NULL ON UPDATE CURRENT_TIMESTAMP(6)',
  ]);
});

restating('the expression of a generated column', () => {
  assert.equal(statements(PERSON, alterColumn('person', 'kept', { type: types.bigint() })), [
    "ALTER TABLE person MODIFY COLUMN kept BIGINT GENERATED ALWAYS AS (a + 1) STORED NULL COMMENT 'sum'",
  ]);
});

restating('all of it where nothing but the place or what MySQL alone has changes', () => {
  const moved = alterColumn('person', 'code', {}, { on: { mysql: { position: { after: 'a' } } } });
  assert.equal(statements(PERSON, moved), [
    'ALTER TABLE person MODIFY COLUMN code VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL AFTER a',
  ]);
  assert.equal(statements(PERSON, alterColumn('person', 'changed', { on: { mysql: { onUpdateNow: false } } })), [
    'ALTER TABLE person MODIFY COLUMN changed DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6)',
  ]);
});

restating('what was before, when a change of what MySQL alone has is undone', () => {
  const op = alterColumn('person', 'changed', { on: { mysql: { onUpdateNow: false } } });
  const back = reverse(op, viewOf(evolve(EMPTY_SCHEMA, PERSON)));
  assert.equal(statements(PERSON, op, ...(back as readonly Op[])), [
    'ALTER TABLE person MODIFY COLUMN changed DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)',
  ]);
  const charset = alterColumn('person', 'note', { on: { mysql: { charset: 'latin1' } } });
  const plain = reverse(charset, viewOf(evolve(EMPTY_SCHEMA, PERSON)));
  assert.equal(statements(PERSON, charset, ...(plain as readonly Op[])), [
    'ALTER TABLE person MODIFY COLUMN note LONGTEXT NULL',
  ]);
});

restating('nothing where what changes is of other databases', () => {
  const options = { mariadb: { charset: 'latin1' } };
  const moved = { on: { mariadb: { position: 'first' } } } as const;
  assert.equal(statements(PERSON, alterColumn('person', 'code', { on: options }, moved)), []);
  assert.equal(statements(PERSON, alterColumn('person', 'code', { collation: { postgresql: 'C' } })), []);
});

restating('no character set of a text that becomes a number', () => {
  assert.equal(statements(PERSON, alterColumn('person', 'code', { type: types.integer() })), [
    'ALTER TABLE person MODIFY COLUMN code INT NOT NULL',
  ]);
  const both = alterColumn('person', 'a', { collation: 'utf8mb4_bin' });
  refuses(/column 'a' of type integer has no character set or collation/, PERSON, both);
  refuses(/has no character set/, createTable('t', [column('a', types.json(), { collation: 'utf8mb4_bin' })]));
});

restating.run();

const generated = suite('mysql: generated columns');

generated('become plain, and plain ones generated, only where values are kept in the row', () => {
  assert.equal(statements(PERSON, alterColumn('person', 'kept', { generated: null })), [
    "ALTER TABLE person MODIFY COLUMN kept INT NULL COMMENT 'sum'",
  ]);
  const stored = { expression: sql`${name('id')} * 2`, stored: true };
  assert.equal(statements(PERSON, alterColumn('person', 'a', { generated: stored })), [
    'ALTER TABLE person MODIFY COLUMN a INT GENERATED ALWAYS AS (id * 2) STORED NULL',
  ]);
  refuses(/no plain column of the virtual column 'seen'/, PERSON, alterColumn('person', 'seen', { generated: null }));
  refuses(/no stored column of the virtual column/, PERSON, alterColumn('person', 'seen', { generated: stored }));
  refuses(/no virtual column of the stored column/, PERSON, alterColumn('person', 'kept', { generated: sql`1` }));
  refuses(/no virtual column of the plain column/, PERSON, alterColumn('person', 'a', { generated: sql`1` }));
});

generated('keep their NOT NULL', () => {
  const table = createTable('t', [column('a', types.integer(), { nullable: false, generated: sql`1` })]);
  assert.equal(statements(table), ['CREATE TABLE t (\n  a INT GENERATED ALWAYS AS (1) NOT NULL\n)']);
});

generated('have no default and no ON UPDATE', () => {
  const former = createTable('t', [column('a', types.integer(), { default: 1 })]);
  const stored = { expression: sql`1`, stored: true };
  refuses(/'a' has a default or ON UPDATE as well/, former, alterColumn('t', 'a', { generated: stored }));
  refuses(/column 'kept' is generated/, PERSON, alterColumn('person', 'kept', { default: 1 }));
});

generated('hold on to the columns that they are computed from', () => {
  refuses(/does not rename 'a' while 'kept' is computed/, PERSON, alterColumn('person', 'a', { name: 'b' }));
  assert.equal(statements(PERSON, dropColumn('person', 'a')), [
    'ALTER TABLE person DROP COLUMN kept',
    'ALTER TABLE person DROP COLUMN seen',
    'ALTER TABLE person DROP COLUMN a',
  ]);
});

generated.run();

const counting = suite('mysql: AUTO_INCREMENT of columns that are there');

counting('begins only at a key, and renumbers no row that has 0', () => {
  const plain = createTable('t', [column('id', types.integer()), primaryKey(['id'])]);
  assert.equal(statements(plain, alterColumn('t', 'id', { identity: { start: 50 } })), [
    'SET @migsql_sql_mode = @@SESSION.sql_mode',
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_AUTO_VALUE_ON_ZERO')",
    'ALTER TABLE t MODIFY COLUMN id INT NOT NULL AUTO_INCREMENT, AUTO_INCREMENT = 50',
    'SET SESSION sql_mode = @migsql_sql_mode',
  ]);
  const unkeyed = createTable('t', [column('id', types.integer())]);
  refuses(/must be a key/, unkeyed, alterColumn('t', 'id', { identity: true }));
});

counting('keeps a backslash of the comment under one sql_mode with both', () => {
  const plain = createTable('t', [column('id', types.integer(), { comment: 'a\\b' }), primaryKey(['id'])]);
  assert.is(
    statements(plain, alterColumn('t', 'id', { identity: true }))[1],
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_BACKSLASH_ESCAPES,NO_AUTO_VALUE_ON_ZERO')",
  );
});

const COUNTED = createTable('t', [
  column('id', types.integer(), { identity: true }),
  primaryKey(['id']),
  column('b', types.integer()),
]);

counting('goes on from a number without touching the column, and ends by MODIFY', () => {
  assert.equal(statements(COUNTED, alterColumn('t', 'id', { identity: { start: 500 } })), [
    'ALTER TABLE t AUTO_INCREMENT = 500',
  ]);
  assert.equal(statements(COUNTED, alterColumn('t', 'id', { identity: null })), [
    'ALTER TABLE t MODIFY COLUMN id INT NOT NULL',
  ]);
});

counting('is of one column, and its only default', () => {
  refuses(/column 'id' is AUTO_INCREMENT/, COUNTED, alterColumn('t', 'id', { default: 1 }));
  const keyed = [COUNTED, createIndex('i', 't', ['b'])];
  refuses(/one AUTO_INCREMENT column, and 'id' is that/, ...keyed, alterColumn('t', 'b', { identity: true }));
});

counting('has no bounds', () => {
  const bounded = (identity: object): Op =>
    createTable('t', [column('id', types.integer(), { identity }), primaryKey(['id'])]);
  for (const bound of [{ minValue: 1 }, { maxValue: 9 }, { cycle: true }, { cache: 5 }]) {
    refuses(/takes no/, bounded(bound));
  }
  assert.ok(statements(bounded({ cycle: false })));
});

counting('keeps the last key of its column', () => {
  const keyed = createTable('t', [
    column('id', types.integer(), { identity: true }),
    column('b', types.integer()),
    index(['id'], { name: 'i' }),
    unique(['b', 'id'], { name: 'u' }),
  ]);
  const other = addConstraint('t', unique(['id'], { name: 'v' }));
  refuses(/index i is the only key/, keyed, dropIndex('i', 't'));
  assert.ok(statements(keyed, other, dropIndex('i', 't')));
  const last = dropConstraint('t', 'v', 'unique');
  refuses(/unique constraint v is the only key/, keyed, other, dropIndex('i', 't'), last);
});

counting('may be kept by an index alone', () => {
  const keyed = createTable('t', [column('id', types.integer(), { identity: true }), index(['id'], { name: 'i' })]);
  assert.match(statements(keyed)[0] ?? '', /AUTO_INCREMENT,\n {2}INDEX i \(id\)/);
});

counting.run();

const adding = suite('mysql: ADD COLUMN');

adding('makes the key of AUTO_INCREMENT in the same statement', () => {
  const added = addColumn('t', column('n', types.bigint(), { identity: { start: 9 }, unique: true }), {
    on: { mysql: { position: 'first' } },
  });
  assert.equal(statements({ ...added, constraints: [unique(['n'], { name: 'uq' })] }), [
    'ALTER TABLE t ADD COLUMN n BIGINT NOT NULL AUTO_INCREMENT FIRST, ADD CONSTRAINT uq UNIQUE (n), AUTO_INCREMENT = 9',
  ]);
  refuses(/must be a key/, addColumn('t', column('n', types.bigint(), { identity: true })));
});

adding('never writes REFERENCES in the column, which the server reads over', () => {
  const target = references('u', 'id', { name: 'fk', match: 'simple', deferrable: false });
  assert.equal(statements(addColumn('t', column('u_id', types.bigint(), { references: target }))), [
    'ALTER TABLE t ADD COLUMN u_id BIGINT, ADD CONSTRAINT fk FOREIGN KEY (u_id) REFERENCES u (id)',
  ]);
});

adding('says how the table changes where an index of the column says it', () => {
  const indexes = [index(['b'], { name: 'i', on: { mysql: { lock: 'none' } } })];
  const item = { ...column('b', types.integer()), extras: { constraints: [], indexes } };
  assert.equal(statements(addColumn('t', item)), ['ALTER TABLE t ADD COLUMN b INT, ADD INDEX i (b), LOCK = NONE']);
});

adding('takes a time of the last change in timestamps alone', () => {
  const dated = column('a', types.date(), { on: { mysql: { onUpdateNow: true } } });
  refuses(/takes no time of the last change/, addColumn('t', dated));
});

adding.run();

const keys = suite('mysql: indexes');

keys('of long values take their beginning, or their words', () => {
  const key = { column: 'note', on: { mysql: { length: 20 } } };
  assert.equal(statements(PERSON, createIndex('i', 'person', [key, desc('a')])), [
    'CREATE INDEX i ON person (note(20), a DESC)',
  ]);
  assert.equal(
    statements(PERSON, createIndex('i', 'person', ['note'], { on: { mysql: { kind: 'fulltext', parser: 'ngram' } } })),
    ['CREATE FULLTEXT INDEX i ON person (note) WITH PARSER ngram'],
  );
  const elsewhere = { column: 'note', on: { mariadb: { length: 20 } } };
  refuses(/takes no whole values/, PERSON, createIndex('i', 'person', [elsewhere]));
});

keys('that contradict themselves are refused', () => {
  const of = (on: object, unique = false): Op => createIndex('i', 't', ['a'], { unique, on: { mysql: on } });
  refuses(/fulltext and unique/, of({ kind: 'fulltext' }, true));
  refuses(/spatial and btree/, of({ kind: 'spatial', using: 'btree' }));
  refuses(/with a parser without being fulltext/, of({ parser: 'ngram' }));
  const cut = { expression: sql`lower(a)`, on: { mysql: { length: 3 } } };
  refuses(/of an expression's beginning/, createIndex('i', 't', [cut]));
});

keys('are dropped in the way that is asked for', () => {
  assert.equal(statements(dropIndex('i', 't', { on: { mysql: { algorithm: 'copy', lock: 'shared' } } })), [
    'DROP INDEX i ON t ALGORITHM = COPY LOCK = SHARED',
  ]);
});

keys.run();

const tables = suite('mysql: tables');

tables('that are temporary are dropped and renamed as such, and have no foreign keys', () => {
  const temporary = createTable('t', [column('a', types.integer())], { temporary: true });
  assert.equal(statements(temporary, dropTable('t', { ifExists: true })), ['DROP TEMPORARY TABLE IF EXISTS t']);
  assert.equal(statements(temporary, renameTable('t', 'u')), ['ALTER TABLE t RENAME TO u']);
  assert.is(lowered(temporary)[0]?.kind, 'schema');
  const key = foreignKey(['a'], 'u', ['id'], { name: 'fk' });
  refuses(/takes no temporary tables/, createTable('t', [column('a', types.integer()), key], { temporary: true }));
});

tables('get a character set for columns to come, not a conversion', () => {
  assert.equal(statements(setTableOptions('t', { mysql: { charset: 'utf8mb4' } })), [
    'ALTER TABLE t DEFAULT CHARACTER SET = utf8mb4',
  ]);
  assert.equal(statements(setTableOptions('t', { mysql: { collation: 'utf8mb4_bin' } })), [
    'ALTER TABLE t DEFAULT COLLATE = utf8mb4_bin',
  ]);
});

tables.run();

const constraints = suite('mysql: constraints');

constraints('say nothing of MATCH SIMPLE, which would make the server forget ON DELETE', () => {
  const options = { match: 'simple', onDelete: 'cascade', initially: 'immediate' } as const;
  const key = foreignKey(['a'], 'u', ['id'], { name: 'fk', ...options });
  assert.equal(statements(addConstraint('t', key)), [
    'ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id) ON DELETE CASCADE',
  ]);
});

constraints('of a foreign key are never missing while it is renamed', () => {
  const table = createTable({ schema: 's', name: 't' }, [
    column('a', types.bigint()),
    foreignKey(['a'], 'u', ['id'], { name: 'fk_old', onDelete: 'setNull' }),
    check(sql`${name('b')} > 0`, { name: 'ck' }),
  ]);
  assert.equal(statements(table, renameConstraint({ schema: 's', name: 't' }, 'fk_old', 'fk_new', 'foreignKey')), [
    'ALTER TABLE s.t ADD CONSTRAINT fk_new FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL',
    'ALTER TABLE s.t DROP FOREIGN KEY fk_old',
  ]);
  assert.ok(lowered(table, renameConstraint({ schema: 's', name: 't' }, 'ck', 'c', 'check'))[0]?.emulation);
});

constraints.run();

const rows = suite('mysql: rows that are counted');

rows('stop the script by a name that the server keeps whole', () => {
  const long = { schema: 's'.repeat(40), name: "it's`x`".repeat(6) };
  for (const op of [
    updateRows(long, { a: 1 }, null, { expect: 1 }),
    deleteRows(long, null, { expect: { atLeast: 2 } }),
    insertFrom(long, ['a'], 'SELECT 1', { expect: { atLeast: 1, atMost: 2 } }),
  ]) {
    const [check = ''] = statements(op).filter((each) => each.startsWith('SET @migsql_check'));
    const [, message = ''] = /@migsql_rows, '((?:[^']|'')*)'\)\)$/.exec(check) ?? [];
    const shown = message.replaceAll("''", "'").replace(/`$/, '');
    assert.ok(shown.replaceAll('``', '`').length <= 52, shown);
    assert.not.match(shown.replaceAll('``', ''), /`/);
  }
});

rows('are counted before, where no check of the script or the client comes between count and statement', () => {
  const all = deleteRows('t', null, { expect: 1 });
  assert.is(
    statements(updateRows('t', { a: 1 }, sql`b = 2`, { expect: 1 }))[0],
    'SELECT COUNT(*) INTO @migsql_rows FROM t WHERE b = 2 FOR UPDATE',
  );
  assert.is(statements(all)[0], 'SELECT COUNT(*) INTO @migsql_rows FROM t FOR UPDATE');
  assert.is(
    statements(insertFrom('t', ['a', 'b'], 'SELECT 1, 1', { expect: 1 }))[0],
    'WITH migsql_counted (c1, c2) AS (\nSELECT 1, 1\nLOCK IN SHARE MODE\n) ' +
      'SELECT COUNT(*) INTO @migsql_rows FROM migsql_counted',
  );
  assert.ok(lowered(all).every(({ kind, transactional }) => kind === 'data' && transactional));
});

rows('may come of a query that ends in its semicolon', () => {
  const [count = ''] = statements(insertFrom('t', ['a'], 'SELECT 1;', { expect: 1 }));
  assert.match(count, /\nSELECT 1\nLOCK IN SHARE MODE\n\)/);
  assert.is(statements(insertFrom('t', ['a'], 'SELECT 1;', { expect: 1 })).at(-1), 'INSERT INTO t (a)\nSELECT 1');
});

rows.run();

const others = suite('mysql: other objects');

others('a schema that holds something is dropped only with cascade', () => {
  const [check = '', ...rest] = statements(dropSchema("o'x"));
  assert.match(check, /table_schema = 'o''x'.*routine_schema = 'o''x'.*event_schema = 'o''x'/);
  assert.match(check, /'SELECT 1 FROM `schema o''x is not empty`', 'DROP SCHEMA `o''x`'\)$/);
  assert.is(rest.length, 3);
});

others('a trigger is called by the schema of its table', () => {
  const body = 'BEFORE INSERT ON s.t FOR EACH ROW SET NEW.a = 1';
  const made = createTrigger('tr', { schema: 's', name: 't' }, body, { orReplace: true });
  assert.equal(statements(made), [
    'DROP TRIGGER IF EXISTS s.tr',
    'CREATE TRIGGER s.tr BEFORE INSERT ON s.t FOR EACH ROW SET NEW.a = 1',
  ]);
  assert.equal(lowered(made).map(({ compound }) => compound), [false, true]);
  assert.ok(lowered(createFunction('f', '() RETURNS INT RETURN 1')).every(({ compound }) => compound));
});

others('a grant on a schema is not one on others of a like name', () => {
  assert.equal(statements(grant(['select', 'execute'], { schema: 'my_app' }, { name: "o'x", host: '10.%' })), [
    "GRANT SELECT, EXECUTE ON `my\\_app`.* TO 'o''x'@'10.%'",
  ]);
  assert.equal(statements(grant(['all'], { schema: 'app' }, 'a')), ["GRANT ALL PRIVILEGES ON app.* TO 'a'@'%'"]);
});

others('a privilege that is none, or not of such a thing, is refused', () => {
  refuses(/no privilege 'truncate' on a table/, grant(['truncate'], 't', 'a'));
  refuses(/no privilege 'usage' on a table/, grant(['usage'], 't', 'a'));
  refuses(/no privilege 'select' on a procedure/, grant(['select'], { procedure: 'p' }, 'a'));
  refuses(/no privilege 'delete' on columns/, grant(['delete'], { table: 't', columns: ['a'] }, 'a'));
  refuses(/holds a backslash/, grant(['select'], 't', 'a\\b'));
});

others('a default follows the new name of an enum value', () => {
  const table = createTable('t', [
    column('m', types.enum('mood', ['sad', 'ok']), { default: 'sad' }),
    column('n', types.integer()),
  ]);
  const renamed = renameEnumValue('mood', 'sad', 'low');
  assert.equal(statements(table, renamed), [
    "ALTER TABLE t MODIFY COLUMN m ENUM('sad', 'low', 'ok') NULL DEFAULT 'low'",
    "UPDATE t SET m = 'low' WHERE m = 'sad'",
    "ALTER TABLE t MODIFY COLUMN m ENUM('low', 'ok') NULL DEFAULT 'low'",
  ]);
  assert.equal(statements(table, renamed, alterColumn('t', 'm', { comment: 'x' })), [
    "ALTER TABLE t MODIFY COLUMN m ENUM('low', 'ok') NULL DEFAULT 'low' COMMENT 'x'",
  ]);
  assert.ok(statements(table, renamed, bulkInsert('t', [{ m: 'low' }])));
});

others.run();
