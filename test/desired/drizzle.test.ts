/** The wanted schema as a module of drizzle-orm, by two lines of it: the stable one and the next. */
import { suite } from 'uvu';
import { source } from '../../src/ops/index.ts';
import { load } from '../support/desired.ts';

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

const reading = suite('a schema of drizzle-orm');

for (const drizzle of ['drizzle-orm', 'drizzle-orm-rc'] as const) {
  reading(`PostgreSQL, by ${drizzle}`, async () => {
    const { ops } = await load({ 'schema.ts': POSTGRESQL }, { drizzle });
    console.log(ops.map(source).join('\n'), ops.map(o=>JSON.stringify(o.origin)));
  });
}

reading.run();
