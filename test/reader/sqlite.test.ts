/** Statements of SQLite and the ops that they are, by hand. */
import * as m from '../../src/authoring.ts';
import { readings } from '../support/readings.ts';

const { types, raw } = m;

readings('sqlite', {
  before: [
    m.createTable('Customer', [
      m.column('Id', types.integer(), { nullable: false, identity: true }),
      m.column('email', types.text()),
      m.primaryKey(['Id']),
      m.index(['email'], { name: 'ix_email' }),
    ]),
    m.createTrigger('tr', 'Customer', 'AFTER DELETE ON Customer BEGIN SELECT 1; END'),
  ],
  read: [
    [
      "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL DEFAULT 'it''s', b, c VARCHAR(40) COLLATE NOCASE UNIQUE ON CONFLICT REPLACE, d NUMERIC(10, 2) DEFAULT -1.5, e BOOLEAN DEFAULT 1, f DATE DEFAULT CURRENT_DATE, g INTEGER DEFAULT (1 + 2) CHECK (g > 0))",
      m.createTable('t', [
        m.column('id', types.integer(), { nullable: false, identity: true }),
        m.column('a', types.text(), { nullable: false, default: "it's" }),
        m.column('b', types.binary()),
        m.column('c', types.string(40), { collation: 'NOCASE' }),
        m.column('d', types.numeric(10, 2), { default: -1.5 }),
        m.column('e', types.boolean(), { default: true }),
        m.column('f', types.date(), { default: m.today() }),
        m.column('g', types.integer(), { default: raw('1 + 2') }),
        m.primaryKey(['id']),
        m.unique(['c'], { on: { sqlite: { onConflict: 'replace' } } }),
        m.check(raw('g > 0')),
      ]),
    ],
    [
      'create table "my t" (a INT, b BIGINT, [c] INTEGER GENERATED ALWAYS AS (a * 2) STORED, `d` INT AS (a) VIRTUAL, CONSTRAINT pk PRIMARY KEY (A, b), FOREIGN KEY (b) REFERENCES customer (ID) ON DELETE CASCADE ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID, STRICT',
      m.createTable('my t', [
        m.column('a', types.native('INT'), { nullable: false }),
        m.column('b', types.bigint(), { nullable: false }),
        m.column('c', types.integer(), { generated: { expression: raw('a * 2'), stored: true } }),
        m.column('d', types.native('INT'), { generated: { expression: raw('a'), stored: false } }),
        m.primaryKey(['a', 'b'], { name: 'pk' }),
        m.foreignKey(['b'], 'Customer', ['Id'], { onDelete: 'cascade', deferrable: true, initially: 'deferred' }),
      ], { on: { sqlite: { withoutRowid: true, strict: true } } }),
    ],
    // A key of SQLite takes NULL, unless it is the number of the row.
    ['CREATE TABLE t (a TEXT PRIMARY KEY)', m.createTable('t', [m.column('a', types.text()), m.primaryKey(['a'])])],
    ['CREATE TABLE t (a INTEGER, b INTEGER, PRIMARY KEY (a))', m.createTable('t', [m.column('a', types.integer(), { nullable: false, identity: true }), m.column('b', types.integer()), m.primaryKey(['a'])])],
    ["CREATE TABLE t (state TEXT CONSTRAINT mood CHECK (state IN ('sad', 'it''s')))", m.createTable('t', [m.column('state', types.enum('mood', ['sad', "it's"]))])],
    ['CREATE TABLE t (a INTEGER REFERENCES Customer)', m.createTable('t', [m.column('a', types.integer(), { references: m.references('Customer', 'Id') })])],
    ['CREATE TABLE t (key TEXT, no INTEGER, desc TEXT, PRIMARY KEY (key, no))', m.createTable('t', [m.column('key', types.text()), m.column('no', types.integer()), m.column('desc', types.text()), m.primaryKey(['key', 'no'])])],
    ['CREATE INDEX ix ON t (desc DESC, key)', m.createIndex('ix', 't', [m.desc('desc'), 'key'])],
    ['CREATE TEMP TABLE IF NOT EXISTS t (a INTEGER)', m.createTable('t', [m.column('a', types.integer())], { temporary: true, ifNotExists: true })],
    ['DROP TABLE IF EXISTS main.t', m.dropTable('t', { ifExists: true })],
    ['ALTER TABLE customer RENAME TO client', m.renameTable('Customer', 'client')],
    ['ALTER TABLE customer RENAME COLUMN EMAIL TO mail', m.alterColumn('Customer', 'email', { name: 'mail' })],
    ['ALTER TABLE customer RENAME email TO "e mail"', m.alterColumn('Customer', 'email', { name: 'e mail' })],
    ["ALTER TABLE customer ADD note TEXT DEFAULT ''", m.addColumn('Customer', m.column('note', types.text(), { default: '' }))],
    ['ALTER TABLE customer DROP COLUMN EMAIL', m.dropColumn('Customer', 'email')],
    ["CREATE UNIQUE INDEX IF NOT EXISTS ix ON customer (EMAIL COLLATE NOCASE DESC, lower(email), (id + 1) ASC) WHERE email LIKE '%)%'",
      m.createIndex('ix', 'Customer', [m.desc('email', { collation: 'NOCASE' }), raw('lower(email)'), m.asc(raw('id + 1'))], { unique: true, ifNotExists: true, where: raw("email LIKE '%)%'") })],
    ['CREATE INDEX aux.ix ON t (a)', m.createIndex('ix', { schema: 'aux', name: 't' }, ['a'])],
    ['DROP INDEX IF EXISTS ix_email', m.dropIndex('ix_email', 'Customer', { ifExists: true })],
    ['CREATE VIEW v (a) AS SELECT 1 -- x', m.createView('v', raw('SELECT 1'), { columns: ['a'] })],
    ['DROP VIEW v', m.dropView('v')],
    ["CREATE TRIGGER tr2 AFTER UPDATE OF email ON Customer BEGIN SELECT 'on x'; END", m.createTrigger('tr2', 'Customer', raw("AFTER UPDATE OF email ON Customer BEGIN SELECT 'on x'; END"))],
    ['DROP TRIGGER tr', m.dropTrigger('tr', 'Customer')],
    ['DROP TRIGGER IF EXISTS nobody'],
    ...['SELECT 1', 'INSERT INTO t DEFAULT VALUES', 'PRAGMA foreign_keys = OFF', 'BEGIN IMMEDIATE', 'VACUUM', 'REINDEX t', "UPDATE t SET a = 'CREATE TABLE'", 'WITH x AS (SELECT 1) SELECT * FROM x', 'ANALYZE', "ATTACH 'x' AS aux"].map((sql) => [sql] as const),
  ],
  opaque: [
    // node-sql-parser drops the collation of the first and the WHEN of the last.
    ['CREATE TABLE t (a TEXT COLLATE NOCASE ASC)', /'ASC\)' says here/, ['t']],
    ['CREATE TABLE t (a INTEGER PRIMARY KEY DESC)', /'DESC\)'/, ['t']],
    ['CREATE TABLE t (a INTEGER PRIMARY KEY ON CONFLICT IGNORE)', /'ON CONFLICT IGNORE'/, ['t']],
    ['CREATE TABLE t (a INTEGER, PRIMARY KEY (a DESC))', /'DESC\)\)'/, ['t']],
    ['CREATE TABLE t (a INTEGER DEFAULT 1 + 2)', /'\+ 2\)'/, ['t']],
    ['CREATE TABLE t (a INTEGER) WITHOUT', /'WITHOUT'/, ['t']],
    ['CREATE TABLE t AS SELECT 1', /'AS SELECT 1'/, ['t']],
    ['CREATE TABLE t (a REFERENCES elsewhere)', /which columns of 'elsewhere'/, ['t']],
    ['CREATE TABLE t (order INTEGER)', /'order INTEGER\)'/, ['t']],
    ['CREATE VIRTUAL TABLE t USING fts5(a)', /'VIRTUAL TABLE t'/, ['t']],
    ['CREATE VIEW IF NOT EXISTS v AS SELECT 1', /whether it makes the view/, ['v']],
    ['CREATE TABLE t (a INTEGER /* open', /a comment is not closed/, ['t']],
    ['ALTER TABLE t ADD a INTEGER, ADD b INTEGER', /', ADD b'/, ['t']],
    ['DROP INDEX nobody', /which table index 'nobody'/, ['nobody']],
    ['PRAGMA writable_schema = ON', /without schema is in another/, []],
    ['', /what it does/, []],
  ],
}).run();
