/** What the migrations lead to, for drizzle-orm, which has no comments. Its twins are schema.ts and schema.sql. */
import { sql } from 'drizzle-orm';
import {
  bigint, boolean, check, customType, date, doublePrecision, foreignKey, index, inet, integer, jsonb,
  numeric, pgEnum, pgTable, pgView, primaryKey, real, smallint, text, timestamp, unique, uuid, varchar,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

// customers

export const country = pgTable('country', {
  code: varchar('code', { length: 2 }).notNull(),
  title: varchar('title', { length: 80 }).notNull(),
  nativeTitle: varchar('native_title', { length: 80 }).notNull(),
  postalCodePattern: varchar('postal_code_pattern', { length: 120 }),
  euMember: boolean('eu_member').notNull(),
  euSince: date('eu_since'),
}, (table) => [
  primaryKey({ name: 'pk_country', columns: [table.code] }),
]);

export const currency = pgTable('currency', {
  code: varchar('code', { length: 3 }).notNull(),
  title: varchar('title', { length: 60 }).notNull(),
  symbol: varchar('symbol', { length: 8 }).notNull(),
  digits: smallint('digits').notNull().default(2),
}, (table) => [
  primaryKey({ name: 'pk_currency', columns: [table.code] }),
]);

export const customer = pgTable('customer', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  email: varchar('email', { length: 254 }).notNull(),
  displayName: varchar('display_name', { length: 120 }).notNull(),
  phone: varchar('phone', { length: 32 }),
  createdAt: timestamp('created_at').notNull().defaultNow(),
  publicId: uuid('public_id').notNull(),
}, (table) => [
  primaryKey({ name: 'pk_customer', columns: [table.id] }),
  unique('uq_customer_email').on(table.email),
  unique('uq_customer_public_id').on(table.publicId),
]);

export const customerAddress = pgTable('customer_address', {
  customerId: bigint('customer_id', { mode: 'bigint' }).notNull(),
  kind: varchar('kind', { length: 10 }).notNull(),
  street: varchar('street', { length: 200 }),
  postalCode: varchar('postal_code', { length: 16 }),
  city: varchar('city', { length: 120 }),
  countryCode: varchar('country_code', { length: 2 }),
}, (table) => [
  primaryKey({ name: 'pk_customer_address', columns: [table.customerId, table.kind] }),
  foreignKey({
    name: 'fk_customer_address_customer',
    columns: [table.customerId],
    foreignColumns: [customer.id],
  }).onDelete('cascade'),
  foreignKey({ name: 'fk_customer_address_country', columns: [table.countryCode], foreignColumns: [country.code] }),
]);

export const loginEvent = pgTable('login_event', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  customerId: bigint('customer_id', { mode: 'bigint' }).notNull(),
  ipAddress: inet('ip_address'),
  userAgent: varchar('user_agent', { length: 500 }),
  succeeded: boolean('succeeded').notNull(),
  risk: real('risk'),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
}, (table) => [
  primaryKey({ name: 'pk_login_event', columns: [table.id] }),
  foreignKey({
    name: 'fk_login_event_customer',
    columns: [table.customerId],
    foreignColumns: [customer.id],
  }).onDelete('cascade'),
  index('ix_login_event_occurred_at').on(table.occurredAt.desc().nullsFirst()),
]);

export const mailTemplate = pgTable('mail_template', {
  code: varchar('code', { length: 40 }).notNull(),
  locale: varchar('locale', { length: 5 }).notNull(),
  subject: varchar('subject', { length: 200 }).notNull(),
  body: text('body').notNull(),
}, (table) => [
  primaryKey({ name: 'pk_mail_template', columns: [table.code, table.locale] }),
]);

// catalogue

export const category = pgTable('category', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  slug: varchar('slug', { length: 60 }).notNull(),
  title: varchar('title', { length: 120 }).notNull(),
  parentId: bigint('parent_id', { mode: 'bigint' }),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_category', columns: [table.id] }),
  unique('uq_category_slug').on(table.slug),
  foreignKey({ name: 'fk_category_parent', columns: [table.parentId], foreignColumns: [table.id] }),
]);

export const categoryTranslation = pgTable('category_translation', {
  categoryId: bigint('category_id', { mode: 'bigint' }).notNull(),
  locale: varchar('locale', { length: 5 }).notNull(),
  title: varchar('title', { length: 120 }).notNull(),
}, (table) => [
  primaryKey({ name: 'pk_category_translation', columns: [table.categoryId, table.locale] }),
  foreignKey({
    name: 'fk_category_translation',
    columns: [table.categoryId],
    foreignColumns: [category.id],
  }).onDelete('cascade'),
]);

export const product = pgTable('product', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  sku: varchar('sku', { length: 40 }).notNull(),
  title: varchar('title', { length: 200 }).notNull(),
  description: text('description'),
  price: numeric('price', { precision: 12, scale: 4 }).notNull(),
  weightKg: doublePrecision('weight_kg'),
  active: boolean('active').notNull().default(true),
  categoryId: bigint('category_id', { mode: 'bigint' }),
  createdAt: timestamp('created_at').notNull().defaultNow(),
  slug: varchar('slug', { length: 80 }).notNull(),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_product', columns: [table.id] }),
  unique('uq_product_sku').on(table.sku),
  foreignKey({
    name: 'fk_product_category',
    columns: [table.categoryId],
    foreignColumns: [category.id],
  }).onDelete('set null'),
  unique('uq_product_slug').on(table.slug),
]);

export const productImage = pgTable('product_image', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  sortOrder: smallint('sort_order').notNull().default(0),
  contentType: varchar('content_type', { length: 60 }).notNull(),
  content: bytea('content').notNull(),
  sha256: bytea('sha256'),
}, (table) => [
  primaryKey({ name: 'pk_product_image', columns: [table.id] }),
  foreignKey({
    name: 'fk_product_image_product',
    columns: [table.productId],
    foreignColumns: [product.id],
  }).onDelete('cascade'),
]);

export const review = pgTable('review', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  customerId: bigint('customer_id', { mode: 'bigint' }),
  stars: smallint('stars').notNull(),
  title: varchar('title', { length: 120 }),
  body: text('body'),
  approved: boolean('approved').notNull().default(false),
  writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_review', columns: [table.id] }),
  foreignKey({
    name: 'fk_review_product',
    columns: [table.productId],
    foreignColumns: [product.id],
  }).onDelete('cascade'),
  foreignKey({
    name: 'fk_review_customer',
    columns: [table.customerId],
    foreignColumns: [customer.id],
  }).onDelete('set null'),
  check('ck_review_stars', sql`${table.stars} BETWEEN 1 AND 5`),
]);

export const promotion = pgTable('promotion', {
  code: varchar('code', { length: 40 }).notNull(),
  title: varchar('title', { length: 120 }).notNull(),
  discountPercent: numeric('discount_percent', { precision: 5, scale: 2 }).notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  maxUses: bigint('max_uses', { mode: 'bigint' }).notNull().default(9223372036854775807n),
  condition: jsonb('condition'),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_promotion', columns: [table.code] }),
  check('ck_promotion_dates', sql`${table.endsOn} >= ${table.startsOn}`),
  check('ck_promotion_discount', sql`${table.discountPercent} BETWEEN 0 AND 100`),
]);

// orders

export const salesOrder = pgTable('sales_order', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  number: varchar('number', { length: 20 }).notNull(),
  customerId: bigint('customer_id', { mode: 'bigint' }).notNull(),
  state: varchar('state', { length: 20 }).notNull().default('new'),
  placedAt: timestamp('placed_at').notNull(),
  total: numeric('total', { precision: 14, scale: 2 }).notNull().default('0'),
  currencyCode: varchar('currency_code', { length: 3 }).notNull().default('EUR'),
}, (table) => [
  primaryKey({ name: 'pk_order', columns: [table.id] }),
  unique('uq_order_number').on(table.number),
  foreignKey({ name: 'fk_order_customer', columns: [table.customerId], foreignColumns: [customer.id] }),
  foreignKey({ name: 'fk_order_currency', columns: [table.currencyCode], foreignColumns: [currency.code] }),
  check('ck_sales_order_state', sql`${table.state} IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled')`),
  index('ix_sales_order_placed_at').on(table.placedAt, table.state),
]);

export const orderLine = pgTable('order_line', {
  orderId: bigint('order_id', { mode: 'bigint' }).notNull(),
  lineNo: smallint('line_no').notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  quantity: integer('quantity').notNull().default(1),
  unitPrice: numeric('unit_price', { precision: 12, scale: 4 }).notNull(),
}, (table) => [
  primaryKey({ name: 'pk_order_line', columns: [table.orderId, table.lineNo] }),
  foreignKey({
    name: 'fk_order_line_order',
    columns: [table.orderId],
    foreignColumns: [salesOrder.id],
  }).onDelete('cascade'),
  foreignKey({ name: 'fk_order_line_product', columns: [table.productId], foreignColumns: [product.id] }),
  check('ck_order_line_quantity', sql`${table.quantity} > 0`),
]);

export const carrier = pgTable('carrier', {
  code: varchar('code', { length: 12 }).notNull(),
  title: varchar('title', { length: 60 }).notNull(),
  trackingUrl: varchar('tracking_url', { length: 300 }),
}, (table) => [
  primaryKey({ name: 'pk_carrier', columns: [table.code] }),
]);

export const shipment = pgTable('shipment', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  orderId: bigint('order_id', { mode: 'bigint' }).notNull(),
  carrierCode: varchar('carrier_code', { length: 12 }).notNull(),
  trackingNumber: varchar('tracking_number', { length: 40 }),
  weightG: integer('weight_g'),
  shippedAt: timestamp('shipped_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_shipment', columns: [table.id] }),
  foreignKey({
    name: 'fk_shipment_order',
    columns: [table.orderId],
    foreignColumns: [salesOrder.id],
  }).onDelete('cascade'),
  foreignKey({
    name: 'fk_shipment_carrier',
    columns: [table.carrierCode],
    foreignColumns: [carrier.code],
  }).onUpdate('cascade'),
]);

// warehouse

export const warehouse = pgTable('warehouse', {
  code: varchar('code', { length: 8 }).notNull(),
  title: varchar('title', { length: 80 }).notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  labelPrinter: varchar('label_printer', { length: 120 }),
  active: boolean('active').notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_warehouse', columns: [table.code] }),
]);

export const stock = pgTable('stock', {
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  warehouseCode: varchar('warehouse_code', { length: 8 }).notNull(),
  quantity: bigint('quantity', { mode: 'bigint' }).notNull().default(0n),
  countedOn: date('counted_on'),
}, (table) => [
  primaryKey({ name: 'pk_stock', columns: [table.productId, table.warehouseCode] }),
  foreignKey({
    name: 'fk_stock_product',
    columns: [table.productId],
    foreignColumns: [product.id],
  }).onDelete('cascade'),
  foreignKey({ name: 'fk_stock_warehouse', columns: [table.warehouseCode], foreignColumns: [warehouse.code] }),
  check('ck_stock_quantity', sql`${table.quantity} >= 0`),
]);

export const stockMovement = pgTable('stock_movement', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  warehouseCode: varchar('warehouse_code', { length: 8 }).notNull(),
  quantity: bigint('quantity', { mode: 'bigint' }).notNull(),
  reasonCode: varchar('reason_code', { length: 20 }).notNull(),
  note: varchar('note', { length: 500 }),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
}, (table) => [
  primaryKey({ name: 'pk_stock_movement', columns: [table.id] }),
  foreignKey({
    name: 'fk_stock_movement_stock',
    columns: [table.productId, table.warehouseCode],
    foreignColumns: [stock.productId, stock.warehouseCode],
  }),
  index('ix_stock_movement_stock').on(table.productId, table.warehouseCode),
]);

export const pickList = pgTable('pick_list', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  warehouseCode: varchar('warehouse_code', { length: 8 }).notNull(),
  deviceId: uuid('device_id'),
  startedAt: timestamp('started_at', { withTimezone: true }),
  done: boolean('done').notNull().default(false),
}, (table) => [
  primaryKey({ name: 'pk_pick_list', columns: [table.id] }),
  foreignKey({ name: 'fk_pick_list_warehouse', columns: [table.warehouseCode], foreignColumns: [warehouse.code] }),
]);

export const pickListLine = pgTable('pick_list_line', {
  pickListId: bigint('pick_list_id', { mode: 'bigint' }).notNull(),
  stopNo: smallint('stop_no').notNull(),
  orderId: bigint('order_id', { mode: 'bigint' }).notNull(),
  orderLineNo: smallint('order_line_no').notNull(),
  picked: integer('picked').notNull().default(0),
}, (table) => [
  primaryKey({ name: 'pk_pick_list_line', columns: [table.pickListId, table.stopNo] }),
  foreignKey({
    name: 'fk_pick_list_line_list',
    columns: [table.pickListId],
    foreignColumns: [pickList.id],
  }).onDelete('cascade'),
  foreignKey({
    name: 'fk_pick_list_line_order_line',
    columns: [table.orderId, table.orderLineNo],
    foreignColumns: [orderLine.orderId, orderLine.lineNo],
  }),
]);

// storefront

export const wishlist = pgTable('wishlist', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  publicId: uuid('public_id').notNull().defaultRandom(),
  customerId: bigint('customer_id', { mode: 'bigint' }).notNull(),
  title: varchar('title', { length: 80 }).notNull().default('My wishlist'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }),
}, (table) => [
  primaryKey({ name: 'pk_wishlist', columns: [table.id] }),
  unique('uq_wishlist_public_id').on(table.publicId),
  foreignKey({
    name: 'fk_wishlist_customer',
    columns: [table.customerId],
    foreignColumns: [customer.id],
  }).onDelete('cascade'),
]);

export const wishlistItem = pgTable('wishlist_item', {
  wishlistId: bigint('wishlist_id', { mode: 'bigint' }).notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  wish: varchar('wish', { length: 500 }),
}, (table) => [
  primaryKey({ name: 'pk_wishlist_item', columns: [table.wishlistId, table.productId] }),
  foreignKey({
    name: 'fk_wishlist_item_wishlist',
    columns: [table.wishlistId],
    foreignColumns: [wishlist.id],
  }).onDelete('cascade'),
  foreignKey({
    name: 'fk_wishlist_item_product',
    columns: [table.productId],
    foreignColumns: [product.id],
  }).onDelete('cascade'),
]);

export const backInStockAlert = pgTable('back_in_stock_alert', {
  email: varchar('email', { length: 254 }).notNull(),
  productId: bigint('product_id', { mode: 'bigint' }).notNull(),
  warehouseCode: varchar('warehouse_code', { length: 8 }).notNull(),
  askedOn: date('asked_on').notNull(),
}, (table) => [
  primaryKey({ name: 'pk_back_in_stock_alert', columns: [table.email, table.productId, table.warehouseCode] }),
  foreignKey({
    name: 'fk_back_in_stock_alert_stock',
    columns: [table.productId, table.warehouseCode],
    foreignColumns: [stock.productId, stock.warehouseCode],
  }).onDelete('cascade'),
]);

// billing

export const invoiceState = pgEnum('invoice_state', ['draft', 'sent', 'paid', 'cancelled']);

export const taxRate = pgTable('tax_rate', {
  countryCode: varchar('country_code', { length: 2 }).notNull(),
  category: varchar('category', { length: 20 }).notNull(),
  validFrom: date('valid_from').notNull(),
  rate: numeric('rate', { precision: 5, scale: 4 }).notNull(),
}, (table) => [
  primaryKey({ name: 'pk_tax_rate', columns: [table.countryCode, table.category, table.validFrom] }),
  foreignKey({ name: 'fk_tax_rate_country', columns: [table.countryCode], foreignColumns: [country.code] }),
]);

export const invoice = pgTable('invoice', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  number: varchar('number', { length: 20 }).notNull(),
  orderId: bigint('order_id', { mode: 'bigint' }).notNull(),
  state: invoiceState('state').notNull().default('draft'),
  issuedOn: date('issued_on').notNull(),
  dueOn: date('due_on').notNull(),
  paidAt: timestamp('paid_at', { withTimezone: true }),
  currencyCode: varchar('currency_code', { length: 3 }).notNull(),
  total: numeric('total', { precision: 14, scale: 2 }).notNull(),
  reminderLevel: smallint('reminder_level').notNull().default(0),
  remindedOn: date('reminded_on'),
}, (table) => [
  primaryKey({ name: 'pk_invoice', columns: [table.id] }),
  unique('uq_invoice_number').on(table.number),
  foreignKey({ name: 'fk_invoice_order', columns: [table.orderId], foreignColumns: [salesOrder.id] }),
  check('ck_invoice_due_on', sql`${table.dueOn} >= ${table.issuedOn}`),
  check('ck_invoice_reminder_level', sql`${table.reminderLevel} BETWEEN 0 AND 3`),
  foreignKey({ name: 'fk_invoice_currency', columns: [table.currencyCode], foreignColumns: [currency.code] }),
  index('ix_invoice_unpaid').on(table.dueOn).where(sql`${table.paidAt} IS NULL`),
]);

export const invoiceLine = pgTable('invoice_line', {
  invoiceId: bigint('invoice_id', { mode: 'bigint' }).notNull(),
  lineNo: smallint('line_no').notNull(),
  title: varchar('title', { length: 200 }).notNull(),
  quantity: numeric('quantity', { precision: 12, scale: 3 }).notNull().default('1'),
  unitPrice: numeric('unit_price', { precision: 12, scale: 4 }).notNull(),
  taxRate: numeric('tax_rate', { precision: 5, scale: 4 }).notNull(),
}, (table) => [
  primaryKey({ name: 'pk_invoice_line', columns: [table.invoiceId, table.lineNo] }),
  foreignKey({
    name: 'fk_invoice_line_invoice',
    columns: [table.invoiceId],
    foreignColumns: [invoice.id],
  }).onDelete('cascade'),
]);

export const paymentMethod = pgTable('payment_method', {
  code: varchar('code', { length: 20 }).notNull(),
  title: varchar('title', { length: 80 }).notNull(),
  feePercent: numeric('fee_percent', { precision: 5, scale: 2 }).notNull().default('0'),
  active: boolean('active').notNull().default(true),
}, (table) => [
  primaryKey({ name: 'pk_payment_method', columns: [table.code] }),
]);

export const payment = pgTable('payment', {
  id: bigint('id', { mode: 'bigint' }).generatedByDefaultAsIdentity().notNull(),
  invoiceId: bigint('invoice_id', { mode: 'bigint' }).notNull(),
  amount: numeric('amount', { precision: 14, scale: 2 }).notNull(),
  receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  providerReference: uuid('provider_reference'),
  providerResponse: jsonb('provider_response'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }),
  methodCode: varchar('method_code', { length: 20 }).notNull(),
}, (table) => [
  primaryKey({ name: 'pk_payment', columns: [table.id] }),
  foreignKey({ name: 'fk_payment_invoice', columns: [table.invoiceId], foreignColumns: [invoice.id] }),
  check('ck_payment_amount', sql`${table.amount} <> 0`),
  foreignKey({ name: 'fk_payment_method', columns: [table.methodCode], foreignColumns: [paymentMethod.code] }),
]);

export const overdueInvoice = pgView('overdue_invoice', {
  id: bigint('id', { mode: 'bigint' }),
  number: varchar('number', { length: 20 }),
  total: numeric('total', { precision: 14, scale: 2 }),
  reminderLevel: smallint('reminder_level'),
  daysOverdue: integer('days_overdue'),
}).as(sql`
  SELECT i.id, i.number, i.total, i.reminder_level, current_date - i.due_on AS days_overdue
  FROM invoice i
  WHERE i.paid_at IS NULL AND i.due_on < current_date`);
