import { alterColumn, migration, setTableComment } from 'migsql';

const personal = ['email', 'display_name', 'phone'];

// Asked for by the auditors. Documentation only.
export default migration({
  id: '21617ee745e9',
  revises: 'f2496a629154',
  title: 'comments the auditors asked for',
  upgrade: [
    setTableComment('customer', 'personal data: erased three years after the last order (DPA §4)'),
    setTableComment('country', null),
    ...personal.map((column) => alterColumn('customer', column, { comment: 'personal data' })),
    alterColumn('product', 'sku', { comment: null }),
    alterColumn('sales_order', 'total', { comment: 'sum of the lines, in the order\'s currency; 100 % "gross"' }),
  ],
  downgrade: 'reversed',
});
