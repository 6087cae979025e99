/** The picture for mermaid, read by mermaid's own parser. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { evolve } from '../../src/ops/index.ts';
import { mermaid } from '../../src/picture/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { matchSnapshot } from '../support/golden.ts';
import { type ErDiagram, parseMermaid } from '../support/judges/mermaid.ts';
import { tries } from '../support/scale.ts';
import { shopAt } from '../support/shop.ts';

const { column, createTable, foreignKey, primaryKey, types, unique } = m;
const dialect = DIALECTS.postgresql;

const schemaOf = (...ops: Parameters<typeof evolve>[1][]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);
const parsed = (model: SchemaModel, since?: SchemaModel): Promise<ErDiagram> =>
  parseMermaid(mermaid(model, { dialect, title: 'a "title": x', ...(since && { since }) }));

const test = suite('mermaid');

test('the example, with every table, column and foreign key', async () => {
  const model = await shopAt('heads');
  const text = mermaid(model, { dialect, title: 'shop' });
  matchSnapshot('picture/shop.mmd', text);
  const { entities, relationships } = await parseMermaid(text);
  const columns = entities.map(({ name, attributes }) => [name, attributes.map((each) => each.name)]);
  assert.equal(Object.fromEntries(columns), Object.fromEntries([...model.tables].map(([key, table]) => [key, table.columns.map(({ name }) => name)])));
  const expected = [...model.tables.values()].flatMap(({ name, constraints }) =>
    constraints.flatMap((each) => (each.kind === 'foreignKey' ? [`${each.references.table.name} ${name.name} ${each.columns.join(', ')}`] : [])),
  );
  assert.equal(relationships.map(({ one, many, label }) => `${one} ${many} ${label}`).sort(), expected.sort());
});

test('what has changed since another revision', async () => {
  const text = mermaid(await shopAt('770ead80b8b5'), { dialect, title: 'shop', since: await shopAt('6557269ccbd7') });
  matchSnapshot('picture/shop.since.mmd', text);
  const { entities } = await parseMermaid(text);
  const classes = Object.fromEntries(entities.map((each) => [each.name, each.classes]));
  assert.equal([classes['stock'], classes['newsletter_subscription'], classes['customer'], classes['country']], [['added'], ['removed'], ['changed'], []]);
  const customer = entities.find(({ name }) => name === 'customer')?.attributes.map(({ name, comment }) => [name, comment]);
  assert.equal(Object.fromEntries(customer ?? [])['street'], '−');
  assert.equal(Object.fromEntries(customer ?? [])['public_id'], '+');
  const order = entities.find(({ name }) => name === 'sales_order')?.attributes.find(({ name }) => name === 'placed_at');
  assert.is(order?.comment, '± timestamp (default)');
});

test('keys, and how many rows of one table belong to a row of another', async () => {
  const model = schemaOf(
    createTable('a', [column('id', types.bigint(), { nullable: false }), primaryKey(['id'])]),
    createTable('b', [
      column('a_id', types.bigint(), { nullable: false }),
      column('up', types.bigint()),
      column('x', types.timestamp({ zone: true })),
      column('y', types.numeric(8, 2)),
      primaryKey(['a_id']),
      unique(['up']),
      unique(['x', 'y']),
      foreignKey(['a_id'], 'a', ['id']),
      foreignKey(['up'], 'b', ['a_id']),
      foreignKey(['x', 'y'], 'elsewhere', ['x', 'y']),
    ]),
  );
  assert.is(mermaid(model, { dialect, title: 't' }), `---
title: "t"
---
erDiagram
  "a" {
    bigint id PK
  }
  "b" {
    bigint a_id PK, FK
    bigint up FK, UK
    timestamp_with_time_zone x FK
    numeric(8_2) y FK
  }
  "elsewhere"
  "a" ||--o| "b" : "a_id"
  "b" |o..o| "b" : "up"
  "elsewhere" |o..o| "b" : "x, y"
`);
  assert.is((await parsed(model)).title, 'a "title": x');
});

const ODD = ['PK', 'pk-1', 'Fk(x)', '1a', '*', '"', '%%{init: {"theme": "dark"}}%%', '%% a', 'a\\', '#35;', 'a;b', 'end', 'direction TB', '{', '}', '<b>', '&amp;', 'größe', '注文 番号', '--', '`', '~x~', '|o', '\n', '_', ' '];
const anyName = fc.oneof(fc.constantFrom(...ODD), fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }));
const shown = (name: string): string => name.replace(/\p{Cc}+/gu, ' ');

test('any names', async () => {
  const property = fc.asyncProperty(fc.uniqueArray(anyName, { minLength: 2, maxLength: 6, selector: shown }), async (names) => {
    const tables = names.map((name) =>
      createTable(name, [...names.map((each) => column(each, types.native(each), { comment: each })), foreignKey([name], names[0]!, [names[1]!])]),
    );
    const { entities, relationships } = await parsed(schemaOf(...tables));
    assert.equal(entities.map(({ name }) => name).sort(), names.map(shown).sort());
    for (const { attributes } of entities) {
      for (const [index, { name, comment }] of attributes.entries()) {
        const [written, own] = [shown(name), shown(names[index]!)];
        assert.ok(comment === own || comment === `${own}; ${own}`, `${written}: ${comment}`);
        assert.ok(comment !== own || name === names[index]);
      }
    }
    assert.equal(relationships.map(({ label }) => label).sort(), names.map(shown).sort());
  });
  await fc.assert(property, tries(50));
});

test('nothing at all', async () => {
  assert.equal((await parsed(EMPTY_SCHEMA)).entities, []);
});

test.run();
