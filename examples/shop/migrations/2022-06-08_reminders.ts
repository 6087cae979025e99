import { addColumn, addConstraint, check, column, migration, name, sql, types } from 'migsql';

export default migration({
  id: 'a5c9bc130ca6',
  revises: '1c878c3de7c6',
  title: 'reminders for unpaid invoices',
  upgrade: [
    addColumn(
      'invoice',
      column('reminder_level', types.smallint(), {
        nullable: false,
        default: 0,
        comment: '0: none yet … 3: "last chance", then the lawyers',
      }),
    ),
    addColumn('invoice', column('reminded_on', types.date())),
    addConstraint(
      'invoice',
      check(sql`${name('reminder_level')} BETWEEN 0 AND 3`, { name: 'ck_invoice_reminder_level' }),
    ),
  ],
});
