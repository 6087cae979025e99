import * as m from '../../../src/authoring.ts';
import type { Op } from '../../../src/ops/index.ts';

/** Written by hand, as people write it. */
export const SCRIPT = `
CREATE SEQUENCE order_number START WITH 5 INCREMENT BY 2 MAXVALUE 100 CYCLE;
CREATE SEQUENCE countdown INCREMENT BY -1;
CREATE TABLE customer (
  id INT AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(80) NOT NULL DEFAULT 'it''s' COMMENT 'it''s full',
  state ENUM('fine','it''s bad') NOT NULL DEFAULT 'fine',
  active BOOLEAN DEFAULT TRUE,
  settings JSON,
  number INTEGER DEFAULT (NEXT VALUE FOR order_number),
  twice INT AS (number * 2) STORED,
  thrice INT GENERATED ALWAYS AS (number * 3) VIRTUAL,
  since TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  moment DATETIME(6) DEFAULT NOW(6),
  day DATE DEFAULT (CURRENT_DATE),
  token CHAR(36) DEFAULT (UUID()),
  note LONGTEXT DEFAULT 'a\\\\b\\n',
  short TEXT,
  latin VARCHAR(10) CHARACTER SET latin1 COLLATE latin1_bin,
  usual VARCHAR(10) CHARACTER SET latin1,
  price DECIMAL(10, 2) DEFAULT -1.5,
  size TINYINT UNSIGNED,
  bytes VARBINARY(16) DEFAULT 'ab',
  UNIQUE KEY uq_name (name, state),
  KEY ix_note (short(20), number DESC),
  FULLTEXT KEY ft_note (note),
  CONSTRAINT ck_number CHECK (number > 0),
  checked INT CHECK (checked <> 3)
) COMMENT 'who buys' ROW_FORMAT = COMPRESSED;
CREATE TABLE purchase (
  customer_id INT, other_id INT, third_id INT,
  CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  FOREIGN KEY (other_id) REFERENCES customer (id),
  CONSTRAINT fk_third FOREIGN KEY (third_id) REFERENCES customer (id) ON DELETE RESTRICT,
  KEY ix_third (third_id)
) ENGINE = InnoDB COLLATE utf8mb4_bin;
CREATE VIEW active_customer AS SELECT id, name FROM customer WHERE name <> 'x';
DELIMITER //
CREATE PROCEDURE nothing(IN a INT UNSIGNED, OUT b VARCHAR(10)) READS SQL DATA COMMENT 'c' BEGIN SET b = a; END//
CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n//
CREATE TRIGGER tr_number BEFORE UPDATE ON customer FOR EACH ROW BEGIN SET NEW.number = 1; END//
DELIMITER ;
`;

const { types } = m;
const required = { nullable: false } as const;

export const EXPECTED: readonly Op[] = [
  m.createSequence('order_number', { start: 5, increment: 2, maxValue: 100, cycle: true }),
  m.createSequence('countdown', { increment: -1 }),
  m.createTable(
    'customer',
    [
      m.column('id', types.integer(), { ...required, identity: true }),
      m.column('name', types.string(80), { ...required, default: "it's", comment: "it's full" }),
      m.column('state', types.native("ENUM('fine', 'it''s bad')"), { ...required, default: 'fine' }),
      m.column('active', types.boolean(), { default: true }),
      m.column('settings', types.json()),
      m.column('number', types.integer(), { default: m.nextValue('order_number') }),
      m.column('twice', types.integer(), { generated: { expression: m.sql`${m.raw('`number` * 2')}`, stored: true } }),
      m.column('thrice', types.integer(), { generated: { expression: m.sql`${m.raw('`number` * 3')}`, stored: false } }),
      m.column('since', types.timestamp({ zone: true }), { ...required, default: m.now(), on: { mariadb: { onUpdateNow: true } } }),
      m.column('moment', types.timestamp(), { default: m.now() }),
      m.column('day', types.date(), { default: m.today() }),
      m.column('token', types.uuid(), { default: m.uuid() }),
      m.column('note', types.text(), { default: 'a\\b\n' }),
      m.column('short', types.native('TEXT')),
      m.column('latin', types.string(10), { collation: 'latin1_bin', on: { mariadb: { charset: 'latin1' } } }),
      m.column('usual', types.string(10), { on: { mariadb: { charset: 'latin1' } } }),
      m.column('price', types.numeric(10, 2), { default: -1.5 }),
      m.column('size', types.native('TINYINT UNSIGNED')),
      m.column('bytes', types.binary(16), { default: m.sql`'ab'` }),
      m.column('checked', types.integer()),
      m.primaryKey(['id']),
      m.unique(['name', 'state'], { name: 'uq_name' }),
      m.check(m.raw('`number` > 0'), { name: 'ck_number' }),
      m.check(m.raw('`checked` <> 3')),
      m.index([{ column: 'short', on: { mariadb: { length: 20 } } }, m.desc('number')], { name: 'ix_note' }),
      m.index(['note'], { name: 'ft_note', on: { mariadb: { kind: 'fulltext' } } }),
    ],
    { comment: 'who buys', on: { mariadb: { rowFormat: 'compressed' } } },
  ),
  m.createTable(
    'purchase',
    [
      m.column('customer_id', types.integer()),
      m.column('other_id', types.integer()),
      m.column('third_id', types.integer()),
      m.foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_customer', onDelete: 'setNull', onUpdate: 'cascade' }),
      m.foreignKey(['other_id'], 'customer', ['id'], { name: 'purchase_ibfk_1' }),
      m.foreignKey(['third_id'], 'customer', ['id'], { name: 'fk_third' }),
      m.index(['third_id'], { name: 'ix_third' }),
    ],
    { on: { mariadb: { collation: 'utf8mb4_bin' } } },
  ),
  m.createView(
    'active_customer',
    m.raw("select `customer`.`id` AS `id`,`customer`.`name` AS `name` from `customer` where `customer`.`name` <> 'x'"),
  ),
  m.createProcedure('nothing', m.sql`(IN a int(10) unsigned, OUT b varchar(10)) READS SQL DATA COMMENT 'c' BEGIN SET b = a; END`),
  m.createFunction('twice', m.sql`(n int(11)) RETURNS int(11) DETERMINISTIC RETURN 2 * n`),
  m.createTrigger('tr_number', 'customer', m.sql`BEFORE UPDATE ON customer FOR EACH ROW BEGIN SET NEW.number = 1; END`),
];
