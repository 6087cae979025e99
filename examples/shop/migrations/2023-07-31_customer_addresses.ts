import {
  addColumn, addConstraint, column, createTable, dropColumn, dropConstraint, dropTable, execute, foreignKey, migration,
  primaryKey, sql, raw, types,
} from 'migsql';

/** What moves, as it was in `customer`. */
const moved = [
  column('street', types.string(200)),
  column('postal_code', types.string(16), { comment: 'checked against the country' }),
  column('city', types.string(120)),
  column('country_code', types.string(2)),
];
const names = raw(moved.map(({ name }) => name).join(', '));

const bringBack = (column: string) => sql`
  UPDATE customer SET ${raw(column)} = (
    SELECT a.${raw(column)} FROM customer_address a WHERE a.customer_id = customer.id AND a.kind = 'billing'
  )`;

export default migration({
  id: 'de7d2bcc34cd',
  revises: 'b11ef72a092c',
  title: 'several addresses per customer',
  upgrade: [
    createTable(
      'customer_address',
      [
        column('customer_id', types.bigint(), { nullable: false }),
        column('kind', types.string(10), { nullable: false, comment: 'billing, delivery' }),
        ...moved,
        primaryKey(['customer_id', 'kind'], { name: 'pk_customer_address' }),
        foreignKey(['customer_id'], 'customer', ['id'], { name: 'fk_customer_address_customer', onDelete: 'cascade' }),
        foreignKey(['country_code'], 'country', ['code'], { name: 'fk_customer_address_country' }),
      ],
      { comment: 'at most one address of each kind' },
    ),
    execute(sql`
      INSERT INTO customer_address (customer_id, kind, ${names})
      SELECT id, 'billing', ${names} FROM customer
      WHERE street IS NOT NULL OR postal_code IS NOT NULL OR city IS NOT NULL OR country_code IS NOT NULL`),
    dropConstraint('customer', 'fk_customer_country', 'foreignKey'),
    ...moved.map(({ name }) => dropColumn('customer', name)),
  ],
  // Delivery addresses are lost: there was no place for them.
  downgrade: [
    ...moved.map((column) => addColumn('customer', column)),
    ...moved.map(({ name }) => execute(bringBack(name))),
    addConstraint('customer', foreignKey(['country_code'], 'country', ['code'], { name: 'fk_customer_country' })),
    dropTable('customer_address'),
  ],
});
