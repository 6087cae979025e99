import { bulkInsert, column, createTable, migration, primaryKey, types } from 'migsql';

// Billing began as a project of its own, with its own line of revisions.
export default migration({
  id: '0cc7be2cb74f',
  revises: null,
  branchLabels: ['billing'],
  title: 'VAT rates',
  upgrade: [
    createTable(
      'tax_rate',
      [
        column('country_code', types.string(2), { nullable: false }),
        column('category', types.string(20), { nullable: false }),
        column('valid_from', types.date(), { nullable: false }),
        column('rate', types.numeric(5, 4), { nullable: false, comment: '0.19 is 19 %' }),
        primaryKey(['country_code', 'category', 'valid_from'], { name: 'pk_tax_rate' }),
      ],
      { comment: 'VAT by country and category; a rate holds until the next one begins' },
    ),
    bulkInsert('tax_rate', [
      { country_code: 'AT', category: 'standard', valid_from: '1995-01-01', rate: '0.2000' },
      { country_code: 'AT', category: 'books', valid_from: '1995-01-01', rate: '0.1000' },
      { country_code: 'DE', category: 'standard', valid_from: '2007-01-01', rate: '0.1900' },
      { country_code: 'DE', category: 'standard', valid_from: '2020-07-01', rate: '0.1600' },
      { country_code: 'DE', category: 'standard', valid_from: '2021-01-01', rate: '0.1900' },
      { country_code: 'DE', category: 'books', valid_from: '2007-01-01', rate: '0.0700' },
      { country_code: 'DE', category: 'books', valid_from: '2020-07-01', rate: '0.0500' },
      { country_code: 'DE', category: 'books', valid_from: '2021-01-01', rate: '0.0700' },
      { country_code: 'FR', category: 'standard', valid_from: '2014-01-01', rate: '0.2000' },
      { country_code: 'FR', category: 'books', valid_from: '2012-04-01', rate: '0.0550' },
    ]),
  ],
  downgrade: 'reversed',
});
