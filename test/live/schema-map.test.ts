/** Schemas that the database calls otherwise than the migrations: compared as they are there, and written as migrations say. */
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { compile, openProject } from '../../src/compiler.ts';
import { loadConfig } from '../../src/config.ts';
import { adoption, drift, fromDatabase, isDrifted, planRepair } from '../../src/live/index.ts';
import { describe } from '../../src/ops/index.ts';
import { migrationText } from '../support/cli.ts';
import { makeProject } from '../support/project.ts';
import { emptySession, hasSession } from '../support/sessions.ts';

const UPGRADE = "upgrade: [createSchema('main'), createTable({ schema: 'main', name: 't' }, [column('id', types.integer())])]";

const test = suite('drift in mapped schemas');
test('is told in the words of both', async () => {
  const root = makeProject({
    'migsql.config.json': '{ "dialect": "postgresql", "schemaMap": { "main": "tenant_a" }, "cache": false }',
    'migrations/a1.ts': migrationText('a1', null, UPGRADE).replace('createTable,', 'createTable, createSchema,'),
  });
  const project = await openProject(await loadConfig(join(root, 'migsql.config.json')));
  const connection = await emptySession(hasSession('postgresql') ? 'postgresql' : 'pglite');
  await applyPlan(connection, await compile(project, { to: 'heads', dialect: 'postgresql', transaction: 'script' }));
  assert.not(isDrifted(await drift(project, connection)));
  const { before } = await fromDatabase(project, connection, ['a1']);
  assert.equal([...before.tables.values()].map(({ name }) => name), [{ schema: 'main', name: 't' }]);
  await connection.run('ALTER TABLE tenant_a.t ADD COLUMN extra integer');
  const found = await drift(project, connection);
  assert.equal(found.adopt.map(({ op }) => describe(op)), ['add column tenant_a.t.extra']);
  assert.equal(adoption(project, connection, found).map(({ op }) => describe(op)), ['add column main.t.extra']);
  await applyPlan(connection, planRepair(project, connection, found));
  assert.not(isDrifted(await drift(project, connection)));
  await connection.close();
});
test.run();
