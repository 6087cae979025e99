/**
 * PostgreSQL's scripts in psql, as a DBA and as a hostile psqlrc have it, and in a client that keeps going; in each form and
 * transaction mode; while things go wrong. MIGSQL_TEST_SCALE=3 runs every combination.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TRANSACTION_MODES, failureMap } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import type { Database } from '../support/servers.ts';
import type { Asked } from './asked.ts';
import { cellsOf, everyCell } from './cells.ts';
import { type Cell, ERRORS, type State, leavesPart, planOf, promised } from './chain.ts';
import { ANSWERED, ASKED, CHOOSING, CONDITIONS, HOLDING, asking } from './conditions.ts';
import type { Client, Ran } from './matrix.ts';
import { observe } from './observe.ts';
import { CLIENTS, during, lane, start } from './postgresql.ts';

const test = suite('postgresql: scripts fail safely');
const cell = cellsOf(test, 'postgresql', lane);

const OWN = CLIENTS['psql as the header says'];
const GENERIC = CLIENTS['a client that keeps going'];
const FORMS = ['plain', 'idempotent'] as const;
const OK = /migsql: OK/;

interface Way {
  readonly name: string;
  readonly client: Client;
  readonly cell: Cell;
  readonly options: Partial<ScriptOptions>;
}

/**
 * Each form in the client that the header names, and the plain one for any client, in every mode; the other pairs of a
 * client and a form each in one, or in all where there is time.
 */
const WAYS: readonly Way[] = Object.entries(CLIENTS).flatMap(([name, client], row) =>
  FORMS.flatMap((form, column) => {
    const each = everyCell || client === OWN || (client === GENERIC && form === 'plain');
    return TRANSACTION_MODES.filter((_, index) => each || index === (row + column) % 3).map((transaction) => ({
      name: `${name}, ${form}, transactions: ${transaction}`,
      client,
      // In the form for other clients nothing can be left out that stands outside a transaction.
      cell: { engine: 'postgresql', transaction, offline: form === 'idempotent' && client === GENERIC } as const,
      options: { form, lockTimeout: 1, ...client.options },
    }));
  }),
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

/** Brings the database to a revision by the script that leads there. */
const bring = async (database: Database, to: number, of: Cell): Promise<void> =>
  passed(await start(database, scriptOf({ ...of, to }, {}), OWN));

const everything = (of: Cell): State => promised(planOf(of));

/** What is promised of a script that begins at the first revision. */
function after(of: Cell, mark: string): State {
  const { objects, heads } = promised(planOf({ ...of, from: 1 }), mark);
  return { objects: [...objects, 'table one', 'table two'].sort(), heads };
}

const NOTHING: State = { objects: [], heads: [] };

function addWay({ name, client, cell: of, options }: Way): void {
  const isPlain = options.form === 'plain';
  const run = (database: Database, what: Cell, more: Partial<ScriptOptions> = {}): Promise<Ran> =>
    start(database, scriptOf(what, { ...options, ...more }), client);
  /** What is left is done, but for a revision that is there in part: of that nothing is done twice. */
  const goesOn = async (database: Asked, right: Cell, wrong: Cell, mark: string): Promise<void> => {
    const before = await observe(database);
    const ran = await run(database, right);
    if (leavesPart(planOf(wrong), mark) && before.objects.length) {
      failed(ran, client, /already exists/);
      assert.equal(await observe(database), before);
    } else {
      passed(ran);
      assert.equal(await observe(database), everything(of));
    }
  };

  cell(`${name}: right start, and a second run changes nothing`, async (database) => {
    passed(await run(database, of));
    assert.equal(await observe(database), everything(of));
    const second = await run(database, of);
    if (isPlain) failed(second, client, /starts at \[base\], but the version table holds \[rev3\]/);
    else passed(second);
    assert.equal(await observe(database), everything(of));
  });

  cell(`${name}: a database without a version table is at base`, async (database) => {
    const message = isPlain ? /starts at \[rev1\], but the version table holds \[base\]/ : /needs \[rev1\] to be applied, but the version table holds \[base\]/;
    failed(await run(database, { ...of, from: 1 }), client, message);
    assert.equal(await observe(database), NOTHING);
  });

  for (const error of ERRORS) {
    cell(`${name}: an error in revision ${error.revision} after ${error.after} ops, then none`, async (database) => {
      const wrong = { ...of, error };
      failed(await run(database, wrong), client, /ERROR/);
      assert.equal(await observe(database), promised(planOf(wrong)));
      if (!isPlain) await goesOn(database, of, wrong, 'no_such_table');
    });
  }

  for (const [index, { name: asks, says }] of CONDITIONS.entries()) {
    cell(`${name}: ${asks}, where it does not hold, then where it does`, async (database) => {
      database.run(ASKED);
      const asked = { ...of, also: asking(index) };
      failed(await run(database, asked), client, says);
      assert.equal(await observe(database), promised(planOf(asked), 'asked'));
      database.run(ANSWERED);
      if (!isPlain) await goesOn(database, asked, asked, 'asked');
    });
  }

  for (const [what, also] of [['conditions that hold as long as they are asked', HOLDING], ['ops under conditions', CHOOSING]] as const) {
    cell(`${name}: ${what}`, async (database) => {
      passed(await run(database, { ...of, also }));
      assert.equal(await observe(database), everything(of));
      if (!isPlain) passed(await run(database, { ...of, also }));
      assert.equal(await observe(database), everything(of));
    });
  }

  cell(`${name}: a wrong start`, async (database) => {
    database.run("CREATE TABLE migsql_version (revision varchar(128)); INSERT INTO migsql_version VALUES ('other'), ('more');");
    failed(await run(database, of), client, isPlain ? /starts at \[base\], but the version table holds \[more, other\]/ : /holds \[more, other\], which the script does not know/);
    assert.equal(await observe(database), { objects: [], heads: ['more', 'other'] });
  });

  cell(`${name}: a statement takes too long`, async (database) => {
    const slow: Cell = { ...of, error: { revision: 3, after: 1, sql: 'SELECT pg_sleep(20)' } };
    failed(await run(database, slow, { statementTimeout: 1 }), client, /canceling statement due to statement timeout/);
    assert.equal(await observe(database), promised(planOf(slow), 'pg_sleep'));
  });

  cell(`${name}: another session holds a table`, async (database) => {
    await bring(database, 1, of);
    await during(database, 'BEGIN; LOCK TABLE two IN ACCESS EXCLUSIVE MODE', async () => {
      failed(await start(database, scriptOf({ ...of, from: 1 }, options), client), client, /canceling statement due to lock timeout/);
    });
    assert.equal(await observe(database), after(of, 'ALTER TABLE two'));
  });

  cell(`${name}: another run holds the lock`, async (database) => {
    const script = scriptOf(of, options);
    const [, lock] = /pg_try_advisory_lock\((\d+)\)/.exec(script)!;
    await during(database, `SELECT pg_advisory_lock(${lock})`, async () => {
      failed(await start(database, script, client), client, /another run of a script is under way; nothing is changed/);
    });
    assert.equal(await observe(database), NOTHING);
    passed(await start(database, script, client));
    assert.equal(await observe(database), everything(of));
  });

  cell(`${name}: two runs at once`, async (database) => {
    const slow: Cell = { ...of, offline: true, error: { revision: 1, after: 1, sql: 'SELECT pg_sleep(0.7)' } };
    const script = scriptOf(slow, { ...options, lockTimeout: 10, ledger: true });
    const runs = await Promise.all([start(database, script, client), start(database, script, client)]);
    const done = runs.filter(({ output }) => OK.test(output));
    const others = runs.filter(({ output }) => !OK.test(output));
    // The idempotent form finds everything there, which is what it is for.
    assert.is(done.length, isPlain ? 1 : 2, runs.map(({ output }) => output).join('\n'));
    for (const each of done) passed(each);
    for (const each of others) failed(each, client, /block \d+ starts at \[\w+\], but the version table holds/);
    assert.equal(await observe(database), everything({ ...of, offline: true }));
    assert.equal(database.query('SELECT revision FROM migsql_ledger ORDER BY step'), [['rev1'], ['rev2'], ['rev3']]);
  });

  cell(`${name}: the connection is killed`, async (database) => {
    const slow: Cell = { ...of, error: { revision: 3, after: 1, sql: 'SELECT pg_sleep(30)' } };
    const running = start(database, scriptOf(slow, options), client);
    const kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
    let ended = false;
    void running.then(() => (ended = true));
    while (!ended && !database.query(kill).length) await new Promise((resolve) => setTimeout(resolve, 100));
    const { code, output } = await running;
    assert.is.not(code, 0, output);
    assert.not.match(output, OK);
    assert.equal(await observe(database), promised(planOf(slow), 'pg_sleep'));
  });

  cell(`${name}: the version table does not change as it must`, async (database) => {
    await bring(database, 2, of);
    database.run(`CREATE FUNCTION ignored() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE TRIGGER ignored BEFORE INSERT OR UPDATE ON migsql_version FOR EACH ROW EXECUTE FUNCTION ignored();`);
    failed(await run(database, { ...of, from: 2 }), client, /0 rows of the version table change for rev3, where one must/);
    const { objects } = promised(planOf({ ...of, from: 2 }), 'migsql_version');
    assert.equal(await observe(database), { objects: [...everything({ ...of, to: 2 }).objects, ...objects].sort(), heads: ['rev2'] });
  });

  cell(`${name}: another database than expected, another server than expected`, async (database) => {
    failed(await run(database, of, { expectDatabase: "it's another" }), client, new RegExp(`for database it's another, and this is ${database.name}; nothing is changed`));
    assert.equal(await observe(database), NOTHING);
    const late = { ...planOf(of), server: '99.1' };
    const text = [...renderScript(late, { ...DEFAULT_OPTIONS, ...options, expectServer: true })].join('');
    failed(await start(database, text, client), client, /for PostgreSQL 99\.1 or later, and this is PostgreSQL \d+\..*; nothing is changed/);
    assert.equal(await observe(database), NOTHING);
    passed(await run(database, of, { expectDatabase: database.name, expectServer: true }));
    assert.equal(await observe(database), everything(of));
  });

  if (of.offline) return;
  const invalid = (database: Database): unknown => database.query("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");

  cell(`${name}: an index that cannot be built concurrently`, async (database) => {
    const twice: Cell = { ...of, duplicates: true };
    failed(await run(database, twice), client, /could not create unique index "ix_one"/);
    const plan = planOf(twice);
    const { objects, heads } = promised(plan, 'INDEX CONCURRENTLY');
    assert.equal(await observe(database), { objects, heads });
    assert.equal(invalid(database), [['ix_one']]);
    const point = failureMap(plan).find(({ leaves }) => leaves !== undefined)!;
    assert.match(point.leaves!, /index ix_one, marked invalid: drop it/);
    assert.equal(point.heads, heads);
  });

  cell(`${name}: an index of the name is there already`, async (database) => {
    await bring(database, 1, of);
    database.run('CREATE INDEX ix_one ON one (id)');
    failed(await run(database, { ...of, from: 1 }), client, /what it makes is there already|relation "ix_one" already exists/);
    const { objects, heads } = after(of, 'INDEX CONCURRENTLY');
    assert.equal(await observe(database), { objects: [...objects, 'index ix_one'].sort(), heads });
  });
}

WAYS.forEach(addWay);
test.run();
