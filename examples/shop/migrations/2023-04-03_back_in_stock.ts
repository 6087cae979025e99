import { column, createTable, foreignKey, migration, primaryKey, types } from 'migsql';

export default migration({
  id: '76a22f968352',
  revises: '33e76c107f09',
  dependsOn: ['935b43ea52d2'], // stock, on the warehouse branch
  title: '"tell me when it is back"',
  upgrade: [
    createTable('back_in_stock_alert', [
      column('email', types.string(254), { nullable: false }),
      column('product_id', types.bigint(), { nullable: false }),
      column('warehouse_code', types.string(8), { nullable: false }),
      column('asked_on', types.date(), { nullable: false }),
      primaryKey(['email', 'product_id', 'warehouse_code'], { name: 'pk_back_in_stock_alert' }),
      foreignKey(['product_id', 'warehouse_code'], 'stock', ['product_id', 'warehouse_code'], {
        name: 'fk_back_in_stock_alert_stock',
        onDelete: 'cascade',
      }),
    ]),
  ],
});
