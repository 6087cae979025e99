import {
  addColumn, addConstraint, bulkInsert, column, createTable, foreignKey, migration, primaryKey, types,
} from 'migsql';

// ISO 4217: code, title, symbol, decimal digits
const CURRENCIES = [
  ['CHF', 'Swiss franc', 'Fr.', 2],
  ['CZK', 'Czech koruna', 'Kč', 2],
  ['DKK', 'Danish krone', 'kr.', 2],
  ['EUR', 'Euro', '€', 2],
  ['GBP', 'Pound sterling', '£', 2],
  ['HUF', 'Hungarian forint', 'Ft', 2],
  ['ILS', 'Israeli new shekel', '₪', 2],
  ['ISK', 'Icelandic króna', 'kr', 0],
  ['JPY', 'Japanese yen', '¥', 0],
  ['NOK', 'Norwegian krone', 'kr', 2],
  ['PLN', 'Polish złoty', 'zł', 2],
  ['RON', 'Romanian leu', 'lei', 2],
  ['SEK', 'Swedish krona', 'kr', 2],
  ['TND', 'Tunisian dinar', 'د.ت', 3],
  ['USD', "US dollar ('greenback')", '$', 2],
] as const;

export default migration({
  id: '1ddf68950622',
  revises: '36117b4e8019',
  title: 'currencies',
  upgrade: [
    createTable('currency', [
      column('code', types.string(3), { nullable: false }),
      column('title', types.string(60), { nullable: false }),
      column('symbol', types.string(8), { nullable: false }),
      column('digits', types.smallint(), { nullable: false, default: 2 }),
      primaryKey(['code'], { name: 'pk_currency' }),
    ]),
    bulkInsert('currency', CURRENCIES.map(([code, title, symbol, digits]) => ({ code, title, symbol, digits }))),
    addColumn('order', column('currency_code', types.string(3), { nullable: false, default: 'EUR' })),
    addConstraint('order', foreignKey(['currency_code'], 'currency', ['code'], { name: 'fk_order_currency' })),
  ],
  downgrade: 'reversed',
});
