/**
 * The baseline of a database, written as a user would have it: what it makes of an empty database is what there was, by
 * migsql's own eyes and by small queries of the catalogue that know nothing of it; and the database has no drift.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { applyPlan } from '../../src/apply/index.ts';
import { writeBaseline } from '../../src/cli/baseline.ts';
import { compile, openProject, type Project } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import type { Connection } from '../../src/database/connection.ts';
import { MigsqlError } from '../../src/errors.ts';
import { drift } from '../../src/live/index.ts';
import { describe } from '../../src/ops/index.ts';
import type { Report } from '../../src/cli/report.ts';
import { MARIADB_FACTS } from '../compare/mariadb-facts.ts';
import * as mariadb from '../database/engines/mariadb.ts';
import * as postgresql from '../database/engines/postgresql.ts';
import * as sqlite from '../database/engines/sqlite.ts';
import { FACT_QUERIES, sorted } from '../support/facts.ts';
import { makeProject } from '../support/project.ts';
import { type Database, ENGINES, type Engine, createDatabase, isReachable, urlOf } from '../support/servers.ts';
import { openSession } from '../support/sessions.ts';

const shop = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));

const HAND_WRITTEN = { postgresql, mariadb, sqlite };

/** What somebody wrote by hand lies in these. */
const SCHEMAS: { readonly [E in Engine]?: readonly string[] } = { postgresql: ['public', 'app'] };

const emptyProject = async (engine: Engine): Promise<Project> =>
  openProject(await loadConfig(join(makeProject({ 'migsql.config.json': JSON.stringify({ dialect: engine, server: { postgresql: '15', sqlite: '3.40' } }), 'migrations/.keep': '' }), 'migsql.config.json')));

const REQUEST = { message: 'baseline', stamp: true, sql: false, json: false, script: {} };

async function inSession<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await openSession(urlOf(database));
  return work(connection).finally(() => connection.close());
}

/** Writes the baseline, and gives the project that has it, and another database that it made. */
async function baselined(database: Database, schema?: readonly string[]): Promise<{ readonly project: Project; readonly report: Report; readonly other: Database }> {
  const project = await emptyProject(database.engine);
  const report = await writeBaseline(project, { ...REQUEST, url: urlOf(database), schema });
  const reopened = await openProject(project.config);
  const other = createDatabase(database.engine);
  await inSession(other, async (connection) => applyPlan(connection, await compile(reopened, { to: 'heads', dialect: connection.dialect, transaction: 'script' })));
  return { project: reopened, report: report!, other };
}

const FACTS = { ...FACT_QUERIES, mariadb: MARIADB_FACTS };
/** But for the ledger, which a script need not keep; SQLite has the name of a type in any letters. */
function factsOf(database: Database): readonly string[] {
  const facts = FACTS[database.engine].flatMap((sql) => database.query(sql)).map((row) => row.join(' '));
  return sorted(facts.filter((fact) => !fact.includes('migsql_ledger')).map((fact) => (database.engine === 'sqlite' ? fact.toLowerCase() : fact)));
}

/** What a database is at, and whether it is what the project makes. */
const stateOf = (project: Project, database: Database, schemas?: readonly string[]): Promise<unknown> =>
  inSession(database, async (connection) => {
    const found = await drift(project, connection, schemas ? { schemas } : {});
    return { heads: found.heads, ops: [...found.adopt, ...found.repair].map(({ op }) => describe(op)) };
  });

async function failureOf(work: Promise<unknown>): Promise<MigsqlError> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  assert.instance(error, MigsqlError);
  return error as MigsqlError;
}

for (const engine of ENGINES) {
  const test = suite(`${engine}: baseline`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    test('of the example makes its schema, and the database has no drift', async () => {
      const database = createDatabase(engine);
      await inSession(database, async (connection) => applyPlan(connection, await compile(shop, { to: 'heads', dialect: engine, transaction: 'script' })));
      database.run('DROP TABLE migsql_version; DROP TABLE IF EXISTS migsql_ledger;');
      const { project, report, other } = await baselined(database);
      const state = { heads: [(report.data as { readonly id: string }).id], ops: [] };
      assert.equal(await stateOf(project, database), state);
      assert.equal(await stateOf(project, other), state);
      assert.equal(factsOf(other), factsOf(database));
    });
    test('of what somebody wrote by hand makes that, and says what it cannot', async () => {
      const database = createDatabase(engine);
      database.run(HAND_WRITTEN[engine].SCRIPT);
      const { project, report, other } = await baselined(database, SCHEMAS[engine]);
      const state = { heads: [(report.data as { readonly id: string }).id], ops: [] };
      assert.equal(await stateOf(project, database, SCHEMAS[engine]), state);
      assert.equal(await stateOf(project, other, SCHEMAS[engine]), state);
      const text = readFileSync(join(project.config.root, (report.data as { readonly file: string }).file), 'utf8');
      const isSaid = engine === 'postgresql' ? /^\/\/ Nor is: partition measurement_2024 of measurement$/m : /^\/\/ What there was before migsql, as \S+ [\d.]+/m;
      assert.match(text, isSaid);
      assert.match(text, "downgrade: irreversible('what it makes was there before'),");
    });
    if (engine === 'postgresql') {
      test('of schemas that are named, where the session has none of its own; of a table without columns only its name', async () => {
        const database = createDatabase(engine);
        database.run('DROP SCHEMA public; CREATE SCHEMA "A b"; CREATE TABLE "A b"."We ""ird" ("it\'s" int PRIMARY KEY); CREATE TABLE "A b".bare ();');
        assert.is((await failureOf(writeBaseline(await emptyProject(engine), { ...REQUEST, url: urlOf(database) }))).code, 'no-own-schema');
        const project = await emptyProject(engine);
        const { lines, notes } = (await writeBaseline(project, { ...REQUEST, stamp: false, url: urlOf(database), schema: ['A b'] }))!;
        assert.equal(lines.slice(1), ['  create schema A b', '  create table A b.We "ird']);
        assert.is(notes?.[0], 'not in it: table without columns A b.bare');
      });
    }
    test('is refused for a project with migrations, and of an empty database', async () => {
      const database = createDatabase(engine);
      if (engine === 'sqlite') database.run('VACUUM;');
      const url = urlOf(database);
      assert.is((await failureOf(writeBaseline(shop, { ...REQUEST, url, dialect: engine }))).code, 'has-migrations');
      assert.is((await failureOf(writeBaseline(await emptyProject(engine), { ...REQUEST, url }))).code, 'empty-database');
      assert.is((await failureOf(writeBaseline(await emptyProject(engine), { ...REQUEST, url, schema: ['nowhere'] }))).code, 'unknown-schema');
      database.run("CREATE TABLE migsql_version (revision varchar(128)); INSERT INTO migsql_version VALUES ('elsewhere');");
      assert.is((await failureOf(writeBaseline(await emptyProject(engine), { ...REQUEST, url }))).code, 'unknown-heads');
    });
  }
  test.run();
}
