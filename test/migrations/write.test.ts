/** A migration that migsql writes holds the ops that it was written from, is of right types, and looks as one by hand. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { loadMigrations, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import type { Migration } from '../../src/migration.ts';
import { type WrittenMigration, migrationSource } from '../../src/migrations/write.ts';
import type { AuthoredOp, Op } from '../../src/ops/index.ts';
import { CASES } from '../dialects/cases.ts';
import { namedFor } from '../support/lowered.ts';
import { makeProject } from '../support/project.ts';
import { opSequences } from '../support/random-ops.ts';
import { validSequences } from '../support/random-migrations.ts';
import { tries } from '../support/scale.ts';
import { typeErrors } from '../support/type-errors.ts';

const loaded = async (folder: string): Promise<readonly Migration[]> => {
  const project = await openProject(await loadConfig(findConfig(folder)));
  return [...(await loadMigrations(project, project.graph.order.map(({ id }) => id))).values()];
};

const reloaded = (files: { readonly [path: string]: string }): Promise<readonly Migration[]> =>
  loaded(makeProject({ 'migsql.config.json': '{ "cache": false }', ...files }));

const written = (upgrade: readonly AuthoredOp[], more: Partial<WrittenMigration> = {}): WrittenMigration => ({
  id: 'a1',
  revises: [],
  title: 'it',
  branchLabels: [],
  dependsOn: [],
  upgrade: upgrade.map((op) => ({ op })),
  downgrade: 'reversed',
  ...more,
});

/** Ops as they are anywhere: where they were written is no part of them. */
const plain = (ops: unknown): unknown => JSON.parse(JSON.stringify(ops, (key, value) => (key === 'origin' ? undefined : value)));

/** Nothing but one literal, behind its key at most. */
const isOneLiteral = (line: string): boolean => /^\s*(?:\w+: )?(?:sql)?(['"`])(?:\\.|(?!\1)[^\\])*\1,?$/.test(line);

const OPS: readonly (readonly AuthoredOp[])[] = [
  ...Object.values(CASES).map((cases) => Object.values(cases as { readonly [label: string]: Op })),
  ...fc.sample(opSequences(20), tries(25)),
  ...fc.sample(validSequences('postgresql', 20, (op) => namedFor(op, DIALECTS.postgresql)), tries(25)),
  [m.forDialect({ mysql: [m.dropTable('t')], default: [m.forDialect({ default: [] })] }), { ...m.bulkInsert('t', m.fromFile('./r.csv', { null: '-' })), columns: ['a'] }],
];
const FILES = Object.fromEntries(
  OPS.map((ops, index) => [
    `migrations/${String(index).padStart(4, '0')}.ts`,
    migrationSource(written(ops, { id: `r${index}`, downgrade: index % 2 ? ops : 'reversed' })),
  ]),
);

const test = suite('migrationSource');

test('what is loaded again is what was written', async () => {
  const migrations = await reloaded({ ...FILES, 'migrations/r.csv': 'a\n1\n' });
  assert.is(migrations.length, OPS.length);
  for (const { id, upgrade, downgrade } of migrations) {
    const ops = OPS[Number(id.slice(1))];
    assert.equal(plain(upgrade), plain(ops));
    assert.equal(plain(downgrade), downgrade === 'reversed' ? downgrade : plain(ops));
  }
});

test('the compiler finds nothing wrong with it, and each import is used', () => {
  assert.is(typeErrors(FILES), '');
  for (const text of Object.values(FILES)) {
    const [, names = '', body = ''] = /^import \{([^}]*)\} from 'migsql';\n([^]*)$/.exec(text) ?? [];
    for (const name of names.match(/\w+/g) ?? []) assert.match(body, new RegExp(`\\b${name}\\b`));
  }
});

test('no line is longer than 120 characters, save for one literal', () => {
  const long = Object.values(FILES).flatMap((text) => text.split('\n').filter((line) => line.length > 120 && !isOneLiteral(line)));
  assert.equal(long, []);
});

test('texts come back whatever is in them', async () => {
  const texts = ["it's", 'say "it"', `'"`, '\\', '`${x}`', 'a\r\nb\n', '\0\x01\u2028\u2029\ufeff', '\ud800', '__proto__', '// x', '*/'];
  const ops = [
    ...texts.map((each) => m.execute(each)),
    ...texts.map((each) => m.execute(`\n${each}`, { reverse: m.sql`${m.name(each.replace(/\0/g, ''))} ${m.literal(each)}` })),
    m.updateRows('t', Object.fromEntries(texts.map((each) => [each.replace(/\0/g, ''), each])), null),
  ];
  const [migration] = await reloaded({ 'migrations/a.ts': migrationSource(written(ops)) });
  assert.equal(plain(migration?.upgrade), plain(ops));
});

test('the example is written as it was by hand', async () => {
  const shop = new URL('../../examples/shop/', import.meta.url);
  const byHand = ['2021-02-17_orders', '2021-10-13_invoice_lines', '2022-04-28_reviews', '2024-09-02_login_events'];
  for (const migration of await loaded(shop.pathname)) {
    const { file, upgrade } = migration;
    if (!byHand.some((name) => file === `migrations/${name}.ts`)) continue;
    const text = readFileSync(new URL(file, shop), 'utf8');
    assert.is(migrationSource({ ...migration, upgrade: upgrade.map((op) => ({ op })) }), text);
  }
});

test('facts, remarks and what is too long for a line', () => {
  const { addColumn, check, column, dropColumn, forDialect, name, sql, types } = m;
  const state = types.enum('order_state', ['not paid', 'packed', 'handed to the carrier', 'returned']);
  const text = migrationSource({
    id: 'c3',
    revises: ['a1', 'b2'],
    title: "the shop's states",
    branchLabels: ['states'],
    dependsOn: ['77aa0c1d2e3f'],
    upgrade: [
      {
        op: dropColumn('order', 'note'),
        note: 'may lose data: the column goes with all that it holds; say --rename order.note=order.remark where it is another name for the same',
      },
      { op: addColumn('order', column('state', state, { nullable: false, default: 'packed', comment: 'where the order is' })) },
      { op: m.addConstraint('order', check(sql`${name('total')} >= 0`, { name: 'ck_order_total' })) },
      { op: forDialect({ oracle: [], default: [m.execute('UPDATE "order"\nSET total = 0', { reverse: 'SELECT 1' })] }) },
    ],
    downgrade: m.irreversible('notes are gone'),
  });
  assert.is(text, `import {
  addColumn, addConstraint, check, column, dropColumn, execute, forDialect, irreversible, migration, name, sql, types,
} from 'migsql';

export default migration({
  id: 'c3',
  revises: ['a1', 'b2'],
  title: "the shop's states",
  branchLabels: ['states'],
  dependsOn: ['77aa0c1d2e3f'],
  upgrade: [
    // may lose data: the column goes with all that it holds; say --rename order.note=order.remark where it is another
    // name for the same
    dropColumn('order', 'note'),
    addColumn(
      'order',
      column('state', types.enum('order_state', ['not paid', 'packed', 'handed to the carrier', 'returned']), {
        nullable: false,
        default: 'packed',
        comment: 'where the order is',
      }),
    ),
    addConstraint('order', check(sql\`\${name('total')} >= 0\`, { name: 'ck_order_total' })),
    forDialect({
      oracle: [],
      default: [
        execute(
          sql\`UPDATE "order"
SET total = 0\`,
          { reverse: 'SELECT 1' },
        ),
      ],
    }),
  ],
  downgrade: irreversible('notes are gone'),
});
`);
});

test('a migration without ops says how they are written', () => {
  assert.is(migrationSource(written([])), `import { migration } from 'migsql';

export default migration({
  id: 'a1',
  revises: null,
  title: 'it',
  // Ops, such as addColumn('account', column('email', types.string(254))): import what you use from 'migsql'.
  upgrade: [],
  // Undoes the upgrade op by op; a list of ops or irreversible('why') say otherwise.
  downgrade: 'reversed',
});
`);
});

test.run();
