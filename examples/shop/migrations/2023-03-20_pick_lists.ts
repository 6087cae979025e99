import { column, createTable, foreignKey, migration, primaryKey, types } from 'migsql';

const required = { nullable: false };

export default migration({
  id: 'c487449a3cc2',
  revises: '08c7186d01d3',
  title: 'pick lists',
  upgrade: [
    createTable('pick_list', [
      column('id', types.bigint(), { ...required, identity: true }),
      column('warehouse_code', types.string(8), required),
      column('device_id', types.uuid(), { comment: 'the handheld that walks it' }),
      column('started_at', types.timestamp({ zone: true })),
      column('done', types.boolean(), { ...required, default: false }),
      primaryKey(['id'], { name: 'pk_pick_list' }),
      foreignKey(['warehouse_code'], 'warehouse', ['code'], { name: 'fk_pick_list_warehouse' }),
    ]),
    createTable('pick_list_line', [
      column('pick_list_id', types.bigint(), required),
      column('stop_no', types.smallint(), required),
      column('order_id', types.bigint(), required),
      column('order_line_no', types.smallint(), required),
      column('picked', types.integer(), { ...required, default: 0 }),
      primaryKey(['pick_list_id', 'stop_no'], { name: 'pk_pick_list_line' }),
      foreignKey(['pick_list_id'], 'pick_list', ['id'], { name: 'fk_pick_list_line_list', onDelete: 'cascade' }),
      foreignKey(['order_id', 'order_line_no'], 'order_line', ['order_id', 'line_no'], {
        name: 'fk_pick_list_line_order_line',
      }),
    ]),
  ],
});
