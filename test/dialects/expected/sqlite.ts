import type { Expected } from '../cases.ts';

const CUSTOMER_COLUMNS = [
  '  id INTEGER NOT NULL,',
  '  email VARCHAR(254) NOT NULL,',
  '  balance NUMERIC(12, 2) DEFAULT 0 NOT NULL,',
  '  note TEXT,',
  '  active BOOLEAN DEFAULT 1 NOT NULL,',
  '  since DATE,',
];
const CUSTOMER_CONSTRAINTS = [
  '  CONSTRAINT pk_customer PRIMARY KEY (id),',
  '  CONSTRAINT uq_customer_email UNIQUE (email),',
  '  CONSTRAINT ck_customer_balance CHECK (balance >= 0)',
];
const PURCHASE_COLUMNS = ['  customer_id BIGINT NOT NULL,', '  number INTEGER NOT NULL,', '  placed_at TIMESTAMP'];
const CUSTOMER_INDEX = 'CREATE INDEX ix_customer_since ON customer (since)';

/** The recipe of https://www.sqlite.org/lang_altertable.html#otheralter, with legacy_alter_table for views. */
function rebuilt(
  table: string,
  items: readonly string[],
  columns: string,
  rest: { from?: string; indexes?: string[] } = {},
): string[] {
  const { from = columns, indexes = [] } = rest;
  return [
    [`CREATE TABLE migsql_new_${table} (`, ...items, ')'].join('\n'),
    `INSERT INTO migsql_new_${table} (${columns}) SELECT ${from} FROM ${table}`,
    `DROP TABLE ${table}`,
    'PRAGMA legacy_alter_table = ON',
    `ALTER TABLE migsql_new_${table} RENAME TO ${table}`,
    'PRAGMA legacy_alter_table = OFF',
    ...indexes,
  ];
}

/** The customer table with one line of its definition replaced by another. */
function customerWith(line: string, by: string | undefined, from?: string): string[] {
  const items = [...CUSTOMER_COLUMNS, ...CUSTOMER_CONSTRAINTS].map((each) =>
    each.startsWith(`  ${line}`) ? by : each,
  );
  const last = items.findLast((each) => each !== undefined);
  const kept = items
    .filter((each) => each !== undefined)
    .map((each) => (each === last ? each.replace(/,$/, '') : each));
  return rebuilt('customer', kept, 'id, email, balance, note, active, since', {
    indexes: [CUSTOMER_INDEX],
    ...(from !== undefined && { from }),
  });
}

const purchaseWith = (items: readonly string[]): string[] =>
  rebuilt('purchase', items, 'customer_id, number, placed_at');

/** Forms of https://www.sqlite.org/lang.html; engines.test.ts runs them. */
export const sqlite: Expected = {
  createTable: {
    plain: ['CREATE TABLE t (\n  a INTEGER NOT NULL,\n  b VARCHAR(50)\n)'],
    everything: [
      [
        'CREATE TABLE account (',
        '  id INTEGER NOT NULL,',
        '  customer_id BIGINT NOT NULL,',
        "  Code VARCHAR(20) DEFAULT 'it''s' NOT NULL,",
        '  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,',
        '  "order" INTEGER DEFAULT 7,',
        '  CONSTRAINT pk_account PRIMARY KEY (id),',
        '  CONSTRAINT uq_account UNIQUE (customer_id, Code),',
        '  CONSTRAINT fk_account_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,',
        '  CONSTRAINT ck_account_order CHECK ("order" > 0)',
        ')',
      ].join('\n'),
    ],
    inSchema: ['CREATE TABLE sales.region (\n  id INTEGER NOT NULL,\n  PRIMARY KEY (id)\n)'],
    everyType: [
      [
        'CREATE TABLE every_type (',
        '  c_smallint SMALLINT,',
        '  c_integer INTEGER,',
        '  c_bigint BIGINT,',
        '  c_string VARCHAR(40),',
        '  c_text TEXT,',
        '  c_boolean BOOLEAN DEFAULT 0,',
        '  c_numeric NUMERIC(10, 2),',
        '  c_float REAL,',
        '  c_double DOUBLE,',
        '  c_date DATE DEFAULT CURRENT_DATE,',
        '  c_time TIME,',
        '  c_timestamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP,',
        '  c_timestamptz TIMESTAMP WITH TIME ZONE,',
        "  c_uuid CHAR(36) DEFAULT (lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || " +
          "substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || " +
          "substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))),",
        '  c_json TEXT,',
        '  c_binary BLOB,',
        '  c_binary16 BLOB',
        ')',
      ].join('\n'),
    ],
    interval: { refused: /SQLite has no intervals/ },
    enum: [
      "CREATE TABLE t (\n  state TEXT DEFAULT 'new' NOT NULL CONSTRAINT state CHECK (state IN ('new', 'it''s'))\n)",
    ],
    native: ['CREATE TABLE t (\n  a varchar(10)\n)'],
    compositeKey: [
      'CREATE TABLE t (\n  a INTEGER NOT NULL,\n  b INTEGER NOT NULL,\n  CONSTRAINT pk_t PRIMARY KEY (a, b)\n)',
    ],
  },
  dropTable: { plain: ['DROP TABLE purchase'], inSchema: ['DROP TABLE sales.region'] },
  renameTable: {
    plain: ['ALTER TABLE purchase RENAME TO "order"'],
    inSchema: ['ALTER TABLE sales.region RENAME TO area'],
  },
  addColumn: {
    plain: ['ALTER TABLE purchase ADD COLUMN total NUMERIC(12, 2)'],
    notNullWithDefault: ["ALTER TABLE purchase ADD COLUMN state VARCHAR(20) DEFAULT 'new' NOT NULL"],
    withComment: ['ALTER TABLE purchase ADD COLUMN note TEXT'],
    expressionDefault: purchaseWith([
      ...PURCHASE_COLUMNS.map((line) => (line.endsWith(',') ? line : `${line},`)),
      '  seen_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP',
    ]),
  },
  dropColumn: {
    plain: ['ALTER TABLE purchase DROP COLUMN placed_at'],
    withDefault: ['ALTER TABLE customer DROP COLUMN active'],
  },
  alterColumn: {
    rename: ['ALTER TABLE customer RENAME COLUMN note TO remark'],
    type: customerWith('email', '  email VARCHAR(320) NOT NULL,'),
    typeUsing: customerWith('note', '  note INTEGER,', 'id, email, balance, cast(note as integer), active, since'),
    notNull: customerWith('since', '  since DATE NOT NULL,'),
    nullable: customerWith('balance', '  balance NUMERIC(12, 2) DEFAULT 0,'),
    setDefault: customerWith('balance', '  balance NUMERIC(12, 2) DEFAULT 5 NOT NULL,'),
    setDefaultFirst: purchaseWith([
      '  customer_id BIGINT NOT NULL,',
      '  number INTEGER DEFAULT 1 NOT NULL,',
      '  placed_at TIMESTAMP',
    ]),
    dropDefault: customerWith('balance', '  balance NUMERIC(12, 2) NOT NULL,'),
    expressionDefault: purchaseWith([
      '  customer_id BIGINT NOT NULL,',
      '  number INTEGER NOT NULL,',
      '  placed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP',
    ]),
    comment: [],
    changeComment: [],
    dropComment: [],
    several: [
      ...customerWith('balance', '  balance NUMERIC(14, 4) DEFAULT 1,'),
      'ALTER TABLE customer RENAME COLUMN balance TO credit',
    ],
    unknownTable: { refused: /no op made 'elsewhere', so its columns are not known/ },
    unknownTableWithFacts: { refused: /no op made 'elsewhere', so its columns are not known/ },
  },
  createIndex: {
    plain: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    unique: ['CREATE UNIQUE INDEX ux_purchase ON purchase (customer_id, number)'],
    ordered: ['CREATE INDEX ix_purchase_order ON purchase (customer_id ASC, number DESC)'],
    partial: ['CREATE INDEX ix_customer_active ON customer (email) WHERE balance > 100'],
    expression: ['CREATE INDEX ix_customer_lower ON customer ((lower(email)))'],
    concurrently: ['CREATE INDEX ix_purchase_placed ON purchase (placed_at)'],
    inSchema: ['CREATE INDEX sales.ix_region ON region (id)'],
  },
  dropIndex: {
    plain: ['DROP INDEX ix_customer_since'],
    concurrently: ['DROP INDEX ix_customer_since'],
    inSchema: ['DROP INDEX sales.ix_region'],
  },
  addConstraint: {
    primaryKey: purchaseWith([
      ...PURCHASE_COLUMNS.slice(0, 2),
      '  placed_at TIMESTAMP,',
      '  CONSTRAINT pk_purchase PRIMARY KEY (customer_id, number)',
    ]),
    unique: purchaseWith([
      ...PURCHASE_COLUMNS.slice(0, 2),
      '  placed_at TIMESTAMP,',
      '  CONSTRAINT uq_purchase_number UNIQUE (number)',
    ]),
    check: purchaseWith([
      ...PURCHASE_COLUMNS.slice(0, 2),
      '  placed_at TIMESTAMP,',
      '  CONSTRAINT ck_purchase_number CHECK (number > 0)',
    ]),
    foreignKey: purchaseWith([
      ...PURCHASE_COLUMNS.slice(0, 2),
      '  placed_at TIMESTAMP,',
      '  CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE',
    ]),
    onUpdate: purchaseWith([
      ...PURCHASE_COLUMNS.slice(0, 2),
      '  placed_at TIMESTAMP,',
      '  CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON UPDATE CASCADE',
    ]),
  },
  dropConstraint: {
    // The key numbers the rows: without it nothing does.
    primaryKey: { refused: /identity column 'id' is not the whole primary key/ },
    unique: customerWith('CONSTRAINT uq_customer_email', undefined),
    check: customerWith('CONSTRAINT ck_customer_balance', undefined),
    foreignKey: { refused: /no op gave 'purchase' a constraint 'fk_purchase_customer'/ },
  },
  // SQLite has neither comments nor enum types.
  setTableComment: { set: [], drop: [] },
  createEnum: { plain: [] },
  dropEnum: { plain: [] },
  bulkInsert: {
    plain: [
      [
        'INSERT INTO customer (email, balance, note, active, since) VALUES',
        "  ('o''hara@example.com', 1.50, 'back\\slash', 1, '2024-02-29'),",
        "  ('ada@example.com', 0, NULL, 0, '1899-12-31')",
      ].join('\n'),
    ],
    explicitIdentity: ["INSERT INTO customer (id, email) VALUES\n  (41, 'é@example.com')"],
    expression: ['INSERT INTO purchase (customer_id, number, placed_at) VALUES\n  (1, 1 + 2, CURRENT_TIMESTAMP)'],
    typed: ["INSERT INTO elsewhere (at, data, bin) VALUES\n  ('2024-01-02 03:04:05', '{\"a\":[\"it''s\"]}', x'00ff')"],
    empty: [],
  },
  execute: {
    data: ["UPDATE customer SET note = 'a;b' WHERE id = 1"],
    schema: ['CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'],
    several: ['DELETE FROM purchase', 'DELETE FROM customer'],
    fragment: ["UPDATE customer SET note = 'it''s' WHERE id = 1"],
    nonTransactional: ['ANALYZE customer'],
  },
};
