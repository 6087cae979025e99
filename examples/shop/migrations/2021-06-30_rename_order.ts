import { migration, renameTable, setTableComment } from 'migsql';

// Four months of quoting "order" in every report are enough.
export default migration({
  id: 'ba98f9e3b99d',
  revises: '0cd4b8651c52',
  title: 'order becomes sales_order',
  upgrade: [
    renameTable('order', 'sales_order'),
    setTableComment('sales_order', "what a customer ordered; 'order' until June 2021"),
  ],
  downgrade: 'reversed',
});
