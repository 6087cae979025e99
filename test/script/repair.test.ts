/** Scripts that bring a database back: goldens once for each dialect, run by the real clients, judged where there is none. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { type Plan, repairPlan } from '../../src/plan/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { type ScriptOptions, DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { split } from '../../src/sql/split.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';
import { judgeScript as judgeForSqlcmd } from '../support/judges/mssql.ts';
import { complaints } from '../support/judges/mysql.ts';
import { judgeScript as judgeForSqlplus } from '../support/judges/oracle.ts';
import { allStatementsOf } from '../support/lowered.ts';
import { ENGINES, createDatabase, isReachable } from '../support/servers.ts';

/** What is in the way of the ops, and what they rest on. */
const FOUND: readonly Op[] = [
  m.createTable('t', [m.column('id', m.types.integer(), { nullable: false }), m.column('by_hand', m.types.integer()), m.column('name', m.types.string(20)), m.primaryKey(['id'], { name: 'pk_t' })]),
  m.createTable('gone', [m.column('id', m.types.integer())]),
];

const REPAIR: readonly Op[] = [
  m.dropTable('gone'), m.dropColumn('t', 'by_hand'), m.alterColumn('t', 'name', { type: m.types.string(40) }), m.addColumn('t', m.column('more', m.types.integer())),
  m.createIndex('ix_t', 't', ['more']), m.createView('v', 'SELECT id FROM t'),
];

const planOf = (dialect: DialectName, heads: readonly string[], ops: readonly Op[] = REPAIR): Plan =>
  repairPlan({
    dialect: DIALECTS[dialect],
    versionTable: { name: 'migsql_version' },
    heads,
    title: "the schema becomes what the migrations make; careful: the rows of 'gone' are lost",
    ops,
    schema: FOUND.reduce<SchemaModel>(evolve, EMPTY_SCHEMA),
    transaction: 'script',
    lineage: { appliedBy: (id) => [id], prerequisites: () => [], known: () => [...heads] },
  });

const script = (dialect: DialectName, heads: readonly string[], client: ScriptOptions['client'] = 'own'): string =>
  [...renderScript(planOf(dialect, heads), { ...DEFAULT_OPTIONS, client })].join('');

const goldens = suite('repairs as scripts');
for (const dialect of DIALECT_NAMES) goldens(`${dialect}: at two heads`, () => matchSnapshot(`scripts/repair/${dialect}.sql`, script(dialect, ['a1', 'b2'])));
goldens('every golden is of a dialect', () => {
  assert.equal(orphanedSnapshots('scripts/repair', DIALECT_NAMES.map((dialect) => `scripts/repair/${dialect}.sql`)), []);
});
for (const heads of [[], ['a1', 'b2']]) {
  goldens(`at [${heads}]: accepted where no server is`, () => {
    assert.equal(split(script('mysql', heads), 'mysql').map(({ sql }) => sql).flatMap(complaints), []);
    assert.equal(judgeForSqlcmd(script('mssql', heads)), []);
    assert.equal(judgeForSqlplus(script('oracle', heads)), []);
  });
}
goldens('nothing is to be done without ops; what the dialect refuses is told without a file', () => {
  assert.equal(planOf('mssql', ['a1'], []).steps, []);
  assert.throws(() => planOf('mysql', ['a1'], [m.createSequence('s')]), ({ diagnostics }: { diagnostics: readonly object[] }) => !('place' in diagnostics[0]!));
});
goldens.run();

const run = suite('repairs in the real clients');
for (const engine of ENGINES.filter(isReachable)) {
  for (const client of ['own', 'generic'] as const) {
    run(`${engine}, client ${client}: takes effect where the heads are, and nowhere else`, () => {
      const database = createDatabase(engine);
      const start = allStatementsOf(DIALECTS[engine], FOUND).map((sql) => `${sql};\n`).join('');
      database.run(`${start}CREATE TABLE migsql_version (revision varchar(128) NOT NULL PRIMARY KEY);\nINSERT INTO migsql_version VALUES ('a1'), ('b2');\n`);
      for (const wrong of [[], ['a1'], ['a1', 'c3']]) {
        assert.is.not(database.send(script(engine, wrong, client)).code, 0);
        assert.equal(database.query('SELECT count(*) FROM gone'), [['0']]);
      }
      assert.match(database.run(script(engine, ['a1', 'b2'], client)), 'migsql: OK a1, b2 -> a1, b2');
      assert.equal(database.query('SELECT id, name, more FROM t UNION SELECT id, NULL, NULL FROM v'), []);
      assert.is.not(database.send('SELECT 1 FROM gone;\n').code, 0);
      assert.equal(database.query('SELECT revision FROM migsql_version ORDER BY 1'), [['a1'], ['b2']]);
    });
  }
}
run.run();
