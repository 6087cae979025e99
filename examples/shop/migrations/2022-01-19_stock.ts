import { check, column, createTable, execute, foreignKey, migration, name, primaryKey, sql, types } from 'migsql';

export default migration({
  id: '935b43ea52d2',
  revises: 'c82c0dc320b7',
  title: 'stock per warehouse',
  upgrade: [
    createTable('stock', [
      column('product_id', types.bigint(), { nullable: false }),
      column('warehouse_code', types.string(8), { nullable: false }),
      column('quantity', types.integer(), { nullable: false, default: 0 }),
      column('counted_on', types.date()),
      primaryKey(['product_id', 'warehouse_code'], { name: 'pk_stock' }),
      foreignKey(['product_id'], 'product', ['id'], { name: 'fk_stock_product', onDelete: 'cascade' }),
      foreignKey(['warehouse_code'], 'warehouse', ['code'], { name: 'fk_stock_warehouse' }),
      check(sql`${name('quantity')} >= 0`, { name: 'ck_stock_quantity' }),
    ]),
    // All we sell today lies in Großbeeren; the first count gives the quantities.
    execute("INSERT INTO stock (product_id, warehouse_code) SELECT id, 'BER1' FROM product", {
      reverse: 'DELETE FROM stock',
    }),
  ],
  downgrade: 'reversed',
});
