/** Scripts that set the version table to other heads: goldens once for each dialect, run by the real clients, judged where there is none. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Plan, stampPlan } from '../../src/plan/index.ts';
import { type ScriptOptions, DEFAULT_OPTIONS, renderScript } from '../../src/script/index.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/sql/dialect-name.ts';
import { split } from '../../src/sql/split.ts';
import { matchSnapshot, orphanedSnapshots } from '../support/golden.ts';
import { judgeScript as judgeForSqlcmd } from '../support/judges/mssql.ts';
import { complaints } from '../support/judges/mysql.ts';
import { judgeScript as judgeForSqlplus } from '../support/judges/oracle.ts';
import { type Database, ENGINES, createDatabase, isReachable } from '../support/servers.ts';

type From = readonly string[] | 'anything';

const planOf = (dialect: DialectName, from: From, to: readonly string[]): Plan =>
  stampPlan({
    dialect: DIALECTS[dialect],
    versionTable: { name: 'migsql_version' },
    from,
    to,
    lineage: { appliedBy: (id) => [id], prerequisites: () => [], known: () => [] },
  });

function script(dialect: DialectName, from: From, to: readonly string[], client: ScriptOptions['client'] = 'own'): string {
  const guard = from === 'anything' ? { startGuard: false } : {};
  return [...renderScript(planOf(dialect, from, to), { ...DEFAULT_OPTIONS, ...guard, client })].join('');
}

/** Every kind of change: from nothing, more heads, fewer, none, and from whatever there is. */
const WAYS: readonly (readonly [From, readonly string[]])[] = [
  [[], ['a1']],
  [['a1'], ['b2', 'c3', 'd4']],
  [['b2', 'c3', 'd4'], ['c3', 'e5']],
  [['c3', 'e5'], []],
  ['anything', ['f6', 'a7']],
  ['anything', []],
];

const goldens = suite('stamps as scripts');

for (const dialect of DIALECT_NAMES) {
  goldens(`${dialect}: two heads become one`, () => matchSnapshot(`scripts/stamp/${dialect}.sql`, script(dialect, ['a1', 'b2'], ['c3'])));
}
goldens('every golden is of a dialect', () => {
  assert.equal(orphanedSnapshots('scripts/stamp', DIALECT_NAMES.map((dialect) => `scripts/stamp/${dialect}.sql`)), []);
});

for (const [from, to] of WAYS) {
  goldens(`[${from}] to [${to}]: accepted where no server is`, () => {
    assert.equal(split(script('mysql', from, to), 'mysql').map(({ sql }) => sql).flatMap(complaints), []);
    assert.equal(judgeForSqlcmd(script('mssql', from, to)), []);
    assert.equal(judgeForSqlplus(script('oracle', from, to)), []);
  });
}

goldens('all rows change in one transaction, wherever they can', () => {
  for (const dialect of DIALECT_NAMES) {
    for (const [from, to] of WAYS) {
      const [step] = planOf(dialect, from, to).steps;
      assert.is(step?.blocks.filter(({ transactional }) => transactional).length, 1, dialect);
    }
  }
});

goldens('nothing is to be done where the heads stay', () => {
  assert.equal(planOf('mssql', ['a1', 'b2'], ['b2', 'a1']).steps, []);
});
goldens.run();

/** The version table's rows; nothing where there is no table. */
const heads = (database: Database): readonly string[] =>
  database.query('SELECT revision FROM migsql_version ORDER BY 1').map(([id]) => id!);

const run = suite('stamps in the real clients');
for (const engine of ENGINES.filter(isReachable)) {
  for (const client of ['own', 'generic'] as const) {
    run(`${engine}, client ${client}: each way, and no other start`, () => {
      const database = createDatabase(engine);
      const [first, ...more] = WAYS;
      const text = script(engine, ...first!, client);
      assert.match(database.run(text), 'migsql: OK base -> a1');
      assert.equal(heads(database), ['a1']);
      for (const [from, to] of more) {
        const before = heads(database);
        for (const wrong of from === 'anything' ? [] : [[...from, 'zz'], from.slice(1)]) {
          const { code, stdout } = database.send(script(engine, wrong, to.length ? to : ['x'], client));
          assert.is.not(code, 0, `[${wrong}] is not where it is`);
          assert.not.match(stdout, 'migsql: OK');
          assert.equal(heads(database), before);
        }
        if (from === 'anything') database.run("INSERT INTO migsql_version (revision) VALUES ('unknown'), ('f6');");
        assert.match(database.run(script(engine, from, to, client)), 'migsql: OK');
        assert.equal(heads(database), [...to].sort());
        if (from === 'anything') database.run("DELETE FROM migsql_version;");
      }
      database.run('DROP TABLE migsql_version;');
      database.run(script(engine, 'anything', ['a1'], client));
      assert.equal(heads(database), ['a1'], 'a purge makes the table');
      database.drop();
    });
  }
}
run.run();
