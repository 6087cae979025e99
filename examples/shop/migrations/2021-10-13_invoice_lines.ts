import { column, createTable, foreignKey, migration, primaryKey, types } from 'migsql';

export default migration({
  id: '64eb9211cd60',
  revises: '89973edcc47e',
  title: 'invoice lines',
  upgrade: [
    createTable('invoice_line', [
      column('invoice_id', types.bigint(), { nullable: false }),
      column('line_no', types.smallint(), { nullable: false }),
      column('title', types.string(200), { nullable: false, comment: 'copied: products change, invoices do not' }),
      column('quantity', types.numeric(12, 3), { nullable: false, default: 1 }),
      column('unit_price', types.numeric(12, 4), { nullable: false }),
      column('tax_rate', types.numeric(5, 4), { nullable: false }),
      primaryKey(['invoice_id', 'line_no'], { name: 'pk_invoice_line' }),
      foreignKey(['invoice_id'], 'invoice', ['id'], { name: 'fk_invoice_line_invoice', onDelete: 'cascade' }),
    ]),
  ],
  downgrade: 'reversed',
});
