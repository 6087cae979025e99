import { check, column, createTable, foreignKey, migration, name, now, primaryKey, sql, types } from 'migsql';

export default migration({
  id: '19533672927f',
  revises: 'ea96785f4d97',
  title: 'reviews',
  upgrade: [
    createTable(
      'review',
      [
        column('id', types.bigint(), { nullable: false, identity: true }),
        column('product_id', types.bigint(), { nullable: false }),
        column('customer_id', types.bigint(), { comment: 'empty once the account is deleted (GDPR, art. 17)' }),
        column('stars', types.smallint(), { nullable: false }),
        column('title', types.string(120)),
        column('body', types.text()),
        column('approved', types.boolean(), { nullable: false, default: false }),
        column('written_at', types.timestamp({ zone: true }), { nullable: false, default: now() }),
        primaryKey(['id'], { name: 'pk_review' }),
        foreignKey(['product_id'], 'product', ['id'], { name: 'fk_review_product', onDelete: 'cascade' }),
        foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_review_customer', onDelete: 'setNull' }),
        check(sql`${name('stars')} BETWEEN 1 AND 5`, { name: 'ck_review_stars' }),
      ],
      { comment: 'shown once approved' },
    ),
  ],
  downgrade: 'reversed',
});
