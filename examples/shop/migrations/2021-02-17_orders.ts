import { check, column, createTable, foreignKey, migration, name, now, primaryKey, sql, types, unique } from 'migsql';

export default migration({
  id: '36117b4e8019',
  revises: '87eaadc72834',
  title: 'orders',
  upgrade: [
    createTable('order', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('number', types.string(20), { nullable: false, comment: "as printed on the customer's mail" }),
      column('customer_id', types.bigint(), { nullable: false }),
      column('state', types.string(20), { nullable: false, default: 'open' }),
      column('placed_at', types.timestamp(), { nullable: false, default: now() }),
      column('total', types.numeric(10, 2), { nullable: false, default: 0 }),
      column('note', types.text()),
      primaryKey(['id'], { name: 'pk_order' }),
      unique(['number'], { name: 'uq_order_number' }),
      foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_order_customer' }),
    ]),
    createTable('order_line', [
      column('order_id', types.bigint(), { nullable: false }),
      column('line_no', types.smallint(), { nullable: false }),
      column('product_id', types.bigint(), { nullable: false }),
      column('quantity', types.integer(), { nullable: false, default: 1 }),
      column('unit_price', types.numeric(8, 2), { nullable: false }),
      primaryKey(['order_id', 'line_no'], { name: 'pk_order_line' }),
      foreignKey(['order_id'], 'order', ['id'], { name: 'fk_order_line_order', onDelete: 'cascade' }),
      foreignKey(['product_id'], 'product', ['id'], { name: 'fk_order_line_product' }),
      check(sql`${name('quantity')} > 0`, { name: 'ck_order_line_quantity' }),
    ]),
  ],
  downgrade: 'reversed',
});
