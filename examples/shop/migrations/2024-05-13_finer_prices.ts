import { addConstraint, alterColumn, column, dropConstraint, migration, types, unique } from 'migsql';
import { narrow } from './_narrow.ts';

// Screws by the piece cost fractions of a cent, and come in many sizes under one title.
export default migration({
  id: '1565fc00a8a4',
  revises: '770ead80b8b5',
  title: 'prices with four decimals, titles no longer unique',
  upgrade: [
    alterColumn('product', 'price', { type: types.numeric(12, 4), comment: 'net, EUR' }),
    alterColumn('order_line', 'unit_price', { type: types.numeric(12, 4) }),
    dropConstraint('product', 'uq_product_title', 'unique'),
  ],
  downgrade: [
    addConstraint('product', unique(['title'], { name: 'uq_product_title' })),
    narrow('order_line', column('unit_price', types.numeric(8, 2), { nullable: false })),
    narrow('product', column('price', types.numeric(8, 2), { nullable: false })),
    alterColumn('product', 'price', { comment: 'gross, EUR' }),
  ],
});
