/** What people wrote by hand on each engine, read back as the model that says the same. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compareSchemas } from '../../src/compare/index.ts';
import { type IntrospectOptions, introspect } from '../../src/database/introspect/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { types } from '../../src/sql/types.ts';
import { READ_TYPES } from '../dialects/read-types.ts';
import { allStatementsOf } from '../support/lowered.ts';
import { randomModels } from '../support/random-models.ts';
import { queryOf } from '../support/rows.ts';
import { tries } from '../support/scale.ts';
import { ENGINES, type Engine, createDatabase, isReachable } from '../support/servers.ts';
import * as mariadb from './engines/mariadb.ts';
import * as postgresql from './engines/postgresql.ts';
import * as sqlite from './engines/sqlite.ts';
import { differences, modelOf, plainModel } from './plain-model.ts';

/** Types that only some database of somebody's has. */
const NO_TYPES: ReadonlySet<string> = new Set(['app."Mood"']);

const SCHEMAS = { postgresql, mariadb, sqlite };
const OPTIONS: { readonly [engine: string]: IntrospectOptions } = { postgresql: { schemas: ['public', 'app'] } };

/** What makes a schema from nothing. */
function statementsOf(model: SchemaModel, engine: Engine): string {
  const dialect = DIALECTS[engine];
  const ops = compareSchemas(EMPTY_SCHEMA, model, { dialect }).map(({ op }) => op);
  return allStatementsOf(dialect, ops).map((sql) => `${sql};\n`).join('');
}

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
    test('finds each spelling of a type as the type that it is read as', async () => {
      const texts = READ_TYPES[engine].flatMap(([all, type]) => all.split(' | ').map((text) => ({ text, type })));
      const known = texts.filter(({ text }) => !NO_TYPES.has(text));
      database.run(`CREATE TABLE every_type (\n${known.map(({ text }, index) => `  c${index} ${text}`).join(',\n')}\n);\n`);
      const { columns } = (await introspect(engine, queryOf(database))).tables.get('every_type')!;
      for (const [index, { text, type }] of known.entries()) {
        assert.equal(columns[index]?.type, typeof type === 'string' ? types.native(type) : type, text);
      }
    });
    test('finds of any schema all that it is', async () => {
      for (const model of fc.sample(randomModels(engine, 20), tries(8))) {
        const other = createDatabase(engine);
        other.run(statementsOf(model, engine));
        const found = await introspect(engine, queryOf(other));
        other.drop();
        assert.equal(differences(found, model, DIALECTS[engine]), []);
      }
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
