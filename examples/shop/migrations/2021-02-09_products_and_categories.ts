import { column, createTable, foreignKey, migration, now, primaryKey, types, unique } from 'migsql';

export default migration({
  id: '87eaadc72834',
  revises: '46208f329e80',
  title: 'products and categories',
  upgrade: [
    createTable('category', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('slug', types.string(60), { nullable: false }),
      column('title', types.string(120), { nullable: false }),
      column('parent_id', types.bigint()),
      primaryKey(['id'], { name: 'pk_category' }),
      unique(['slug'], { name: 'uq_category_slug' }),
      // No onDelete: SQL Server refuses a cycle of actions, and a full category should not vanish anyway.
      foreignKey(['parent_id'], 'category', ['id'], { name: 'fk_category_parent' }),
    ]),
    createTable('product', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('sku', types.string(40), { nullable: false, comment: 'stock keeping unit, as on the label' }),
      column('title', types.string(200), { nullable: false }),
      column('description', types.text()),
      column('price', types.numeric(8, 2), { nullable: false, comment: 'gross, EUR' }),
      column('weight_kg', types.double()),
      column('active', types.boolean(), { nullable: false, default: true }),
      column('category_id', types.bigint()),
      column('created_at', types.timestamp(), { nullable: false, default: now() }),
      primaryKey(['id'], { name: 'pk_product' }),
      unique(['sku'], { name: 'uq_product_sku' }),
      unique(['title'], { name: 'uq_product_title' }),
      foreignKey(['category_id'], 'category', ['id'], { name: 'fk_product_category', onDelete: 'setNull' }),
    ]),
  ],
  downgrade: 'reversed',
});
