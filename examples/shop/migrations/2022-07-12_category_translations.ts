import {
  bulkInsert, column, createTable, dropTable, execute, foreignKey, list, literal, migration, primaryKey, sql, types,
} from 'migsql';

const CATEGORIES: Record<string, { parent?: string; en: string; de: string; pl: string }> = {
  home: { en: 'Home & garden', de: 'Haus & Garten', pl: 'Dom i ogród' },
  tools: { en: 'Tools', de: 'Werkzeug', pl: 'Narzędzia' },
  lighting: { parent: 'home', en: 'Lighting', de: 'Leuchten für drinnen & draußen', pl: 'Oświetlenie' },
  'hand-tools': { parent: 'tools', en: "Craftsman's hand tools", de: 'Handwerkzeug', pl: 'Narzędzia ręczne' },
  screws: { parent: 'tools', en: 'Screws & nuts', de: 'Schrauben', pl: 'Śruby i nakrętki' },
};

const slugs = Object.keys(CATEGORIES);
const children = slugs.filter((slug) => CATEGORIES[slug]?.parent !== undefined);
const parents = slugs.filter((slug) => !children.includes(slug));
const text = (value: string | undefined) => literal(value ?? null, types.string(120));

function insertChild(slug: string) {
  const { en, parent } = CATEGORIES[slug] ?? {};
  return execute(sql`
    INSERT INTO category (slug, title, parent_id)
    SELECT ${text(slug)}, ${text(en)}, id FROM category WHERE slug = ${text(parent)}`);
}

const translate = (slug: string, locale: 'de' | 'pl') =>
  execute(sql`
    INSERT INTO category_translation (category_id, locale, title)
    SELECT id, ${text(locale)}, ${text(CATEGORIES[slug]?.[locale])} FROM category WHERE slug = ${text(slug)}`);

// Ids differ from database to database, so everything goes by slug.
export default migration({
  id: 'd2156a5519d4',
  revises: '19533672927f',
  title: 'categories in three languages',
  upgrade: [
    createTable('category_translation', [
      column('category_id', types.bigint(), { nullable: false }),
      column('locale', types.string(5), { nullable: false }),
      column('title', types.string(120), { nullable: false }),
      primaryKey(['category_id', 'locale'], { name: 'pk_category_translation' }),
      foreignKey(['category_id'], 'category', ['id'], { name: 'fk_category_translation', onDelete: 'cascade' }),
    ]),
    bulkInsert('category', parents.map((slug) => ({ slug, title: CATEGORIES[slug]?.en ?? slug }))),
    ...children.map(insertChild),
    ...slugs.flatMap((slug) => [translate(slug, 'de'), translate(slug, 'pl')]),
  ],
  downgrade: [
    dropTable('category_translation'),
    // Children first: MySQL looks at the foreign key row by row.
    ...[children, parents].map((some) => execute(sql`DELETE FROM category WHERE slug IN (${list(some.map(text))})`)),
  ],
});
