/** The example chain: goldens in all six dialects up and down, and the scripts run by the real clients. */
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Project, compile, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { TransactionMode } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';
import { type Database, ENGINES, createDatabase, isReachable } from '../support/servers.ts';

const shop = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const project: Project = await openProject(await loadConfig(findConfig(shop)));

const WAYS = {
  up: { from: 'base', to: 'heads' },
  down: { from: 'heads', to: 'base' },
} as const;
type Way = keyof typeof WAYS;

async function render(dialect: DialectName, way: Way, transaction: TransactionMode): Promise<string> {
  return [...renderScript(await compile(project, { ...WAYS[way], dialect, transaction }))].join('');
}

const rendered = new Map<string, Promise<string>>();

function script(dialect: DialectName, way: Way, transaction: TransactionMode = 'script'): Promise<string> {
  const key = `${dialect} ${way} ${transaction}`;
  const text = rendered.get(key) ?? render(dialect, way, transaction);
  rendered.set(key, text);
  return text;
}

const goldens = suite('the example chain as scripts');
const path = (dialect: DialectName, way: Way): string => `scripts/shop/${dialect}.${way}.sql`;
const ALL = DIALECT_NAMES.flatMap((dialect) => (['up', 'down'] as const).map((way) => [dialect, way] as const));

for (const [dialect, way] of ALL) {
  goldens(`${dialect} ${way}`, async () => matchSnapshot(path(dialect, way), await script(dialect, way)));
}
goldens('every golden is of a dialect and a way', () => {
  assert.equal(orphanedSnapshots('scripts/shop', ALL.map(([dialect, way]) => path(dialect, way))), []);
});
goldens('the chain has what a real one has', () => {
  const revisions = [...project.graph.nodes.values()];
  assert.ok(revisions.length >= 40, `${revisions.length} revisions`);
  assert.ok(revisions.some(({ children }) => children.length > 1), 'a branch point');
  assert.ok(revisions.some(({ parents }) => parents.length > 1), 'a merge point');
  assert.ok(revisions.some(({ dependencies }) => dependencies.length > 0), 'a dependency');
  assert.ok(revisions.some(({ revision }) => revision.source.kind === 'sql'), 'a .sql migration');
});
goldens('the same input gives the same bytes', async () => {
  assert.is(await render('mysql', 'down', 'script'), await script('mysql', 'down'));
});
goldens.run();

/** The version table's rows. */
const heads = (database: Database): readonly string[] =>
  database.query('SELECT revision FROM migsql_version ORDER BY 1').map(([id]) => id!);

const run = suite('the example chain in the real clients');
for (const engine of ENGINES.filter(isReachable)) {
  for (const mode of ['script', 'revision', 'none'] as const) {
    run(`${engine}, transactions: ${mode}: up, down to base, and up again`, async () => {
      const [up, down] = [await script(engine, 'up', mode), await script(engine, 'down', mode)];
      const database = createDatabase(engine);
      const tips = ['c4e01ec1d4be'];
      database.run(up);
      const first = catalogueOf(database);
      assert.ok(first.length > 20, 'the catalogue is read');
      assert.equal(heads(database), tips);
      database.run(down);
      assert.equal(heads(database), []);
      const empty = catalogueOf(database).filter((line) => !/migsql_version|sqlite_sequence/.test(line));
      assert.equal(empty, [], 'nothing but the version table is left');
      database.run(up);
      assert.equal(catalogueOf(database), first);
      assert.equal(heads(database), tips);
      database.drop();
    });
  }
}
run.run();
