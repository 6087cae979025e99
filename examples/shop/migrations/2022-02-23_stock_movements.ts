import { column, createIndex, createTable, foreignKey, forDialect, migration, now, primaryKey, types } from 'migsql';

const indexed = [createIndex('ix_stock_movement_stock', 'stock_movement', ['product_id', 'warehouse_code'])];

export default migration({
  id: '831446a99908',
  revises: '935b43ea52d2',
  title: 'stock movements',
  upgrade: [
    createTable('stock_movement', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('product_id', types.bigint(), { nullable: false }),
      column('warehouse_code', types.string(8), { nullable: false }),
      column('quantity', types.integer(), { nullable: false, comment: 'negative: taken out' }),
      column('reason', types.string(20), { nullable: false, default: 'sale' }),
      column('note', types.string(500)),
      column('occurred_at', types.timestamp({ zone: true }), { nullable: false, default: now() }),
      primaryKey(['id'], { name: 'pk_stock_movement' }),
      foreignKey(['product_id', 'warehouse_code'], 'stock', ['product_id', 'warehouse_code'], {
        name: 'fk_stock_movement_stock',
      }),
    ]),
    // MySQL and MariaDB index a foreign key themselves, and would not let go of an index that serves one.
    forDialect({ mysql: [], mariadb: [], default: indexed }),
  ],
  downgrade: 'reversed',
});
