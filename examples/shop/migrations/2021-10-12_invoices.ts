import {
  check, column, createEnum, createTable, foreignKey, migration, name, primaryKey, sql, types, unique,
} from 'migsql';

const states = ['draft', 'sent', 'paid', 'cancelled'];

export default migration({
  id: '89973edcc47e',
  revises: '652ad4a05dd7',
  dependsOn: ['ba98f9e3b99d'], // sales_order has its name from there
  title: 'invoices',
  upgrade: [
    createEnum('invoice_state', states),
    createTable('invoice', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('number', types.string(20), { nullable: false, comment: 'without gaps, by law' }),
      column('order_id', types.bigint(), { nullable: false }),
      column('state', types.enum('invoice_state', states), { nullable: false, default: 'draft' }),
      column('issued_on', types.date(), { nullable: false }),
      column('due_on', types.date(), { nullable: false }),
      column('paid_at', types.timestamp({ zone: true })),
      column('currency_code', types.string(3), { nullable: false }),
      column('total', types.numeric(14, 2), { nullable: false }),
      primaryKey(['id'], { name: 'pk_invoice' }),
      unique(['number'], { name: 'uq_invoice_number' }),
      foreignKey(['order_id'], 'sales_order', ['id'], { name: 'fk_invoice_order' }),
      check(sql`${name('due_on')} >= ${name('issued_on')}`, { name: 'ck_invoice_due_on' }),
    ]),
  ],
  downgrade: 'reversed',
});
