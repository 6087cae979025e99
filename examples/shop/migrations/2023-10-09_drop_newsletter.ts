import { dropTable, migration } from 'migsql';

// The newsletter moved to a provider, subscribers included. Going back gives the empty table.
export default migration({
  id: 'ef4027880414',
  revises: 'de7d2bcc34cd',
  title: 'drop newsletter subscriptions',
  upgrade: [dropTable('newsletter_subscription')],
  downgrade: 'reversed',
});
