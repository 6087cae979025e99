import { addColumn, addConstraint, alterColumn, column, execute, migration, types, unique } from 'migsql';

export default migration({
  id: '92081823d745',
  revises: '7b9ae6c60c73',
  branchLabels: ['storefront'],
  title: 'product slugs',
  upgrade: [
    addColumn('product', column('slug', types.string(80), { comment: 'in the address: /p/gift-25' })),
    execute('UPDATE product SET slug = lower(sku)', { reverse: 'UPDATE product SET slug = NULL' }),
    alterColumn('product', 'slug', { nullable: false }),
    addConstraint('product', unique(['slug'], { name: 'uq_product_slug' })),
  ],
  downgrade: 'reversed',
});
