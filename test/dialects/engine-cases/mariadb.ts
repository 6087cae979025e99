import type { Check, EngineCases } from '../engine-cases.ts';

const gives = (query: string, ...rows: readonly (readonly string[])[]): Check => ({ query, rows });

const ofTable = (table: string): string => `WHERE table_schema = DATABASE() AND table_name = '${table}'`;

/** Type, nullable, default, what else the column does, what it is computed from. */
const column = (table: string, name: string, ...row: readonly [string, string, string, string, string]): Check =>
  gives(
    'SELECT column_type, is_nullable, column_default, extra, generation_expression FROM information_schema.columns ' +
      `${ofTable(table)} AND column_name = '${name}'`,
    row,
  );

const columns = (table: string, ...names: readonly string[]): Check =>
  gives(
    `SELECT column_name FROM information_schema.columns ${ofTable(table)} ORDER BY ordinal_position`,
    ...names.map((name) => [name]),
  );

const constraints = (table: string, ...rows: readonly (readonly [string, string])[]): Check =>
  gives(
    `SELECT constraint_name, constraint_type FROM information_schema.table_constraints ${ofTable(table)} ORDER BY 1`,
    ...rows,
  );

const foreignKey = (name: string, ...row: readonly [string, string, string, string]): Check =>
  gives(
    'SELECT table_name, column_name, referenced_table_name, referenced_column_name ' +
      `FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND constraint_name = '${name}'`,
    row,
  );

/** A row a key column: index, column, order, characters of it, kind, whether a value may stand there twice. */
type KeyRow = readonly [string, string, string, string, string, string];

const indexes = (table: string, ...rows: readonly KeyRow[]): Check =>
  gives(
    'SELECT index_name, column_name, collation, sub_part, index_type, non_unique FROM information_schema.statistics ' +
      `${ofTable(table)} AND index_name NOT IN ('PRIMARY', 'uq_customer_email') ORDER BY index_name, seq_in_index`,
    ...rows,
  );

const SINCE = ['ix_customer_since', 'since', 'A', 'NULL', 'BTREE', '1'] as const;
const NUMBER = indexes('purchase', ['ix_purchase_number', 'number', 'A', 'NULL', 'BTREE', '1']);

const OPTIONS = (table: string): Check =>
  gives(`SELECT engine, row_format, table_collation FROM information_schema.tables ${ofTable(table)}`, [
    'InnoDB',
    'Dynamic',
    'utf8mb4_bin',
  ]);

const sequence = (...row: readonly [string, string, string, string, string, string]): Check =>
  gives(
    'SELECT start_value, minimum_value, maximum_value, increment, cache_size, cycle_option FROM order_number',
    row,
  );

const LAST = '9223372036854775806';
const SEQUENCE = 'CREATE SEQUENCE order_number';
const ELSEWHERE = 'CREATE TABLE elsewhere (a INTEGER, b INTEGER)';
const VIEW = 'CREATE VIEW rich AS SELECT email FROM customer';
const TWICE = 'CREATE FUNCTION twice (n INT) RETURNS INT DETERMINISTIC RETURN n';
const TRIGGER = 'CREATE TRIGGER tr_purchase BEFORE UPDATE ON purchase FOR EACH ROW SET NEW.number = 1';
const TICKETS = "INSERT INTO ticket (id, priority, quantity, price) VALUES (1, 'low', 2, 1.5)";

const noRoutine = gives('SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()');
const noTrigger = gives('SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()');
const noTable = (name: string): Check => gives(`SELECT table_name FROM information_schema.tables ${ofTable(name)}`);
const purchases = (...rows: readonly (readonly [string, string])[]): Check =>
  gives('SELECT customer_id, number FROM purchase ORDER BY number', ...rows);
const priorities = (type: string, fallback: string, held: string): readonly Check[] => [
  column('ticket', 'priority', type, 'NO', `'${fallback}'`, '', 'NULL'),
  gives('SELECT priority FROM ticket', [held]),
];

const SERVER_WIDE = 'it is of the whole server; mariadb-more.test.ts tries it under a name of its own';

export const mariadb: EngineCases = {
  needs: {
    createTable: { ifNotExists: 'CREATE TABLE t (b INTEGER)', sequenceDefault: SEQUENCE },
    addColumn: { ifNotExists: 'ALTER TABLE purchase ADD COLUMN total DATE' },
    dropColumn: { mssqlUnknown: ELSEWHERE },
    alterColumn: { enumType: "UPDATE customer SET note = 'high'", changeGenerated: TICKETS },
    createIndex: { ifNotExists: 'CREATE INDEX ix_purchase_number ON purchase (placed_at)' },
    rebuildTable: { unknownTable: ELSEWHERE },
    addEnumValue: { last: TICKETS, before: TICKETS, ifNotExists: TICKETS },
    renameEnumValue: { plain: TICKETS },
    alterSequence: { change: SEQUENCE, restart: SEQUENCE, noBound: `${SEQUENCE} MAXVALUE 9` },
    dropSequence: { plain: SEQUENCE },
    createView: { orReplace: VIEW },
    dropView: { plain: VIEW, ifExists: VIEW },
    createRoutine: { procedure: 'CREATE PROCEDURE `purge` () SELECT 1' },
    dropRoutine: { function: TWICE },
    createTrigger: { orReplace: TRIGGER },
    dropTrigger: { plain: TRIGGER },
    setTableOptions: { change: 'ALTER TABLE purchase ROW_FORMAT = COMPACT' },
  },
  notRun: {
    createSchema: { plain: SERVER_WIDE, ifNotExists: SERVER_WIDE },
    dropSchema: { plain: SERVER_WIDE, ifExists: SERVER_WIDE, cascade: SERVER_WIDE },
    grant: {
      table: SERVER_WIDE, columns: SERVER_WIDE, sequence: SERVER_WIDE, function: SERVER_WIDE, all: SERVER_WIDE,
    },
    revoke: { table: SERVER_WIDE },
  },
  checks: {
    createTable: {
      flags: [
        constraints(
          'badge',
          ['ck_badge_level', 'CHECK'],
          ['fk_badge_customer_id_customer', 'FOREIGN KEY'],
          ['PRIMARY', 'PRIMARY KEY'],
          ['uq_badge_code', 'UNIQUE'],
        ),
        foreignKey('fk_badge_customer_id_customer', 'badge', 'customer_id', 'customer', 'id'),
        indexes(
          'badge',
          ['ix_badge_customer_id', 'customer_id', 'A', 'NULL', 'BTREE', '1'],
          ['uq_badge_code', 'code', 'A', 'NULL', 'BTREE', '0'],
        ),
      ],
      indexed: indexes(
        'badge',
        ['ix_badge', 'a', 'A', 'NULL', 'BTREE', '0'],
        ['ix_badge', 'b', 'D', 'NULL', 'BTREE', '0'],
      ),
      ifNotExists: columns('t', 'b'),
      temporary: gives(
        `SELECT table_type FROM information_schema.tables ${ofTable('t')} AND table_type = 'BASE TABLE'`,
      ),
      generated: [
        column('t', 'twice', 'int(11)', 'YES', 'NULL', 'VIRTUAL GENERATED', '`a` * 2'),
        gives('INSERT INTO t (a) VALUES (4)'),
        gives('SELECT twice FROM t', ['8']),
      ],
      generatedStored: column('t', 'twice', 'int(11)', 'YES', 'NULL', 'STORED GENERATED', '`a` * 2'),
      generatedVirtual: column('t', 'twice', 'int(11)', 'YES', 'NULL', 'VIRTUAL GENERATED', '`a` * 2'),
      sequenceDefault: gives('INSERT INTO t VALUES (), () RETURNING a', ['1'], ['2']),
      collation: gives(`SELECT collation_name FROM information_schema.columns ${ofTable('t')}`, ['utf8mb4_bin']),
      options: OPTIONS('t'),
      columnOptions: [
        gives(
          `SELECT character_set_name FROM information_schema.columns ${ofTable('t')} AND column_name = 'a'`,
          ['ascii'],
        ),
        column('t', 'changed', 'datetime(6)', 'YES', 'current_timestamp(6)', 'on update current_timestamp(6)', 'NULL'),
      ],
      partitioned: columns('t', 'a'),
      clustered: constraints('t', ['PRIMARY', 'PRIMARY KEY'], ['uq_t', 'UNIQUE']),
    },
    dropTable: { ifExists: noTable('purchase') },
    addColumn: {
      references: foreignKey('fk_purchase_ticket', 'purchase', 'ticket_id', 'ticket', 'id'),
      unique: constraints('purchase', ['uq_purchase_code', 'UNIQUE']),
      indexed: indexes('purchase', ['ix_purchase_code', 'code', 'A', 'NULL', 'BTREE', '1']),
      check: constraints('purchase', ['ck_purchase_weight', 'CHECK']),
      primaryKey: [
        constraints('purchase', ['PRIMARY', 'PRIMARY KEY']),
        column('purchase', 'id', 'bigint(20)', 'NO', 'NULL', 'auto_increment', 'NULL'),
        gives('SELECT id FROM purchase', ['1']),
      ],
      ifNotExists: column('purchase', 'total', 'date', 'YES', 'NULL', '', 'NULL'),
      generated: column('ticket', 'double_quantity', 'int(11)', 'YES', 'NULL', 'VIRTUAL GENERATED', '`quantity` * 2'),
      position: columns('purchase', 'customer_id', 'number', 'note', 'placed_at'),
      positionFirst: columns('purchase', 'note', 'customer_id', 'number', 'placed_at'),
      enum: column('purchase', 'priority', "enum('low','high')", 'YES', "'low'", '', 'NULL'),
    },
    dropColumn: {
      ifExists: columns('purchase', 'customer_id', 'number'),
      withDependents: [
        constraints('customer', ['ck_customer_balance', 'CHECK'], ['PRIMARY', 'PRIMARY KEY']),
        indexes('customer', SINCE),
      ],
      mssqlUnknown: columns('elsewhere', 'b'),
    },
    alterColumn: {
      dropIdentity: column('ticket', 'id', 'bigint(20)', 'NO', 'NULL', '', 'NULL'),
      changeGenerated: [
        column('ticket', 'total', 'decimal(12,2)', 'YES', 'NULL', 'VIRTUAL GENERATED', '`quantity` * 3'),
        gives('SELECT total FROM ticket', ['6.00']),
      ],
      collation: gives(
        'SELECT data_type, collation_name FROM information_schema.columns ' +
          `${ofTable('customer')} AND column_name = 'note'`,
        ['longtext', 'utf8mb4_bin'],
      ),
      position: columns('purchase', 'placed_at', 'customer_id', 'number'),
      onUpdateNow: column(
        'purchase', 'placed_at', 'datetime(6)', 'YES', 'NULL', 'on update current_timestamp(6)', 'NULL',
      ),
      enumType: [
        column('customer', 'note', "enum('low','high')", 'YES', 'NULL', '', 'NULL'),
        gives('SELECT note FROM customer', ['high']),
      ],
    },
    createIndex: {
      ifNotExists: indexes('purchase', ['ix_purchase_number', 'placed_at', 'A', 'NULL', 'BTREE', '1']),
      method: indexes('customer', ['ix_customer_email', 'email', 'A', 'NULL', 'BTREE', '1'], SINCE),
      opclass: indexes('customer', ['ix_customer_email', 'email', 'A', 'NULL', 'BTREE', '1'], SINCE),
      prefix: indexes('customer', ['ix_customer_note', 'email', 'A', '10', 'BTREE', '1'], SINCE),
      fulltext: indexes('customer', ['ix_customer_email', 'email', 'NULL', 'NULL', 'FULLTEXT', '1'], SINCE),
      storage: NUMBER,
      clustered: NUMBER,
      columnstore: NUMBER,
    },
    dropIndex: { ifExists: indexes('customer'), online: indexes('customer') },
    addConstraint: { unnamed: constraints('purchase', ['uq_purchase_number', 'UNIQUE']) },
    dropConstraint: { ifExists: constraints('customer', ['PRIMARY', 'PRIMARY KEY'], ['uq_customer_email', 'UNIQUE']) },
    setTableOptions: { change: OPTIONS('purchase') },
    rebuildTable: {
      changes: [
        columns('customer', 'id', 'email', 'balance', 'active', 'since', 'level'),
        gives('SELECT email, level FROM customer', ['a@x', '1']),
      ],
      unknownTable: columns('elsewhere', 'b'),
    },
    renameIndex: { plain: indexes('customer', ['ix_customer_from', ...SINCE.slice(1)] as never) },
    renameConstraint: {
      primaryKey: constraints(
        'customer',
        ['ck_customer_balance', 'CHECK'],
        ['PRIMARY', 'PRIMARY KEY'],
        ['uq_customer_email', 'UNIQUE'],
      ),
      unique: constraints(
        'customer',
        ['ck_customer_balance', 'CHECK'],
        ['PRIMARY', 'PRIMARY KEY'],
        ['uq_client_email', 'UNIQUE'],
      ),
      check: constraints(
        'customer',
        ['ck_client_balance', 'CHECK'],
        ['PRIMARY', 'PRIMARY KEY'],
        ['uq_customer_email', 'UNIQUE'],
      ),
      foreignKey: [
        constraints('ticket', ['fk_ticket_client', 'FOREIGN KEY'], ['PRIMARY', 'PRIMARY KEY']),
        foreignKey('fk_ticket_client', 'ticket', 'id', 'customer', 'id'),
      ],
    },
    addEnumValue: {
      last: priorities("enum('low','high','urgent')", 'low', 'low'),
      before: priorities("enum('it''s','low','high')", 'low', 'low'),
      ifNotExists: priorities("enum('low','urgent','high')", 'low', 'low'),
    },
    renameEnumValue: { plain: priorities("enum('minor','high')", 'minor', 'minor') },
    createSequence: {
      plain: sequence('1', '1', LAST, '1', '1000', '0'),
      noCycle: sequence('1', '1', LAST, '1', '1000', '0'),
    },
    alterSequence: {
      change: sequence('1', '1', '5000', '5', '1000', '0'),
      restart: gives('SELECT NEXT VALUE FOR order_number', ['77']),
      noBound: sequence('1', '1', LAST, '1', '1000', '0'),
    },
    dropSequence: { plain: noTable('order_number'), ifExists: noTable('order_number') },
    createView: {
      plain: gives('SELECT id FROM rich', ['1']),
      columns: gives('SELECT number, address FROM rich', ['1', 'a@x']),
      orReplace: gives('SELECT * FROM rich', ['1']),
    },
    dropView: { plain: noTable('rich'), ifExists: noTable('rich') },
    createRoutine: {
      function: gives('SELECT twice(4)', ['8']),
      procedure: [gives('CALL `purge`()'), gives('SELECT count(*) FROM purchase', ['0'])],
    },
    dropRoutine: { function: noRoutine, procedure: noRoutine },
    createTrigger: {
      plain: [gives('UPDATE purchase SET number = 1'), gives('SELECT number FROM purchase', ['8'])],
      orReplace: [gives('UPDATE purchase SET number = 1'), gives('SELECT number FROM purchase', ['8'])],
    },
    dropTrigger: { plain: noTrigger, ifExists: noTrigger },
    insertFrom: { plain: purchases(['1', '1'], ['1', '7']), expected: purchases(['1', '1'], ['1', '7']) },
    updateRows: {
      plain: gives('SELECT note, balance FROM customer', ["it's", '5.00']),
      everyRow: gives('SELECT placed_at > NOW() - INTERVAL 1 DAY FROM purchase', ['1']),
      expected: gives('SELECT note FROM customer', ['x']),
      expectedRange: gives('SELECT note FROM customer', ['x']),
    },
    requires: { plain: purchases(['1', '7']), quoted: purchases(['1', '7']) },
    expects: { none: purchases(['1', '7']), some: purchases(['1', '7']) },
    onlyIf: { data: [gives('SELECT note FROM customer', ["it's"]), purchases()], schema: gives('SELECT paid FROM purchase', ['NULL']) },
    deleteRows: { plain: purchases(['1', '7']), everyRow: purchases(), expected: purchases() },
  },
};
