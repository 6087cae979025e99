import type { OpName } from '../../src/ops/index.ts';
import type { Engine } from '../support/servers.ts';
import { CASES } from './cases.ts';

/** SQL per engine; an engine that is not named has none. */
export type PerEngine<T = string> = { readonly [E in Engine]?: T };
export type PerCase<T> = { readonly [N in OpName]?: { readonly [L in keyof (typeof CASES)[N]]?: T } };

const everywhere = (sql: string): PerEngine => ({ postgresql: sql, mariadb: sql, sqlite: sql });

/** Rows that stand in the tables of SETUP before every case, so that a change has something to lose. */
export const ROWS = [
  "INSERT INTO customer (email, balance, note, since) VALUES ('a@x', 200.5, '12', '2020-02-29')",
  "INSERT INTO purchase (customer_id, number, placed_at) VALUES (1, 7, '2021-03-04 05:06:07')",
].join(';\n');

const REGION = everywhere('CREATE TABLE sales.region (id INTEGER NOT NULL)');
const REGION_INDEX = everywhere('CREATE INDEX ix_region ON sales.region (id)');
const ELSEWHERE = everywhere('CREATE TABLE elsewhere (a INTEGER)');
const TYPED = {
  postgresql: 'CREATE TABLE elsewhere (at timestamptz, data jsonb, bin bytea)',
  mariadb: 'CREATE TABLE elsewhere (at timestamp(6) NULL, data json, bin longblob)',
  sqlite: 'CREATE TABLE elsewhere (at TEXT, data TEXT, bin BLOB)',
};

/** What a case needs beside SETUP; `sales` is a schema in PostgreSQL, a database in MariaDB, a file in SQLite. */
export const NEEDS: PerCase<PerEngine> = {
  createTable: {
    enum: { postgresql: "CREATE TYPE state AS ENUM ('new', 'it''s')" },
    // The extension may not be installed; a domain has the name as well.
    native: { postgresql: 'CREATE DOMAIN citext AS text' },
  },
  dropTable: { inSchema: REGION },
  renameTable: { inSchema: REGION },
  alterColumn: { unknownTable: ELSEWHERE, unknownTableWithFacts: ELSEWHERE },
  createIndex: { inSchema: REGION },
  dropIndex: {
    inSchema: {
      postgresql: `${REGION.postgresql};\n${REGION_INDEX.postgresql}`,
      mariadb: `${REGION.mariadb};\n${REGION_INDEX.mariadb}`,
      sqlite: `${REGION.sqlite};\nCREATE INDEX sales.ix_region ON region (id)`,
    },
  },
  dropConstraint: {
    foreignKey: {
      postgresql:
        'ALTER TABLE purchase ADD CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id)',
      mariadb:
        'ALTER TABLE purchase ADD CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id)',
    },
  },
  dropEnum: { plain: { postgresql: "CREATE TYPE mood AS ENUM ('happy')" } },
  bulkInsert: { typed: TYPED },
};

/** Hand-written SQL that is another engine's, and why. */
export const NOT_RUN: PerCase<PerEngine> = {
  execute: { nonTransactional: { mariadb: 'ANALYZE without TABLE is in PostgreSQL and SQLite' } },
};

/** A query after the case, and its rows. */
export interface Check {
  readonly query: string;
  readonly rows: readonly (readonly string[])[];
}

/** One engine's own: SQL that a case needs beside SETUP, why a case is not run, what is asked after it. */
export interface EngineCases {
  readonly needs: PerCase<string>;
  readonly notRun: PerCase<string>;
  readonly checks: PerCase<Check | readonly Check[]>;
}

const gives = (query: string, ...rows: readonly (readonly string[])[]): Check => ({ query, rows });
const all = (check: Check): PerEngine<Check> => ({ postgresql: check, mariadb: check, sqlite: check });

const postgresColumn = (table: string, column: string): string =>
  'SELECT format_type(atttypid, atttypmod), NOT attnotnull, pg_get_expr(adbin, adrelid), ' +
  'col_description(attrelid, attnum) ' +
  'FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum ' +
  `WHERE attrelid = '${table}'::regclass AND attname = '${column}'`;

const mariadbColumn = (table: string, column: string): string =>
  'SELECT column_type, is_nullable, column_default, column_comment FROM information_schema.columns ' +
  `WHERE table_schema = DATABASE() AND table_name = '${table}' AND column_name = '${column}'`;

const sqliteColumn = (table: string, column: string): string =>
  `SELECT type, "notnull", dflt_value FROM pragma_table_info('${table}') WHERE name = '${column}'`;

interface ColumnRow {
  /** Type, nullable, default, comment. */
  readonly postgresql?: readonly [string, string, string, string];
  readonly mariadb?: readonly [string, string, string, string];
  /** Type, NOT NULL, default. */
  readonly sqlite?: readonly [string, string, string];
}

const column = (table: string, name: string, { postgresql, mariadb, sqlite }: ColumnRow): PerEngine<Check> => ({
  ...(postgresql && { postgresql: gives(postgresColumn(table, name), postgresql) }),
  ...(mariadb && { mariadb: gives(mariadbColumn(table, name), mariadb) }),
  ...(sqlite && { sqlite: gives(sqliteColumn(table, name), sqlite) }),
});

const postgresConstraint = (name: string, ...definitions: readonly string[]): Check =>
  gives(
    `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname LIKE '${name}' ORDER BY conname`,
    ...definitions.map((each) => [each]),
  );

const mariadbConstraint = (name: string, ...kinds: readonly string[]): Check =>
  gives(
    'SELECT constraint_type FROM information_schema.table_constraints ' +
      `WHERE table_schema = DATABASE() AND constraint_name = '${name}'`,
    ...kinds.map((kind) => [kind]),
  );

const mariadbForeignKey = (name: string, onUpdate: string, onDelete: string): Check =>
  gives(
    'SELECT referenced_table_name, update_rule, delete_rule FROM information_schema.referential_constraints ' +
      `WHERE constraint_schema = DATABASE() AND constraint_name = '${name}'`,
    ['customer', onUpdate, onDelete],
  );

const sqliteForeignKey = (table: string, ...rows: readonly (readonly string[])[]): Check =>
  gives(`SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list('${table}')`, ...rows);

/** The columns of unique constraints that are not the primary key. */
const sqliteUnique = (table: string, ...columns: readonly string[]): Check =>
  gives(
    `SELECT info.name FROM pragma_index_list('${table}') AS list, pragma_index_info(list.name) AS info ` +
      "WHERE list.origin = 'u'",
    ...columns.map((name) => [name]),
  );

/** One row a key column: its name, or NULL for an expression, and whether it descends. */
const sqliteIndex = (name: string, ...keys: readonly (readonly [string, string])[]): Check =>
  gives(`SELECT name, "desc" FROM pragma_index_xinfo('${name}') WHERE key ORDER BY seqno`, ...keys);

const postgresIndex = (name: string, ...definitions: readonly string[]): Check =>
  gives(
    'SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid ' +
      `WHERE relname = '${name}' AND indisvalid`,
    ...definitions.map((each) => [each]),
  );

const mariadbIndex = (
  name: string,
  ...keys: readonly (readonly [column: string, order: string, nonUnique: string])[]
): Check =>
  gives(
    'SELECT column_name, collation, non_unique FROM information_schema.statistics ' +
      `WHERE table_schema = DATABASE() AND index_name = '${name}' ORDER BY table_name, seq_in_index`,
    ...keys,
  );

/** Whether tables, and their indexes, are there: by name, in order. */
const relations = (...names: readonly string[]): PerEngine<Check> => {
  const list = ['purchase', 'order', 'ix_customer_since'].map((name) => `'${name}'`).join(', ');
  const rows = names.map((name) => [name]);
  return {
    postgresql: gives(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname IN (${list}) ORDER BY 1`,
      ...rows,
    ),
    sqlite: gives(`SELECT name FROM sqlite_master WHERE name IN (${list}) ORDER BY 1`, ...rows),
  };
};

const DEFAULTS = 'INSERT INTO every_type (c_smallint) VALUES (1)';
const NEXT_NUMBER = "INSERT INTO customer (email) VALUES ('next@x') RETURNING id";
const BALANCE = 'numeric(12,2)';
const ADDRESS = "the customer's address";

/** Told by the engine's own catalogue, or by what it then does. */
export const CHECKS: PerCase<PerEngine<Check>> = {
  createTable: {
    everything: {
      postgresql: postgresConstraint(
        '%\\_account%',
        'CHECK (("order" > 0))',
        'FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE',
        'PRIMARY KEY (id)',
        'UNIQUE (customer_id, "Code")',
      ),
      mariadb: mariadbForeignKey('fk_account_customer', 'RESTRICT', 'CASCADE'),
      sqlite: sqliteForeignKey('account', ['customer', 'customer_id', 'id', 'NO ACTION', 'CASCADE']),
    },
    everyType: {
      postgresql: gives(`${DEFAULTS} RETURNING c_boolean, pg_typeof(c_uuid)`, ['f', 'uuid']),
      mariadb: gives(`${DEFAULTS} RETURNING c_boolean, length(c_uuid)`, ['0', '36']),
      sqlite: gives(`${DEFAULTS} RETURNING c_boolean, length(c_uuid), c_uuid GLOB '*-4???-[89ab]???-*'`, [
        '0',
        '36',
        '1',
      ]),
    },
    enum: {
      postgresql: gives('INSERT INTO t DEFAULT VALUES RETURNING state, pg_typeof(state)', ['new', 'state']),
      mariadb: column('t', 'state', { mariadb: ["enum('new','it''s')", 'NO', "'new'", ''] }).mariadb!,
      sqlite: gives("INSERT INTO t VALUES ('it''s') RETURNING state", ["it's"]),
    },
  },
  dropTable: { plain: relations('ix_customer_since') },
  renameTable: { plain: relations('ix_customer_since', 'order') },
  addColumn: {
    plain: column('purchase', 'total', {
      postgresql: [BALANCE, 't', 'NULL', 'NULL'],
      mariadb: ['decimal(12,2)', 'YES', 'NULL', ''],
      sqlite: ['NUMERIC(12, 2)', '0', 'NULL'],
    }),
    notNullWithDefault: all(gives('SELECT state FROM purchase', ['new'])),
    withComment: column('purchase', 'note', {
      postgresql: ['text', 't', 'NULL', 'for staff'],
      mariadb: ['longtext', 'YES', 'NULL', 'for staff'],
      sqlite: ['TEXT', '0', 'NULL'],
    }),
    expressionDefault: all(gives('SELECT count(seen_at) FROM purchase', ['1'])),
  },
  dropColumn: {
    withDefault: all(gives('SELECT * FROM customer WHERE 1 = 0')),
    plain: { sqlite: gives("SELECT name FROM pragma_table_info('purchase')", ['customer_id'], ['number']) },
  },
  alterColumn: {
    rename: column('customer', 'remark', {
      postgresql: ['text', 't', 'NULL', 'NULL'],
      mariadb: ['longtext', 'YES', 'NULL', ''],
      sqlite: ['TEXT', '0', 'NULL'],
    }),
    type: column('customer', 'email', {
      postgresql: ['character varying(320)', 'f', 'NULL', ADDRESS],
      mariadb: ['varchar(320)', 'NO', 'NULL', ADDRESS],
      sqlite: ['VARCHAR(320)', '1', 'NULL'],
    }),
    typeUsing: all(gives('SELECT note + 1 FROM customer', ['13'])),
    notNull: column('customer', 'since', {
      postgresql: ['date', 'f', 'NULL', 'NULL'],
      mariadb: ['date', 'NO', 'NULL', ''],
      sqlite: ['DATE', '1', 'NULL'],
    }),
    nullable: column('customer', 'balance', {
      postgresql: [BALANCE, 't', '0', 'NULL'],
      mariadb: ['decimal(12,2)', 'YES', '0.00', ''],
      sqlite: ['NUMERIC(12, 2)', '0', '0'],
    }),
    setDefault: column('customer', 'balance', {
      postgresql: [BALANCE, 'f', '5', 'NULL'],
      mariadb: ['decimal(12,2)', 'NO', '5.00', ''],
      sqlite: ['NUMERIC(12, 2)', '1', '5'],
    }),
    setDefaultFirst: column('purchase', 'number', {
      postgresql: ['integer', 'f', '1', 'NULL'],
      mariadb: ['int(11)', 'NO', '1', ''],
      sqlite: ['INTEGER', '1', '1'],
    }),
    dropDefault: column('customer', 'balance', {
      postgresql: [BALANCE, 'f', 'NULL', 'NULL'],
      mariadb: ['decimal(12,2)', 'NO', 'NULL', ''],
      sqlite: ['NUMERIC(12, 2)', '1', 'NULL'],
    }),
    expressionDefault: column('purchase', 'placed_at', {
      postgresql: ['timestamp without time zone', 't', 'CURRENT_TIMESTAMP', 'NULL'],
      mariadb: ['datetime(6)', 'YES', 'current_timestamp(6)', ''],
      sqlite: ['TIMESTAMP', '0', 'CURRENT_TIMESTAMP'],
    }),
    comment: column('customer', 'note', {
      postgresql: ['text', 't', 'NULL', "it's"],
      mariadb: ['longtext', 'YES', 'NULL', "it's"],
      sqlite: ['TEXT', '0', 'NULL'],
    }),
    changeComment: column('customer', 'email', {
      postgresql: ['character varying(254)', 'f', 'NULL', 'login'],
      mariadb: ['varchar(254)', 'NO', 'NULL', 'login'],
    }),
    dropComment: column('customer', 'email', {
      postgresql: ['character varying(254)', 'f', 'NULL', 'NULL'],
      mariadb: ['varchar(254)', 'NO', 'NULL', ''],
    }),
    several: column('customer', 'credit', {
      postgresql: ['numeric(14,4)', 't', '1', 'in EUR'],
      mariadb: ['decimal(14,4)', 'YES', '1.0000', 'in EUR'],
      sqlite: ['NUMERIC(14, 4)', '0', '1'],
    }),
    unknownTableWithFacts: column('elsewhere', 'a', {
      postgresql: ['integer', 'f', 'NULL', 'NULL'],
      mariadb: ['int(11)', 'NO', 'NULL', ''],
    }),
  },
  createIndex: {
    unique: {
      postgresql: postgresIndex(
        'ux_purchase',
        'CREATE UNIQUE INDEX ux_purchase ON public.purchase USING btree (customer_id, number)',
      ),
      mariadb: mariadbIndex('ux_purchase', ['customer_id', 'A', '0'], ['number', 'A', '0']),
      sqlite: sqliteIndex('ux_purchase', ['customer_id', '0'], ['number', '0']),
    },
    ordered: {
      postgresql: postgresIndex(
        'ix_purchase_order',
        'CREATE INDEX ix_purchase_order ON public.purchase USING btree (customer_id, number DESC)',
      ),
      mariadb: mariadbIndex('ix_purchase_order', ['customer_id', 'A', '1'], ['number', 'D', '1']),
      sqlite: sqliteIndex('ix_purchase_order', ['customer_id', '0'], ['number', '1']),
    },
    partial: {
      postgresql: postgresIndex(
        'ix_customer_active',
        'CREATE INDEX ix_customer_active ON public.customer USING btree (email) WHERE (balance > (100)::numeric)',
      ),
      sqlite: gives("SELECT partial FROM pragma_index_list('customer') WHERE name = 'ix_customer_active'", ['1']),
    },
    expression: {
      postgresql: postgresIndex(
        'ix_customer_lower',
        'CREATE INDEX ix_customer_lower ON public.customer USING btree (lower((email)::text))',
      ),
      sqlite: sqliteIndex('ix_customer_lower', ['NULL', '0']),
    },
    concurrently: {
      postgresql: postgresIndex(
        'ix_purchase_placed',
        'CREATE INDEX ix_purchase_placed ON public.purchase USING btree (placed_at)',
      ),
      mariadb: mariadbIndex('ix_purchase_placed', ['placed_at', 'A', '1']),
      sqlite: sqliteIndex('ix_purchase_placed', ['placed_at', '0']),
    },
  },
  dropIndex: { plain: relations('purchase'), concurrently: relations('purchase') },
  addConstraint: {
    primaryKey: {
      postgresql: postgresConstraint('pk_purchase', 'PRIMARY KEY (customer_id, number)'),
      mariadb: mariadbIndex('PRIMARY', ['id', 'A', '0'], ['customer_id', 'A', '0'], ['number', 'A', '0'], ['id', 'A', '0']),
      sqlite: gives("SELECT name FROM pragma_table_info('purchase') WHERE pk ORDER BY pk", ['customer_id'], ['number']),
    },
    unique: {
      postgresql: postgresConstraint('uq_purchase_number', 'UNIQUE (number)'),
      mariadb: mariadbConstraint('uq_purchase_number', 'UNIQUE'),
      sqlite: sqliteUnique('purchase', 'number'),
    },
    check: {
      postgresql: postgresConstraint('ck_purchase_number', 'CHECK ((number > 0))'),
      mariadb: mariadbConstraint('ck_purchase_number', 'CHECK'),
    },
    foreignKey: {
      postgresql: postgresConstraint(
        'fk_purchase_customer',
        'FOREIGN KEY (customer_id) REFERENCES customer(id) ON DELETE CASCADE',
      ),
      mariadb: mariadbForeignKey('fk_purchase_customer', 'RESTRICT', 'CASCADE'),
      sqlite: sqliteForeignKey('purchase', ['customer', 'customer_id', 'id', 'NO ACTION', 'CASCADE']),
    },
    onUpdate: {
      postgresql: postgresConstraint(
        'fk_purchase_customer',
        'FOREIGN KEY (customer_id) REFERENCES customer(id) ON UPDATE CASCADE',
      ),
      mariadb: mariadbForeignKey('fk_purchase_customer', 'CASCADE', 'RESTRICT'),
      sqlite: sqliteForeignKey('purchase', ['customer', 'customer_id', 'id', 'CASCADE', 'NO ACTION']),
    },
  },
  dropConstraint: {
    primaryKey: { postgresql: postgresConstraint('pk_customer') },
    unique: {
      postgresql: postgresConstraint('uq_customer_email'),
      mariadb: mariadbConstraint('uq_customer_email'),
      sqlite: sqliteUnique('customer'),
    },
    check: {
      postgresql: postgresConstraint('ck_customer_balance'),
      mariadb: mariadbConstraint('ck_customer_balance'),
      sqlite: gives('UPDATE customer SET balance = -1 RETURNING balance', ['-1']),
    },
    foreignKey: {
      postgresql: postgresConstraint('fk_purchase_customer'),
      mariadb: mariadbConstraint('fk_purchase_customer'),
    },
  },
  setTableComment: {
    set: {
      postgresql: gives("SELECT obj_description('customer'::regclass)", ["who buys; 100 % o'clock"]),
      mariadb: gives(
        'SELECT table_comment FROM information_schema.tables ' +
          "WHERE table_schema = DATABASE() AND table_name = 'customer'",
        ["who buys; 100 % o'clock"],
      ),
    },
  },
  createEnum: {
    plain: { postgresql: gives('SELECT unnest(enum_range(NULL::mood))', ['happy'], ["it's complicated"]) },
  },
  dropEnum: { plain: { postgresql: gives("SELECT typname FROM pg_type WHERE typname = 'mood'") } },
  bulkInsert: {
    plain: all(
      gives(
        "SELECT email, CASE balance WHEN 1.5 THEN 'one and a half' END, length(note), since FROM customer " +
          'WHERE id > 1 ORDER BY email',
        ['ada@example.com', 'NULL', 'NULL', '1899-12-31'],
        ["o'hara@example.com", 'one and a half', '10', '2024-02-29'],
      ),
    ),
    explicitIdentity: all(gives(NEXT_NUMBER, ['42'])),
    expression: all(gives('SELECT number FROM purchase WHERE placed_at IS NOT NULL ORDER BY number', ['3'], ['7'])),
    typed: {
      postgresql: gives("SELECT at = '2024-01-02 03:04:05Z', data -> 'a' ->> 0, encode(bin, 'hex') FROM elsewhere", [
        't',
        "it's",
        '00ff',
      ]),
      mariadb: gives("SELECT UNIX_TIMESTAMP(at), JSON_VALUE(data, '$.a[0]'), LOWER(HEX(bin)) FROM elsewhere", [
        '1704164645.000000',
        "it's",
        '00ff',
      ]),
      sqlite: gives("SELECT strftime('%s', at), json_extract(data, '$.a[0]'), lower(hex(bin)) FROM elsewhere", [
        '1704164645',
        "it's",
        '00ff',
      ]),
    },
  },
  execute: {
    data: all(gives('SELECT note FROM customer', ['a;b'])),
    schema: all(gives('SELECT count(*) FROM rich', ['1'])),
    several: all(gives('SELECT count(*) FROM customer', ['0'])),
    fragment: all(gives('SELECT note FROM customer', ["it's"])),
  },
};
