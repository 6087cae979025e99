/** What people wrote by hand on each engine, read back as the model that says the same. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type IntrospectOptions, introspect } from '../../src/database/introspect/index.ts';
import { queryOf } from '../support/rows.ts';
import { ENGINES, createDatabase, isReachable } from '../support/servers.ts';
import * as mariadb from './engines/mariadb.ts';
import * as postgresql from './engines/postgresql.ts';
import * as sqlite from './engines/sqlite.ts';
import { modelOf, plainModel } from './plain-model.ts';

const SCHEMAS = { postgresql, mariadb, sqlite };
const OPTIONS: { readonly [engine: string]: IntrospectOptions } = { postgresql: { schemas: ['public', 'app'] } };

for (const engine of ENGINES) {
  const test = suite(`${engine}: introspection of hand-written SQL`);
  if (!isReachable(engine)) test('is not reachable, as a line beginning with SKIPPED says', () => {});
  else {
    const { SCRIPT, EXPECTED } = SCHEMAS[engine];
    const database = createDatabase(engine);
    test('finds all that is there, and nothing more', async () => {
      database.run(SCRIPT);
      const found = await introspect(engine, queryOf(database), OPTIONS[engine]);
      assert.equal(plainModel(found), plainModel(modelOf(EXPECTED)));
    });
    test('leaves out what is excepted, with its triggers', async () => {
      const found = await introspect(engine, queryOf(database), { except: [{ name: 'customer' }] });
      assert.not(found.tables.has('customer'));
      assert.equal([...found.objects.values()].filter(({ kind }) => kind === 'trigger'), []);
      assert.ok(found.tables.has('purchase'));
    });
  }
  test.run();
}
