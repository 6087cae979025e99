import { dropColumn, migration } from 'migsql';

// In the CRM since January.
export default migration({
  id: 'c4e01ec1d4be',
  revises: '360b2a79be25',
  title: 'drop notes of orders',
  upgrade: [dropColumn('sales_order', 'note')],
});
