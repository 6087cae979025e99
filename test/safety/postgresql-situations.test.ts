/** What happens around a script of PostgreSQL: other sessions, time, wrong places, statements that prove nothing. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES, failureMap } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import { type Database, isReachable } from '../support/servers.ts';
import { cell, everyCell, reportCells } from './cells.ts';
import { type Cell, type State, planOf, promised } from './chain.ts';
import { type Client, type Ran, runScript } from './matrix.ts';
import { observe } from './observe.ts';
import { CLIENTS, during, emptied, start } from './postgresql.ts';

const test = suite('postgresql: what happens around a script');

const OWN = CLIENTS['psql as the header says'];
const GENERIC = CLIENTS['a client that keeps going'];
const FORMS = ['plain', 'idempotent'] as const;
const OK = /migsql: OK/;

interface Situation {
  readonly name: string;
  readonly client: Client;
  readonly cell: Cell;
  readonly options: Partial<ScriptOptions>;
}

/** Clients, modes and forms: all pairs of a client and a form, each in another mode; all modes where there is time. */
const SITUATIONS: readonly Situation[] = Object.entries(CLIENTS).flatMap(([name, client], row) =>
  FORMS.flatMap((form, column) =>
    TRANSACTION_MODES.filter((_, index) => everyCell || (row + column + index) % 3 === 0).map((transaction) => ({
      name: `${name}, ${form}, transactions: ${transaction}`,
      client,
      // In the form for other clients nothing can be left out that stands outside a transaction.
      cell: { engine: 'postgresql', transaction, offline: form === 'idempotent' && client === GENERIC } as const,
      options: { form, lockTimeout: 1, ...client.options },
    })),
  ),
);

const scriptOf = (of: Cell, options: Partial<ScriptOptions>): string =>
  [...renderScript(planOf(of), { ...DEFAULT_OPTIONS, ...options })].join('');

function failed({ code, output }: Ran, client: Client, message: RegExp): void {
  assert.is(code, client.fails, output);
  assert.match(output, message);
  assert.not.match(output, OK);
}

function passed({ code, output }: Ran): void {
  assert.is(code, 0, output);
  assert.match(output, OK);
}

/** The database at a revision, by the script that leads there. */
function at(revision: number, of: Cell): Database {
  const database = emptied();
  passed(runScript(database, scriptOf({ ...of, to: revision }, {}), OWN));
  return database;
}

const everything = (of: Cell): State => promised(planOf(of));

/** What is promised of a script that begins at the first revision. */
function after(of: Cell, mark: string): State {
  const { objects, heads } = promised(planOf({ ...of, from: 1 }), mark);
  return { objects: [...objects, 'table one', 'table two'].sort(), heads };
}

for (const { name, client, cell: of, options } of SITUATIONS) {
  const run = (database: Database, what: Cell, more: Partial<ScriptOptions> = {}): Ran =>
    runScript(database, scriptOf(what, { ...options, ...more }), client);

  cell(test, `${name}: a wrong start`, () => {
    const database = emptied();
    database.run("CREATE TABLE migsql_version (revision varchar(128)); INSERT INTO migsql_version VALUES ('other'), ('more');");
    failed(run(database, of), client, options.form === 'plain' ? /starts at \[base\], but the version table holds \[more, other\]/ : /holds \[more, other\], which the script does not know/);
    assert.equal(observe(database), { objects: [], heads: ['more', 'other'] });
  });

  cell(test, `${name}: a statement takes too long`, () => {
    const database = emptied();
    const slow: Cell = { ...of, error: { revision: 3, after: 1, sql: 'SELECT pg_sleep(20)' } };
    failed(run(database, slow, { statementTimeout: 1 }), client, /canceling statement due to statement timeout/);
    assert.equal(observe(database), promised(planOf(slow), 'pg_sleep'));
  });

  cell(test, `${name}: another session holds a table`, async () => {
    const database = at(1, of);
    await during(database, 'BEGIN; LOCK TABLE two IN ACCESS EXCLUSIVE MODE', async () => {
      failed(await start(database, scriptOf({ ...of, from: 1 }, options), client), client, /canceling statement due to lock timeout/);
    });
    assert.equal(observe(database), after(of, 'ALTER TABLE two'));
  });

  cell(test, `${name}: another run holds the lock`, async () => {
    const database = emptied();
    const script = scriptOf(of, options);
    const [, lock] = /pg_try_advisory_lock\((\d+)\)/.exec(script)!;
    await during(database, `SELECT pg_advisory_lock(${lock})`, async () => {
      failed(await start(database, script, client), client, /another run of a script is under way; nothing is changed/);
    });
    assert.equal(observe(database), { objects: [], heads: [] });
    passed(await start(database, script, client));
    assert.equal(observe(database), everything(of));
  });

  cell(test, `${name}: two runs at once`, async () => {
    const database = emptied();
    const slow: Cell = { ...of, offline: true, error: { revision: 1, after: 1, sql: 'SELECT pg_sleep(0.7)' } };
    const script = scriptOf(slow, { ...options, lockTimeout: 10, ledger: true });
    const runs = await Promise.all([start(database, script, client), start(database, script, client)]);
    const done = runs.filter(({ output }) => OK.test(output));
    const others = runs.filter(({ output }) => !OK.test(output));
    // The idempotent form finds everything there, which is what it is for.
    assert.is(done.length, options.form === 'plain' ? 1 : 2, runs.map(({ output }) => output).join('\n'));
    for (const each of done) passed(each);
    for (const each of others) failed(each, client, /block \d+ starts at \[\w+\], but the version table holds/);
    assert.equal(observe(database), everything({ ...of, offline: true }));
    assert.equal(database.query('SELECT revision FROM migsql_ledger ORDER BY step'), [['rev1'], ['rev2'], ['rev3']]);
  });

  cell(test, `${name}: the connection is killed`, async () => {
    const database = emptied();
    const slow: Cell = { ...of, error: { revision: 3, after: 1, sql: 'SELECT pg_sleep(30)' } };
    const running = start(database, scriptOf(slow, options), client);
    const kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
    let ended = false;
    void running.then(() => (ended = true));
    while (!ended && !database.query(kill).length) await new Promise((resolve) => setTimeout(resolve, 100));
    const { code, output } = await running;
    assert.is.not(code, 0, output);
    assert.not.match(output, OK);
    assert.equal(observe(database), promised(planOf(slow), 'pg_sleep'));
  });

  cell(test, `${name}: the version table does not change as it must`, () => {
    const database = at(2, of);
    database.run(`CREATE FUNCTION ignored() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER ignored BEFORE INSERT OR UPDATE ON migsql_version FOR EACH ROW EXECUTE FUNCTION ignored();`);
    failed(run(database, { ...of, from: 2 }), client, /0 rows of the version table change for rev3, where one must/);
    const { objects } = promised(planOf({ ...of, from: 2 }), 'migsql_version');
    assert.equal(observe(database), { objects: [...everything({ ...of, to: 2 }).objects, ...objects].sort(), heads: ['rev2'] });
  });

  cell(test, `${name}: another database than expected, another server than expected`, () => {
    const database = emptied();
    const untouched = { objects: [], heads: [] };
    failed(run(database, of, { expectDatabase: "it's another" }), client, new RegExp(`for database it's another, and this is ${database.name}; nothing is changed`));
    assert.equal(observe(database), untouched);
    const late = { ...planOf(of), server: '99.1' };
    const text = [...renderScript(late, { ...DEFAULT_OPTIONS, ...options, expectServer: true })].join('');
    failed(runScript(database, text, client), client, /for PostgreSQL 99\.1 or later, and this is PostgreSQL \d+\..*; nothing is changed/);
    assert.equal(observe(database), untouched);
    passed(run(database, of, { expectDatabase: database.name, expectServer: true }));
    assert.equal(observe(database), everything(of));
  });

  if (of.offline) continue;
  const invalid = (database: Database): unknown => database.query("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");

  cell(test, `${name}: an index that cannot be built concurrently`, () => {
    const database = emptied();
    const twice: Cell = { ...of, duplicates: true };
    failed(run(database, twice), client, /could not create unique index "ix_one"/);
    const plan = planOf(twice);
    const { objects, heads } = promised(plan, 'INDEX CONCURRENTLY');
    assert.equal(observe(database), { objects, heads });
    assert.equal(invalid(database), [['ix_one']]);
    const point = failureMap(plan).find(({ leaves }) => leaves !== undefined)!;
    assert.match(point.leaves!, /index ix_one, marked invalid: drop it/);
    assert.equal(point.heads, heads);
  });

  cell(test, `${name}: an index of the name is there already`, () => {
    const database = at(1, of);
    database.run('CREATE INDEX ix_one ON one (id)');
    failed(run(database, { ...of, from: 1 }), client, /what it makes is there already|relation "ix_one" already exists/);
    const { objects, heads } = after(of, 'INDEX CONCURRENTLY');
    assert.equal(observe(database), { objects: [...objects, 'index ix_one'].sort(), heads });
  });
}

const reachable = isReachable('postgresql');
if (reachable) reportCells('postgresql, situations');
(reachable ? test : suiteOfNone()).run();

function suiteOfNone(): typeof test {
  const none = suite('postgresql: what happens around a script');
  none('is not reachable, as a line beginning with SKIPPED says', () => {});
  return none;
}
