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
    inSchema: ['CREATE TABLE sales.region (\n  id int NOT NULL,\n  PRIMARY KEY (id)\n)'],
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
  },
  dropTable: { plain: ['DROP TABLE purchase'], inSchema: ['DROP TABLE sales.region'] },
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
  },
  dropColumn: {
    plain: ['ALTER TABLE purchase DROP COLUMN placed_at'],
    withDefault: [dropDefault('customer', 'active'), 'ALTER TABLE customer DROP COLUMN active'],
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
  },
  createIndex: {
    plain: ['CREATE INDEX ix_purchase_number ON purchase (number)'],
    unique: ['CREATE UNIQUE INDEX ux_purchase ON purchase (customer_id, number)'],
    ordered: ['CREATE INDEX ix_purchase_order ON purchase (customer_id ASC, number DESC)'],
    partial: ['CREATE INDEX ix_customer_active ON customer (email) WHERE balance > 100'],
    expression: { refused: /SQL Server indexes columns alone/ },
    concurrently: ['CREATE INDEX ix_purchase_placed ON purchase (placed_at)'],
    inSchema: ['CREATE INDEX ix_region ON sales.region (id)'],
  },
  dropIndex: {
    plain: ['DROP INDEX ix_customer_since ON customer'],
    concurrently: ['DROP INDEX ix_customer_since ON customer'],
    inSchema: ['DROP INDEX ix_region ON sales.region'],
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
  },
  dropConstraint: {
    primaryKey: ['ALTER TABLE customer DROP CONSTRAINT pk_customer'],
    unique: ['ALTER TABLE customer DROP CONSTRAINT uq_customer_email'],
    check: ['ALTER TABLE customer DROP CONSTRAINT ck_customer_balance'],
    foreignKey: ['ALTER TABLE purchase DROP CONSTRAINT fk_purchase_customer'],
  },
  setTableComment: {
    set: [property('add', 'customer', undefined, "N'who buys; 100 % o''clock'")],
    // The table has none, and dropping a property that is not there is an error.
    drop: [],
  },
  createEnum: { plain: [] },
  dropEnum: { plain: [] },
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
  execute: {
    data: ["UPDATE customer SET note = 'a;b' WHERE id = 1"],
    schema: ['CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'],
    // One batch: sqlcmd sends what stands before a line GO as a whole.
    several: ['DELETE FROM purchase;\nDELETE FROM customer'],
    fragment: ["UPDATE customer SET note = N'it''s' WHERE id = 1"],
    nonTransactional: ['ANALYZE customer'],
  },
};
