/** The picture as SVG: a document of its own, the same bytes each time, in which nothing hides anything else. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { openLayered } from '../../src/drawing/layered.ts';
import { evolve } from '../../src/ops/index.ts';
import { type Arrangement, arrange } from '../../src/picture/arrange.ts';
import { measure, portOf } from '../../src/picture/box.ts';
import { diagramOf } from '../../src/picture/diagram.ts';
import { svg } from '../../src/picture/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';
import { type XmlElement, parseXml } from '../support/judges/xml.ts';
import { tries } from '../support/scale.ts';
import { shopAt } from '../support/shop.ts';

const { column, createTable, foreignKey, primaryKey, types } = m;
const dialect = DIALECTS.postgresql;
const layered = await openLayered();
const shop = await shopAt('heads');

type AnyOp = Parameters<typeof evolve>[1];
const schemaOf = (...ops: readonly AnyOp[]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);
const drawn = async (model: SchemaModel, since?: SchemaModel): Promise<readonly XmlElement[]> =>
  parseXml(await svg(model, { dialect, title: 'x < y', ...(since && { since }) }));
const isOf = (...names: readonly string[]) => ({ attributes }: XmlElement): boolean =>
  names.every((name) => (attributes['class'] ?? '').split(' ').includes(name));
const wordsOf = (elements: readonly XmlElement[]): readonly string[] => elements.filter(({ name }) => name === 'text').map(({ text }) => text);

const documents = suite('a picture as a document');

documents('the example', async () => {
  const text = await svg(shop, { dialect, title: 'shop' });
  matchSnapshot('picture/shop.svg', text);
  const elements = parseXml(text);
  assert.is(elements.filter(isOf('table')).length, shop.tables.size);
  const words = new Set(wordsOf(elements));
  for (const { name, columns } of shop.tables.values()) {
    for (const each of [name, ...columns]) assert.ok(words.has(each.name), each.name);
  }
});

documents('nothing in it is fetched or run, and it says what it is', async () => {
  const text = await svg(shop, { dialect, title: 'shop at heads' });
  assert.not.match(text.replace('http://www.w3.org/2000/svg', ''), /<script|\bhref=|url\(|http|@import|\son\w+=/);
  const elements = parseXml(text);
  const root = elements.at(-1);
  assert.equal([root?.name, root?.attributes['role'], root?.attributes['aria-labelledby']], ['svg', 'img', 'title description']);
  const labels = ['title', 'description'].map((id) => elements.find(({ attributes }) => attributes['id'] === id)?.text);
  assert.equal(labels, ['shop at heads', '29 tables, 31 foreign keys']);
});

documents('the same schema gives the same bytes, however it came about', async () => {
  const tables = [
    createTable('a', [column('id', types.bigint()), column('b', types.bigint()), foreignKey(['b'], 'b', ['id'], { name: 'f' })]),
    createTable('b', [column('id', types.bigint()), column('c', types.bigint()), foreignKey(['c'], 'c', ['id'], { name: 'f' })]),
    createTable('c', [column('id', types.bigint()), column('a', types.bigint()), foreignKey(['a'], 'a', ['id'], { name: 'f' })]),
    createTable('d', [column('id', types.bigint())]),
  ];
  const pictures = [tables, [...tables].reverse(), tables].map((ops) => svg(schemaOf(...ops), { dialect, title: 't' }));
  const [first, second, third] = await Promise.all(pictures);
  assert.is(first, second);
  assert.is(first, third);
});

documents('any names are a well-formed document that shows them', async () => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
  const property = fc.asyncProperty(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), async ([table, ...columns]) => {
    const shown = wordsOf(await drawn(schemaOf(createTable(table!, columns.map((each) => column(each, types.text(), { comment: each }))))));
    for (const each of [table!, ...columns]) assert.ok(shown.includes(each.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd').replace(/\r/g, '\n')), JSON.stringify(each));
  });
  await fc.assert(property, tries(100));
});

documents('a picture of nothing, and of a table that nothing is known of', async () => {
  assert.is((await drawn(EMPTY_SCHEMA)).filter(isOf('table')).length, 0);
  const elements = await drawn(schemaOf(createTable('a', [column('b', types.bigint()), foreignKey(['b'], 'elsewhere', ['id'])])));
  assert.match(elements.find(isOf('table', 'unknown'))?.text ?? '', /elsewhere.*shape unknown/s);
  assert.is(elements.filter(isOf('link')).length, 1);
});

documents('a type that the database has not keeps its own name', async () => {
  const model = schemaOf(createTable('a', [column('b', types.interval()), column('c', types.native({ oracle: 'X' }))]));
  const words = wordsOf(parseXml(await svg(model, { dialect: DIALECTS.mysql, title: 't' })));
  assert.ok(words.includes('interval?') && words.includes('native?'), words.join());
});

documents.run();

const changes = suite('a picture of changes');

changes('the example between two revisions', async () => {
  const options = { dialect, title: 'shop', since: await shopAt('6557269ccbd7') };
  matchSnapshot('picture/shop.since.svg', await svg(await shopAt('770ead80b8b5'), options));
});

changes('each is marked, and nothing else', async () => {
  const id = column('id', types.bigint(), { nullable: false });
  const before = schemaOf(
    createTable('same', [id, primaryKey(['id'])]),
    createTable('gone', [id]),
    createTable('other', [id, column('old', types.text()), column('wider', types.integer()), column('kept', types.text()), column('said', types.text())]),
  );
  const after = schemaOf(
    createTable('same', [id, primaryKey(['id'])]),
    createTable('new', [id, foreignKey(['id'], 'same', ['id'], { name: 'fk' })]),
    createTable('other', [id, column('wider', types.bigint()), column('kept', types.text()), column('said', types.text(), { default: 'x' }), column('more', types.text())]),
    m.createIndex('ix', 'other', ['kept']),
  );
  const elements = await drawn(after, before);
  const marked = (kind: string, change: string): readonly string[] =>
    elements.filter((each) => each.name === 'g' && isOf(kind, change)(each)).map(({ text }) => text.split(/\n|[+−±] /)[0]!);
  assert.equal(marked('table', 'added'), ['new']);
  assert.equal(marked('table', 'removed'), ['gone']);
  assert.equal(marked('table', 'changed'), ['other']);
  assert.equal(marked('row', 'added').map((text) => /^(more|index \(kept\))/.exec(text)?.[0]), ['more', 'index (kept)']);
  assert.equal(marked('row', 'removed').length, 1);
  assert.equal(marked('row', 'changed').length, 2);
  assert.equal(marked('link', 'added').length, 1);
  const words = wordsOf(elements);
  for (const each of ['integer? → bigint?', 'text? (default)', '+ new', '− gone', '± other', '+ added']) assert.ok(words.includes(each), each);
  assert.equal((await drawn(after, after)).filter((each) => ['added', 'removed', 'changed'].some((change) => each.name === 'g' && isOf(change)(each))), []);
  assert.is(marked('table', 'changed').length + elements.filter(isOf('table')).length, 5);
});

changes.run();

const arrangement = suite('where everything stands');

const arranged = (model: SchemaModel): Arrangement => {
  const { boxes, links } = diagramOf(model, dialect);
  return arrange(boxes.map(measure), links, layered);
};

/** Some tables of some columns that reference any of them. */
const schemas = fc.array(fc.record({ columns: fc.integer({ min: 1, max: 12 }), to: fc.array(fc.nat(999), { maxLength: 3 }) }), { minLength: 1, maxLength: 40 }).map((tables) =>
  schemaOf(
    ...tables.map(({ columns, to }, number) =>
      createTable(`t${number}`, [
        ...Array.from({ length: columns }, (_, index) => column(`c${index}`, types.bigint())),
        ...to.map((each, index) => foreignKey([`c${index % columns}`], `t${each % tables.length}`, ['c0'], { name: `f${index}` })),
      ]),
    ),
  ),
);

/** Rounding moves by less than a pixel. */
const NEAR = 1;

function checkPlaces({ boxes, links, width, height }: Arrangement): void {
  const frames = boxes.map(({ measured, corner }) => ({
    name: measured.box.name,
    left: corner.x,
    right: corner.x + measured.width,
    top: corner.y,
    bottom: corner.y + measured.height,
  }));
  for (const [index, a] of frames.entries()) {
    assert.ok(a.left > -NEAR && a.top > -NEAR && a.right < width + NEAR && a.bottom < height + NEAR, `${a.name} is inside`);
    for (const b of frames.slice(index + 1)) {
      assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${a.name} and ${b.name} overlap`);
    }
  }
  for (const { link, passages } of links) {
    for (const { left, right, y } of passages) {
      const hidden = frames.find((frame) => frame.left < right && left < frame.right && frame.top < y && y < frame.bottom);
      assert.is(hidden, undefined, `${link.words} passes behind ${hidden?.name}`);
    }
  }
}

arrangement('no box covers another or a line that passes, and every line ends at its columns', () => {
  checkPlaces(arranged(shop));
  fc.assert(
    fc.property(schemas, (model) => {
      const placed = arranged(model);
      checkPlaces(placed);
      const corners = new Map(placed.boxes.map(({ measured, corner }) => [measured.box.key, { measured, corner }]));
      const count = [...model.tables.values()].flatMap(({ constraints }) => constraints).length;
      assert.is(placed.links.length, count);
      for (const { link, ends } of placed.links) {
        const { measured, corner } = corners.get(link.from)!;
        assert.ok(Math.abs(ends.many.y - corner.y - portOf(measured.box, link.columns[0])) < NEAR);
        assert.ok([corner.x, corner.x + measured.width].some((x) => Math.abs(x - ends.many.x) < NEAR));
      }
    }),
    tries(15),
  );
});

arrangement('tables stand right of those that they reference', () => {
  const { boxes } = arranged(shop);
  const left = (key: string): number => boxes.find(({ measured }) => measured.box.key === key)!.corner.x;
  assert.ok(left('category') < left('product') && left('product') < left('order_line') && left('order_line') < left('pick_list_line'));
});

arrangement('a picture of many tables is no tower', () => {
  const tables = Array.from({ length: 60 }, (_, index) =>
    createTable(`t${index}`, [column('id', types.bigint()), ...(index ? [column('hub', types.bigint()), foreignKey(['hub'], 't0', ['id'])] : [])]),
  );
  for (const model of [schemaOf(...tables), schemaOf(...tables.map(({ constraints: _, ...table }) => ({ ...table, constraints: [] })))]) {
    const { width, height } = arranged(model);
    assert.ok(height < 2.5 * width && width < 4 * height, `${width} x ${height}`);
  }
});

arrangement('every golden is of a test', () => {
  const names = ['shop.mmd', 'shop.since.mmd', 'shop.svg', 'shop.since.svg'];
  assert.equal(orphanedSnapshots('picture', names.map((name) => `picture/${name}`)), []);
});

arrangement.run();
