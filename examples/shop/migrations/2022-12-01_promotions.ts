import { bulkInsert, check, column, createTable, json, migration, name, primaryKey, sql, types } from 'migsql';

const UNLIMITED = 9_223_372_036_854_775_807n;

export default migration({
  id: 'a28bcdf6e598',
  revises: '6557269ccbd7',
  title: 'promotions',
  upgrade: [
    createTable('promotion', [
      column('code', types.string(40), { nullable: false }),
      column('title', types.string(120), { nullable: false }),
      column('discount_percent', types.numeric(5, 2), { nullable: false }),
      column('starts_on', types.date(), { nullable: false }),
      column('ends_on', types.date()),
      column('max_uses', types.bigint(), { nullable: false, default: UNLIMITED }),
      column('condition', types.json(), { comment: 'what a basket must hold' }),
      primaryKey(['code'], { name: 'pk_promotion' }),
      check(sql`${name('ends_on')} >= ${name('starts_on')}`, { name: 'ck_promotion_dates' }),
      check(sql`${name('discount_percent')} BETWEEN 0 AND 100`, { name: 'ck_promotion_discount' }),
    ]),
    bulkInsert('promotion', [
      {
        code: 'XMAS22',
        title: "Santa's 15 % — ho ho ho 🎅",
        discount_percent: '15.00',
        starts_on: '2022-12-01',
        ends_on: '2022-12-24',
        max_uses: 5000,
        condition: json({ minTotal: 49.9, categories: ['lighting'], text: 'from 49,90 € — "while stock lasts"' }),
      },
      {
        code: 'FRIENDS',
        title: 'Friends & family',
        discount_percent: '20.00',
        starts_on: '2023-01-01',
        ends_on: null,
        max_uses: UNLIMITED,
        condition: null,
      },
    ]),
  ],
  downgrade: 'reversed',
});
