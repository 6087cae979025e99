/**
 * What a session says beside the statements of a plan: SQL to parsers that know nothing of migsql, where no test can run it; and
 * whether a database is the one that is meant, asked where one runs. The rest is run by every test of `apply`.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addEntry, createLedger, lastEntries } from '../../src/apply/ledger.ts';
import type { Connection } from '../../src/database/connection.ts';
import { openConnection } from '../../src/database/index.ts';
import { SESSION_WORDS } from '../../src/database/words/index.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { writeLiteral } from '../../src/dialects/write.ts';
import { headsQuery, ledgerTable, lockName } from '../../src/plan/index.ts';
import type { DialectName } from '../../src/sql/dialect-name.ts';
import { judgeStatement as judgeMssql } from '../support/judges/mssql.ts';
import { complaints as judgeMysql } from '../support/judges/mysql.ts';
import { judgeStatement as judgeOracle } from '../support/judges/oracle.ts';
import { createDatabase, isReachable } from '../support/servers.ts';

const JUDGES = { mysql: judgeMysql, mssql: judgeMssql, oracle: judgeOracle };
const HASH = 'a'.repeat(64);

function textsOf(name: DialectName): readonly string[] {
  const dialect = DIALECTS[name];
  const words = SESSION_WORDS[name];
  const table = { schema: 'ops', name: "o'dd table" };
  const lock = lockName(table, dialect);
  const entry = { revision: "r'1", direction: 'upgrade', script: HASH, step: 1, done: 2, statements: HASH, seconds: 1.234, tag: "it's" };
  return [
    ...dialect.script.settings,
    ...words.settings,
    ...dialect.script.timeouts(5, 0),
    ...(words.begin === undefined ? [] : [words.begin]),
    words.commit,
    words.rollback,
    ...(words.lock ? [words.lock.take(lock), words.lock.release(lock)] : []),
    words.findTable(table, dialect),
    words.findTable(ledgerTable({ name: 'v' }), dialect),
    headsQuery(table, dialect),
    words.ask(words.isDatabase(writeLiteral(dialect, "ann's shop"))),
    createLedger({ table, dialect }),
    addEntry({ ...entry, ended: true }, { table, dialect }),
    addEntry({ ...entry, block: 3, ended: false }, { table, dialect }),
  ];
}

/** What reads the ledger. */
async function asksOfLedger(name: DialectName): Promise<readonly string[]> {
  const asked: string[] = [];
  const query = async (sql: string): Promise<readonly object[]> => (asked.push(sql) === 1 ? [{ found: 1 }] : []);
  await lastEntries({ query } as Connection, { table: { schema: 'ops', name: 'v' }, dialect: DIALECTS[name] });
  return asked;
}

const test = suite('words of a session');
for (const dialect of ['mysql', 'mssql', 'oracle'] as const) {
  test(`${dialect}: are what the grammar takes`, async () => {
    const texts = [...textsOf(dialect), ...(await asksOfLedger(dialect))];
    assert.ok(texts.length > 14);
    assert.equal(texts.flatMap((sql) => JUDGES[dialect](sql).map((complaint) => `${complaint}: ${sql}`)), []);
  });
}

async function areAsked(url: string, dialect: DialectName, name: string): Promise<void> {
  const connection = await openConnection(url);
  const { ask, isDatabase } = SESSION_WORDS[dialect];
  const holds = async (asked: string): Promise<unknown> => (await connection.query(ask(isDatabase(writeLiteral(DIALECTS[dialect], asked)))))[0]?.['holds'];
  assert.equal([Number(await holds(name)), Number(await holds(`${name}x`)), Number(await holds("o'dd"))], [1, 0, 0]);
  await connection.close();
}

for (const engine of ['postgresql', 'mariadb'] as const) {
  if (!isReachable(engine)) continue;
  test(`${engine} says whether it is the database that is meant`, async () => {
    const { name, drop } = createDatabase(engine);
    const given = process.env[`MIGSQL_TEST_${engine.toUpperCase()}_URL`] || (engine === 'mariadb' ? 'mysql://root@127.0.0.1:3306/' : 'postgresql://root@127.0.0.1:5432/');
    const { username, host } = new URL(given);
    await areAsked(`${engine}://${username}@${host}/${name}`, engine, name);
    drop();
  });
}
test('sqlite says whether it is the file that is meant', async () => {
  const { name, drop } = createDatabase('sqlite');
  await areAsked(`sqlite://${name}`, 'sqlite', name.split('/').at(-1)!);
  drop();
});
test.run();
