import {
  check, column, createEnum, createTable, foreignKey, migration, name, primaryKey, sql, types,
} from 'migsql';
import { auditColumns } from './_columns.ts';

const kinds = ['card', 'paypal', 'bank_transfer', 'cash'];

export default migration({
  id: '1c878c3de7c6',
  revises: '64eb9211cd60',
  title: 'payments',
  upgrade: [
    createEnum('payment_kind', kinds),
    createTable('payment', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('invoice_id', types.bigint(), { nullable: false }),
      column('kind', types.enum('payment_kind', kinds), { nullable: false }),
      column('amount', types.numeric(14, 2), { nullable: false, comment: 'negative: paid back' }),
      column('received_at', types.timestamp({ zone: true }), { nullable: false }),
      column('provider_reference', types.uuid()),
      column('provider_response', types.json()),
      ...auditColumns(),
      primaryKey(['id'], { name: 'pk_payment' }),
      foreignKey(['invoice_id'], 'invoice', ['id'], { name: 'fk_payment_invoice' }),
      check(sql`${name('amount')} <> 0`, { name: 'ck_payment_amount' }),
    ]),
  ],
  downgrade: 'reversed',
});
