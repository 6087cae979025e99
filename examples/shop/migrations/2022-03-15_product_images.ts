import { column, createTable, execute, foreignKey, literal, migration, primaryKey, sql, types } from 'migsql';

/** A transparent GIF of one pixel, until the photographer has been here. */
const PLACEHOLDER = new Uint8Array([
  0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x01, 0x00, 0x01, 0x00, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00,
  0xff, 0xff, 0xff, 0x21, 0xf9, 0x04, 0x01, 0x00, 0x00, 0x00, 0x00, 0x2c, 0x00, 0x00, 0x00, 0x00,
  0x01, 0x00, 0x01, 0x00, 0x00, 0x02, 0x02, 0x44, 0x01, 0x00, 0x3b,
]);

export default migration({
  id: 'ea96785f4d97',
  revises: '92081823d745',
  title: 'product images',
  upgrade: [
    createTable('product_image', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('product_id', types.bigint(), { nullable: false }),
      column('sort_order', types.smallint(), { nullable: false, default: 0 }),
      column('content_type', types.string(60), { nullable: false }),
      column('content', types.binary(), { nullable: false }),
      column('sha256', types.binary(32)),
      primaryKey(['id'], { name: 'pk_product_image' }),
      foreignKey(['product_id'], 'product', ['id'], { name: 'fk_product_image_product', onDelete: 'cascade' }),
    ]),
    execute(
      sql`
        INSERT INTO product_image (product_id, content_type, content)
        SELECT id, 'image/gif', ${literal(PLACEHOLDER, types.binary())} FROM product`,
      { reverse: 'DELETE FROM product_image' },
    ),
  ],
  downgrade: 'reversed',
});
