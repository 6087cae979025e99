import {
  addColumn, addConstraint, bulkInsert, column, createTable, execute, foreignKey, migration, primaryKey, types,
} from 'migsql';
import countries from './data/countries.json' with { type: 'json' };

export default migration({
  id: '0d7395f9f06e',
  revises: '1ddf68950622',
  title: 'countries we ship to',
  upgrade: [
    createTable(
      'country',
      [
        column('code', types.string(2), { nullable: false, comment: 'ISO 3166-1 alpha-2' }),
        column('title', types.string(80), { nullable: false }),
        column('native_title', types.string(80), { nullable: false }),
        column('postal_code_pattern', types.string(120), { comment: 'regular expression; none: anything goes' }),
        column('eu_member', types.boolean(), { nullable: false }),
        column('eu_since', types.date()),
        primaryKey(['code'], { name: 'pk_country' }),
      ],
      { comment: 'where parcels may go' },
    ),
    bulkInsert('country', countries),
    addColumn('customer', column('country_code', types.string(2))),
    addConstraint('customer', foreignKey(['country_code'], 'country', ['code'], { name: 'fk_customer_country' })),
    // Until today we delivered within Germany only.
    execute("UPDATE customer SET country_code = 'DE' WHERE street IS NOT NULL", {
      reverse: 'UPDATE customer SET country_code = NULL',
    }),
  ],
  downgrade: 'reversed',
});
