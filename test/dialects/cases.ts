import {
  addColumn, addConstraint, addEnumValue, alterColumn, alterSequence, asc, bulkInsert, check, column, createEnum,
  createFunction, createIndex, createProcedure, createSchema, createSequence, createTable, createTrigger, createView,
  deleteRows, desc, describesTable, dropColumn, dropConstraint, dropEnum, dropFunction, dropIndex, dropProcedure, dropSchema,
  dropSequence, dropTable, dropTrigger, dropView, exclude, execute, expects, foreignKey, grant, index, insertFrom, json,
  literal, name, nextValue, now, onlyIf, primaryKey, PUBLIC, raw, rebuildTable, references, refreshView, renameConstraint,
  renameEnumValue, renameIndex, renameTable, requires, revoke, setTableComment, setTableOptions, sql, today, types, unique,
  updateRows, uuid, validateConstraint,
} from '../../src/authoring.ts';
import { type Op, type OpName, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';

/** What stands before every case; a dialect's engine test runs these first. */
export const SETUP: readonly Op[] = [
  createTable('customer', [
    column('id', types.bigint(), { nullable: false, identity: true }),
    column('email', types.string(254), { nullable: false, comment: "the customer's address" }),
    column('balance', types.numeric(12, 2), { nullable: false, default: 0 }),
    column('note', types.text()),
    column('active', types.boolean(), { nullable: false, default: true }),
    column('since', types.date()),
    primaryKey(['id'], { name: 'pk_customer' }),
    unique(['email'], { name: 'uq_customer_email' }),
    check(sql`${name('balance')} >= 0`, { name: 'ck_customer_balance' }),
  ]),
  createEnum('priority', ['low', 'high']),
  createTable('ticket', [
    column('id', types.bigint(), { nullable: false, identity: true }),
    column('priority', types.enum('priority', ['low', 'high']), { nullable: false, default: 'low' }),
    column('quantity', types.integer(), { nullable: false, default: 1 }),
    column('price', types.numeric(10, 2)),
    column('total', types.numeric(12, 2), { generated: sql`${name('quantity')} * ${name('price')}` }),
    primaryKey(['id'], { name: 'pk_ticket' }),
    foreignKey(['id'], 'customer', ['id'], { name: 'fk_ticket_customer' }),
  ]),
  createTable('purchase', [
    column('customer_id', types.bigint(), { nullable: false }),
    column('number', types.integer(), { nullable: false }),
    column('placed_at', types.timestamp()),
  ]),
  createIndex('ix_customer_since', 'customer', ['since']),
];

export const SETUP_SCHEMA: SchemaModel = SETUP.reduce(evolve, EMPTY_SCHEMA);

/** Cases per op: each dialect says what it expects of each (`expected/<dialect>.ts`). */
export const CASES = {
  createTable: {
    plain: createTable('t', [column('a', types.integer(), { nullable: false }), column('b', types.string(50))]),
    everything: createTable(
      'account',
      [
        column('id', types.bigint(), { nullable: false, identity: true }),
        column('customer_id', types.bigint(), { nullable: false }),
        column('Code', types.string(20), { nullable: false, default: "it's" }),
        column('created_at', types.timestamp({ zone: true }), { nullable: false, default: now(), comment: 'when' }),
        column('order', types.integer(), { default: 7 }),
        primaryKey(['id'], { name: 'pk_account' }),
        unique(['customer_id', 'Code'], { name: 'uq_account' }),
        foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_account_customer', onDelete: 'cascade' }),
        check(sql`${name('order')} > 0`, { name: 'ck_account_order' }),
      ],
      { comment: "one row per customer's account" },
    ),
    inSchema: createTable({ schema: 'sales', name: 'region' }, [
      column('id', types.integer(), { nullable: false }),
      primaryKey(['id']),
    ]),
    everyType: createTable('every_type', [
      column('c_smallint', types.smallint()),
      column('c_integer', types.integer()),
      column('c_bigint', types.bigint()),
      column('c_string', types.string(40)),
      column('c_text', types.text()),
      column('c_boolean', types.boolean(), { default: false }),
      column('c_numeric', types.numeric(10, 2)),
      column('c_float', types.float()),
      column('c_double', types.double()),
      column('c_date', types.date(), { default: today() }),
      column('c_time', types.time()),
      column('c_timestamp', types.timestamp(), { default: now() }),
      column('c_timestamptz', types.timestamp({ zone: true })),
      column('c_uuid', types.uuid(), { default: uuid() }),
      column('c_json', types.json()),
      column('c_binary', types.binary()),
      column('c_binary16', types.binary(16)),
    ]),
    interval: createTable('t', [column('a', types.interval())]),
    enum: createTable('t', [column('state', types.enum('state', ['new', "it's"]), { nullable: false, default: 'new' })]),
    native: createTable('t', [column('a', types.native({ postgresql: 'citext', default: 'varchar(10)' }))]),
    compositeKey: createTable('t', [
      column('a', types.integer(), { nullable: false }),
      column('b', types.integer(), { nullable: false }),
      primaryKey(['a', 'b'], { name: 'pk_t' }),
    ]),
    flags: createTable('badge', [
      column('id', types.integer(), { primaryKey: true }),
      column('code', types.string(20), { nullable: false, unique: true }),
      column('customer_id', types.bigint(), { references: references('customer', 'id', { onDelete: 'cascade' }), index: true }),
      column('level', types.integer(), { check: sql`${name('level')} > 0` }),
    ]),
    indexed: createTable('badge', [
      column('a', types.integer(), { nullable: false }),
      column('b', types.integer()),
      index(['a', desc('b')], { name: 'ix_badge', unique: true }),
    ]),
    ifNotExists: createTable('t', [column('a', types.integer())], { ifNotExists: true }),
    temporary: createTable('t', [column('a', types.integer())], { temporary: true }),
    generated: createTable('t', [
      column('a', types.integer()),
      column('twice', types.integer(), { generated: sql`${name('a')} * 2` }),
    ]),
    generatedStored: createTable('t', [
      column('a', types.integer()),
      column('twice', types.integer(), { generated: { expression: sql`${name('a')} * 2`, stored: true } }),
    ]),
    generatedVirtual: createTable('t', [
      column('a', types.integer()),
      column('twice', types.integer(), { generated: { expression: sql`${name('a')} * 2`, stored: false } }),
    ]),
    identityOptions: createTable('t', [
      column('id', types.bigint(), {
        nullable: false,
        identity: { always: true, start: 100, increment: 10, minValue: 100, maxValue: 100_000, cycle: true, cache: 5 },
      }),
      primaryKey(['id'], { name: 'pk_t' }),
    ]),
    sequenceDefault: createTable('t', [column('a', types.bigint(), { default: nextValue('order_number') })]),
    collation: createTable('t', [
      column('a', types.string(20), {
        collation: {
          postgresql: 'C',
          mysql: 'utf8mb4_bin',
          mariadb: 'utf8mb4_bin',
          mssql: 'Latin1_General_100_BIN2',
          oracle: 'BINARY_CI',
          sqlite: 'NOCASE',
        },
      }),
    ]),
    options: createTable('t', [column('a', types.integer(), { nullable: false }), primaryKey(['a'], { name: 'pk_t' })], {
      on: {
        postgresql: { unlogged: true, with: { fillfactor: 70 } },
        mysql: { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin', rowFormat: 'dynamic' },
        mariadb: { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin', rowFormat: 'dynamic' },
        mssql: { dataCompression: 'page', filegroup: 'PRIMARY' },
        oracle: { compress: 'basic', tablespace: 'users' },
        sqlite: { strict: true, withoutRowid: true },
      },
    }),
    columnOptions: createTable('t', [
      column('a', types.string(20), { on: { mysql: { charset: 'ascii' }, mariadb: { charset: 'ascii' } } }),
      column('changed', types.timestamp(), {
        default: now(),
        on: { mysql: { onUpdateNow: true }, mariadb: { onUpdateNow: true } },
      }),
    ]),
    partitioned: createTable('t', [column('a', types.integer(), { nullable: false })], {
      on: { postgresql: { partitionBy: sql`RANGE (${name('a')})` } },
    }),
    deferrable: createTable('t', [
      column('a', types.bigint()),
      foreignKey(['a'], 'customer', ['id'], { name: 'fk_t', deferrable: true, initially: 'deferred' }),
    ]),
    clustered: createTable('t', [
      column('a', types.integer(), { nullable: false }),
      column('b', types.integer(), { nullable: false }),
      primaryKey(['a'], { name: 'pk_t', on: { mssql: { clustered: false } } }),
      unique(['b'], { name: 'uq_t', on: { mssql: { clustered: true }, sqlite: { onConflict: 'ignore' } } }),
    ]),
  },
  dropTable: {
    plain: dropTable('purchase'),
    inSchema: dropTable({ schema: 'sales', name: 'region' }),
    ifExists: dropTable('purchase', { ifExists: true }),
    cascade: dropTable('customer', { cascade: true }),
  },
  renameTable: {
    plain: renameTable('purchase', 'order'),
    inSchema: renameTable({ schema: 'sales', name: 'region' }, 'area'),
  },
  addColumn: {
    plain: addColumn('purchase', column('total', types.numeric(12, 2))),
    notNullWithDefault: addColumn('purchase', column('state', types.string(20), { nullable: false, default: 'new' })),
    withComment: addColumn('purchase', column('note', types.text(), { comment: 'for staff' })),
    expressionDefault: addColumn('purchase', column('seen_at', types.timestamp(), { default: now() })),
    references: addColumn(
      'purchase',
      column('ticket_id', types.bigint(), { references: references('ticket', 'id', { name: 'fk_purchase_ticket', onDelete: 'cascade' }) }),
    ),
    unique: addColumn('purchase', column('code', types.string(20), { unique: true })),
    indexed: addColumn('purchase', column('code', types.string(20), { index: true })),
    check: addColumn('purchase', column('weight', types.integer(), { check: sql`${name('weight')} > 0` })),
    primaryKey: addColumn('purchase', column('id', types.bigint(), { primaryKey: true, identity: true })),
    ifNotExists: addColumn('purchase', column('total', types.integer()), { ifNotExists: true }),
    generated: addColumn('ticket', column('double_quantity', types.integer(), { generated: sql`${name('quantity')} * 2` })),
    position: addColumn('purchase', column('note', types.string(20)), {
      on: { mysql: { position: { after: 'number' } }, mariadb: { position: { after: 'number' } } },
    }),
    positionFirst: addColumn('purchase', column('note', types.string(20)), {
      on: { mysql: { position: 'first' }, mariadb: { position: 'first' } },
    }),
    enum: addColumn('purchase', column('priority', types.enum('priority', ['low', 'high']), { default: 'low' })),
  },
  dropColumn: {
    plain: dropColumn('purchase', 'placed_at'),
    withDefault: dropColumn('customer', 'active'),
    ifExists: dropColumn('purchase', 'placed_at', { ifExists: true }),
    cascade: dropColumn('purchase', 'placed_at', { cascade: true }),
    withDependents: dropColumn('customer', 'email'),
    mssqlUnknown: dropColumn('elsewhere', 'a', { on: { mssql: { drop: ['default', 'check', 'foreignKey'] } } }),
  },
  alterColumn: {
    rename: alterColumn('customer', 'note', { name: 'remark' }),
    type: alterColumn('customer', 'email', { type: types.string(320) }),
    typeUsing: alterColumn('customer', 'note', { type: types.integer() }, { using: sql`cast(note as integer)` }),
    notNull: alterColumn('customer', 'since', { nullable: false }),
    nullable: alterColumn('customer', 'balance', { nullable: true }),
    setDefault: alterColumn('customer', 'balance', { default: 5 }),
    setDefaultFirst: alterColumn('purchase', 'number', { default: 1 }),
    dropDefault: alterColumn('customer', 'balance', { default: null }),
    expressionDefault: alterColumn('purchase', 'placed_at', { default: now() }),
    comment: alterColumn('customer', 'note', { comment: "it's" }),
    changeComment: alterColumn('customer', 'email', { comment: 'login' }),
    dropComment: alterColumn('customer', 'email', { comment: null }),
    several: alterColumn('customer', 'balance', {
      name: 'credit',
      type: types.numeric(14, 4),
      nullable: true,
      default: 1,
      comment: 'in EUR',
    }),
    unknownTable: alterColumn('elsewhere', 'a', { nullable: false }),
    unknownTableWithFacts: alterColumn(
      'elsewhere',
      'a',
      { nullable: false },
      { existing: { type: types.integer(), nullable: true, default: null, comment: null } },
    ),
    addIdentity: alterColumn('purchase', 'number', { identity: true }),
    changeIdentity: alterColumn('ticket', 'id', { identity: { start: 1000, increment: 10 } }),
    dropIdentity: alterColumn('ticket', 'id', { identity: null }),
    addGenerated: alterColumn('ticket', 'price', { generated: sql`${name('quantity')} * 2` }),
    changeGenerated: alterColumn('ticket', 'total', { generated: sql`${name('quantity')} * 3` }),
    dropGenerated: alterColumn('ticket', 'total', { generated: null }),
    collation: alterColumn('customer', 'note', {
      collation: {
        postgresql: 'C',
        mysql: 'utf8mb4_bin',
        mariadb: 'utf8mb4_bin',
        mssql: 'Latin1_General_100_BIN2',
        oracle: 'BINARY_CI',
        sqlite: 'NOCASE',
      },
    }),
    position: alterColumn('purchase', 'placed_at', { comment: 'when' }, {
      on: { mysql: { position: 'first' }, mariadb: { position: 'first' } },
    }),
    onUpdateNow: alterColumn('purchase', 'placed_at', { on: { mysql: { onUpdateNow: true }, mariadb: { onUpdateNow: true } } }),
    enumType: alterColumn('customer', 'note', { type: types.enum('priority', ['low', 'high']) }),
  },
  createIndex: {
    plain: createIndex('ix_purchase_number', 'purchase', ['number']),
    unique: createIndex('ux_purchase', 'purchase', ['customer_id', 'number'], { unique: true }),
    ordered: createIndex('ix_purchase_order', 'purchase', [asc('customer_id'), desc('number')]),
    partial: createIndex('ix_customer_active', 'customer', ['email'], { where: sql`${name('balance')} > 100` }),
    expression: createIndex('ix_customer_lower', 'customer', [sql`lower(${name('email')})`]),
    concurrently: createIndex('ix_purchase_placed', 'purchase', ['placed_at'], {
      on: { postgresql: { concurrently: true } },
    }),
    inSchema: createIndex('ix_region', { schema: 'sales', name: 'region' }, ['id']),
    ifNotExists: createIndex('ix_purchase_number', 'purchase', ['number'], { ifNotExists: true }),
    include: createIndex('ix_purchase_number', 'purchase', ['number'], { include: ['placed_at'] }),
    nulls: createIndex('ix_purchase_placed', 'purchase', [desc('placed_at', { nulls: 'last' })]),
    nullsNotDistinct: createIndex('ux_purchase_placed', 'purchase', ['placed_at'], { unique: true, nullsNotDistinct: true }),
    collation: createIndex('ix_customer_email', 'customer', [asc('email', { collation: { postgresql: 'C', default: 'NOCASE' } })]),
    method: createIndex('ix_customer_email', 'customer', ['email'], {
      on: { postgresql: { using: 'hash' }, mysql: { using: 'btree' }, mariadb: { using: 'btree' } },
    }),
    opclass: createIndex('ix_customer_email', 'customer', [{ column: 'email', on: { postgresql: { opclass: 'varchar_pattern_ops' } } }]),
    prefix: createIndex('ix_customer_note', 'customer', [
      { column: 'email', on: { mysql: { length: 10 }, mariadb: { length: 10 } } },
    ]),
    fulltext: createIndex('ix_customer_email', 'customer', ['email'], {
      on: { mysql: { kind: 'fulltext' }, mariadb: { kind: 'fulltext' } },
    }),
    storage: createIndex('ix_purchase_number', 'purchase', ['number'], {
      on: {
        postgresql: { with: { fillfactor: 70 } },
        mysql: { algorithm: 'inplace', lock: 'none' },
        mariadb: { algorithm: 'inplace', lock: 'none' },
        mssql: { online: true, fillfactor: 80, filegroup: 'PRIMARY' },
        oracle: { online: true, compress: 1, tablespace: 'users' },
      },
    }),
    clustered: createIndex('ix_purchase_number', 'purchase', ['number'], { on: { mssql: { clustered: true } } }),
    columnstore: createIndex('ix_purchase_number', 'purchase', ['number'], { on: { mssql: { columnstore: true }, oracle: { bitmap: true } } }),
  },
  dropIndex: {
    plain: dropIndex('ix_customer_since', 'customer'),
    concurrently: dropIndex('ix_customer_since', 'customer', { on: { postgresql: { concurrently: true } } }),
    inSchema: dropIndex('ix_region', { schema: 'sales', name: 'region' }),
    ifExists: dropIndex('ix_customer_since', 'customer', { ifExists: true }),
    online: dropIndex('ix_customer_since', 'customer', {
      on: { mysql: { algorithm: 'inplace', lock: 'none' }, mariadb: { algorithm: 'inplace', lock: 'none' }, mssql: { online: true }, oracle: { online: true } },
    }),
  },
  addConstraint: {
    primaryKey: addConstraint('purchase', primaryKey(['customer_id', 'number'], { name: 'pk_purchase' })),
    unique: addConstraint('purchase', unique(['number'], { name: 'uq_purchase_number' })),
    check: addConstraint('purchase', check(sql`${name('number')} > 0`, { name: 'ck_purchase_number' })),
    foreignKey: addConstraint(
      'purchase',
      foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_purchase_customer', onDelete: 'cascade' }),
    ),
    onUpdate: addConstraint(
      'purchase',
      foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_purchase_customer', onUpdate: 'cascade' }),
    ),
    notValidCheck: addConstraint('purchase', check(sql`${name('number')} > 10`, { name: 'ck_purchase_number', notValid: true })),
    notValidForeignKey: addConstraint('purchase', foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_purchase_customer', notValid: true })),
    deferrable: addConstraint('purchase', unique(['number'], { name: 'uq_purchase_number', deferrable: true, initially: 'deferred' })),
    match: addConstraint('purchase', foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_purchase_customer', match: 'full' })),
    nullsNotDistinct: addConstraint('purchase', unique(['placed_at'], { name: 'uq_purchase_placed', nullsNotDistinct: true })),
    exclusion: addConstraint(
      'purchase',
      exclude([{ expression: sql`daterange(${name('placed_at')}::date, NULL)`, operator: '&&' }], { name: 'ex_purchase_placed' }),
    ),
    unnamed: addConstraint('purchase', unique(['number'])),
  },
  dropConstraint: {
    primaryKey: dropConstraint('customer', 'pk_customer', 'primaryKey'),
    unique: dropConstraint('customer', 'uq_customer_email', 'unique'),
    check: dropConstraint('customer', 'ck_customer_balance', 'check'),
    foreignKey: dropConstraint('purchase', 'fk_purchase_customer', 'foreignKey'),
    ifExists: dropConstraint('customer', 'ck_customer_balance', 'check', { ifExists: true }),
    cascade: dropConstraint('customer', 'pk_customer', 'primaryKey', { cascade: true }),
  },
  describesTable: {
    plain: describesTable('purchase', [column('customer_id', types.bigint(), { nullable: false }), column('number', types.integer())]),
    whole: describesTable(
      'legacy',
      [
        column('id', types.bigint(), { nullable: false, identity: true }),
        column('email', types.string(254), { comment: 'where they are written to' }),
        primaryKey(['id'], { name: 'legacy_pkey' }),
        index(['email'], { name: 'legacy_email', unique: true }),
      ],
      { comment: 'made before the first revision' },
    ),
  },
  setTableComment: {
    set: setTableComment('customer', "who buys; 100 % o'clock"),
    drop: setTableComment('customer', null),
  },
  setTableOptions: {
    change: setTableOptions('purchase', {
      postgresql: { with: { fillfactor: 70 }, unlogged: true },
      mysql: { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin', rowFormat: 'dynamic' },
      mariadb: { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin', rowFormat: 'dynamic' },
      mssql: { dataCompression: 'page' },
      oracle: { compress: 'advanced', tablespace: 'users' },
      sqlite: { strict: false, withoutRowid: false },
    }),
    otherDatabase: setTableOptions('purchase', {}),
    parameterBack: setTableOptions('purchase', { postgresql: { with: { fillfactor: null } } }),
  },
  rebuildTable: {
    changes: rebuildTable('customer', [
      dropColumn('customer', 'note'),
      alterColumn('customer', 'since', { nullable: false }),
      addColumn('customer', column('level', types.integer(), { nullable: false, default: 1 })),
    ]),
    asItIs: rebuildTable('purchase'),
    unknownTable: rebuildTable('elsewhere', [dropColumn('elsewhere', 'a')]),
  },
  renameIndex: { plain: renameIndex('ix_customer_since', 'customer', 'ix_customer_from') },
  renameConstraint: {
    primaryKey: renameConstraint('customer', 'pk_customer', 'pk_client', 'primaryKey'),
    unique: renameConstraint('customer', 'uq_customer_email', 'uq_client_email', 'unique'),
    check: renameConstraint('customer', 'ck_customer_balance', 'ck_client_balance', 'check'),
    foreignKey: renameConstraint('ticket', 'fk_ticket_customer', 'fk_ticket_client', 'foreignKey'),
    unknownTable: renameConstraint('elsewhere', 'ck_a', 'ck_b', 'check'),
  },
  validateConstraint: {
    foreignKey: validateConstraint('ticket', 'fk_ticket_customer', 'foreignKey'),
    check: validateConstraint('customer', 'ck_customer_balance', 'check'),
  },
  createEnum: { plain: createEnum('mood', ['happy', "it's complicated"]) },
  dropEnum: { plain: dropEnum('mood'), ifExists: dropEnum('mood', { ifExists: true }) },
  addEnumValue: {
    last: addEnumValue('priority', 'urgent'),
    before: addEnumValue('priority', "it's", { before: 'low' }),
    ifNotExists: addEnumValue('priority', 'urgent', { after: 'low', ifNotExists: true }),
  },
  renameEnumValue: { plain: renameEnumValue('priority', 'low', 'minor') },
  createSequence: {
    plain: createSequence('order_number'),
    options: createSequence(
      { schema: 'sales', name: 'order_number' },
      { start: 1000, increment: 10, minValue: 1000, maxValue: 99_990, cycle: true, cache: 20, ifNotExists: true },
    ),
    noCycle: createSequence('order_number', { cycle: false }),
  },
  alterSequence: {
    change: alterSequence('order_number', { increment: 5, maxValue: 5000 }),
    restart: alterSequence('order_number', {}, { restart: 77 }),
    noBound: alterSequence('order_number', { maxValue: null }),
  },
  dropSequence: { plain: dropSequence('order_number'), ifExists: dropSequence('order_number', { ifExists: true }) },
  createSchema: { plain: createSchema('hr'), ifNotExists: createSchema('hr', { ifNotExists: true }) },
  dropSchema: {
    plain: dropSchema('hr'),
    ifExists: dropSchema('hr', { ifExists: true }),
    cascade: dropSchema('hr', { cascade: true }),
  },
  createView: {
    plain: createView('rich', sql`SELECT ${name('id')} FROM ${name('customer')} WHERE ${name('balance')} > 100`),
    columns: createView('rich', 'SELECT id, email FROM customer', { columns: ['number', 'address'] }),
    orReplace: createView('rich', 'SELECT id FROM customer', { orReplace: true }),
    materialized: createView('rich', 'SELECT id FROM customer', { materialized: true }),
  },
  dropView: {
    plain: dropView('rich'),
    ifExists: dropView('rich', { ifExists: true }),
    cascade: dropView('rich', { cascade: true }),
    materialized: dropView('rich', { materialized: true }),
  },
  refreshView: { plain: refreshView('rich'), concurrently: refreshView('rich', { on: { postgresql: { concurrently: true } } }) },
  createRoutine: {
    function: createFunction('twice', {
      postgresql: '(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 2 * n; $$',
      mysql: '(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n',
      mariadb: '(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n',
      mssql: '(@n int) RETURNS int AS BEGIN RETURN 2 * @n; END',
      oracle: '(n IN NUMBER) RETURN NUMBER IS BEGIN RETURN 2 * n; END;',
    }),
    procedure: createProcedure(
      'purge',
      {
        postgresql: '() LANGUAGE sql AS $$ DELETE FROM purchase; $$',
        mysql: '() BEGIN DELETE FROM purchase; END',
        mariadb: '() BEGIN DELETE FROM purchase; END',
        mssql: 'AS BEGIN DELETE FROM purchase; END',
        oracle: 'IS BEGIN DELETE FROM purchase; END;',
      },
      { orReplace: true },
    ),
  },
  dropRoutine: {
    function: dropFunction('twice', { signature: 'integer' }),
    procedure: dropProcedure('purge', { ifExists: true }),
    cascade: dropFunction('twice', { cascade: true }),
  },
  createTrigger: {
    plain: createTrigger('tr_purchase', 'purchase', {
      postgresql: 'BEFORE UPDATE ON purchase FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      mysql: 'BEFORE UPDATE ON purchase FOR EACH ROW SET NEW.number = OLD.number + 1',
      mariadb: 'BEFORE UPDATE ON purchase FOR EACH ROW SET NEW.number = OLD.number + 1',
      mssql: 'ON purchase AFTER UPDATE AS BEGIN SET NOCOUNT ON; END',
      oracle: 'BEFORE UPDATE ON purchase FOR EACH ROW BEGIN :NEW.placed_at := SYSDATE; END;',
      sqlite: 'AFTER UPDATE ON purchase BEGIN UPDATE customer SET note = NEW.number; END',
    }),
    orReplace: createTrigger(
      'tr_purchase',
      'purchase',
      {
        postgresql: 'BEFORE UPDATE ON purchase FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
        mysql: 'BEFORE UPDATE ON purchase FOR EACH ROW SET NEW.number = OLD.number + 1',
        mariadb: 'BEFORE UPDATE ON purchase FOR EACH ROW SET NEW.number = OLD.number + 1',
        mssql: 'ON purchase AFTER UPDATE AS BEGIN SET NOCOUNT ON; END',
        oracle: 'BEFORE UPDATE ON purchase FOR EACH ROW BEGIN :NEW.placed_at := SYSDATE; END;',
        sqlite: 'AFTER UPDATE ON purchase BEGIN UPDATE customer SET note = NEW.number; END',
      },
      { orReplace: true },
    ),
  },
  dropTrigger: {
    plain: dropTrigger('tr_purchase', 'purchase'),
    ifExists: dropTrigger('tr_purchase', { schema: 'sales', name: 'region' }, { ifExists: true }),
  },
  grant: {
    table: grant(['select', 'insert'], 'customer', ['app_reader', 'app_writer']),
    columns: grant(['update'], { table: 'customer', columns: ['note', 'since'] }, 'app_writer', { withGrantOption: true }),
    sequence: grant(['usage'], { sequence: 'order_number' }, 'app_writer'),
    schema: grant(['usage'], { schema: 'sales' }, 'app_reader'),
    function: grant(['execute'], { function: 'twice', signature: sql`integer` }, 'app_reader'),
    everyone: grant(['select'], 'customer', PUBLIC),
    all: grant(['all'], 'customer', { name: 'app_writer', host: '%' }),
  },
  revoke: {
    table: revoke(['insert'], 'customer', 'app_writer'),
    cascade: revoke(['select'], 'customer', 'app_reader', { cascade: true }),
  },
  insertFrom: {
    plain: insertFrom('purchase', ['customer_id', 'number'], sql`SELECT ${name('id')}, 1 FROM ${name('customer')}`),
    expected: insertFrom('purchase', ['customer_id', 'number'], 'SELECT id, 1 FROM customer', { expect: 1 }),
  },
  updateRows: {
    plain: updateRows('customer', { note: "it's", balance: 5 }, sql`${name('id')} = 1`),
    everyRow: updateRows('purchase', { placed_at: now() }, null),
    expected: updateRows('customer', { note: 'x' }, sql`${name('id')} = 1`, { expect: 1 }),
    expectedRange: updateRows('customer', { note: 'x' }, sql`${name('id')} < 9`, { expect: { atLeast: 1, atMost: 3 } }),
  },
  deleteRows: {
    plain: deleteRows('purchase', sql`${name('number')} > 100`),
    everyRow: deleteRows('purchase', null),
    expected: deleteRows('purchase', sql`${name('number')} = 7`, { expect: { atMost: 1 } }),
    matching: deleteRows('customer', { key: ['id'], rows: [{ id: 1, email: 'a@x' }, { id: 2, email: 'b@x' }] }),
  },
  bulkInsert: {
    plain: bulkInsert('customer', [
      { email: "o'hara@example.com", balance: '1.50', note: 'back\\slash', active: true, since: '2024-02-29' },
      { email: 'ada@example.com', balance: 0, note: null, active: false, since: '1899-12-31' },
    ]),
    explicitIdentity: bulkInsert('customer', [{ id: 41, email: 'é@example.com' }]),
    expression: bulkInsert('purchase', [{ customer_id: 1, number: sql`1 + ${literal(2)}`, placed_at: now() }]),
    typed: bulkInsert('elsewhere', [{ at: '2024-01-02T03:04:05Z', data: json({ a: ["it's"] }), bin: new Uint8Array([0, 255]) }], {
      types: { at: types.timestamp({ zone: true }), data: types.json(), bin: types.binary() },
    }),
    empty: bulkInsert('purchase', []),
  },
  requires: {
    plain: requires(sql`EXISTS (SELECT 1 FROM ${name('customer')} WHERE ${name('id')} = 1)`, 'the first customer is there'),
    quoted: requires(sql`(SELECT MIN(balance) FROM customer) >= 0 -- or more`, "it's at `0`, 100% \\ é"),
  },
  expects: {
    none: expects(sql`SELECT id FROM customer WHERE email IS NULL`, 0, 'every customer has an address'),
    some: expects(sql`SELECT ${name('number')} FROM purchase`, { atLeast: 1 }, 'purchases are kept'),
  },
  onlyIf: {
    data: onlyIf(sql`EXISTS (SELECT 1 FROM customer WHERE note = '12')`, [
      updateRows('customer', { note: "it's" }, sql`note = '12'`),
      deleteRows('purchase', sql`${name('number')} = 7`),
    ]),
    schema: onlyIf('NOT EXISTS (SELECT 1 FROM purchase WHERE customer_id < 0)', [
      addColumn('purchase', column('paid', types.boolean())),
    ]),
    several: onlyIf('1 = 1', [
      addColumn('purchase', column('paid', types.boolean())),
      updateRows('purchase', { paid: true }, null),
    ]),
  },
  execute: {
    data: execute("UPDATE customer SET note = 'a;b' WHERE id = 1"),
    schema: execute('CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'),
    several: execute('DELETE FROM purchase;\nDELETE FROM customer;\n'),
    fragment: execute(sql`UPDATE ${name('customer')} SET ${name('note')} = ${literal("it's")} WHERE ${raw('id = 1')}`),
    nonTransactional: execute('ANALYZE customer', { transactional: false }),
  },
  custom: {
    plain: {
      op: 'custom',
      name: 'createPolicy',
      description: 'create policy own_rows',
      lowered: {
        postgresql: [{ sql: sql`CREATE POLICY own_rows ON ${name('customer')} USING (${name('email')} = current_user)` }],
        default: { unsupported: 'there are no policies', hint: 'Use a view.' },
      },
      undo: [],
      effect: {},
    },
  },
} as const satisfies { readonly [N in OpName]: { readonly [label: string]: Op } };

/** What one dialect expects: for each case the statements, or part of the reason for which it refuses. */
export type Expected = {
  readonly [N in OpName]: { readonly [L in keyof (typeof CASES)[N]]: readonly string[] | { readonly refused: RegExp } };
};
