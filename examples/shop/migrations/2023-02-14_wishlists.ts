import { column, createTable, foreignKey, migration, primaryKey, types, unique, uuid } from 'migsql';
import { auditColumns } from './_columns.ts';

export default migration({
  id: '33e76c107f09',
  revises: 'a28bcdf6e598',
  title: 'wishlists',
  upgrade: [
    createTable('wishlist', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('public_id', types.uuid(), { nullable: false, default: uuid(), comment: 'for links sent to friends' }),
      column('customer_id', types.bigint(), { nullable: false }),
      column('title', types.string(80), { nullable: false, default: 'My wishlist' }),
      ...auditColumns(),
      primaryKey(['id'], { name: 'pk_wishlist' }),
      unique(['public_id'], { name: 'uq_wishlist_public_id' }),
      foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_wishlist_customer', onDelete: 'cascade' }),
    ]),
    createTable('wishlist_item', [
      column('wishlist_id', types.bigint(), { nullable: false }),
      column('product_id', types.bigint(), { nullable: false }),
      column('wish', types.string(500), { comment: '"the blue one, please"' }),
      primaryKey(['wishlist_id', 'product_id'], { name: 'pk_wishlist_item' }),
      foreignKey(['wishlist_id'], 'wishlist', ['id'], { name: 'fk_wishlist_item_wishlist', onDelete: 'cascade' }),
      foreignKey(['product_id'], 'product', ['id'], { name: 'fk_wishlist_item_product', onDelete: 'cascade' }),
    ]),
  ],
});
