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

const TICKET_LINES = {
  id: '  id INTEGER NOT NULL,',
  priority: "  priority TEXT DEFAULT 'low' NOT NULL CONSTRAINT priority CHECK (priority IN ('low', 'high')),",
  quantity: '  quantity INTEGER DEFAULT 1 NOT NULL,',
  price: '  price NUMERIC(10, 2),',
  total: '  total NUMERIC(12, 2) GENERATED ALWAYS AS (quantity * price),',
  pk_ticket: '  CONSTRAINT pk_ticket PRIMARY KEY (id),',
  fk_ticket_customer: '  CONSTRAINT fk_ticket_customer FOREIGN KEY (id) REFERENCES customer (id)',
};

/** What the tables of SETUP have before a case. */
const OLD: { readonly [table: string]: { readonly columns: string; readonly indexes: string } } = {
  customer: { columns: 'id, email, balance, note, active, since', indexes: 'ix_customer_since' },
  purchase: { columns: 'customer_id, number, placed_at', indexes: '' },
  ticket: { columns: 'id, priority, quantity, price, total', indexes: '' },
};

const texts = (list: string): string => list.split(', ').map((each) => `'${each}'`).join(', ');

/**
 * A rebuild stops where foreign keys are enforced (DROP TABLE would delete the rows that reference the table), and
 * where something is there that the new table would lack.
 */
function guarded(table: string): string[] {
  const { columns = '', indexes = '' } = OLD[table] ?? {};
  const made = indexes && ` AND name COLLATE NOCASE NOT IN (${texts(indexes)})`;
  return [
    [
      'CREATE TEMP TABLE migsql_guard (',
      '  enforced INTEGER CONSTRAINT "PRAGMA foreign_keys must be OFF before the transaction in which a table is ' +
        'made anew" CHECK (enforced = 0),',
      `  unknown_columns INTEGER CONSTRAINT "${table} has a column that no op made, and would lose it" ` +
        'CHECK (unknown_columns = 0),',
      `  unknown_objects INTEGER CONSTRAINT "${table} has an index or a trigger that no op made, and would lose it" ` +
        'CHECK (unknown_objects = 0),',
      `  violations INTEGER CONSTRAINT "foreign keys of ${table}, or to it, are violated" CHECK (violations = 0)`,
      ')',
    ].join('\n'),
    [
      'INSERT INTO temp.migsql_guard (enforced, unknown_columns, unknown_objects)',
      'SELECT foreign_keys,',
      `  (SELECT count(*) FROM pragma_table_xinfo('${table}') WHERE name COLLATE NOCASE NOT IN (${texts(columns)})),`,
      `  (SELECT count(*) FROM sqlite_master WHERE tbl_name = '${table}' COLLATE NOCASE ` +
        `AND type IN ('index', 'trigger') AND sql IS NOT NULL${made})`,
      'FROM pragma_foreign_keys',
    ].join('\n'),
  ];
}

/** The recipe of https://www.sqlite.org/lang_altertable.html#otheralter, with legacy_alter_table for views. */
function rebuilt(
  table: string,
  items: readonly string[],
  columns: string,
  rest: { from?: string; indexes?: string[]; gone?: boolean } = {},
): string[] {
  const { from = columns, indexes = [], gone = false } = rest;
  return [
    ...guarded(table),
    [`CREATE TABLE migsql_new_${table} (`, ...items, ')'].join('\n'),
    `INSERT INTO migsql_new_${table} (${columns}) SELECT ${from} FROM ${table}`,
    `DROP TABLE ${table}`,
    'PRAGMA legacy_alter_table = ON',
    `ALTER TABLE migsql_new_${table} RENAME TO ${table}`,
    'PRAGMA legacy_alter_table = OFF',
    ...indexes,
    // Reads views and triggers once more, as DROP COLUMN does, and changes nothing.
    ...(gone ? [`ALTER TABLE ${table} RENAME COLUMN id TO id`] : []),
    [
      'INSERT INTO temp.migsql_guard (violations)',
      'SELECT count(*) FROM (',
      `  SELECT '${table}' AS name UNION`,
      '  SELECT m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k',
      `  WHERE m.type = 'table' AND k."table" = '${table}' COLLATE NOCASE`,
      ') AS t, pragma_foreign_key_check(t.name) AS c',
      `WHERE '${table}' COLLATE NOCASE IN (c."table", c.parent)`,
    ].join('\n'),
    'DROP TABLE temp.migsql_guard',
  ];
}

/** The customer table with one line of its definition replaced by another. */
function customerWith(line: string, by: string | undefined, rest: { from?: string } = {}): string[] {
  const items = [...CUSTOMER_COLUMNS, ...CUSTOMER_CONSTRAINTS].map((each) =>
    each.startsWith(`  ${line}`) ? by : each,
  );
  const last = items.findLast((each) => each !== undefined);
  const kept = items
    .filter((each) => each !== undefined)
    .map((each) => (each === last ? each.replace(/,$/, '') : each));
  return rebuilt('customer', kept, 'id, email, balance, note, active, since', { indexes: [CUSTOMER_INDEX], ...rest });
}

const purchaseWith = (items: readonly string[]): string[] =>
  rebuilt('purchase', items, 'customer_id, number, placed_at');

const purchaseAnd = (...more: readonly string[]): string[] =>
  purchaseWith([...PURCHASE_COLUMNS.slice(0, 2), '  placed_at TIMESTAMP,', ...more]);

/** The ticket table with other lines; a computed column is never copied. */
const ticketWith = (lines: Partial<typeof TICKET_LINES>, columns: string, from = columns): string[] =>
  rebuilt('ticket', Object.values({ ...TICKET_LINES, ...lines }), columns, { from });

const priorities = (values: string, first = 'low'): { priority: string } => ({
  priority: `  priority TEXT DEFAULT '${first}' NOT NULL CONSTRAINT priority CHECK (priority IN (${values})),`,
});

const STORED_TICKET = 'id, priority, quantity, price';

function counted(sql: string, conditions: readonly string[]): string[] {
  const columns = conditions.map((each) => each.split(' ')[0]).join(', ');
  return [
    `CREATE TEMP TABLE migsql_guard (\n${conditions.map((each) => `  ${each}`).join(',\n')}\n)`,
    sql,
    `INSERT INTO temp.migsql_guard (${columns}) SELECT ${conditions.map(() => 'changes()').join(', ')}`,
    'DROP TABLE temp.migsql_guard',
  ];
}

const ALONE = /SQLite drops .*alone/;
const SEQUENCES = { refused: /SQLite has no sequences/ };
const SCHEMAS = { refused: /a schema of SQLite is a database file/ };
const ROUTINES = { refused: /SQLite keeps no routines/ };
const GRANTS = { refused: /SQLite has no users and no privileges/ };
const MATERIALIZED = { refused: /SQLite has no materialized views/ };
const TRIGGER =
  'CREATE TRIGGER tr_purchase AFTER UPDATE ON purchase BEGIN UPDATE customer SET note = NEW.number; END';

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
    inSchema: ['CREATE TABLE sales.region (\n  id INTEGER NOT NULL,\n  CONSTRAINT pk_region PRIMARY KEY (id)\n)'],
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
    flags: [
      [
        'CREATE TABLE badge (',
        '  id INTEGER NOT NULL,',
        '  code VARCHAR(20) NOT NULL,',
        '  customer_id BIGINT,',
        '  level INTEGER,',
        '  CONSTRAINT pk_badge PRIMARY KEY (id),',
        '  CONSTRAINT uq_badge_code UNIQUE (code),',
        '  CONSTRAINT fk_badge_customer_id_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ' +
          'ON DELETE CASCADE,',
        '  CONSTRAINT ck_badge_level CHECK (level > 0)',
        ')',
      ].join('\n'),
      'CREATE INDEX ix_badge_customer_id ON badge (customer_id)',
    ],
    indexed: [
      'CREATE TABLE badge (\n  a INTEGER NOT NULL,\n  b INTEGER\n)',
      'CREATE UNIQUE INDEX ix_badge ON badge (a, b DESC)',
    ],
    ifNotExists: ['CREATE TABLE IF NOT EXISTS t (\n  a INTEGER\n)'],
    temporary: ['CREATE TEMP TABLE t (\n  a INTEGER\n)'],
    // VIRTUAL where nothing is said: https://www.sqlite.org/gencol.html
    generated: ['CREATE TABLE t (\n  a INTEGER,\n  twice INTEGER GENERATED ALWAYS AS (a * 2)\n)'],
    generatedStored: ['CREATE TABLE t (\n  a INTEGER,\n  twice INTEGER GENERATED ALWAYS AS (a * 2) STORED\n)'],
    generatedVirtual: ['CREATE TABLE t (\n  a INTEGER,\n  twice INTEGER GENERATED ALWAYS AS (a * 2) VIRTUAL\n)'],
    identityOptions: { refused: /SQLite numbers 'id' from 1 by 1/ },
    sequenceDefault: SEQUENCES,
    collation: ['CREATE TABLE t (\n  a VARCHAR(20) COLLATE NOCASE\n)'],
    options: { refused: /a STRICT table came with SQLite 3\.37, and the script must run on 3\.35/ },
    columnOptions: ['CREATE TABLE t (\n  a VARCHAR(20),\n  changed TIMESTAMP DEFAULT CURRENT_TIMESTAMP\n)'],
    partitioned: ['CREATE TABLE t (\n  a INTEGER NOT NULL\n)'],
    deferrable: [
      'CREATE TABLE t (\n  a BIGINT,\n' +
        '  CONSTRAINT fk_t FOREIGN KEY (a) REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED\n)',
    ],
    clustered: [
      'CREATE TABLE t (\n  a INTEGER NOT NULL,\n  b INTEGER NOT NULL,\n  CONSTRAINT pk_t PRIMARY KEY (a),\n' +
        '  CONSTRAINT uq_t UNIQUE (b) ON CONFLICT IGNORE\n)',
    ],
  },
  dropTable: {
    plain: ['DROP TABLE purchase'],
    inSchema: ['DROP TABLE sales.region'],
    ifExists: ['DROP TABLE IF EXISTS purchase'],
    cascade: { refused: ALONE },
  },
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
    references: [
      'ALTER TABLE purchase ADD COLUMN ticket_id BIGINT ' +
        'CONSTRAINT fk_purchase_ticket REFERENCES ticket (id) ON DELETE CASCADE',
    ],
    unique: purchaseAnd('  code VARCHAR(20),', '  CONSTRAINT uq_purchase_code UNIQUE (code)'),
    indexed: [
      'ALTER TABLE purchase ADD COLUMN code VARCHAR(20)',
      'CREATE INDEX ix_purchase_code ON purchase (code)',
    ],
    // Before 3.37 ADD COLUMN did not test the rows that are there.
    check: purchaseAnd('  weight INTEGER,', '  CONSTRAINT ck_purchase_weight CHECK (weight > 0)'),
    // The copy leaves the key out, and SQLite numbers the rows.
    primaryKey: purchaseAnd('  id INTEGER NOT NULL,', '  CONSTRAINT pk_purchase PRIMARY KEY (id)'),
    ifNotExists: { refused: /SQLite has no ADD COLUMN IF NOT EXISTS, and no op made 'purchase\.total'/ },
    generated: ['ALTER TABLE ticket ADD COLUMN double_quantity INTEGER GENERATED ALWAYS AS (quantity * 2)'],
    position: ['ALTER TABLE purchase ADD COLUMN note VARCHAR(20)'],
    positionFirst: ['ALTER TABLE purchase ADD COLUMN note VARCHAR(20)'],
    enum: [
      "ALTER TABLE purchase ADD COLUMN priority TEXT DEFAULT 'low' " +
        "CONSTRAINT priority CHECK (priority IN ('low', 'high'))",
    ],
  },
  dropColumn: {
    plain: ['ALTER TABLE purchase DROP COLUMN placed_at'],
    withDefault: ['ALTER TABLE customer DROP COLUMN active'],
    ifExists: { refused: /SQLite has no DROP COLUMN IF EXISTS/ },
    cascade: { refused: ALONE },
    withDependents: rebuilt(
      'customer',
      [...CUSTOMER_COLUMNS, ...CUSTOMER_CONSTRAINTS].filter((line) => !line.includes('email')),
      'id, balance, note, active, since',
      { indexes: [CUSTOMER_INDEX], gone: true },
    ),
    mssqlUnknown: ['ALTER TABLE elsewhere DROP COLUMN a'],
  },
  alterColumn: {
    rename: ['ALTER TABLE customer RENAME COLUMN note TO remark'],
    type: customerWith('email', '  email VARCHAR(320) NOT NULL,'),
    typeUsing: customerWith('note', '  note INTEGER,', {
      from: 'id, email, balance, cast(note as integer), active, since',
    }),
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
    addIdentity: { refused: /identity column 'number' is not the whole primary key/ },
    changeIdentity: { refused: /SQLite numbers 'id' from 1 by 1/ },
    // Only an INTEGER PRIMARY KEY numbers itself.
    dropIdentity: ticketWith({ id: '  id BIGINT NOT NULL,' }, STORED_TICKET),
    addGenerated: ticketWith(
      { price: '  price NUMERIC(10, 2) GENERATED ALWAYS AS (quantity * 2),' },
      'id, priority, quantity',
    ),
    changeGenerated: ticketWith(
      { total: '  total NUMERIC(12, 2) GENERATED ALWAYS AS (quantity * 3),' },
      STORED_TICKET,
    ),
    // The values that were computed stay.
    dropGenerated: ticketWith({ total: '  total NUMERIC(12, 2),' }, `${STORED_TICKET}, total`),
    collation: customerWith('note', '  note TEXT COLLATE NOCASE,'),
    position: [],
    onUpdateNow: [],
    enumType: customerWith('note', "  note TEXT CONSTRAINT priority CHECK (note IN ('low', 'high')),"),
  },
  createIndex: {
    plain: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    unique: ['CREATE UNIQUE INDEX ux_purchase ON purchase (customer_id, number)'],
    ordered: ['CREATE INDEX ix_purchase_order ON purchase (customer_id ASC, number DESC)'],
    partial: ['CREATE INDEX ix_customer_active ON customer (email) WHERE balance > 100'],
    expression: ['CREATE INDEX ix_customer_lower ON customer ((lower(email)))'],
    concurrently: ['CREATE INDEX ix_purchase_placed ON purchase (placed_at)'],
    inSchema: ['CREATE INDEX sales.ix_region ON region (id)'],
    ifNotExists: ['CREATE INDEX IF NOT EXISTS ix_purchase_number ON purchase (number)'],
    include: { refused: /SQLite keeps no columns in an index beside its keys/ },
    nulls: { refused: /SQLite orders NULLs in an index in its own way/ },
    nullsNotDistinct: { refused: /SQLite takes any number of NULLs in a unique index/ },
    collation: ['CREATE INDEX ix_customer_email ON customer (email COLLATE NOCASE ASC)'],
    // What is said for other databases.
    method: ['CREATE INDEX ix_customer_email ON customer (email)'],
    opclass: ['CREATE INDEX ix_customer_email ON customer (email)'],
    prefix: ['CREATE INDEX ix_customer_note ON customer (email)'],
    fulltext: ['CREATE INDEX ix_customer_email ON customer (email)'],
    storage: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    clustered: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    columnstore: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
  },
  dropIndex: {
    plain: ['DROP INDEX ix_customer_since'],
    concurrently: ['DROP INDEX ix_customer_since'],
    inSchema: ['DROP INDEX sales.ix_region'],
    ifExists: ['DROP INDEX IF EXISTS ix_customer_since'],
    online: ['DROP INDEX ix_customer_since'],
  },
  addConstraint: {
    primaryKey: purchaseAnd('  CONSTRAINT pk_purchase PRIMARY KEY (customer_id, number)'),
    unique: purchaseAnd('  CONSTRAINT uq_purchase_number UNIQUE (number)'),
    check: purchaseAnd('  CONSTRAINT ck_purchase_number CHECK (number > 0)'),
    foreignKey: purchaseAnd(
      '  CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE',
    ),
    onUpdate: purchaseAnd(
      '  CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON UPDATE CASCADE',
    ),
    notValidCheck: { refused: /has no NOT VALID/ },
    notValidForeignKey: { refused: /has no NOT VALID/ },
    deferrable: { refused: /SQLite checks such a constraint at once, and cannot defer it/ },
    match: { refused: /SQLite has no MATCH FULL/ },
    nullsNotDistinct: { refused: /SQLite takes any number of NULLs in unique columns/ },
    exclusion: { refused: /SQLite has no exclusion constraints/ },
    unnamed: purchaseAnd('  CONSTRAINT uq_purchase_number UNIQUE (number)'),
  },
  dropConstraint: {
    // The key numbers the rows: without it nothing does.
    primaryKey: { refused: /identity column 'id' is not the whole primary key/ },
    unique: customerWith('CONSTRAINT uq_customer_email', undefined),
    check: customerWith('CONSTRAINT ck_customer_balance', undefined),
    foreignKey: { refused: /no op gave 'purchase' a constraint 'fk_purchase_customer'/ },
    ifExists: customerWith('CONSTRAINT ck_customer_balance', undefined),
    cascade: { refused: ALONE },
  },
  // SQLite has neither comments nor enum types.
  describesTable: { plain: [], whole: [] },
  setTableComment: { set: [], drop: [] },
  // What is said for other databases; the table has neither option before.
  setTableOptions: { change: [], otherDatabase: [], parameterBack: [] },
  rebuildTable: {
    changes: rebuilt(
      'customer',
      [
        ...CUSTOMER_COLUMNS.filter((line) => !/note|since/.test(line)),
        '  since DATE NOT NULL,',
        '  level INTEGER DEFAULT 1 NOT NULL,',
        ...CUSTOMER_CONSTRAINTS,
      ],
      'id, email, balance, active, since',
      { indexes: [CUSTOMER_INDEX], gone: true },
    ),
    asItIs: purchaseWith(PURCHASE_COLUMNS),
    unknownTable: { refused: /no op made 'elsewhere', so its columns are not known/ },
  },
  renameIndex: { plain: ['DROP INDEX ix_customer_since', 'CREATE INDEX ix_customer_from ON customer (since)'] },
  renameConstraint: {
    primaryKey: customerWith('CONSTRAINT pk_customer', '  CONSTRAINT pk_client PRIMARY KEY (id),'),
    unique: customerWith('CONSTRAINT uq_customer_email', '  CONSTRAINT uq_client_email UNIQUE (email),'),
    check: customerWith('CONSTRAINT ck_customer_balance', '  CONSTRAINT ck_client_balance CHECK (balance >= 0)'),
    foreignKey: ticketWith(
      { fk_ticket_customer: '  CONSTRAINT fk_ticket_client FOREIGN KEY (id) REFERENCES customer (id)' },
      STORED_TICKET,
    ),
    unknownTable: { refused: /no op made 'elsewhere', so its columns are not known/ },
  },
  validateConstraint: {
    foreignKey: [
      'CREATE TEMP TABLE migsql_guard (\n' +
        '  violations INTEGER CONSTRAINT "rows of ticket violate foreign key fk_ticket_customer" ' +
        'CHECK (violations = 0)\n)',
      'INSERT INTO temp.migsql_guard (violations) SELECT count(*) ' +
        "FROM pragma_foreign_key_check('ticket') WHERE parent = 'customer' COLLATE NOCASE",
      'DROP TABLE temp.migsql_guard',
    ],
    check: [],
  },
  createEnum: { plain: [] },
  dropEnum: { plain: [], ifExists: [] },
  addEnumValue: {
    last: ticketWith(priorities("'low', 'high', 'urgent'"), STORED_TICKET),
    before: ticketWith(priorities("'it''s', 'low', 'high'"), STORED_TICKET),
    ifNotExists: ticketWith(priorities("'low', 'urgent', 'high'"), STORED_TICKET),
  },
  renameEnumValue: {
    plain: ticketWith(
      priorities("'minor', 'high'", 'minor'),
      STORED_TICKET,
      "id, CASE priority WHEN 'low' THEN 'minor' ELSE priority END, quantity, price",
    ),
  },
  createSequence: { plain: SEQUENCES, options: SEQUENCES, noCycle: SEQUENCES },
  alterSequence: { change: SEQUENCES, restart: SEQUENCES, noBound: SEQUENCES },
  dropSequence: { plain: SEQUENCES, ifExists: SEQUENCES },
  createSchema: { plain: SCHEMAS, ifNotExists: SCHEMAS },
  dropSchema: { plain: SCHEMAS, ifExists: SCHEMAS, cascade: SCHEMAS },
  createView: {
    plain: ['CREATE VIEW rich AS\nSELECT id FROM customer WHERE balance > 100'],
    columns: ['CREATE VIEW rich (number, address) AS\nSELECT id, email FROM customer'],
    orReplace: ['DROP VIEW IF EXISTS rich', 'CREATE VIEW rich AS\nSELECT id FROM customer'],
    materialized: MATERIALIZED,
  },
  dropView: {
    plain: ['DROP VIEW rich'],
    ifExists: ['DROP VIEW IF EXISTS rich'],
    cascade: { refused: ALONE },
    materialized: MATERIALIZED,
  },
  refreshView: { plain: MATERIALIZED, concurrently: MATERIALIZED },
  createRoutine: { function: ROUTINES, procedure: ROUTINES },
  dropRoutine: { function: ROUTINES, procedure: ROUTINES, cascade: ROUTINES },
  createTrigger: { plain: [TRIGGER], orReplace: ['DROP TRIGGER IF EXISTS tr_purchase', TRIGGER] },
  dropTrigger: { plain: ['DROP TRIGGER tr_purchase'], ifExists: ['DROP TRIGGER IF EXISTS sales.tr_purchase'] },
  grant: {
    table: GRANTS,
    columns: GRANTS,
    sequence: GRANTS,
    schema: GRANTS,
    function: GRANTS,
    everyone: GRANTS,
    all: GRANTS,
  },
  revoke: { table: GRANTS, cascade: GRANTS },
  insertFrom: {
    plain: ['INSERT INTO purchase (customer_id, number)\nSELECT id, 1 FROM customer'],
    expected: counted('INSERT INTO purchase (customer_id, number)\nSELECT id, 1 FROM customer', [
      'at_least INTEGER CONSTRAINT "insert into purchase: expected 1 row, found none" CHECK (at_least >= 1)',
      'at_most INTEGER CONSTRAINT "insert into purchase: expected 1 row, found more" CHECK (at_most <= 1)',
    ]),
  },
  updateRows: {
    plain: ["UPDATE customer SET note = 'it''s', balance = 5 WHERE id = 1"],
    everyRow: ['UPDATE purchase SET placed_at = CURRENT_TIMESTAMP'],
    expected: counted("UPDATE customer SET note = 'x' WHERE id = 1", [
      'at_least INTEGER CONSTRAINT "update of customer: expected 1 row, found none" CHECK (at_least >= 1)',
      'at_most INTEGER CONSTRAINT "update of customer: expected 1 row, found more" CHECK (at_most <= 1)',
    ]),
    expectedRange: counted("UPDATE customer SET note = 'x' WHERE id < 9", [
      'at_least INTEGER CONSTRAINT "update of customer: expected 1 to 3 rows, found none" CHECK (at_least >= 1)',
      'at_most INTEGER CONSTRAINT "update of customer: expected 1 to 3 rows, found more" CHECK (at_most <= 3)',
    ]),
  },
  deleteRows: {
    plain: ['DELETE FROM purchase WHERE number > 100'],
    everyRow: ['DELETE FROM purchase'],
    expected: counted('DELETE FROM purchase WHERE number = 7', [
      'at_most INTEGER CONSTRAINT "delete from purchase: expected at most 1 row, found more" CHECK (at_most <= 1)',
    ]),
    matching: ['DELETE FROM customer WHERE id IN (1, 2)'],
  },
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
  requires: {
    plain: [
      [
        'CREATE TEMP TABLE migsql_guard (',
        '  holds INTEGER CONSTRAINT "migsql: required: the first customer is there" CHECK (holds)',
        ')',
      ].join('\n'),
      'INSERT INTO temp.migsql_guard (holds) SELECT (EXISTS (SELECT 1 FROM customer WHERE id = 1)) IS TRUE',
      'DROP TABLE temp.migsql_guard',
    ],
    quoted: [
      [
        'CREATE TEMP TABLE migsql_guard (',
        `  holds INTEGER CONSTRAINT "migsql: required: it's at \`0\`, 100% \\ é" CHECK (holds)`,
        ')',
      ].join('\n'),
      [
        'INSERT INTO temp.migsql_guard (holds) SELECT ((SELECT MIN(balance) FROM customer) >= 0 -- or more',
        ') IS TRUE',
      ].join('\n'),
      'DROP TABLE temp.migsql_guard',
    ],
  },
  expects: {
    none: [
      [
        'CREATE TEMP TABLE migsql_guard (',
        '  holds INTEGER CONSTRAINT "migsql: expected 0 rows: every customer has an address" CHECK (holds)',
        ')',
      ].join('\n'),
      'INSERT INTO temp.migsql_guard (holds) SELECT ((SELECT COUNT(*) FROM (SELECT id FROM customer WHERE email IS NULL) migsql_rows) BETWEEN 0 AND 0) IS TRUE',
      'DROP TABLE temp.migsql_guard',
    ],
    some: [
      [
        'CREATE TEMP TABLE migsql_guard (',
        '  holds INTEGER CONSTRAINT "migsql: expected at least 1 row: purchases are kept" CHECK (holds)',
        ')',
      ].join('\n'),
      'INSERT INTO temp.migsql_guard (holds) SELECT ((SELECT COUNT(*) FROM (SELECT number FROM purchase) migsql_rows) >= 1) IS TRUE',
      'DROP TABLE temp.migsql_guard',
    ],
  },
  onlyIf: {
    data: { refused: /SQLite has no statement that runs others only where a condition holds/ },
    schema: { refused: /SQLite has no statement that runs others only where a condition holds/ },
    several: { refused: /SQLite has no statement that runs others only where a condition holds/ },
  },
  execute: {
    data: ["UPDATE customer SET note = 'a;b' WHERE id = 1"],
    schema: ['CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'],
    several: ['DELETE FROM purchase', 'DELETE FROM customer'],
    fragment: ["UPDATE customer SET note = 'it''s' WHERE id = 1"],
    nonTransactional: ['ANALYZE customer'],
  },
  custom: { plain: { refused: /there are no policies/ } },
};
