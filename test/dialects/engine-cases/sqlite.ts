import type { Check, EngineCases } from '../engine-cases.ts';

const gives = (query: string, ...rows: readonly (readonly string[])[]): Check => ({ query, rows });

/** Type, NOT NULL, default; of computed columns as well. */
const column = (table: string, name: string, row: readonly [string, string, string]): Check =>
  gives(`SELECT type, "notnull", dflt_value FROM pragma_table_xinfo('${table}') WHERE name = '${name}'`, row);

/** 0: plain, 2: VIRTUAL, 3: STORED. https://www.sqlite.org/pragma.html#pragma_table_xinfo */
const hidden = (table: string, name: string, kind: '0' | '2' | '3'): Check =>
  gives(`SELECT hidden FROM pragma_table_xinfo('${table}') WHERE name = '${name}'`, [kind]);

const columns = (table: string, ...names: readonly string[]): Check =>
  gives(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`, ...names.map((name) => [name]));

/** The names of objects of a kind on a table, and whether they are there. */
const made = (type: 'index' | 'trigger' | 'view', table: string, ...names: readonly string[]): Check =>
  gives(
    `SELECT name FROM sqlite_master WHERE type = '${type}' AND tbl_name = '${table}' AND sql IS NOT NULL ORDER BY 1`,
    ...names.map((name) => [name]),
  );

/** Each key column of an index with its collation and whether it descends. */
const index = (name: string, ...keys: readonly (readonly [string, string, string])[]): Check =>
  gives(`SELECT name, coll, "desc" FROM pragma_index_xinfo('${name}') WHERE key ORDER BY seqno`, ...keys);

const foreignKey = (table: string, ...rows: readonly (readonly string[])[]): Check =>
  gives(`SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list('${table}')`, ...rows);

const unique = (table: string, ...names: readonly string[]): Check =>
  gives(
    `SELECT info.name FROM pragma_index_list('${table}') AS list, pragma_index_info(list.name) AS info ` +
      "WHERE list.origin = 'u'",
    ...names.map((name) => [name]),
  );

const key = (table: string, ...names: readonly string[]): Check =>
  gives(`SELECT name FROM pragma_table_info('${table}') WHERE pk ORDER BY pk`, ...names.map((name) => [name]));

/** Whether the table's own text, which is all that keeps the names of constraints, holds a piece. */
const says = (table: string, piece: string): Check =>
  gives(`SELECT instr(sql, '${piece.replaceAll("'", "''")}') > 0 FROM sqlite_master WHERE name = '${table}'`, ['1']);

/** Nothing of a rebuild or of a count is left behind. */
const TIDY = gives(
  "SELECT name FROM sqlite_master WHERE name LIKE 'migsql%' UNION ALL SELECT name FROM sqlite_temp_master " +
    'UNION ALL SELECT 1 FROM pragma_legacy_alter_table WHERE legacy_alter_table <> 0',
);

const TICKET = "INSERT INTO ticket (id, priority, quantity, price) VALUES (1, 'low', 2, 1.5)";
const TICKET_KEPT = gives('SELECT id, quantity, price FROM ticket', ['1', '2', '1.5']);
const TICKET_KEY = foreignKey('ticket', ['customer', 'id', 'id', 'NO ACTION']);
const RICH = 'CREATE VIEW rich AS SELECT id FROM customer';
const TRIGGER =
  'CREATE TRIGGER tr_purchase AFTER UPDATE ON purchase BEGIN UPDATE customer SET note = NEW.number; END';
const TRIGGER_FIRES = gives('UPDATE purchase SET number = 9;\nSELECT note FROM customer', ['9']);
const TWICE = gives('INSERT INTO t (a) VALUES (21) RETURNING twice', ['42']);
const NUMBER_INDEX = index('ix_purchase_number', ['number', 'BINARY', '0']);
const EMAIL_INDEX = index('ix_customer_email', ['email', 'BINARY', '0']);
const CUSTOMER_INDEX = made('index', 'customer', 'ix_customer_since');
const LISTS_ALL = "INSERT INTO ticket (id, priority) VALUES (2, 'urgent') RETURNING priority";

export const sqlite: EngineCases = {
  needs: {
    dropColumn: { mssqlUnknown: 'CREATE TABLE elsewhere (a INTEGER, b INTEGER)' },
    alterColumn: {
      enumType: "UPDATE customer SET note = 'low'",
      dropIdentity: TICKET,
      addGenerated: TICKET,
      changeGenerated: TICKET,
      dropGenerated: TICKET,
    },
    addColumn: { generated: TICKET },
    renameConstraint: { foreignKey: TICKET },
    validateConstraint: { foreignKey: TICKET },
    addEnumValue: { last: TICKET, before: TICKET, ifNotExists: TICKET },
    renameEnumValue: { plain: TICKET },
    createView: { orReplace: RICH },
    dropView: { plain: RICH, ifExists: RICH },
    createTrigger: { orReplace: TRIGGER },
    dropTrigger: { plain: TRIGGER },
  },
  notRun: {},
  checks: {
    createTable: {
      plain: columns('t', 'a', 'b'),
      compositeKey: key('t', 'a', 'b'),
      flags: [
        key('badge', 'id'),
        unique('badge', 'code'),
        foreignKey('badge', ['customer', 'customer_id', 'id', 'CASCADE']),
        made('index', 'badge', 'ix_badge_customer_id'),
        says('badge', 'CONSTRAINT ck_badge_level CHECK (level > 0)'),
      ],
      indexed: index('ix_badge', ['a', 'BINARY', '0'], ['b', 'BINARY', '1']),
      ifNotExists: columns('t', 'a'),
      temporary: gives("SELECT name FROM sqlite_temp_master WHERE type = 'table'", ['t']),
      generated: [hidden('t', 'twice', '2'), TWICE],
      generatedStored: [hidden('t', 'twice', '3'), TWICE],
      generatedVirtual: [hidden('t', 'twice', '2'), TWICE],
      collation: gives("INSERT INTO t (a) VALUES ('Ada') RETURNING a = 'ADA'", ['1']),
      deferrable: gives(
        'PRAGMA foreign_keys = ON;\nBEGIN;\nINSERT INTO t (a) VALUES (99);\nSELECT count(*) FROM t;\nROLLBACK',
        ['1'],
      ),
      // The second row with the same value is passed over.
      clustered: gives('INSERT INTO t (a, b) VALUES (1, 1), (2, 1);\nSELECT a FROM t', ['1']),
    },
    dropTable: { ifExists: gives("SELECT name FROM sqlite_master WHERE name = 'purchase'") },
    addColumn: {
      references: foreignKey('purchase', ['ticket', 'ticket_id', 'id', 'CASCADE']),
      unique: [unique('purchase', 'code'), TIDY],
      indexed: index('ix_purchase_code', ['code', 'BINARY', '0']),
      check: [says('purchase', 'CONSTRAINT ck_purchase_weight CHECK (weight > 0)'), TIDY],
      primaryKey: [
        key('purchase', 'id'),
        gives('SELECT id, number FROM purchase', ['1', '7']),
        gives('INSERT INTO purchase (customer_id, number) VALUES (1, 8) RETURNING id', ['2']),
      ],
      generated: [hidden('ticket', 'double_quantity', '2'), gives('SELECT double_quantity FROM ticket', ['4'])],
      position: columns('purchase', 'customer_id', 'number', 'placed_at', 'note'),
      positionFirst: columns('purchase', 'customer_id', 'number', 'placed_at', 'note'),
      enum: gives('SELECT priority FROM purchase', ['low']),
    },
    dropColumn: {
      withDependents: [
        columns('customer', 'id', 'balance', 'note', 'active', 'since'),
        unique('customer'),
        CUSTOMER_INDEX,
        TICKET_KEY,
        TIDY,
      ],
      mssqlUnknown: columns('elsewhere', 'b'),
    },
    alterColumn: {
      type: [CUSTOMER_INDEX, TICKET_KEY, TIDY],
      dropIdentity: [
        column('ticket', 'id', ['BIGINT', '1', 'NULL']),
        TICKET_KEPT,
        gives("INSERT OR IGNORE INTO ticket (quantity) VALUES (1) RETURNING 'numbered'"),
      ],
      addGenerated: [hidden('ticket', 'price', '2'), gives('SELECT quantity, price, total FROM ticket', ['2', '4', '8'])],
      changeGenerated: [hidden('ticket', 'total', '2'), TICKET_KEPT, gives('SELECT total FROM ticket', ['6'])],
      dropGenerated: [hidden('ticket', 'total', '0'), TICKET_KEPT, gives('SELECT total FROM ticket', ['3'])],
      collation: gives("UPDATE customer SET note = 'Ada';\nSELECT note = 'ADA' FROM customer", ['1']),
      position: columns('purchase', 'customer_id', 'number', 'placed_at'),
      onUpdateNow: columns('purchase', 'customer_id', 'number', 'placed_at'),
      enumType: [
        says('customer', "CONSTRAINT priority CHECK (note IN ('low', 'high'))"),
        gives('SELECT note FROM customer', ['low']),
      ],
    },
    createIndex: {
      ifNotExists: NUMBER_INDEX,
      collation: index('ix_customer_email', ['email', 'NOCASE', '0']),
      method: EMAIL_INDEX,
      opclass: EMAIL_INDEX,
      prefix: index('ix_customer_note', ['email', 'BINARY', '0']),
      fulltext: EMAIL_INDEX,
      storage: NUMBER_INDEX,
      clustered: NUMBER_INDEX,
      columnstore: NUMBER_INDEX,
    },
    dropIndex: { ifExists: made('index', 'customer'), online: made('index', 'customer') },
    addConstraint: {
      check: says('purchase', 'CONSTRAINT ck_purchase_number CHECK (number > 0)'),
      unnamed: [unique('purchase', 'number'), says('purchase', 'CONSTRAINT uq_purchase_number UNIQUE')],
    },
    dropConstraint: { ifExists: gives('UPDATE customer SET balance = -1 RETURNING balance', ['-1']) },
    setTableOptions: { change: says('purchase', 'placed_at TIMESTAMP\n)'), otherDatabase: [] },
    rebuildTable: {
      changes: [
        gives('SELECT email, since, level FROM customer', ['a@x', '2020-02-29', '1']),
        columns('customer', 'id', 'email', 'balance', 'active', 'since', 'level'),
        CUSTOMER_INDEX,
        TIDY,
      ],
      asItIs: [gives('SELECT customer_id, number, placed_at FROM purchase', ['1', '7', '2021-03-04 05:06:07']), TIDY],
    },
    renameIndex: { plain: made('index', 'customer', 'ix_customer_from') },
    renameConstraint: {
      primaryKey: [says('customer', 'CONSTRAINT pk_client PRIMARY KEY'), key('customer', 'id'), CUSTOMER_INDEX],
      unique: [says('customer', 'CONSTRAINT uq_client_email UNIQUE'), gives('SELECT email FROM customer', ['a@x'])],
      check: says('customer', 'CONSTRAINT ck_client_balance CHECK'),
      foreignKey: [says('ticket', 'CONSTRAINT fk_ticket_client FOREIGN KEY'), TICKET_KEPT, TICKET_KEY],
    },
    validateConstraint: { foreignKey: [TICKET_KEPT, TIDY] },
    addEnumValue: {
      last: [TICKET_KEPT, gives(LISTS_ALL, ['urgent'])],
      before: [TICKET_KEPT, gives("INSERT INTO ticket (id, priority) VALUES (2, 'it''s') RETURNING priority", ["it's"])],
      ifNotExists: [TICKET_KEPT, gives(LISTS_ALL, ['urgent'])],
    },
    renameEnumValue: {
      plain: [
        TICKET_KEPT,
        gives('INSERT INTO ticket (id) VALUES (2);\nSELECT id, priority FROM ticket ORDER BY id', ['1', 'minor'], ['2', 'minor']),
        gives("INSERT OR IGNORE INTO ticket (id, priority) VALUES (3, 'high') RETURNING priority", ['high']),
      ],
    },
    createView: {
      plain: gives('SELECT * FROM rich', ['1']),
      columns: gives('SELECT number, address FROM rich', ['1', 'a@x']),
      orReplace: gives('SELECT * FROM rich', ['1']),
    },
    dropView: { plain: made('view', 'rich'), ifExists: made('view', 'rich') },
    createTrigger: {
      plain: [made('trigger', 'purchase', 'tr_purchase'), TRIGGER_FIRES],
      orReplace: [made('trigger', 'purchase', 'tr_purchase'), TRIGGER_FIRES],
    },
    dropTrigger: { plain: made('trigger', 'purchase') },
    insertFrom: {
      plain: gives('SELECT number FROM purchase ORDER BY number', ['1'], ['7']),
      expected: [gives('SELECT number FROM purchase ORDER BY number', ['1'], ['7']), TIDY],
    },
    updateRows: {
      plain: gives('SELECT note, balance FROM customer', ["it's", '5']),
      everyRow: gives("SELECT count(*) FROM purchase WHERE placed_at > '2024-01-01'", ['1']),
      expected: [gives('SELECT note FROM customer', ['x']), TIDY],
      expectedRange: [gives('SELECT note FROM customer', ['x']), TIDY],
    },
    requires: { plain: TIDY, quoted: TIDY },
    expects: { none: TIDY, some: TIDY },
    deleteRows: {
      plain: gives('SELECT count(*) FROM purchase', ['1']),
      everyRow: gives('SELECT count(*) FROM purchase', ['0']),
      expected: [gives('SELECT count(*) FROM purchase', ['0']), TIDY],
      matching: gives('SELECT count(*) FROM customer', ['0']),
    },
  },
};
