import * as m from '../../../src/authoring.ts';
import type { Op } from '../../../src/ops/index.ts';

/** Written by hand, as people write it. */
export const SCRIPT = `
CREATE TYPE mood AS ENUM ('fine', 'so-so', 'it''s bad');
CREATE SEQUENCE order_number START 1000 INCREMENT 5 MAXVALUE 9999 CYCLE CACHE 10;
CREATE SEQUENCE countdown INCREMENT -1;
CREATE TABLE customer (
  id bigint GENERATED ALWAYS AS IDENTITY (START 5 INCREMENT 3) PRIMARY KEY,
  serial_id serial,
  "Full Name" varchar(80) COLLATE "C" NOT NULL DEFAULT 'it''s',
  state mood DEFAULT 'fine',
  number int DEFAULT nextval('order_number'),
  twice int GENERATED ALWAYS AS (number * 2) STORED,
  tags text[] DEFAULT '{}',
  since timestamptz DEFAULT now(),
  day date DEFAULT '2024-02-29',
  moment timestamp(3),
  token uuid DEFAULT gen_random_uuid(),
  settings jsonb NOT NULL DEFAULT '{"a": [1]}',
  price numeric(10, 2) DEFAULT -1.5,
  picture bytea DEFAULT '\\x00ff',
  active bool DEFAULT true,
  note text DEFAULT 'a' || 'b',
  CONSTRAINT ck_number CHECK (number > 0),
  CONSTRAINT uq_state UNIQUE NULLS NOT DISTINCT (state, number) INCLUDE (day),
  CONSTRAINT ex_number EXCLUDE USING gist (int4range(0, number) WITH &&) WHERE (number IS NOT NULL) DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 70);
COMMENT ON TABLE customer IS 'who buys';
COMMENT ON COLUMN customer.day IS 'the first';
CREATE UNLOGGED TABLE purchase (
  customer_id bigint CONSTRAINT fk_customer REFERENCES customer ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE,
  other_id bigint,
  CONSTRAINT fk_other FOREIGN KEY (other_id) REFERENCES customer (id) MATCH FULL
);
ALTER TABLE purchase ADD CONSTRAINT ck_later CHECK (other_id > 1) NOT VALID;
CREATE INDEX ix_plain ON customer (number DESC, day NULLS FIRST) INCLUDE (note) WHERE active;
CREATE INDEX ix_lower ON customer (lower("Full Name"), (lower(note)) COLLATE "C", note COLLATE "POSIX" text_pattern_ops);
CREATE INDEX ix_hash ON customer USING hash (day) WITH (fillfactor = 60);
CREATE UNIQUE INDEX ux_day ON customer (day) NULLS NOT DISTINCT;
CREATE TABLE measurement (at date) PARTITION BY RANGE (at);
CREATE TABLE measurement_2024 PARTITION OF measurement FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measurement_base (at date);
CREATE TABLE more (extra int) INHERITS (measurement_base);
CREATE VIEW a_two (renamed) AS SELECT 2 AS two;
CREATE MATERIALIZED VIEW total AS SELECT 1 AS one;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 2 * n';
CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER tr_same BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE SCHEMA app;
CREATE TABLE app.setting (key text PRIMARY KEY, state mood, customer_id bigint REFERENCES customer);
CREATE SCHEMA hidden;
CREATE TABLE hidden.secret (id int);
`;

const { types } = m;
const mood = types.enum('mood', ['fine', 'so-so', "it's bad"]);
const required = { nullable: false } as const;

export const EXPECTED: readonly Op[] = [
  m.createSchema('app'),
  m.createEnum('mood', ['fine', 'so-so', "it's bad"]),
  m.createSequence('order_number', { start: 1000, increment: 5, maxValue: 9999, cycle: true, cache: 10 }),
  m.createSequence('countdown', { increment: -1 }),
  m.createTable(
    'customer',
    [
      m.column('id', types.bigint(), { ...required, identity: { always: true, start: 5, increment: 3 } }),
      m.column('serial_id', types.native('SERIAL'), required),
      m.column('Full Name', types.string(80), { ...required, collation: 'C', default: "it's" }),
      m.column('state', mood, { default: 'fine' }),
      m.column('number', types.integer(), { default: m.nextValue('order_number') }),
      m.column('twice', types.integer(), { generated: { expression: m.sql`number * 2`, stored: true } }),
      m.column('tags', types.native('TEXT[]'), { default: '{}' }),
      m.column('since', types.timestamp({ zone: true }), { default: m.now() }),
      m.column('day', types.date(), { default: '2024-02-29', comment: 'the first' }),
      m.column('moment', types.native('TIMESTAMP(3)')),
      m.column('token', types.uuid(), { default: m.uuid() }),
      m.column('settings', types.json(), { ...required, default: m.json({ a: [1] }) }),
      m.column('price', types.numeric(10, 2), { default: -1.5 }),
      m.column('picture', types.binary(), { default: { bytes: '00ff' } }),
      m.column('active', types.boolean(), { default: true }),
      m.column('note', types.text(), { default: m.sql`'a'::text || 'b'::text` }),
      m.primaryKey(['id'], { name: 'customer_pkey' }),
      m.check(m.sql`number > 0`, { name: 'ck_number' }),
      m.unique(['state', 'number'], { name: 'uq_state', nullsNotDistinct: true, on: { postgresql: { include: ['day'] } } }),
      m.exclude([{ expression: m.sql`int4range(0, number)`, operator: '&&' }], {
        name: 'ex_number', where: m.sql`number IS NOT NULL`, deferrable: true, initially: 'deferred',
      }),
      m.index([m.desc('number'), { column: 'day', nulls: 'first' }], { name: 'ix_plain', include: ['note'], where: m.sql`active` }),
      m.index([m.sql`lower("Full Name"::text)`, { expression: m.sql`lower(note)`, collation: 'C' }, { column: 'note', collation: 'POSIX', on: { postgresql: { opclass: 'text_pattern_ops' } } }], { name: 'ix_lower' }),
      m.index(['day'], { name: 'ix_hash', on: { postgresql: { using: 'hash', with: { fillfactor: 60 } } } }),
      m.index(['day'], { name: 'ux_day', unique: true, nullsNotDistinct: true }),
    ],
    { comment: 'who buys', on: { postgresql: { with: { fillfactor: 70 } } } },
  ),
  m.createTable(
    'purchase',
    [
      m.column('customer_id', types.bigint()),
      m.column('other_id', types.bigint()),
      m.foreignKey(['customer_id'], 'customer', ['id'], {
        name: 'fk_customer', onDelete: 'setNull', onUpdate: 'cascade', deferrable: true,
      }),
      m.foreignKey(['other_id'], 'customer', ['id'], { name: 'fk_other', match: 'full' }),
    ],
    { on: { postgresql: { unlogged: true } } },
  ),
  m.addConstraint('purchase', m.check(m.sql`other_id > 1`, { name: 'ck_later', notValid: true })),
  m.createTable('measurement', [m.column('at', types.date())], { on: { postgresql: { partitionBy: m.sql`RANGE (at)` } } }),
  m.createTable('measurement_base', [m.column('at', types.date())]),
  m.createTable('more', [m.column('extra', types.integer())], { on: { postgresql: { inherits: [{ name: 'measurement_base' }] } } }),
  m.createTable({ schema: 'app', name: 'setting' }, [
    m.column('key', types.text(), required),
    m.column('state', mood),
    m.column('customer_id', types.bigint()),
    m.primaryKey(['key'], { name: 'setting_pkey' }),
    m.foreignKey(['customer_id'], 'customer', ['id'], { name: 'setting_customer_id_fkey' }),
  ]),
  m.createView('a_two', m.sql`SELECT 2 AS renamed`),
  m.createView('total', m.sql`SELECT 1 AS one`, { materialized: true }),
  m.createFunction('twice', m.sql`(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 2 * n$function$`, { signature: m.sql`n integer` }),
  m.createProcedure('nothing', m.sql`()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$`),
  m.createTrigger('tr_same', 'customer', m.sql`BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`),
];
