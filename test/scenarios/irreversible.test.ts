/** The small example: a chain with a step that cannot be undone. */
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { MigsqlError } from '../../src/errors.ts';
import { renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES } from '../../src/sql/dialect-name.ts';
import { type Database, ENGINES, createDatabase, isReachable } from '../support/servers.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/irreversible', import.meta.url)))));
const head = project.graph.order.at(-1)!;

const test = suite('the irreversible example');

for (const dialect of DIALECT_NAMES) {
  test(`${dialect}: up, and down as far as the step that cannot be undone`, async () => {
    const plan = await compile(project, { to: 'head', dialect, transaction: 'script' });
    assert.is(plan.steps.length, 4);
    const back = await compile(project, { from: 'head', to: head.parents[0]!.id, dialect, transaction: 'script' });
    assert.is(back.steps.length, 1);
    const error = await compile(project, { from: 'head', to: 'base', dialect, transaction: 'script' }).catch((caught: unknown) => caught);
    if (!(error instanceof MigsqlError)) throw new Error('expected a refusal');
    assert.equal(error.diagnostics.map(({ code, place }) => [code, place?.file, typeof place?.line]), [
      ['irreversible', head.parents[0]!.revision.file, 'number'],
    ]);
    assert.ok(error.message.includes(head.parents[0]!.id), error.message);
  });
}

for (const engine of ENGINES.filter(isReachable)) {
  test(`${engine}: the script runs`, async () => {
    const database: Database = createDatabase(engine);
    const plan = await compile(project, { to: 'head', dialect: engine, transaction: 'script' });
    database.run([...renderScript(plan)].join(''));
    assert.equal(database.query('SELECT revision FROM migsql_version'), [[head.id]]);
    database.drop();
  });
}

test.run();
