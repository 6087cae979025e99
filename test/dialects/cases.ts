import { addColumn } from '../../src/ops/add-column.ts';
import { addConstraint } from '../../src/ops/add-constraint.ts';
import { alterColumn } from '../../src/ops/alter-column.ts';
import { asc, check, column, desc, foreignKey, primaryKey, unique } from '../../src/ops/builders.ts';
import { bulkInsert } from '../../src/ops/bulk-insert.ts';
import { createEnum } from '../../src/ops/create-enum.ts';
import { createIndex } from '../../src/ops/create-index.ts';
import { createTable } from '../../src/ops/create-table.ts';
import { dropColumn } from '../../src/ops/drop-column.ts';
import { dropConstraint } from '../../src/ops/drop-constraint.ts';
import { dropEnum } from '../../src/ops/drop-enum.ts';
import { dropIndex } from '../../src/ops/drop-index.ts';
import { dropTable } from '../../src/ops/drop-table.ts';
import { execute } from '../../src/ops/execute.ts';
import { type Op, type OpName, evolve } from '../../src/ops/index.ts';
import { renameTable } from '../../src/ops/rename-table.ts';
import { setTableComment } from '../../src/ops/set-table-comment.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { json, literal, name, now, raw, sql, today, uuid } from '../../src/sql/fragment.ts';
import { types } from '../../src/sql/types.ts';

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
  },
  dropTable: { plain: dropTable('purchase'), inSchema: dropTable({ schema: 'sales', name: 'region' }) },
  renameTable: {
    plain: renameTable('purchase', 'order'),
    inSchema: renameTable({ schema: 'sales', name: 'region' }, 'area'),
  },
  addColumn: {
    plain: addColumn('purchase', column('total', types.numeric(12, 2))),
    notNullWithDefault: addColumn('purchase', column('state', types.string(20), { nullable: false, default: 'new' })),
    withComment: addColumn('purchase', column('note', types.text(), { comment: 'for staff' })),
    expressionDefault: addColumn('purchase', column('seen_at', types.timestamp(), { default: now() })),
  },
  dropColumn: { plain: dropColumn('purchase', 'placed_at'), withDefault: dropColumn('customer', 'active') },
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
  },
  dropIndex: {
    plain: dropIndex('ix_customer_since', 'customer'),
    concurrently: dropIndex('ix_customer_since', 'customer', { on: { postgresql: { concurrently: true } } }),
    inSchema: dropIndex('ix_region', { schema: 'sales', name: 'region' }),
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
  },
  dropConstraint: {
    primaryKey: dropConstraint('customer', 'pk_customer', 'primaryKey'),
    unique: dropConstraint('customer', 'uq_customer_email', 'unique'),
    check: dropConstraint('customer', 'ck_customer_balance', 'check'),
    foreignKey: dropConstraint('purchase', 'fk_purchase_customer', 'foreignKey'),
  },
  setTableComment: {
    set: setTableComment('customer', "who buys; 100 % o'clock"),
    drop: setTableComment('customer', null),
  },
  createEnum: { plain: createEnum('mood', ['happy', "it's complicated"]) },
  dropEnum: { plain: dropEnum('mood') },
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
  execute: {
    data: execute("UPDATE customer SET note = 'a;b' WHERE id = 1"),
    schema: execute('CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 100'),
    several: execute('DELETE FROM purchase;\nDELETE FROM customer;\n'),
    fragment: execute(sql`UPDATE ${name('customer')} SET ${name('note')} = ${literal("it's")} WHERE ${raw('id = 1')}`),
    nonTransactional: execute('ANALYZE customer', { transactional: false }),
  },
} as const satisfies { readonly [N in OpName]: { readonly [label: string]: Op } };

/** What one dialect expects: for each case the statements, or part of the reason for which it refuses. */
export type Expected = {
  readonly [N in OpName]: { readonly [L in keyof (typeof CASES)[N]]: readonly string[] | { readonly refused: RegExp } };
};
