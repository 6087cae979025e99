import type { Expected } from '../cases.ts';

/*
 * After https://learn.microsoft.com/sql/t-sql/statements/statements; there is no server to run them.
 * Comments are extended properties of a schema's table, and the schema is the session's where none is given:
 * https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addextendedproperty-transact-sql
 */

const property = (procedure: 'add' | 'update' | 'drop', table: string, column?: string, value?: string): string =>
  [
    'DECLARE @schema sysname = SCHEMA_NAME();',
    `EXEC sys.sp_${procedure}extendedproperty @name = N'MS_Description'${value === undefined ? '' : `, @value = ${value}`},`,
    "  @level0type = N'SCHEMA', @level0name = @schema,",
    `  @level1type = N'TABLE', @level1name = N'${table}'${column === undefined ? '' : ','}`,
    ...(column === undefined ? [] : [`  @level2type = N'COLUMN', @level2name = N'${column}'`]),
  ].join('\n');

/** The server alone knows a default's name: https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-default-constraints-transact-sql */
const dropDefault = (table: string, column: string): string =>
  [
    'DECLARE @drop nvarchar(max) = (',
    `  SELECT N'ALTER TABLE ${table} DROP CONSTRAINT ' + QUOTENAME(name)`,
    '  FROM sys.default_constraints',
    `  WHERE parent_object_id = OBJECT_ID(N'${table}')`,
    `    AND COL_NAME(parent_object_id, parent_column_id) = N'${column}'`,
    ');',
    'IF @drop IS NOT NULL EXEC sys.sp_executesql @drop',
  ].join('\n');

/** Every constraint of a kind on a column, whose names only the server knows. */
const dropFound = (table: string, source: readonly string[]): string =>
  [
    `DECLARE @table int = OBJECT_ID(N'${table}');`,
    'DECLARE @drop nvarchar(max) = (',
    `  SELECT N'ALTER TABLE ${table} DROP CONSTRAINT ' + QUOTENAME(c.name) + N'; '`,
    ...source.map((line) => `  ${line}`),
    "  FOR XML PATH(N''), TYPE",
    ").value(N'.', N'nvarchar(max)');",
    'IF @drop IS NOT NULL EXEC sys.sp_executesql @drop',
  ].join('\n');

/** One batch, for the next one has another row count: https://learn.microsoft.com/sql/t-sql/language-elements/throw-transact-sql */
const counted = (sql: string, what: string, expected: string, other: string): string =>
  [
    `${sql};`,
    'DECLARE @rows int = @@ROWCOUNT;',
    `DECLARE @message nvarchar(2048) = CONCAT(N'migsql: the ${what} touched ', @rows, N' rows, expected ${expected}');`,
    `IF ${other} THROW 50001, @message, 1`,
  ].join('\n');

export const mssql: Expected = {
  createTable: {
    plain: ['CREATE TABLE t (\n  a int NOT NULL,\n  b nvarchar(50) NULL\n)'],
    everything: [
      [
        'CREATE TABLE account (',
        '  id bigint IDENTITY(1, 1) NOT NULL,',
        '  customer_id bigint NOT NULL,',
        "  Code nvarchar(20) NOT NULL CONSTRAINT df_account__Code DEFAULT N'it''s',",
        '  created_at datetimeoffset NOT NULL CONSTRAINT df_account__created_at DEFAULT (SYSDATETIMEOFFSET()),',
        '  [order] int NULL CONSTRAINT df_account__order DEFAULT 7,',
        '  CONSTRAINT pk_account PRIMARY KEY (id),',
        '  CONSTRAINT uq_account UNIQUE (customer_id, Code),',
        '  CONSTRAINT fk_account_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,',
        '  CONSTRAINT ck_account_order CHECK ([order] > 0)',
        ')',
      ].join('\n'),
      property('add', 'account', undefined, "N'one row per customer''s account'"),
      property('add', 'account', 'created_at', "N'when'"),
    ],
    inSchema: ['CREATE TABLE sales.region (\n  id int NOT NULL,\n  CONSTRAINT pk_region PRIMARY KEY (id)\n)'],
    everyType: [
      [
        'CREATE TABLE every_type (',
        '  c_smallint smallint NULL,',
        '  c_integer int NULL,',
        '  c_bigint bigint NULL,',
        '  c_string nvarchar(40) NULL,',
        '  c_text nvarchar(max) NULL,',
        '  c_boolean bit NULL CONSTRAINT df_every_type__c_boolean DEFAULT 0,',
        '  c_numeric decimal(10, 2) NULL,',
        '  c_float real NULL,',
        '  c_double float(53) NULL,',
        '  c_date date NULL CONSTRAINT df_every_type__c_date DEFAULT (CAST(SYSDATETIME() AS date)),',
        '  c_time time NULL,',
        '  c_timestamp datetime2 NULL CONSTRAINT df_every_type__c_timestamp DEFAULT (SYSDATETIMEOFFSET()),',
        '  c_timestamptz datetimeoffset NULL,',
        '  c_uuid uniqueidentifier NULL CONSTRAINT df_every_type__c_uuid DEFAULT (NEWID()),',
        '  c_json nvarchar(max) NULL,',
        '  c_binary varbinary(max) NULL,',
        '  c_binary16 varbinary(16) NULL',
        ')',
      ].join('\n'),
    ],
    interval: { refused: /SQL Server has no interval type/ },
    enum: [
      [
        'CREATE TABLE t (',
        "  state nvarchar(4) NOT NULL CONSTRAINT df_t__state DEFAULT N'new' CONSTRAINT ck_t__state CHECK (state IN (N'new', N'it''s'))",
        ')',
      ].join('\n'),
    ],
    native: ['CREATE TABLE t (\n  a varchar(10) NULL\n)'],
    compositeKey: ['CREATE TABLE t (\n  a int NOT NULL,\n  b int NOT NULL,\n  CONSTRAINT pk_t PRIMARY KEY (a, b)\n)'],
    flags: [
      [
        'CREATE TABLE badge (',
        '  id int NOT NULL,',
        '  code nvarchar(20) NOT NULL,',
        '  customer_id bigint NULL,',
        '  level int NULL,',
        '  CONSTRAINT pk_badge PRIMARY KEY (id),',
        '  CONSTRAINT uq_badge_code UNIQUE (code),',
        '  CONSTRAINT fk_badge_customer_id_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,',
        '  CONSTRAINT ck_badge_level CHECK (level > 0)',
        ')',
      ].join('\n'),
      'CREATE INDEX ix_badge_customer_id ON badge (customer_id)',
    ],
    indexed: [
      'CREATE TABLE badge (\n  a int NOT NULL,\n  b int NULL\n)',
      'CREATE UNIQUE INDEX ix_badge ON badge (a, b DESC)',
    ],
    ifNotExists: ["IF OBJECT_ID(N't', N'U') IS NULL\nCREATE TABLE t (\n  a int NULL\n)"],
    temporary: { refused: /a name that begins with #/ },
    // Neither type nor nullability is said of a computed column: both come from the expression.
    generated: ['CREATE TABLE t (\n  a int NULL,\n  twice AS (a * 2)\n)'],
    generatedStored: ['CREATE TABLE t (\n  a int NULL,\n  twice AS (a * 2) PERSISTED\n)'],
    generatedVirtual: ['CREATE TABLE t (\n  a int NULL,\n  twice AS (a * 2)\n)'],
    identityOptions: { refused: /a start and an increment, and no minValue, no maxValue, no cycle, no cache/ },
    sequenceDefault: ['CREATE TABLE t (\n  a bigint NULL CONSTRAINT df_t__a DEFAULT (NEXT VALUE FOR order_number)\n)'],
    collation: ['CREATE TABLE t (\n  a nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL\n)'],
    options: [
      'CREATE TABLE t (\n  a int NOT NULL,\n  CONSTRAINT pk_t PRIMARY KEY (a)\n) ON [PRIMARY] WITH (DATA_COMPRESSION = PAGE)',
    ],
    columnOptions: [
      'CREATE TABLE t (\n  a nvarchar(20) NULL,\n  changed datetime2 NULL CONSTRAINT df_t__changed DEFAULT (SYSDATETIMEOFFSET())\n)',
    ],
    partitioned: ['CREATE TABLE t (\n  a int NOT NULL\n)'],
    deferrable: { refused: /checks such a constraint at once, and cannot defer it/ },
    clustered: [
      [
        'CREATE TABLE t (',
        '  a int NOT NULL,',
        '  b int NOT NULL,',
        '  CONSTRAINT pk_t PRIMARY KEY NONCLUSTERED (a),',
        '  CONSTRAINT uq_t UNIQUE CLUSTERED (b)',
        ')',
      ].join('\n'),
    ],
  },
  dropTable: {
    plain: ['DROP TABLE purchase'],
    inSchema: ['DROP TABLE sales.region'],
    ifExists: ['DROP TABLE IF EXISTS purchase'],
    cascade: { refused: /has no CASCADE for tables/ },
  },
  renameTable: {
    plain: ["EXEC sp_rename N'purchase', N'order', N'OBJECT'"],
    inSchema: ["EXEC sp_rename N'sales.region', N'area', N'OBJECT'"],
  },
  addColumn: {
    plain: ['ALTER TABLE purchase ADD total decimal(12, 2) NULL'],
    notNullWithDefault: [
      "ALTER TABLE purchase ADD state nvarchar(20) NOT NULL CONSTRAINT df_purchase__state DEFAULT N'new'",
    ],
    withComment: [
      'ALTER TABLE purchase ADD note nvarchar(max) NULL',
      property('add', 'purchase', 'note', "N'for staff'"),
    ],
    expressionDefault: [
      'ALTER TABLE purchase ADD seen_at datetime2 NULL CONSTRAINT df_purchase__seen_at DEFAULT (SYSDATETIMEOFFSET()) WITH VALUES',
    ],
    references: [
      'ALTER TABLE purchase ADD ticket_id bigint NULL, CONSTRAINT fk_purchase_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id) ON DELETE CASCADE',
    ],
    unique: ['ALTER TABLE purchase ADD code nvarchar(20) NULL, CONSTRAINT uq_purchase_code UNIQUE (code)'],
    indexed: [
      'ALTER TABLE purchase ADD code nvarchar(20) NULL',
      'CREATE INDEX ix_purchase_code ON purchase (code)',
    ],
    check: ['ALTER TABLE purchase ADD weight int NULL, CONSTRAINT ck_purchase_weight CHECK (weight > 0)'],
    primaryKey: [
      'ALTER TABLE purchase ADD id bigint IDENTITY(1, 1) NOT NULL, CONSTRAINT pk_purchase PRIMARY KEY (id)',
    ],
    ifNotExists: ["IF COL_LENGTH(N'purchase', N'total') IS NULL\nALTER TABLE purchase ADD total int NULL"],
    generated: ['ALTER TABLE ticket ADD double_quantity AS (quantity * 2)'],
    // Where a column stands is MySQL's to say.
    position: ['ALTER TABLE purchase ADD note nvarchar(20) NULL'],
    positionFirst: ['ALTER TABLE purchase ADD note nvarchar(20) NULL'],
    enum: [
      "ALTER TABLE purchase ADD priority nvarchar(4) NULL CONSTRAINT df_purchase__priority DEFAULT N'low' WITH VALUES CONSTRAINT ck_purchase__priority CHECK (priority IN (N'low', N'high'))",
    ],
  },
  dropColumn: {
    plain: ['ALTER TABLE purchase DROP COLUMN placed_at'],
    withDefault: [dropDefault('customer', 'active'), 'ALTER TABLE customer DROP COLUMN active'],
    ifExists: ['ALTER TABLE purchase DROP COLUMN IF EXISTS placed_at'],
    cascade: { refused: /has no CASCADE for columns/ },
    withDependents: [
      'ALTER TABLE customer DROP CONSTRAINT uq_customer_email',
      'ALTER TABLE customer DROP COLUMN email',
    ],
    mssqlUnknown: [
      dropFound('elsewhere', [
        'FROM sys.foreign_keys AS c',
        'WHERE c.parent_object_id = @table AND EXISTS (',
        '  SELECT 1 FROM sys.foreign_key_columns AS k',
        "  WHERE k.constraint_object_id = c.object_id AND COL_NAME(@table, k.parent_column_id) = N'a'",
        ')',
      ]),
      dropFound('elsewhere', [
        'FROM sys.check_constraints AS c',
        'WHERE c.parent_object_id = @table AND (',
        "  COL_NAME(@table, c.parent_column_id) = N'a'",
        '  OR EXISTS (',
        '    SELECT 1 FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE AS u',
        '    WHERE u.CONSTRAINT_SCHEMA = SCHEMA_NAME(c.schema_id) AND u.CONSTRAINT_NAME = c.name',
        "      AND u.COLUMN_NAME = N'a'",
        '  )',
        ')',
      ]),
      dropDefault('elsewhere', 'a'),
      'ALTER TABLE elsewhere DROP COLUMN a',
    ],
  },
  alterColumn: {
    rename: ["EXEC sp_rename N'customer.note', N'remark', N'COLUMN'"],
    type: ['ALTER TABLE customer ALTER COLUMN email nvarchar(320) NOT NULL'],
    typeUsing: { refused: /takes no 'using'/ },
    notNull: [
      'DROP INDEX ix_customer_since ON customer',
      'ALTER TABLE customer ALTER COLUMN since date NOT NULL',
      'CREATE INDEX ix_customer_since ON customer (since)',
    ],
    nullable: [
      'ALTER TABLE customer DROP CONSTRAINT ck_customer_balance',
      'ALTER TABLE customer ALTER COLUMN balance decimal(12, 2) NULL',
      'ALTER TABLE customer ADD CONSTRAINT ck_customer_balance CHECK (balance >= 0)',
    ],
    setDefault: [
      dropDefault('customer', 'balance'),
      'ALTER TABLE customer ADD CONSTRAINT df_customer__balance DEFAULT 5 FOR balance',
    ],
    setDefaultFirst: ['ALTER TABLE purchase ADD CONSTRAINT df_purchase__number DEFAULT 1 FOR number'],
    dropDefault: [dropDefault('customer', 'balance')],
    expressionDefault: [
      'ALTER TABLE purchase ADD CONSTRAINT df_purchase__placed_at DEFAULT (SYSDATETIMEOFFSET()) FOR placed_at',
    ],
    comment: [property('add', 'customer', 'note', "N'it''s'")],
    changeComment: [property('update', 'customer', 'email', "N'login'")],
    dropComment: [property('drop', 'customer', 'email')],
    several: [
      'ALTER TABLE customer DROP CONSTRAINT ck_customer_balance',
      dropDefault('customer', 'balance'),
      'ALTER TABLE customer ALTER COLUMN balance decimal(14, 4) NULL',
      'ALTER TABLE customer ADD CONSTRAINT df_customer__credit DEFAULT 1 FOR balance',
      property('add', 'customer', 'balance', "N'in EUR'"),
      "EXEC sp_rename N'customer.balance', N'credit', N'COLUMN'",
      'ALTER TABLE customer ADD CONSTRAINT ck_customer_balance CHECK (credit >= 0)',
    ],
    unknownTable: { refused: /no op made column 'elsewhere\.a', whose type must be known/ },
    unknownTableWithFacts: ['ALTER TABLE elsewhere ALTER COLUMN a int NOT NULL'],
    addIdentity: { refused: /cannot make 'number' an identity column/ },
    changeIdentity: { refused: /cannot make 'id' an identity column/ },
    dropIdentity: { refused: /cannot make 'id' an identity column/ },
    addGenerated: { refused: /'price' is a plain column/ },
    changeGenerated: ['ALTER TABLE ticket DROP COLUMN total', 'ALTER TABLE ticket ADD total AS (quantity * 3)'],
    dropGenerated: [
      'ALTER TABLE ticket ADD migsql_total decimal(12, 2) NULL',
      'UPDATE ticket SET migsql_total = total',
      'ALTER TABLE ticket DROP COLUMN total',
      "EXEC sp_rename N'ticket.migsql_total', N'total', N'COLUMN'",
    ],
    collation: ['ALTER TABLE customer ALTER COLUMN note nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL'],
    // What stands in the dialect's own words for MySQL alone.
    position: [property('add', 'purchase', 'placed_at', "N'when'")],
    onUpdateNow: [],
    enumType: [
      'ALTER TABLE customer ALTER COLUMN note nvarchar(4) NULL',
      "ALTER TABLE customer ADD CONSTRAINT ck_customer__note CHECK (note IN (N'low', N'high'))",
    ],
  },
  createIndex: {
    plain: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    unique: ['CREATE UNIQUE INDEX ux_purchase ON purchase (customer_id, number)'],
    ordered: ['CREATE INDEX ix_purchase_order ON purchase (customer_id ASC, number DESC)'],
    partial: ['CREATE INDEX ix_customer_active ON customer (email) WHERE balance > 100'],
    expression: { refused: /SQL Server indexes columns alone/ },
    concurrently: ['CREATE INDEX ix_purchase_placed ON purchase (placed_at)'],
    inSchema: ['CREATE INDEX ix_region ON sales.region (id)'],
    ifNotExists: [
      [
        "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'purchase') AND name = N'ix_purchase_number')",
        'CREATE INDEX ix_purchase_number ON purchase (number)',
      ].join('\n'),
    ],
    include: ['CREATE INDEX ix_purchase_number ON purchase (number) INCLUDE (placed_at)'],
    nulls: { refused: /orders NULLs in an index in its own way/ },
    // NULL is a value like any other in a unique index.
    nullsNotDistinct: ['CREATE UNIQUE INDEX ux_purchase_placed ON purchase (placed_at)'],
    collation: { refused: /no collation for a key of an index alone/ },
    method: ['CREATE INDEX ix_customer_email ON customer (email)'],
    opclass: ['CREATE INDEX ix_customer_email ON customer (email)'],
    prefix: ['CREATE INDEX ix_customer_note ON customer (email)'],
    fulltext: ['CREATE INDEX ix_customer_email ON customer (email)'],
    storage: [
      'CREATE INDEX ix_purchase_number ON purchase (number) WITH (FILLFACTOR = 80, ONLINE = ON) ON [PRIMARY]',
    ],
    clustered: ['CREATE CLUSTERED INDEX ix_purchase_number ON purchase (number)'],
    columnstore: ['CREATE NONCLUSTERED COLUMNSTORE INDEX ix_purchase_number ON purchase (number)'],
  },
  dropIndex: {
    plain: ['DROP INDEX ix_customer_since ON customer'],
    concurrently: ['DROP INDEX ix_customer_since ON customer'],
    inSchema: ['DROP INDEX ix_region ON sales.region'],
    ifExists: ['DROP INDEX IF EXISTS ix_customer_since ON customer'],
    // ONLINE is for clustered indexes, which this one is not.
    online: ['DROP INDEX ix_customer_since ON customer'],
  },
  addConstraint: {
    primaryKey: ['ALTER TABLE purchase ADD CONSTRAINT pk_purchase PRIMARY KEY (customer_id, number)'],
    unique: ['ALTER TABLE purchase ADD CONSTRAINT uq_purchase_number UNIQUE (number)'],
    check: ['ALTER TABLE purchase ADD CONSTRAINT ck_purchase_number CHECK (number > 0)'],
    foreignKey: [
      'ALTER TABLE purchase ADD CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE',
    ],
    onUpdate: [
      'ALTER TABLE purchase ADD CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON UPDATE CASCADE',
    ],
    notValidCheck: [
      'ALTER TABLE purchase WITH NOCHECK ADD CONSTRAINT ck_purchase_number CHECK (number > 10)',
    ],
    notValidForeignKey: [
      'ALTER TABLE purchase WITH NOCHECK ADD CONSTRAINT fk_purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id)',
    ],
    deferrable: { refused: /checks such a constraint at once, and cannot defer it/ },
    match: { refused: /has no MATCH FULL/ },
    nullsNotDistinct: ['ALTER TABLE purchase ADD CONSTRAINT uq_purchase_placed UNIQUE (placed_at)'],
    exclusion: { refused: /has no exclusion constraints/ },
    unnamed: ['ALTER TABLE purchase ADD CONSTRAINT uq_purchase_number UNIQUE (number)'],
  },
  dropConstraint: {
    primaryKey: ['ALTER TABLE customer DROP CONSTRAINT pk_customer'],
    unique: ['ALTER TABLE customer DROP CONSTRAINT uq_customer_email'],
    check: ['ALTER TABLE customer DROP CONSTRAINT ck_customer_balance'],
    foreignKey: ['ALTER TABLE purchase DROP CONSTRAINT fk_purchase_customer'],
    ifExists: ['ALTER TABLE customer DROP CONSTRAINT IF EXISTS ck_customer_balance'],
    cascade: { refused: /has no CASCADE for constraints/ },
  },
  describesTable: { plain: [], whole: [] },
  setTableComment: {
    set: [property('add', 'customer', undefined, "N'who buys; 100 % o''clock'")],
    // The table has none, and dropping a property that is not there is an error.
    drop: [],
  },
  setTableOptions: {
    change: ['ALTER TABLE purchase REBUILD WITH (DATA_COMPRESSION = PAGE)'],
    otherDatabase: [],
    parameterBack: [],
  },
  rebuildTable: {
    changes: [
      'ALTER TABLE customer DROP COLUMN note',
      'DROP INDEX ix_customer_since ON customer',
      'ALTER TABLE customer ALTER COLUMN since date NOT NULL',
      'CREATE INDEX ix_customer_since ON customer (since)',
      'ALTER TABLE customer ADD level int NOT NULL CONSTRAINT df_customer__level DEFAULT 1',
    ],
    asItIs: [],
    unknownTable: [dropDefault('elsewhere', 'a'), 'ALTER TABLE elsewhere DROP COLUMN a'],
  },
  renameIndex: { plain: ["EXEC sp_rename N'customer.ix_customer_since', N'ix_customer_from', N'INDEX'"] },
  // A constraint is an object of its schema, whose name is not that of its table.
  renameConstraint: {
    primaryKey: ["EXEC sp_rename N'pk_customer', N'pk_client', N'OBJECT'"],
    unique: ["EXEC sp_rename N'uq_customer_email', N'uq_client_email', N'OBJECT'"],
    check: ["EXEC sp_rename N'ck_customer_balance', N'ck_client_balance', N'OBJECT'"],
    foreignKey: ["EXEC sp_rename N'fk_ticket_customer', N'fk_ticket_client', N'OBJECT'"],
    unknownTable: ["EXEC sp_rename N'ck_a', N'ck_b', N'OBJECT'"],
  },
  validateConstraint: {
    foreignKey: ['ALTER TABLE ticket WITH CHECK CHECK CONSTRAINT fk_ticket_customer'],
    check: ['ALTER TABLE customer WITH CHECK CHECK CONSTRAINT ck_customer_balance'],
  },
  createEnum: { plain: [] },
  dropEnum: { plain: [], ifExists: [] },
  addEnumValue: {
    last: [
      'ALTER TABLE ticket DROP CONSTRAINT ck_ticket__priority',
      'ALTER TABLE ticket ALTER COLUMN priority nvarchar(6) NOT NULL',
      "ALTER TABLE ticket ADD CONSTRAINT ck_ticket__priority CHECK (priority IN (N'low', N'high', N'urgent'))",
    ],
    before: [
      'ALTER TABLE ticket DROP CONSTRAINT ck_ticket__priority',
      "ALTER TABLE ticket ADD CONSTRAINT ck_ticket__priority CHECK (priority IN (N'it''s', N'low', N'high'))",
    ],
    ifNotExists: [
      'ALTER TABLE ticket DROP CONSTRAINT ck_ticket__priority',
      'ALTER TABLE ticket ALTER COLUMN priority nvarchar(6) NOT NULL',
      "ALTER TABLE ticket ADD CONSTRAINT ck_ticket__priority CHECK (priority IN (N'low', N'urgent', N'high'))",
    ],
  },
  renameEnumValue: {
    plain: [
      'ALTER TABLE ticket DROP CONSTRAINT ck_ticket__priority',
      // The default is the value, which the list will not have in the end.
      dropDefault('ticket', 'priority'),
      'ALTER TABLE ticket ALTER COLUMN priority nvarchar(5) NOT NULL',
      "ALTER TABLE ticket ADD CONSTRAINT df_ticket__priority DEFAULT N'minor' FOR priority",
      "ALTER TABLE ticket ADD CONSTRAINT ck_ticket__priority CHECK (priority IN (N'low', N'minor', N'high'))",
      "UPDATE ticket SET priority = N'minor' WHERE priority = N'low'",
      'ALTER TABLE ticket DROP CONSTRAINT ck_ticket__priority',
      "ALTER TABLE ticket ADD CONSTRAINT ck_ticket__priority CHECK (priority IN (N'minor', N'high'))",
    ],
  },
  // Unless it is told where, a sequence begins at the least bigint.
  createSequence: {
    plain: ['CREATE SEQUENCE order_number AS bigint START WITH 1 INCREMENT BY 1'],
    options: [
      [
        "IF OBJECT_ID(N'sales.order_number', N'SO') IS NULL",
        'CREATE SEQUENCE sales.order_number AS bigint START WITH 1000 INCREMENT BY 10 MINVALUE 1000 MAXVALUE 99990 CYCLE CACHE 20',
      ].join('\n'),
    ],
    noCycle: ['CREATE SEQUENCE order_number AS bigint START WITH 1 INCREMENT BY 1 NO CYCLE'],
  },
  alterSequence: {
    change: ['ALTER SEQUENCE order_number INCREMENT BY 5 MAXVALUE 5000'],
    restart: ['ALTER SEQUENCE order_number RESTART WITH 77'],
    noBound: ['ALTER SEQUENCE order_number NO MAXVALUE'],
  },
  dropSequence: { plain: ['DROP SEQUENCE order_number'], ifExists: ['DROP SEQUENCE IF EXISTS order_number'] },
  createSchema: {
    plain: ['CREATE SCHEMA hr'],
    // It must be the first of its batch.
    ifNotExists: ["IF SCHEMA_ID(N'hr') IS NULL\nEXEC(N'CREATE SCHEMA hr')"],
  },
  dropSchema: {
    plain: ['DROP SCHEMA hr'],
    ifExists: ['DROP SCHEMA IF EXISTS hr'],
    cascade: { refused: /has no CASCADE for schemas/ },
  },
  createView: {
    plain: ['CREATE VIEW rich AS\nSELECT id FROM customer WHERE balance > 100'],
    columns: ['CREATE VIEW rich (number, address) AS\nSELECT id, email FROM customer'],
    orReplace: ['CREATE OR ALTER VIEW rich AS\nSELECT id FROM customer'],
    materialized: { refused: /has no materialized views/ },
  },
  dropView: {
    plain: ['DROP VIEW rich'],
    ifExists: ['DROP VIEW IF EXISTS rich'],
    cascade: { refused: /has no CASCADE for views/ },
    materialized: { refused: /has no materialized views/ },
  },
  refreshView: {
    plain: { refused: /has no materialized views/ },
    concurrently: { refused: /has no materialized views/ },
  },
  createRoutine: {
    function: ['CREATE FUNCTION twice (@n int) RETURNS int AS BEGIN RETURN 2 * @n; END'],
    procedure: ['CREATE OR ALTER PROCEDURE purge AS BEGIN DELETE FROM purchase; END'],
  },
  dropRoutine: {
    // There are no two functions of one name, so that no arguments are said.
    function: ['DROP FUNCTION twice'],
    procedure: ['DROP PROCEDURE IF EXISTS purge'],
    cascade: { refused: /has no CASCADE for routines/ },
  },
  createTrigger: {
    plain: ['CREATE TRIGGER tr_purchase ON purchase AFTER UPDATE AS BEGIN SET NOCOUNT ON; END'],
    orReplace: ['CREATE OR ALTER TRIGGER tr_purchase ON purchase AFTER UPDATE AS BEGIN SET NOCOUNT ON; END'],
  },
  dropTrigger: { plain: ['DROP TRIGGER tr_purchase'], ifExists: ['DROP TRIGGER IF EXISTS sales.tr_purchase'] },
  grant: {
    table: ['GRANT SELECT, INSERT ON OBJECT::customer TO app_reader, app_writer'],
    columns: ['GRANT UPDATE (note, since) ON OBJECT::customer TO app_writer WITH GRANT OPTION'],
    sequence: ['GRANT UPDATE ON OBJECT::order_number TO app_writer'],
    schema: { refused: /no privilege 'usage' on a schema/ },
    function: ['GRANT EXECUTE ON OBJECT::twice TO app_reader'],
    everyone: ['GRANT SELECT ON OBJECT::customer TO public'],
    all: { refused: /does not tell users of one name apart/ },
  },
  revoke: {
    table: ['REVOKE INSERT ON OBJECT::customer FROM app_writer'],
    cascade: ['REVOKE SELECT ON OBJECT::customer FROM app_reader CASCADE'],
  },
  insertFrom: {
    plain: ['INSERT INTO purchase (customer_id, number)\nSELECT id, 1 FROM customer'],
    expected: [
      counted(
        'INSERT INTO purchase (customer_id, number)\nSELECT id, 1 FROM customer',
        'insert into purchase',
        '1 row',
        '@rows <> 1',
      ),
    ],
  },
  updateRows: {
    plain: ["UPDATE customer SET note = N'it''s', balance = 5 WHERE id = 1"],
    everyRow: ['UPDATE purchase SET placed_at = SYSDATETIMEOFFSET()'],
    expected: [counted("UPDATE customer SET note = N'x' WHERE id = 1", 'update of customer', '1 row', '@rows <> 1')],
    expectedRange: [
      counted(
        "UPDATE customer SET note = N'x' WHERE id < 9",
        'update of customer',
        '1 to 3 rows',
        '@rows NOT BETWEEN 1 AND 3',
      ),
    ],
  },
  deleteRows: {
    plain: ['DELETE FROM purchase WHERE number > 100'],
    everyRow: ['DELETE FROM purchase'],
    expected: [
      counted('DELETE FROM purchase WHERE number = 7', 'delete from purchase', 'at most 1 row', '@rows > 1'),
    ],
    matching: ['DELETE FROM customer WHERE id IN (1, 2)'],
  },
  custom: { plain: { refused: /there are no policies/ } },
  bulkInsert: {
    plain: [
      [
        'INSERT INTO customer (email, balance, note, active, since) VALUES',
        "  (N'o''hara@example.com', 1.50, N'back\\slash', 1, '2024-02-29'),",
        "  (N'ada@example.com', 0, NULL, 0, '1899-12-31')",
      ].join('\n'),
    ],
    explicitIdentity: [
      'SET IDENTITY_INSERT customer ON',
      "INSERT INTO customer (id, email) VALUES\n  (41, (NCHAR(233) + N'@example.com'))",
      'SET IDENTITY_INSERT customer OFF',
    ],
    expression: ['INSERT INTO purchase (customer_id, number, placed_at) VALUES\n  (1, 1 + 2, SYSDATETIMEOFFSET())'],
    typed: [
      `INSERT INTO elsewhere (at, data, bin) VALUES\n  ('2024-01-02T03:04:05+00:00', N'{"a":["it''s"]}', 0x00ff)`,
    ],
    empty: [],
  },
  requires: {
    plain: [
      [
        "DECLARE @message nvarchar(2048) = N'migsql: required: the first customer is there';",
        'IF CASE WHEN (EXISTS (SELECT 1 FROM customer WHERE id = 1)) THEN 1 ELSE 0 END = 0 THROW 50001, @message, 1',
      ].join('\n'),
    ],
    quoted: [
      [
        "DECLARE @message nvarchar(2048) = (N'migsql: required: it''s at `0`, 100%% \\ ' + NCHAR(233));",
        'IF CASE WHEN ((SELECT MIN(balance) FROM customer) >= 0 -- or more',
        ') THEN 1 ELSE 0 END = 0 THROW 50001, @message, 1',
      ].join('\n'),
    ],
  },
  expects: {
    none: [
      [
        "DECLARE @message nvarchar(2048) = N'migsql: expected 0 rows: every customer has an address';",
        'IF CASE WHEN ((SELECT COUNT(*) FROM (SELECT id FROM customer WHERE email IS NULL) migsql_rows) BETWEEN 0 AND 0) THEN 1 ELSE 0 END = 0 THROW 50001, @message, 1',
      ].join('\n'),
    ],
    some: [
      [
        "DECLARE @message nvarchar(2048) = N'migsql: expected at least 1 row: purchases are kept';",
        'IF CASE WHEN ((SELECT COUNT(*) FROM (SELECT number FROM purchase) migsql_rows) >= 1) THEN 1 ELSE 0 END = 0 THROW 50001, @message, 1',
      ].join('\n'),
    ],
  },
  onlyIf: {
    data: [
      [
        "IF CASE WHEN (EXISTS (SELECT 1 FROM customer WHERE note = '12')) THEN 1 ELSE 0 END = 1",
        'BEGIN',
        "EXEC(N'UPDATE customer SET note = N''it''''s'' WHERE note = ''12''');",
        "EXEC(N'DELETE FROM purchase WHERE number = 7');",
        'END',
      ].join('\n'),
    ],
    schema: [
      [
        'IF CASE WHEN (NOT EXISTS (SELECT 1 FROM purchase WHERE customer_id < 0)) THEN 1 ELSE 0 END = 1',
        'BEGIN',
        "EXEC(N'ALTER TABLE purchase ADD paid bit NULL');",
        'END',
      ].join('\n'),
    ],
    several: [
      [
        'IF CASE WHEN (1 = 1) THEN 1 ELSE 0 END = 1',
        'BEGIN',
        "EXEC(N'ALTER TABLE purchase ADD paid bit NULL');",
        "EXEC(N'UPDATE purchase SET paid = 1');",
        'END',
      ].join('\n'),
    ],
  },
  execute: {
    data: ["UPDATE customer SET note = 'a;b' WHERE id = 1"],
    schema: ['CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'],
    // One batch: sqlcmd sends what stands before a line GO as a whole.
    several: ['DELETE FROM purchase;\nDELETE FROM customer'],
    fragment: ["UPDATE customer SET note = N'it''s' WHERE id = 1"],
    nonTransactional: ['ANALYZE customer'],
  },
};
