import * as m from '../../../src/authoring.ts';
import type { Op } from '../../../src/ops/index.ts';

/** Written by hand, as people write it. */
export const SCRIPT = `
CREATE TABLE customer (
  id integer PRIMARY KEY AUTOINCREMENT,
  "Full Name" VARCHAR(80) COLLATE nocase NOT NULL DEFAULT 'it''s' CONSTRAINT uq_name UNIQUE ON CONFLICT IGNORE,
  state TEXT NOT NULL DEFAULT 'fine' CONSTRAINT mood CHECK (state IN ('fine', 'it''s bad')),
  number int DEFAULT 5 /* not 6, of course */,
  twice INTEGER GENERATED ALWAYS AS (number * 2) STORED,
  thrice BIGINT AS (number * 3),
  untyped DEFAULT (1 + 2),
  since TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  [in brackets] BLOB CHECK ([in brackets] <> x''),
  active BOOLEAN DEFAULT 1,
  price DECIMAL(10,2) DEFAULT -1.5,
  CONSTRAINT ck_number CHECK (number > 0 AND (state <> 'a,b)')),
  UNIQUE (number, STATE)
);
CREATE TABLE IF NOT EXISTS main.purchase (
  customer_id INTEGER REFERENCES Customer ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line INTEGER,
  CONSTRAINT pk_purchase PRIMARY KEY (customer_id, line),
  CONSTRAINT fk_line FOREIGN KEY (line) REFERENCES customer ("ID") MATCH FULL NOT DEFERRABLE
) WITHOUT ROWID;
CREATE TABLE strictly (a ANY, b REAL) STRICT;
CREATE INDEX ix_lower ON customer (lower(state) COLLATE nocase DESC, number, "Full Name" COLLATE rtrim) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS ux_since ON customer (since DESC);
CREATE VIEW active_customer (a, "b c") AS SELECT id, number FROM customer WHERE active;
CREATE TRIGGER tr_number AFTER UPDATE OF number ON customer BEGIN SELECT 1; SELECT 2; END;
`;

const { types } = m;
const required = { nullable: false } as const;

export const EXPECTED: readonly Op[] = [
  m.createTable('customer', [
    m.column('id', types.integer(), { ...required, identity: true }),
    m.column('Full Name', types.string(80), { ...required, collation: 'nocase', default: "it's" }),
    m.column('state', types.enum('mood', ['fine', "it's bad"]), { ...required, default: 'fine' }),
    m.column('number', types.native('INT'), { default: 5 }),
    m.column('twice', types.integer(), { generated: { expression: m.sql`number * 2`, stored: true } }),
    m.column('thrice', types.bigint(), { generated: { expression: m.sql`number * 3`, stored: false } }),
    m.column('untyped', types.binary(), { default: m.sql`1 + 2` }),
    m.column('since', types.timestamp(), { default: m.now() }),
    m.column('in brackets', types.binary()),
    m.column('active', types.boolean(), { default: true }),
    m.column('price', types.numeric(10, 2), { default: -1.5 }),
    m.primaryKey(['id']),
    m.unique(['Full Name'], { name: 'uq_name', on: { sqlite: { onConflict: 'ignore' } } }),
    m.check(m.sql`[in brackets] <> x''`),
    m.check(m.sql`number > 0 AND (state <> 'a,b)')`, { name: 'ck_number' }),
    m.unique(['number', 'state']),
    m.index([{ expression: m.sql`lower(state)`, collation: 'nocase', order: 'desc' }, 'number', { column: 'Full Name', collation: 'rtrim' }], {
      name: 'ix_lower', where: m.sql`number IS NOT NULL`,
    }),
    m.index([m.desc('since')], { name: 'ux_since', unique: true }),
  ]),
  m.createTable(
    'purchase',
    [
      m.column('customer_id', types.integer(), required),
      m.column('line', types.integer(), required),
      m.foreignKey(['customer_id'], 'customer', ['id'], {
        onDelete: 'setNull', onUpdate: 'cascade', deferrable: true, initially: 'deferred',
      }),
      m.primaryKey(['customer_id', 'line'], { name: 'pk_purchase' }),
      m.foreignKey(['line'], 'customer', ['id'], { name: 'fk_line' }),
    ],
    { on: { sqlite: { withoutRowid: true } } },
  ),
  m.createTable('strictly', [m.column('a', types.native('ANY')), m.column('b', types.float())], { on: { sqlite: { strict: true } } }),
  m.createView('active_customer', m.sql`SELECT id, number FROM customer WHERE active`, { columns: ['a', 'b c'] }),
  m.createTrigger('tr_number', 'customer', m.sql`AFTER UPDATE OF number ON customer BEGIN SELECT 1; SELECT 2; END`),
];
