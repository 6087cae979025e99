/** MySQL's MODIFY and CHANGE take away what they do not name. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mysql } from '../../src/dialects/mysql/index.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { check, column, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import type { Op } from '../../src/ops/index.ts';
import { name, now, raw, sql, sqlFor } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';
import { refusalOf, statementsOf } from '../support/lowered.ts';

const statements = (...ops: readonly Op[]): readonly string[] => statementsOf(mysql, ...ops);

const refuses = (pattern: RegExp, ...ops: readonly Op[]): void =>
  assert.match(refusalOf(mysql, ...ops).message, pattern);

const altering = suite('mysql: MODIFY and CHANGE restate the whole column');

const ACCOUNT = createTable('account', [
  column('id', types.integer(), { identity: true, comment: 'key' }),
  column('state', types.string(9), { nullable: false, default: 'new', comment: 'a\\b' }),
  column('seen', types.timestamp({ zone: true }), { default: now() }),
  column('amount', types.integer()),
  primaryKey(['id']),
]);

altering('with AUTO_INCREMENT and the NOT NULL of the key', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'id', { type: types.bigint() })), [
    "ALTER TABLE account MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'key'",
  ]);
  refuses(/part of the primary key/, ACCOUNT, alterColumn('account', 'id', { nullable: true }));
});

altering('with AUTO_INCREMENT where the author says that the column has it', () => {
  const existing = { type: types.integer(), nullable: false, default: null, comment: null, identity: {} };
  assert.equal(statements(alterColumn('elsewhere', 'id', { type: types.bigint() }, { existing })), [
    'ALTER TABLE elsewhere MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT',
  ]);
});

altering('with CURRENT_TIMESTAMP and NULL', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'seen', { comment: 'last' })), [
    "ALTER TABLE account MODIFY COLUMN seen TIMESTAMP(6) NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'last'",
  ]);
});

altering('with the backslash of a comment', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { nullable: true })), [
    'SET @migsql_sql_mode = @@SESSION.sql_mode',
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_BACKSLASH_ESCAPES')",
    "ALTER TABLE account MODIFY COLUMN state VARCHAR(9) NULL DEFAULT 'new' COMMENT 'a\\b'",
    'SET SESSION sql_mode = @migsql_sql_mode',
  ]);
});

altering('but a comment and a check that both hold a backslash are refused together', () => {
  const both = [column('a', types.string(9), { comment: '\\d' }), check(sql`a REGEXP '\\d'`)];
  refuses(/both hold a backslash/, createTable('t', both));
});

altering('or the facts that an op gives, over those of the replay', () => {
  const changed = alterColumn('account', 'amount', { nullable: false }, { existing: { default: 3 } });
  assert.equal(statements(ACCOUNT, changed), ['ALTER TABLE account MODIFY COLUMN amount INT NOT NULL DEFAULT 3']);
});

altering('or says which facts are missing', () => {
  const found = refusalOf(mysql, alterColumn('x', 'c', { type: types.text() }));
  assert.match(found.message, /'x\.c', whose nullable, default, comment must be known/);
  assert.is(
    found.hint,
    'Say what the column has today, with null for what it has not: { existing: { nullable: true, default: null, comment: null } }.',
  );
});

altering('not where a name or a default changes alone', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { name: 'status', default: 'old' })), [
    "ALTER TABLE account ALTER COLUMN state SET DEFAULT 'old'",
    'ALTER TABLE account RENAME COLUMN state TO status',
  ]);
});

altering('DROP DEFAULT leaves a nullable column the default NULL', () => {
  assert.equal(statements(ACCOUNT, alterColumn('account', 'seen', { default: null })), [
    'ALTER TABLE account ALTER COLUMN seen SET DEFAULT NULL',
  ]);
  assert.equal(statements(ACCOUNT, alterColumn('account', 'state', { default: null })), [
    'ALTER TABLE account ALTER COLUMN state DROP DEFAULT',
  ]);
  refuses(/'x\.c', whose nullable must be known/, alterColumn('x', 'c', { default: null }));
});

altering('and a rename takes along the checks that mention the column', () => {
  const checked = addConstraint('account', check(sql`${name('amount')} > 0 AND ${name('other')} > 0`, { name: 'ck' }));
  assert.equal(statements(ACCOUNT, checked, alterColumn('account', 'amount', { name: 'sum' })), [
    'ALTER TABLE account DROP CHECK ck',
    'ALTER TABLE account RENAME COLUMN amount TO sum',
    'ALTER TABLE account ADD CONSTRAINT ck CHECK (sum > 0 AND other > 0)',
  ]);
  const other = addConstraint('account', check(raw('amounts > 0'), { name: 'ck' }));
  assert.is(statements(ACCOUNT, other, alterColumn('account', 'amount', { name: 'sum' })).length, 1);
});

altering('after the new name in hand-written text as well', () => {
  const rename = alterColumn('account', 'amount', { name: 'sum' });
  const forMysql = sqlFor({ mysql: sql`amount > 0`, default: sql`1 = 1` });
  for (const expression of [raw('AMOUNT > 0'), forMysql]) {
    assert.equal(statements(ACCOUNT, addConstraint('account', check(expression, { name: 'ck' })), rename), [
      'ALTER TABLE account DROP CHECK ck',
      'ALTER TABLE account RENAME COLUMN amount TO sum',
      'ALTER TABLE account ADD CONSTRAINT ck CHECK (sum > 0)',
    ]);
  }
});

altering('unless they have no name, or are an index', () => {
  const rename = alterColumn('account', 'amount', { name: 'sum' });
  refuses(/no known name/, ACCOUNT, addConstraint('account', check(sql`${name('amount')} > 0`)), rename);
  refuses(/index 'i' has an expression/, ACCOUNT, createIndex('i', 'account', [sql`abs(amount)`]), rename);
});

altering.run();

const dropping = suite('mysql: DROP COLUMN');

dropping('comes after what MySQL would keep it for, or keep without it', () => {
  const table = createTable('t', [
    column('a', types.integer()),
    column('b', types.integer()),
    primaryKey(['b', 'a']),
    unique(['a'], { name: 'uq_a' }),
    unique(['a', 'b'], { name: 'uq_ab' }),
    foreignKey(['a'], 'u', ['id'], { name: 'fk' }),
    check(sql`a > b`, { name: 'ck' }),
  ]);
  const indexes = [
    createIndex('i', 't', ['a']),
    createIndex('ab', 't', ['a', 'b']),
    createIndex('x', 't', [sql`abs(a)`]),
  ];
  assert.equal(statements(table, ...indexes, dropColumn('t', 'a')), [
    'ALTER TABLE t DROP FOREIGN KEY fk',
    'ALTER TABLE t DROP CHECK ck',
    'ALTER TABLE t DROP INDEX uq_ab',
    'ALTER TABLE t DROP PRIMARY KEY',
    'DROP INDEX ab ON t',
    'DROP INDEX x ON t',
    'ALTER TABLE t DROP COLUMN a',
  ]);
});

dropping('needs the name of a foreign key', () => {
  const table = createTable('t', [column('a', types.integer()), foreignKey(['a'], 'u', ['id'])]);
  refuses(/foreignKey constraint is there, which has no name/, table, dropColumn('t', 'a'));
  assert.equal(statements(dropColumn('elsewhere', 'a')), ['ALTER TABLE elsewhere DROP COLUMN a']);
});

dropping.run();
