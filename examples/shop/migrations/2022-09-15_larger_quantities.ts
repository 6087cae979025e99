import { addConstraint, alterColumn, check, column, dropConstraint, migration, name, sql, types } from 'migsql';
import { narrow } from './_narrow.ts';

const notNegative = check(sql`${name('quantity')} >= 0`, { name: 'ck_stock_quantity' });

// Screws are counted one by one. The check steps aside, since SQL Server alters no column that a check names.
export default migration({
  id: '8440ea93a945',
  revises: '4cba307e3cd7',
  title: 'quantities beyond two billion',
  upgrade: [
    dropConstraint('stock', 'ck_stock_quantity', 'check'),
    alterColumn('stock', 'quantity', { type: types.bigint() }),
    addConstraint('stock', notNegative),
    alterColumn('stock_movement', 'quantity', { type: types.bigint() }),
  ],
  downgrade: [
    narrow('stock_movement', column('quantity', types.integer(), { nullable: false, comment: 'negative: taken out' })),
    dropConstraint('stock', 'ck_stock_quantity', 'check'),
    narrow('stock', column('quantity', types.integer(), { nullable: false, default: 0 })),
    addConstraint('stock', notNegative),
  ],
});
