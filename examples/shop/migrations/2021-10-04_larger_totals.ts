import { alterColumn, column, migration, types } from 'migsql';
import { narrow } from './_narrow.ts';

// The first order in HUF came close to eight digits.
export default migration({
  id: 'aef3edab6b4a',
  revises: 'e3fa8f544d98',
  title: 'larger order totals',
  upgrade: [alterColumn('sales_order', 'total', { type: types.numeric(14, 2) })],
  downgrade: [narrow('sales_order', column('total', types.numeric(10, 2), { nullable: false, default: 0 }))],
});
