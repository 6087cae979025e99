/** What the example chain leads to, written in three ways, is what the chain leads to. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, dialectOf, loadMigrations, openProject } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { withUntold } from '../../src/desired/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { writeFragment, writeType } from '../../src/dialects/write.ts';
import { evolve } from '../../src/ops/index.ts';
import { upgradeOps } from '../../src/plan/step-ops.ts';
import { EMPTY_SCHEMA, type SchemaModel, findObject } from '../../src/schema/model.ts';
import type { SchemaObject } from '../../src/schema/object.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { Index } from '../../src/schema/table-index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { type Fragment, isFragment } from '../../src/sql/fragment.ts';
import { renderScript } from '../../src/script/index.ts';
import { loadIn } from '../support/desired.ts';
import { FACT_QUERIES } from '../support/facts.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const SHOP = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const config = await loadConfig(`${SHOP}/migsql.config.ts`);
const project = await openProject(config);
const chain = await loadMigrations(project, project.graph.order.map(({ id }) => id));

function replayed(name: DialectName): SchemaModel {
  const context = { dialect: dialectOf(config, name), naming: config.naming };
  const ops = project.graph.order.flatMap(({ id }) => upgradeOps(chain.get(id)!, context).ops);
  return ops.reduce(evolve, EMPTY_SCHEMA);
}

/** How the same is written in two ways. */
const WORDS: { readonly [text: string]: string } = { now: 'now()', uuid: 'gen_random_uuid()' };

const textOf = ({ sql }: Fragment): string =>
  sql.map((part) => (typeof part === 'string' ? part : 'name' in part ? part.name.join('.') : 'call' in part ? WORDS[part.call] : '?')).join('');

function plainValue(value: Column['default']): unknown {
  if (isFragment(value)) return textOf(value);
  return typeof value === 'object' && value && 'bigint' in value ? value.bigint : value === undefined ? undefined : String(value);
}

/** As the database takes it: PostgreSQL's `bytea` has no length. */
const plainType = (type: Column['type'], dialect: DialectName): string => writeType(DIALECTS[dialect], type).toUpperCase();

const expressionsAsText = (value: object): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (isFragment(each)) return textOf(each);
    // In one order of fields.
    return each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each;
  });

/** How an index is built is no part of what it is. */
const plainIndex = ({ on: _, ...index }: Index): object => index;

const plainColumn = ({ type, default: value, ...column }: Column, dialect: DialectName): object => ({
  ...column,
  type: plainType(type, dialect),
  default: plainValue(value),
});

function tableFacts({ name, columns, constraints, indexes, comment }: Table, dialect: DialectName): readonly string[] {
  const lines = [
    ...columns.map((column) => expressionsAsText(plainColumn(column, dialect))),
    ...constraints.map(expressionsAsText),
    ...indexes.map((index) => expressionsAsText(plainIndex(index))),
    `comment ${comment}`,
  ];
  return lines.map((line) => `${name.name} ${line}`);
}

/** The view comes of hand-written SQL, which the replay of ops alone does not see. */
const told = ({ objects }: SchemaModel): readonly SchemaObject[] => [...objects.values()].filter(({ kind }) => kind !== 'view');

/** All that is in a model but views and the order of columns, a line each. */
const factsOf = (model: SchemaModel, dialect: DialectName): readonly string[] =>
  [
    ...[...model.tables.values()].flatMap((table) => tableFacts(table, dialect)),
    ...told(model).map(expressionsAsText),
  ].sort();

const shop = suite('the example, as a schema');

for (const dialect of DIALECT_NAMES) {
  shop(`in TypeScript, for ${dialect}`, async () => {
    const { model } = await loadIn(SHOP, { dialect, schema: ['schema.ts'] });
    assert.equal(factsOf(model, dialect), factsOf(replayed(dialect), dialect));
  });
}

shop('in drizzle-orm, which has no comments: those that are there stay', async () => {
  const { model, untold } = await loadIn(SHOP, { schema: ['drizzle.ts'] });
  const now = replayed('postgresql');
  assert.equal(factsOf(withUntold(model, untold, now), 'postgresql'), factsOf(now, 'postgresql'));
  assert.equal(factsOf(model, 'postgresql').filter((fact) => /"comment"|comment (?!undefined)/.test(fact)), []);
});

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

shop('with the view of the chain, in every way', async () => {
  const migration = oneSpaced(readFileSync(`${SHOP}/migrations/2025-04-07_overdue_invoices.sql`, 'utf8'));
  const ways = [...DIALECT_NAMES.map((dialect) => [dialect, 'schema.ts'] as const), ['postgresql', 'drizzle.ts'] as const];
  for (const [dialect, file] of ways) {
    const { model } = await loadIn(SHOP, { dialect, schema: [file] });
    const { query } = findObject(model, 'view', { name: 'overdue_invoice' })!;
    const text = writeFragment(DIALECTS[dialect], query);
    assert.ok(migration.includes(`CREATE VIEW overdue_invoice AS ${oneSpaced(text)};`), `${dialect}: ${text}`);
  }
});

if (isReachable('postgresql')) {
  shop('in SQL, to the server', async () => {
    const request = { from: 'base', to: 'heads', dialect: 'postgresql', transaction: 'script' } as const;
    const script = [...renderScript(await compile(project, request))].join('');
    const [wanted, migrated] = [readFileSync(`${SHOP}/schema.sql`, 'utf8'), script].map(catalogueAfter);
    assert.equal(wanted, migrated?.filter((fact) => !/ migsql_version/.test(fact)));
  });
} else console.log('  skipped: schema.sql of the example, since no PostgreSQL server answers');

function catalogueAfter(text: string): readonly string[] {
  const database = createDatabase('postgresql');
  try {
    database.run(text);
    return FACT_QUERIES.postgresql.flatMap((query) => database.query(query).map(([fact = '']) => fact)).sort();
  } finally {
    database.drop();
  }
}

shop.run();
