/** Statements of MySQL and MariaDB and the ops that they are, by hand. */
import * as m from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import { type Opaque, type Read, readings } from '../support/readings.ts';

const { types, raw } = m;

const before: readonly Op[] = [
  m.createTable('customer', [
    m.column('id', types.bigint(), { nullable: false, identity: true }),
    m.column('email', types.string(50), { nullable: false, default: 'x', comment: 'mail' }),
    m.primaryKey(['id'], { name: 'pk_customer' }),
    m.unique(['email'], { name: 'uq_email' }),
    m.check(raw('id > 0'), { name: 'ck' }),
    m.foreignKey(['id'], 'other', ['id'], { name: 'fk' }),
    m.index(['email'], { name: 'ix_email' }),
  ]),
  m.createTable('plain', [m.column('a', types.integer())]),
];

const read = (dialect: 'mysql' | 'mariadb'): readonly Read[] => [
  [
    "CREATE TABLE `my t` (`id` bigint NOT NULL AUTO_INCREMENT, a varchar(50) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'it''s' COMMENT 'x''y', b int unsigned DEFAULT '7', c decimal(10,2) DEFAULT 0.5, d tinyint(1) DEFAULT TRUE, e datetime(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), f enum('a','b,)') , g int DEFAULT (1 + 2), PRIMARY KEY (`id`)) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC COMMENT='a table'",
    m.createTable('my t', [
      m.column('id', types.bigint(), { nullable: false, identity: { start: 100 } }),
      m.column('a', types.string(50), { nullable: false, collation: 'ascii_bin', default: "it's", comment: "x'y", on: { [dialect]: { charset: 'ascii' } } }),
      m.column('b', types.native('INT UNSIGNED'), { default: '7' }),
      m.column('c', types.numeric(10, 2), { default: 0.5 }),
      m.column('d', types.boolean(), { default: true }),
      m.column('e', types.timestamp(), { default: m.now(), on: { [dialect]: { onUpdateNow: true } } }),
      m.column('f', types.native("ENUM('a', 'b,)')")),
      m.column('g', types.integer(), { default: raw('1 + 2') }),
      m.primaryKey(['id']),
    ], { comment: 'a table', on: { [dialect]: { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin', rowFormat: 'dynamic' } } }),
  ],
  [
    'CREATE TABLE IF NOT EXISTS app.t (A int, b int, c int GENERATED ALWAYS AS (a * 2) STORED, d int AS (a) VIRTUAL, CONSTRAINT pk PRIMARY KEY (a, b), CONSTRAINT uq UNIQUE KEY (b), UNIQUE (a), UNIQUE KEY ux (b, a DESC), KEY ix (b(10)), FULLTEXT INDEX ft (c), CONSTRAINT fk FOREIGN KEY (b) REFERENCES customer (id) ON DELETE SET NULL, CONSTRAINT ck CHECK (a IN (1, 2)))',
    m.createTable({ schema: 'app', name: 't' }, [
      m.column('A', types.integer(), { nullable: false }),
      m.column('b', types.integer(), { nullable: false }),
      m.column('c', types.integer(), { generated: { expression: raw('a * 2'), stored: true } }),
      m.column('d', types.integer(), { generated: { expression: raw('a'), stored: false } }),
      m.primaryKey(['A', 'b']),
      m.unique(['b'], { name: 'uq' }),
      m.unique(['A']),
      m.foreignKey(['b'], 'customer', ['id'], { name: 'fk', onDelete: 'setNull' }),
      m.check(raw('a IN (1, 2)'), { name: 'ck' }),
      m.index(['b', m.desc('A')], { name: 'ux', unique: true }),
      m.index([{ column: 'b', on: { [dialect]: { length: 10 } } }], { name: 'ix' }),
      m.index(['c'], { name: 'ft', on: { [dialect]: { kind: 'fulltext' } } }),
    ], { ifNotExists: true }),
  ],
  ['CREATE TEMPORARY TABLE t (a INT)', m.createTable('t', [m.column('a', types.integer())], { temporary: true })],
  ['DROP TABLE IF EXISTS a, app.b RESTRICT', m.dropTable('a', { ifExists: true }), m.dropTable({ schema: 'app', name: 'b' }, { ifExists: true })],
  ['RENAME TABLE a TO b, c TO d', m.renameTable('a', 'b'), m.renameTable('c', 'd')],
  ['ALTER TABLE a RENAME AS b', m.renameTable('a', 'b')],
  [
    "ALTER TABLE customer ADD COLUMN a int NOT NULL FIRST, ADD (b int, c int), ADD d varchar(5) DEFAULT 'x' AFTER id, DROP COLUMN email, DROP b",
    m.addColumn('customer', m.column('a', types.integer(), { nullable: false }), { on: { [dialect]: { position: 'first' } } }),
    m.addColumn('customer', m.column('b', types.integer())),
    m.addColumn('customer', m.column('c', types.integer())),
    m.addColumn('customer', m.column('d', types.string(5), { default: 'x' }), { on: { [dialect]: { position: { after: 'id' } } } }),
    m.dropColumn('customer', 'email'),
    m.dropColumn('customer', 'b'),
  ],
  // What is not said anew is gone.
  ['ALTER TABLE customer MODIFY EMAIL varchar(60)', m.alterColumn('customer', 'email', { name: 'EMAIL', type: types.string(60), nullable: true, default: null, comment: null })],
  ['ALTER TABLE customer MODIFY id int', m.alterColumn('customer', 'id', { type: types.integer(), nullable: false, identity: null })],
  ['ALTER TABLE plain ADD PRIMARY KEY (A)', m.addConstraint('plain', m.primaryKey(['a'])), m.alterColumn('plain', 'a', { nullable: false })],
  [
    "ALTER TABLE customer CHANGE COLUMN email mail text NOT NULL COMMENT 'new', ALGORITHM=INPLACE, LOCK=NONE",
    m.alterColumn('customer', 'email', { name: 'mail', type: types.native('TEXT'), nullable: false, default: null, comment: 'new' }),
  ],
  [
    "ALTER TABLE customer ALTER email SET DEFAULT 'y', ALTER COLUMN id DROP DEFAULT, RENAME COLUMN email TO mail",
    m.alterColumn('customer', 'email', { default: 'y' }), m.alterColumn('customer', 'id', { default: null }), m.alterColumn('customer', 'email', { name: 'mail' }),
  ],
  [
    'ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a), ADD PRIMARY KEY (a, b), ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (v) ON UPDATE CASCADE, ADD CHECK (a > 0), ADD INDEX ix (a), ADD UNIQUE INDEX ux (b)',
    m.addConstraint('t', m.unique(['a'], { name: 'uq' })),
    m.addConstraint('t', m.primaryKey(['a', 'b'])),
    m.addConstraint('t', m.foreignKey(['a'], 'u', ['v'], { name: 'fk', onUpdate: 'cascade' })),
    m.addConstraint('t', m.check(raw('a > 0'))),
    m.createIndex('ix', 't', ['a']),
    m.createIndex('ux', 't', ['b'], { unique: true }),
  ],
  [
    'ALTER TABLE customer DROP PRIMARY KEY, DROP FOREIGN KEY fk, DROP INDEX uq_email, DROP KEY ix_email, DROP CONSTRAINT ck',
    m.dropConstraint('customer', 'pk_customer', 'primaryKey'), m.dropConstraint('customer', 'fk', 'foreignKey'), m.dropConstraint('customer', 'uq_email', 'unique'),
    m.dropIndex('ix_email', 'customer'), m.dropConstraint('customer', 'ck', 'check'),
  ],
  ['ALTER TABLE customer RENAME INDEX ix_email TO ix, RENAME KEY uq_email TO uq', m.renameIndex('ix_email', 'customer', 'ix'), m.renameConstraint('customer', 'uq_email', 'uq', 'unique')],
  ["ALTER TABLE t COMMENT = 'x', ENGINE = MyISAM", m.setTableOptions('t', { [dialect]: { engine: 'MyISAM' } }), m.setTableComment('t', 'x')],
  ['CREATE UNIQUE INDEX ix USING BTREE ON t (a, b(5) DESC, (lower(c))) ALGORITHM = INPLACE LOCK = NONE',
    m.createIndex('ix', 't', ['a', m.desc('b', { on: { [dialect]: { length: 5 } } }), raw('lower(c)')], { unique: true, on: { [dialect]: { using: 'btree', algorithm: 'inplace', lock: 'none' } } })],
  ['DROP INDEX ix_email ON customer', m.dropIndex('ix_email', 'customer')],
  ['DROP INDEX uq_email ON customer', m.dropConstraint('customer', 'uq_email', 'unique')],
  ['CREATE OR REPLACE VIEW v (a) AS SELECT 1', m.createView('v', raw('SELECT 1'), { columns: ['a'], orReplace: true })],
  ['DROP VIEW IF EXISTS v', m.dropView('v', { ifExists: true })],
  ['CREATE TRIGGER tr BEFORE INSERT ON customer FOR EACH ROW SET NEW.email = 1', m.createTrigger('tr', 'customer', raw('BEFORE INSERT ON customer FOR EACH ROW SET NEW.email = 1'))],
  ['CREATE FUNCTION f(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n', m.createFunction('f', raw('(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n'))],
  ['DROP PROCEDURE IF EXISTS p', m.dropProcedure('p', { ifExists: true })],
  ['CREATE DATABASE IF NOT EXISTS app', m.createSchema('app', { ifNotExists: true })],
  ['DROP SCHEMA app', m.dropSchema('app')],
  ...['SELECT 1', 'INSERT INTO t VALUES (1)', "SET NAMES 'utf8mb4'", 'START TRANSACTION', 'COMMIT', 'TRUNCATE TABLE t', 'ANALYZE TABLE t', 'LOCK TABLES t WRITE', 'GRANT SELECT ON t TO joe', "CREATE USER joe IDENTIFIED BY 'x'", 'SELECT a INTO @x FROM t', '/*!40101 SET NAMES utf8 */', "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */"].map((sql) => [sql] as const),
];

const opaque: readonly Opaque[] = [
  ['CREATE TABLE t (a INT REFERENCES customer (id))', /the version of the server tells/, ['t']],
  ['CREATE TABLE t (a INT INVISIBLE)', /'INVISIBLE\)'/, ['t']],
  ['CREATE TABLE t (a INT SRID 0)', /'SRID 0\)'/, ['t']],
  ['CREATE TABLE t (a INT CHECK (a > 0) NOT ENFORCED)', /'NOT ENFORCED\)'/, ['t']],
  ['CREATE TABLE t (a INT) PARTITION BY HASH (a)', /'PARTITION BY HASH'/, ['t']],
  ['CREATE TABLE t (a INT) SELECT 1 AS a', /'SELECT 1 AS'/, ['t']],
  ['CREATE TABLE t LIKE customer', /'LIKE customer'/, ['t']],
  ['CREATE TABLE t (a INT) /*!50100 PARTITION BY HASH (a) */', /executable comment/, ['t']],
  ["/*!40101 SET SQL_MODE = 'ANSI_QUOTES' */", /without schema is in another/, []],
  ['ALTER TABLE customer DROP CONSTRAINT nobody', /what constraint 'nobody'/, ['customer']],
  ['ALTER TABLE nobody DROP PRIMARY KEY', /which primary key/, ['nobody']],
  ['ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4', /'CONVERT TO CHARACTER'/, ['t']],
  ['ALTER TABLE customer MODIFY id bigint PRIMARY KEY', /a constraint in the line of a column/, ['customer']],
  ['RENAME TABLE a TO app.a', /to another schema/, ['a', 'app.a']],
  ['CREATE ALGORITHM = MERGE VIEW v AS SELECT 1', /'ALGORITHM = MERGE'/, ['v']],
  ['CREATE VIEW v AS SELECT 1 WITH CHECK OPTION', /written through a view/, ['v']],
  ["PREPARE s FROM 'ALTER TABLE t ADD a INT'", /a text that may be run/, ['t']],
  ["SET @s = 'DROP TABLE t'", /a text that may be run/, ['t']],
  ['EXECUTE s', /what EXECUTE does/, ['s']],
  ['CALL p()', /what CALL does/, ['p']],
  ['USE app', /without schema is in another/, []],
  ["SET sql_mode = 'ANSI_QUOTES'", /without schema is in another/, []],
].map(([sql, reason, names]) => [sql, reason, names] as Opaque);

readings('mysql', { before, read: read('mysql'), opaque }).run();

readings('mariadb', {
  before,
  read: [
    ...read('mariadb'),
    ['CREATE TABLE t (a TIMESTAMP(6) NULL, b TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6))',
      m.createTable('t', [m.column('a', types.timestamp({ zone: true })), m.column('b', types.timestamp({ zone: true }), { nullable: false, default: m.now() })])],
    ['ALTER TABLE customer ADD COLUMN IF NOT EXISTS a INT, DROP COLUMN IF EXISTS b', m.addColumn('customer', m.column('a', types.integer()), { ifNotExists: true }), m.dropColumn('customer', 'b', { ifExists: true })],
    ['CREATE SEQUENCE IF NOT EXISTS s START WITH 5 INCREMENT BY 2 MINVALUE 1 NOCACHE CYCLE', m.createSequence('s', { start: 5, increment: 2, minValue: 1, cycle: true, ifNotExists: true })],
    ['DROP SEQUENCE IF EXISTS s', m.dropSequence('s', { ifExists: true })],
  ],
  opaque: [
    ...opaque,
    ['CREATE TABLE t (a TIMESTAMP)', /is the server's to say/, ['t']],
    ['CREATE TABLE t (a TIMESTAMP NOT NULL)', /is the server's to say/, ['t']],
    ['CREATE TABLE t (a INT) WITH SYSTEM VERSIONING', /'WITH SYSTEM VERSIONING'/, ['t']],
    ['CREATE OR REPLACE TABLE t (a INT)', /may replace what is there/, ['t']],
  ],
}).run();
