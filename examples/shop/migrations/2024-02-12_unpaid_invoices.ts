import { createIndex, forDialect, migration, name, sql } from 'migsql';

const unpaid = createIndex('ix_invoice_unpaid', 'invoice', ['due_on'], { where: sql`${name('paid_at')} IS NULL` });

// The reminder run looks at unpaid invoices only: one in two hundred.
export default migration({
  id: '40b98662ef5a',
  revises: 'aff07711ae8e',
  title: 'find unpaid invoices fast',
  upgrade: [
    forDialect({
      postgresql: [unpaid],
      mssql: [unpaid],
      sqlite: [unpaid],
      default: [createIndex('ix_invoice_unpaid', 'invoice', ['paid_at', 'due_on'])],
    }),
  ],
  downgrade: 'reversed',
});
