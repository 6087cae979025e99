import { addColumn, addConstraint, alterColumn, column, execute, migration, sql, types, unique, uuid } from 'migsql';

// The API showed how many customers we have.
export default migration({
  id: 'b11ef72a092c',
  revises: '127eb5c32a9d',
  title: 'public ids for customers',
  upgrade: [
    addColumn('customer', column('public_id', types.uuid())),
    execute(sql`UPDATE customer SET public_id = ${uuid()}`, { reverse: 'UPDATE customer SET public_id = NULL' }),
    alterColumn('customer', 'public_id', { nullable: false }),
    addConstraint('customer', unique(['public_id'], { name: 'uq_customer_public_id' })),
  ],
  downgrade: 'reversed',
});
