import { column, createIndex, createTable, desc, foreignKey, migration, now, primaryKey, types } from 'migsql';

export default migration({
  id: 'f2496a629154',
  revises: '1565fc00a8a4',
  title: 'sign-ins',
  upgrade: [
    createTable('login_event', [
      column('id', types.bigint(), { nullable: false, identity: true }),
      column('customer_id', types.bigint(), { nullable: false }),
      column('ip_address', types.native({ postgresql: 'inet', default: 'varchar(45)' })),
      column('user_agent', types.string(500)),
      column('succeeded', types.boolean(), { nullable: false }),
      column('risk', types.float(), { comment: '0 … 1' }),
      column('occurred_at', types.timestamp({ zone: true }), { nullable: false, default: now() }),
      primaryKey(['id'], { name: 'pk_login_event' }),
      foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_login_event_customer', onDelete: 'cascade' }),
    ]),
    createIndex('ix_login_event_occurred_at', 'login_event', [desc('occurred_at')]),
  ],
  downgrade: 'reversed',
});
