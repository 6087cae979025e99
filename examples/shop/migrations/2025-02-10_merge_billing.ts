import { addConstraint, dropConstraint, dropIndex, foreignKey, forDialect, migration } from 'migsql';

// MySQL and MariaDB make an index for the foreign key, and keep it when the key goes.
const dropOwnIndex = [dropIndex('fk_invoice_currency', 'invoice')];

// Billing moved into the shop's repository: one head again.
export default migration({
  id: 'dde8be449d7f',
  revises: ['21617ee745e9', '40b98662ef5a'],
  title: 'merge billing',
  upgrade: [
    addConstraint('invoice', foreignKey(['currency_code'], 'currency', ['code'], { name: 'fk_invoice_currency' })),
  ],
  downgrade: [
    dropConstraint('invoice', 'fk_invoice_currency', 'foreignKey'),
    forDialect({ mysql: dropOwnIndex, mariadb: dropOwnIndex, default: [] }),
  ],
});
