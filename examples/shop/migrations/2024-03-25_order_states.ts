import { addConstraint, alterColumn, check, execute, migration, name, sql } from 'migsql';

const upgrade = [
  alterColumn('sales_order', 'state', { default: 'new', comment: 'new, paid, packed, shipped, done, cancelled' }),
  execute("UPDATE sales_order SET state = 'new' WHERE state = 'open'", {
    reverse: "UPDATE sales_order SET state = 'open' WHERE state = 'new'",
  }),
  addConstraint(
    'sales_order',
    check(sql`${name('state')} IN ('new', 'paid', 'packed', 'shipped', 'done', 'cancelled')`, {
      name: 'ck_sales_order_state',
    }),
  ),
  // The checkout says when; orders that waited in its queue got the wrong time.
  alterColumn('sales_order', 'placed_at', { default: null }),
];

export default migration({ id: '770ead80b8b5', revises: '200fada528d8', title: 'order states', upgrade });
