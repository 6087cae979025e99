import { bulkInsert, column, createTable, dropTable, migration, now, primaryKey, types } from 'migsql';

export default migration({
  id: '46208f329e80',
  revises: null,
  title: 'customers',
  upgrade: [
    createTable(
      'customer',
      [
        column('id', types.bigint(), { nullable: false, identity: true }),
        column('email', types.string(254), { nullable: false, comment: 'login, and where mails go' }),
        column('full_name', types.string(120), { nullable: false }),
        column('phone', types.string(20)),
        column('street', types.string(200)),
        column('postal_code', types.string(12)),
        column('city', types.string(120)),
        column('newsletter', types.boolean(), { nullable: false, default: false }),
        column('created_at', types.timestamp(), { nullable: false, default: now() }),
        primaryKey(['id'], { name: 'pk_customer' }),
      ],
      { comment: "who buys; one row per account, the shop's own till included" },
    ),
    // Sales in the store are booked on this account.
    bulkInsert('customer', [
      {
        email: 'Kasse1@Shop.example',
        full_name: 'Laufkundschaft („Kasse 1“)',
        street: 'Görlitzer Straße 12',
        postal_code: '10997',
        city: 'Berlin',
      },
    ]),
  ],
  // Written out, since rows whose key the database made cannot be told apart; they go with their table.
  downgrade: [dropTable('customer')],
});
