import { bulkInsert, execute, list, literal, migration, sql, types } from 'migsql';

const cards = [25, 50, 100].map((value) => ({
  sku: `GIFT-${value}`,
  title: `Gift card „${value} €“`,
  description: `Worth €${value}.\n\nUse it in the store or online; it's valid for 3 years.\nTerms: \\\\files\\gift.pdf`,
  price: `${value}.00`,
}));

export default migration({
  id: '7b9ae6c60c73',
  revises: 'aef3edab6b4a',
  title: 'gift cards for Christmas',
  upgrade: [bulkInsert('product', cards)],
  // Fails on the foreign key once a card is sold, and rightly so.
  downgrade: [
    execute(sql`DELETE FROM product WHERE sku IN (${list(cards.map(({ sku }) => literal(sku, types.string(40))))})`),
  ],
});
