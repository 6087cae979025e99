/** The wanted schema as a module of drizzle-orm, by two lines of it: the stable one and the next. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { formatPlace } from '../../src/diagnostics.ts';
import { type Op, source } from '../../src/ops/index.ts';
import { findTable } from '../../src/schema/model.ts';
import { layout } from '../../src/typescript/index.ts';
import { load, problemsOf } from '../support/desired.ts';

const POSTGRESQL = `
import { sql } from 'drizzle-orm';
import {
  bigint, bigserial, boolean, check, foreignKey, index, integer, jsonb, numeric, pgEnum, pgMaterializedView, pgSchema, pgSequence, pgTable,
  pgView, primaryKey, text, timestamp, unique, uniqueIndex, uuid, varchar,
} from 'drizzle-orm/pg-core';

export const mood = pgEnum('mood', ['good', "it's bad"]);
export const orderNumber = pgSequence('order_number', { startWith: 1000, increment: '5', cycle: true });
export const sales = pgSchema('sales');

export const account = pgTable('account', {
  id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity({ startWith: 10 }),
  email: varchar('email', { length: 254 }).notNull().unique(),
  mood: mood('mood').notNull().default('good'),
  parentId: bigint('parent_id', { mode: 'bigint' }),
  balance: numeric('balance', { precision: 10, scale: 2 }).default('0.50'),
  limit: bigint('limit', { mode: 'bigint' }).default(9007199254740993n),
  active: boolean('active').default(true),
  settings: jsonb('settings').default({ a: [1] }),
  tags: text('tags').array().default(['x']),
  publicId: uuid('public_id').$defaultFn(() => 'made by the client'),
  createdAt: timestamp('created_at', { withTimezone: true }).defaultNow(),
  seenAt: timestamp('seen_at').default(new Date('2024-02-03T04:05:06Z')),
  lower: text('lower').generatedAlwaysAs(sql\`lower(\${sql.identifier('email')})\`),
}, (table) => [
  foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }).onDelete('set null'),
  index('ix_balance').on(table.balance.desc(), table.active.desc().nullsFirst(), table.email.nullsFirst().op('text_pattern_ops')),
  uniqueIndex('ux_lower').on(sql\`lower(\${table.email})\`).where(sql\`\${table.active} and \${table.balance} > \${5} and \${table.email} <> \${"o'x"}\`),
  index('ix_tags').using('gin', table.tags).with({ fastupdate: false }),
  check('ck_balance', sql\`\${table.balance} >= 0\`),
  unique('uq_pair').on(table.email, table.active).nullsNotDistinct(),
]);

export const line = sales.table('line', {
  orderId: integer('order_id'),
  no: bigserial('no', { mode: 'number' }),
  account: bigint('account', { mode: 'bigint' }).references(() => account.id, { onDelete: 'cascade', onUpdate: 'restrict' }),
}, (table) => [primaryKey({ columns: [table.orderId, table.no] })]);

export const rich = pgView('rich').as((qb) => qb.select({ id: account.id }).from(account).where(sql\`\${account.balance} > 100\`));
export const kept = pgMaterializedView('kept', { one: integer('one') }).as(sql\`SELECT 1 AS one\`);
export const elsewhere = pgView('elsewhere', { one: integer('one') }).existing();
`;

const EXPECTED_POSTGRESQL: readonly Op[] = [
  m.createTable('account', [
    m.column('id', m.types.bigint(), { nullable: false, identity: { always: true, start: 10 } }),
    m.column('email', m.types.string(254), { nullable: false }),
    m.column('mood', m.types.enum('mood', ['good', "it's bad"]), { nullable: false, default: 'good' }),
    m.column('parent_id', m.types.bigint()),
    m.column('balance', m.types.numeric(10, 2), { default: '0.50' }),
    m.column('limit', m.types.bigint(), { default: 9007199254740993n }),
    m.column('active', m.types.boolean(), { default: true }),
    m.column('settings', m.types.json(), { default: m.json({ a: [1] }) }),
    m.column('tags', m.types.native('TEXT[]'), { default: '{"x"}' }),
    m.column('public_id', m.types.uuid()),
    m.column('created_at', m.types.timestamp({ zone: true }), { default: m.raw('now()') }),
    m.column('seen_at', m.types.timestamp(), { default: '2024-02-03T04:05:06.000Z' }),
    m.column('lower', m.types.text(), { generated: { expression: m.sql`lower(${m.name('email')})`, stored: true } }),
    m.primaryKey(['id'], { name: 'pk_account' }),
    m.unique(['email'], { name: 'uq_account_email' }),
    m.unique(['email', 'active'], { name: 'uq_pair', nullsNotDistinct: true }),
    m.foreignKey(['parent_id'], 'account', ['id'], { onDelete: 'setNull', name: 'fk_account_parent_id_account' }),
    m.check(m.sql`${m.name('balance')} >= 0`, { name: 'ck_balance' }),
    m.index(
      [
        m.desc('balance', { nulls: 'last' }),
        m.desc('active'),
        { column: 'email', nulls: 'first', on: { postgresql: { opclass: 'text_pattern_ops' } } },
      ],
      { name: 'ix_balance' },
    ),
    m.index([m.sql`lower(${m.name('email')})`], {
      name: 'ux_lower',
      unique: true,
      where: m.sql`${m.name('active')} and ${m.name('balance')} > 5 and ${m.name('email')} <> 'o''x'`,
    }),
    m.index(['tags'], { name: 'ix_tags', on: { postgresql: { using: 'gin', with: { fastupdate: false } } } }),
  ]),
  m.createEnum('mood', ['good', "it's bad"]),
  m.createSchema('sales'),
  m.createSequence('order_number', { start: 1000, increment: 5, cycle: true }),
  m.createTable({ schema: 'sales', name: 'line' }, [
    m.column('order_id', m.types.integer(), { nullable: false }),
    m.column('no', m.types.native('BIGSERIAL'), { nullable: false }),
    m.column('account', m.types.bigint()),
    m.primaryKey(['order_id', 'no'], { name: 'pk_line' }),
    m.foreignKey(['account'], 'account', ['id'], { onDelete: 'cascade', onUpdate: 'restrict', name: 'fk_line_account_account' }),
  ]),
  m.createView('kept', 'SELECT 1 AS one', { materialized: true }),
  m.createView('rich', m.sql`select ${m.name('id')} from ${m.name('account')} where ${m.name('account', 'balance')} > 100`),
];

const MYSQL = `
import { sql } from 'drizzle-orm';
import * as my from 'drizzle-orm/mysql-core';
export const account = my.mysqlTable('account', {
  id: my.bigint('id', { mode: 'number', unsigned: true }).autoincrement().primaryKey(),
  mood: my.mysqlEnum('mood', ['good', "it's bad"]).default('good'),
  flag: my.boolean('flag').default(false),
  changedAt: my.timestamp('changed_at').defaultNow().onUpdateNow(),
  twice: my.int('twice').generatedAlwaysAs(sql\`\\\`id\\\` * 2\`, { mode: 'virtual' }),
}, (table) => [my.index('ix_flag').on(table.flag, sql\`(\${table.id} + 1)\`).using('hash').algorithm('inplace')]);
`;

const EXPECTED_MYSQL = (dialect: 'mysql' | 'mariadb'): readonly Op[] => [
  m.createTable('account', [
    m.column('id', m.types.native('BIGINT UNSIGNED'), { nullable: false, identity: {} }),
    m.column('mood', m.types.enum('mood', ['good', "it's bad"]), { default: 'good' }),
    m.column('flag', m.types.boolean(), { default: false }),
    m.column('changed_at', m.types.native('TIMESTAMP'), { default: m.raw('(now())'), on: { [dialect]: { onUpdateNow: true } } }),
    m.column('twice', m.types.integer(), { generated: { expression: m.raw('`id` * 2'), stored: false } }),
    m.primaryKey(['id'], { name: 'pk_account' }),
    m.index(['flag', m.sql`(${m.name('id')} + 1)`], { name: 'ix_flag', on: { [dialect]: { using: 'hash', algorithm: 'inplace' } } }),
  ]),
];

const SQLITE = `
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
export const account = sqliteTable('account', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  at: integer('at', { mode: 'timestamp' }).default(new Date('2024-01-01T00:00:00Z')),
  doc: text('doc', { mode: 'json' }).default({ a: 1 }),
  rate: real('rate').default(0.5),
  name: text('name', { enum: ['a', 'b'] }).default(sql\`'b'\`),
});
export const pair = sqliteTable('pair', { a: text('a'), b: text('b').references(() => account.id) }, (t) => [primaryKey({ name: 'key', columns: [t.a, t.b] })]);
`;

const EXPECTED_SQLITE: readonly Op[] = [
  m.createTable('account', [
    m.column('id', m.types.integer(), { nullable: false, identity: {} }),
    m.column('active', m.types.integer(), { nullable: false, default: 1 }),
    m.column('at', m.types.integer(), { default: 1704067200 }),
    m.column('doc', m.types.text(), { default: m.json({ a: 1 }) }),
    m.column('rate', m.types.float(), { default: 0.5 }),
    m.column('name', m.types.text(), { default: m.raw("'b'") }),
    m.primaryKey(['id'], { name: 'pk_account' }),
  ]),
  m.createTable('pair', [
    m.column('a', m.types.text()),
    m.column('b', m.types.text()),
    m.primaryKey(['a', 'b'], { name: 'key' }),
    m.foreignKey(['b'], 'account', ['id'], { name: 'fk_pair_b_account' }),
  ]),
];

const MSSQL = `
import { sql } from 'drizzle-orm';
import { bit, decimal, index, int, mssqlSchema, mssqlTable, nvarchar } from 'drizzle-orm/mssql-core';
export const sales = mssqlSchema('sales');
export const account = sales.table('account', {
  id: int('id').primaryKey().identity({ seed: 7, increment: 2 }),
  email: nvarchar('email', { length: 200 }).notNull().unique('uq_email'),
  note: nvarchar('note', { length: 'max' }),
  total: decimal('total', { precision: 10, scale: 2 }).default('0'),
  closed: bit('closed').default(false),
  twice: int('twice').generatedAlwaysAs(sql\`[id] * 2\`, { mode: 'persisted' }),
}, (table) => [index('ix_open').on(table.total).where(sql\`\${table.closed} = 0\`)]);
`;

const EXPECTED_MSSQL: readonly Op[] = [
  m.createSchema('sales'),
  m.createTable({ schema: 'sales', name: 'account' }, [
    m.column('id', m.types.integer(), { nullable: false, identity: { start: 7, increment: 2 } }),
    m.column('email', m.types.string(200), { nullable: false }),
    m.column('note', m.types.text()),
    m.column('total', m.types.numeric(10, 2), { default: '0' }),
    m.column('closed', m.types.boolean(), { default: false }),
    m.column('twice', m.types.integer(), { generated: { expression: m.raw('[id] * 2'), stored: true } }),
    m.primaryKey(['id'], { name: 'pk_account' }),
    m.unique(['email'], { name: 'uq_email' }),
    m.index(['total'], { name: 'ix_open', where: m.sql`${m.name('closed')} = 0` }),
  ]),
];

const reading = suite('a schema of drizzle-orm');

const texts = (ops: readonly Op[]): readonly string[] => ops.map((op) => layout(source(op))).sort();

for (const drizzle of ['drizzle-orm', 'drizzle-orm-rc'] as const) {
  for (const [dialect, text, expected] of [
    ['postgresql', POSTGRESQL, EXPECTED_POSTGRESQL],
    ['mysql', MYSQL, EXPECTED_MYSQL('mysql')],
    ['mariadb', MYSQL, EXPECTED_MYSQL('mariadb')],
    ['sqlite', SQLITE, EXPECTED_SQLITE],
    ...(drizzle === 'drizzle-orm' ? [] : [['mssql', MSSQL, EXPECTED_MSSQL] as const]),
  ] as const) {
    reading(`${dialect}, by ${drizzle}`, async () => {
      const { ops } = await load({ 'schema.ts': text }, { drizzle, dialect });
      assert.equal(texts(ops), texts(expected));
    });
  }
}

const ACCOUNTS = "import { integer, pgTable } from 'drizzle-orm/pg-core';\nexport const account = pgTable('account', { id: integer('id') });";
const ORDERS = "import { integer, pgTable } from 'drizzle-orm/pg-core';\nimport { account } from './accounts';\n" +
  "export const order = pgTable('order', { of: integer('of').references(() => account.id) });";

reading('split over files, each table once, where it is written', async () => {
  const files = { 'db/accounts.ts': ACCOUNTS, 'db/orders.ts': ORDERS, 'db/index.ts': "export * from './accounts';\nexport * from './orders';" };
  for (const schema of [['db'], ['db/index.ts'], ['db/orders.ts', 'db/accounts.ts']]) {
    const { ops } = await load(files, { schema, drizzle: 'drizzle-orm' });
    const places = ops.map(({ origin }) => origin && formatPlace(origin)).sort();
    assert.equal(places, ['db/accounts.ts:2:14', 'db/orders.ts:3:14'], schema.join());
  }
});

reading('beside statements of what it has no words for', async () => {
  const comment = m.setTableComment('account', 'who buys');
  const files = { 'accounts.ts': ACCOUNTS, 'comments.sql': "COMMENT ON TABLE account IS 'who buys';" };
  const { model } = await load(files, { drizzle: 'drizzle-orm', reader: () => ({ ops: [comment] }) });
  assert.is(findTable(model, { name: 'account' })?.comment, 'who buys');
});

reading.run();

const mistakes = suite('mistakes in a schema of drizzle-orm');

mistakes('tables of another database', async () => {
  const files = { 'accounts.ts': ACCOUNTS, 'orders.ts': ORDERS };
  const places = ['accounts.ts:1:34', 'orders.ts:1:34'];
  const message = (title: string): string => `'drizzle-orm/pg-core' defines tables of another database than ${title} [foreign-drizzle]`;
  assert.equal(
    await problemsOf(files, { drizzle: 'drizzle-orm', dialect: 'mariadb' }),
    places.map((place) => `${place}: ${message('MariaDB')}\n  Import 'drizzle-orm/mysql-core', or name another dialect.`),
  );
  assert.equal(
    await problemsOf(files, { drizzle: 'drizzle-orm', dialect: 'oracle' }),
    places.map((place) => `${place}: ${message('Oracle')}\n  drizzle-orm has no tables for Oracle: write the schema in TypeScript or SQL.`),
  );
});

mistakes('a drizzle-orm that is not there, or too old', async () => {
  assert.equal(await problemsOf({ 'schema.ts': ACCOUNTS }), [
    "schema.ts: the schema is written for drizzle-orm, and 'drizzle-orm' is not installed where it is [missing-drizzle]\n" +
      '  Run npm install drizzle-orm in the project.',
  ]);
  assert.equal(await problemsOf({ 'schema.ts': MSSQL }, { drizzle: 'drizzle-orm', dialect: 'mssql' }), [
    "schema.ts: the schema is written for drizzle-orm, and 'drizzle-orm/mssql-core' is not installed where it is [missing-drizzle]\n" +
      "  Install a version of drizzle-orm that has 'drizzle-orm/mssql-core'.",
  ]);
});

for (const [name, text, expected] of [
  ['no export', ACCOUNTS.replace('export ', ''), 'schema.ts defines nothing [empty-schema]'],
  ['a syntax error', `${ACCOUNTS}\nexport const = 1;`, 'schema.ts:3:14: Unexpected token [syntax-error]'],
  ['an error of its own', `${ACCOUNTS}\nexport const other = pgTable(missing, {});`, "schema.ts:3:30: 'missing' is not defined [unknown-name]"],
  ['an error in drizzle-orm', `${ACCOUNTS}\nexport const other = pgTable('other', null);`, 'schema.ts:3:22: TypeError: '],
  ['another package', `import { nanoid } from 'nanoid';\n${ACCOUNTS}\nexport const id = nanoid();`, "schema.ts:1:24: the import 'nanoid' is not allowed: packages cannot be imported, only 'migsql' and 'drizzle-orm' [forbidden-import]"],
  ['a module that drizzle-orm has not', `import 'drizzle-orm/nothing';\n${ACCOUNTS}`, "schema.ts:1:8: the import 'drizzle-orm/nothing' does not exist [missing-import]"],
  ['a key to nowhere', ACCOUNTS.replace("integer('id')", "integer('id').references(() => away.id)") + "\nconst away = pgTable('away', { id: integer('id') });", "schema.ts:2:14: foreign key of account (id): there is no table 'away' in the schema [not-defined]"],
  ['two tables of one name', `${ACCOUNTS}\nexport const again = pgTable('account', { id: integer('id') });`, "schema.ts:3:14: table 'account' is defined twice, first at schema.ts:2:14 [defined-twice]"],
  ['the environment', `${ACCOUNTS}\nexport const url = process.env.URL;`, 'schema.ts:3:20: process is not available in the sandbox'],
] as const) {
  mistakes(name, async () => {
    const [first = '', ...others] = await problemsOf({ 'schema.ts': text }, { drizzle: 'drizzle-orm' });
    assert.equal(others, []);
    assert.is(first.slice(0, expected.length), expected);
  });
}

mistakes('definitions that drizzle-orm itself cannot read, all of them', async () => {
  const text = "import { integer, pgTable } from 'drizzle-orm/pg-core';\n" +
    "export const a = pgTable('a', { id: integer('id').references(() => missing.id) });\n" +
    "export const b = pgTable('b', { id: integer('id').references(() => undefined) });";
  const hint = '[unread-definition]\n  Correct its definition, and the columns that it references.';
  assert.equal(await problemsOf({ 'schema.ts': text }, { drizzle: 'drizzle-orm' }), [
    `schema.ts:2:14: drizzle-orm cannot say what 'a' is: ReferenceError: 'missing' is not defined ${hint}`,
    `schema.ts:3:14: drizzle-orm cannot say what 'b' is: TypeError: cannot read property 'table' of undefined ${hint}`,
  ]);
});

mistakes('a default that only a driver can write', async () => {
  const text = "import { blob, sqliteTable } from 'drizzle-orm/sqlite-core';\nexport const t = sqliteTable('t', { b: blob('b', { mode: 'buffer' }).default(new Uint8Array(1)) });";
  assert.equal(await problemsOf({ 'schema.ts': text }, { drizzle: 'drizzle-orm', dialect: 'sqlite' }), [
    "schema.ts:2:14: the default of 'b' in table 't' cannot be written as SQL [unread-default]\n  Write it as a fragment of drizzle-orm: sql`…`.",
  ]);
});

mistakes.run();
