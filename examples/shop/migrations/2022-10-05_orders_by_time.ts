import { createIndex, migration } from 'migsql';

// 4 million rows by now: PostgreSQL builds it without stopping the checkout.
export default migration({
  id: '6557269ccbd7',
  revises: 'd2156a5519d4',
  title: 'orders by time',
  upgrade: [
    createIndex('ix_sales_order_placed_at', 'sales_order', ['placed_at', 'state'], {
      on: { postgresql: { concurrently: true } },
    }),
  ],
  downgrade: 'reversed',
});
