import {
  addColumn, addConstraint, alterColumn, bulkInsert, column, createEnum, createTable, dropColumn, dropConstraint,
  dropEnum, dropTable, execute, foreignKey, migration, primaryKey, sql, sqlFor, type, types,
} from 'migsql';

const kinds = ['card', 'paypal', 'bank_transfer', 'cash'];
const paymentKind = types.enum('payment_kind', kinds);

// A new method took a deployment and a type change; from now on it takes a row.
export default migration({
  id: 'aff07711ae8e',
  revises: 'a5c9bc130ca6',
  title: 'payment methods as a table, not an enum',
  upgrade: [
    createTable('payment_method', [
      column('code', types.string(20), { nullable: false }),
      column('title', types.string(80), { nullable: false }),
      column('fee_percent', types.numeric(5, 2), { nullable: false, default: 0 }),
      column('active', types.boolean(), { nullable: false, default: true }),
      primaryKey(['code'], { name: 'pk_payment_method' }),
    ]),
    bulkInsert('payment_method', [
      { code: 'card', title: 'Credit or debit card', fee_percent: '1.40', active: true },
      { code: 'paypal', title: 'PayPal', fee_percent: '2.49', active: true },
      { code: 'bank_transfer', title: 'Überweisung / bank transfer', fee_percent: '0.00', active: true },
      { code: 'cash', title: 'Cash (till only)', fee_percent: '0.00', active: true },
      { code: 'twint', title: 'TWINT', fee_percent: '1.30', active: false },
    ]),
    addColumn('payment', column('method_code', types.string(20))),
    execute('UPDATE payment SET method_code = kind'),
    alterColumn('payment', 'method_code', { nullable: false }),
    addConstraint(
      'payment',
      foreignKey(['method_code'], 'payment_method', ['code'], { name: 'fk_payment_method' }),
    ),
    dropColumn('payment', 'kind'),
    dropEnum('payment_kind'),
  ],
  // Methods that the enum never knew become transfers; the bookkeepers agreed.
  downgrade: [
    createEnum('payment_kind', kinds),
    // With a default rather than made NOT NULL later: SQL Server alters no column that a check names.
    addColumn('payment', column('kind', paymentKind, { nullable: false, default: 'bank_transfer' })),
    execute(sql`
      UPDATE payment SET kind = ${sqlFor({
        postgresql: sql`CAST(method_code AS ${type(paymentKind)})`,
        default: sql`method_code`,
      })}
      WHERE method_code IN ('card', 'paypal', 'bank_transfer', 'cash')`),
    alterColumn('payment', 'kind', { default: null }),
    dropConstraint('payment', 'fk_payment_method', 'foreignKey'),
    dropColumn('payment', 'method_code'),
    dropTable('payment_method'),
  ],
});
