import {
  addColumn, column, createTable, dropColumn, dropTable, execute, literal, migration, name, now, primaryKey, sql, types,
} from 'migsql';

const yes = literal(true, types.boolean());

// Double opt-in: whether someone gets the newsletter is no longer a flag of the account, and needs no account.
export default migration({
  id: '0cd4b8651c52',
  revises: '1cc4c30c1f8a',
  title: 'newsletter subscriptions of their own',
  upgrade: [
    createTable('newsletter_subscription', [
      column('email', types.string(254), { nullable: false }),
      column('confirmed', types.boolean(), { nullable: false, default: false }),
      column('subscribed_at', types.timestamp(), { nullable: false, default: now() }),
      primaryKey(['email'], { name: 'pk_newsletter_subscription' }),
    ]),
    execute(sql`
      INSERT INTO newsletter_subscription (email, confirmed, subscribed_at)
      SELECT email, ${yes}, created_at FROM customer WHERE ${name('newsletter')} = ${yes}`),
    dropColumn('customer', 'newsletter'),
  ],
  // Reversing op by op would bring the flag back empty.
  downgrade: [
    addColumn('customer', column('newsletter', types.boolean(), { nullable: false, default: false })),
    execute(sql`
      UPDATE customer SET newsletter = ${yes}
      WHERE email IN (SELECT email FROM newsletter_subscription WHERE confirmed = ${yes})`),
    dropTable('newsletter_subscription'),
  ],
});
