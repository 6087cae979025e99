/**
 * MariaDB's scripts in its client: on standard input, by `source`, with --force, under another character set, and in a
 * client that keeps going; in each form; while things go wrong. MIGSQL_TEST_SCALE=3 runs every combination.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import type { Migration } from '../../src/migration.ts';
import type { Plan } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import type { Asked } from './asked.ts';
import { cellsOf, everyCell } from './cells.ts';
import { type Cell, ERRORS, type State, leavesPart, planOf, promised } from './chain.ts';
import { ANSWERED, ASKED, CHOOSING, CONDITIONS, HOLDING, asking } from './conditions.ts';
import { type Way, beside, boundaries, lane, pause, running, start, until, waysFor, CLIENTS } from './mariadb-cells.ts';
import { OK, type Ran } from './matrix.ts';
import { observe } from './observe.ts';
import { planOfMigrations } from './plan-of.ts';

const test = suite('mariadb: scripts fail safely');
const cell = cellsOf(test, 'mariadb', lane);

const textOf = (plan: Plan, options: Partial<ScriptOptions>): string => [...renderScript(plan, { ...DEFAULT_OPTIONS, ...options })].join('');

interface Run {
  readonly way: Way;
  readonly database: Asked;
  readonly plan: (cell?: Partial<Cell>) => Plan;
  readonly text: (plan: Plan, options?: Partial<ScriptOptions>) => string;
  readonly run: (text: string) => Promise<Ran>;
}

let situations = 0;

/** A cell for each of the ways that a situation is tried in. */
function situation(name: string, work: (run: Run) => Promise<void>, wanted: (way: Way) => boolean = () => true): void {
  for (const way of waysFor(situations++).filter(wanted)) {
    cell(`${name}: ${way.name}`, async (database) => {
      await work({
        way,
        database,
        plan: (more = {}) => planOf({ engine: 'mariadb', transaction: way.transaction, ...more }),
        text: (plan, options) => textOf(plan, { form: way.form, ...way.client.options, ...options }),
        run: (text) => start(database, text, way.client).ended,
      });
    });
  }
}

const NOTHING: State = { objects: [], heads: [] };
const ALL = promised(planOf({ engine: 'mariadb', transaction: 'script' }));

/** What the server answered: some clients repeat the statements as well. */
const said = (output: string): string => output.split('\n').filter((line) => /^(\| )?migsql:|ERROR \d/.test(line)).join('\n');

async function stopped({ way, database }: Run, { code, output }: Ran, state: State, message?: RegExp): Promise<void> {
  assert.is(code, way.client.fails, output);
  assert.not.match(output, OK);
  if (message) assert.match(said(output), message, output);
  assert.equal(await observe(database), state, output);
}

async function succeeded({ database }: Pick<Run, 'database'>, { code, output }: Ran): Promise<void> {
  assert.is(code, 0, output);
  assert.match(output, /migsql: OK/);
  assert.equal(await observe(database), ALL, output);
  assert.is(await database.ask('SELECT COUNT(*) FROM one;'), '2\n');
}

/** A database at a revision of the chain. */
const AT: readonly string[] = [
  '',
  'CREATE TABLE one (id INT NOT NULL); CREATE TABLE two (id INT NOT NULL);',
  'CREATE TABLE three (id INT NOT NULL); CREATE INDEX ix_one ON one (id); CREATE TABLE four (id INT NOT NULL);',
  'ALTER TABLE two ADD COLUMN note LONGTEXT; INSERT INTO one VALUES (1), (2); CREATE TABLE five (id INT NOT NULL);',
];

const VERSIONS = 'CREATE TABLE migsql_version (revision VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY);';

async function setTo(database: Asked, revision: number): Promise<State> {
  if (revision > 0) await database.ask(`${AT.slice(0, revision + 1).join('\n')}\n${VERSIONS}\nINSERT INTO migsql_version VALUES ('rev${revision}');`);
  return await observe(database);
}

/** What is left is done; in the idempotent form nothing is done twice of a revision that is there in part. */
async function goesOn(cell: Run, right: Plan, wrong: Plan, mark: string): Promise<void> {
  const { form } = cell.way;
  if (form === 'plain' || (form === 'resumable' && right !== wrong)) return;
  const before = await observe(cell.database);
  const again = await cell.run(cell.text(right));
  if (form === 'idempotent' && leavesPart(wrong, mark) && before.objects.length) await stopped(cell, again, before, /already exists|Duplicate column/);
  else await succeeded(cell, again);
}

function addSituations(): void {
  situation('right start, and a second run', async (cell) => {
    const text = cell.text(cell.plan());
    await succeeded(cell, await cell.run(text));
    const second = await cell.run(text);
    if (cell.way.form !== 'plain') return await succeeded(cell, second);
    await stopped(cell, second, ALL, /starts at \[base\], but the version table holds \[rev3\]/);
  });
  situation('a database without a version table is at base', async (cell) => {
    const ran = await cell.run(cell.text(cell.plan({ from: 1 })));
    await stopped(cell, ran, NOTHING, /but the version table holds \[base\]/);
  });
  situation('a head that the script does not know', async (cell) => {
    await cell.database.ask(`${VERSIONS} INSERT INTO migsql_version VALUES ('other');`);
    const ran = await cell.run(cell.text(cell.plan(), { ledger: true }));
    await stopped(cell, ran, { objects: [], heads: ['other'] }, /but the version table holds \[other\]/);
    assert.equal(cell.database.query('SHOW TABLES'), [['migsql_version']]);
  });
  situation('another database', async (cell) => {
    const ran = await cell.run(cell.text(cell.plan(), { expectDatabase: 'other', ledger: true }));
    await stopped(cell, ran, NOTHING, /is for database other, and this is migsql_test_/);
  });
  situation('an older server', async (cell) => {
    const ran = await cell.run(cell.text({ ...cell.plan(), server: '10.99.1' }, { expectServer: true, ledger: true }));
    await stopped(cell, ran, NOTHING, /is for MariaDB 10\.99\.1 or later, and this is 1\d\..*MariaDB/);
  });
  situation('another engine', async (cell) => {
    const ran = await cell.run(cell.text({ ...cell.plan(), dialect: 'mysql', server: '8.0.19' }, { expectServer: true, ledger: true }));
    await stopped(cell, ran, NOTHING, /is for MySQL 8\.0\.19 or later, and this is 1\d\..*MariaDB/);
  });
  situation('the right server and database', async (cell) => {
    await succeeded(cell, await cell.run(cell.text(cell.plan(), { expectServer: true, expectDatabase: cell.database.name, ledger: true })));
  });
  for (const error of ERRORS) {
    situation(`an error in revision ${error.revision} after ${error.after} ops`, async (cell) => {
      const plan = cell.plan({ error });
      await stopped(cell, await cell.run(cell.text(plan)), promised(plan));
      await goesOn(cell, cell.plan(), plan, 'no_such_table');
    });
  }
  for (const [index, { name, says }] of CONDITIONS.entries()) {
    situation(`${name}, where it does not hold, then where it does`, async (cell) => {
      await cell.database.ask(ASKED);
      const plan = cell.plan({ also: asking(index) });
      await stopped(cell, await cell.run(cell.text(plan)), promised(plan, 'asked'), says);
      await cell.database.ask(ANSWERED);
      await goesOn(cell, plan, plan, 'asked');
    });
  }
  for (const [name, also] of [['conditions that hold as long as they are asked', HOLDING], ['ops under conditions', CHOOSING]] as const) {
    situation(name, async (cell) => {
      const text = cell.text(cell.plan({ also }));
      await succeeded(cell, await cell.run(text));
      if (cell.way.form !== 'plain') await succeeded(cell, await cell.run(text));
    });
  }
  situation('a version row that is gone', async (cell) => {
    const before = await setTo(cell.database, 2);
    const error = { revision: 3, after: 3, sql: "DELETE FROM migsql_version WHERE revision <> 'no_such_table'" };
    const plan = cell.plan({ from: 2, error, transaction: 'script' });
    await stopped(cell, await cell.run(cell.text(plan)), promised(plan, undefined, before.objects));
  }, ({ form }) => form !== 'idempotent');
  situation('a statement takes too long', async (cell) => {
    const plan = cell.plan({ error: { revision: 3, after: 1, sql: 'SELECT SLEEP(9) AS no_such_table' } });
    await stopped(cell, await cell.run(cell.text(plan, { statementTimeout: 2 })), promised(plan), /max_statement_time exceeded/);
  });
  situation('a table that another session uses', async (cell) => {
    const before = await setTo(cell.database, 2);
    const letGo = await beside(cell.database, 'START TRANSACTION; SELECT * FROM two');
    const plan = cell.plan({ from: 2 });
    const ran = await cell.run(cell.text(plan, { lockTimeout: 1 }));
    await letGo();
    await stopped(cell, ran, promised(plan, (sql) => sql.startsWith('ALTER'), before.objects), /Lock wait timeout exceeded/);
  });
  situation('the lock is held by another run', async (cell) => {
    const letGo = await beside(cell.database, "SELECT GET_LOCK(CONCAT('migsql:', MD5(CONCAT_WS('.', DATABASE(), 'migsql_version'))), 0)");
    const ran = await cell.run(cell.text(cell.plan(), { lockTimeout: 1, ledger: true }));
    await letGo();
    await stopped(cell, ran, NOTHING, /another run of a script is under way; nothing is changed/);
  });
  situation('two runs at once', async (cell) => {
    const text = cell.text(cell.plan(), { lockTimeout: 10, ledger: true });
    const ran = await Promise.all([cell.run(text), cell.run(text)]);
    const done = ran.filter(({ output }) => OK.test(output));
    assert.is(done.length, cell.way.form === 'plain' ? 1 : 2, ran.map(({ output }) => output).join('\n'));
    await succeeded(cell, done[0]!);
    const finished = cell.database.query('SELECT COUNT(*) FROM migsql_ledger WHERE finished IS NOT NULL')[0]?.[0];
    const blocks = /blocks: (\d+)/.exec(`blocks: ${text.match(/= (\d+), 'DO 0'/g)?.at(-1)?.match(/\d+/)?.[0]}`)?.[1];
    assert.is(finished, cell.way.form === 'resumable' ? blocks : '3');
  });
  situation('the connection is killed', async (cell) => {
    const plan = cell.plan({ error: { revision: 3, after: 1, sql: 'SELECT SLEEP(20) AS no_such_table' } });
    const ran = start(cell.database, cell.text(plan), cell.way.client);
    await until(async () => (await running(cell.database, '%SLEEP(20)%')).length > 0);
    for (const id of await running(cell.database, '%SLEEP(20)%')) await cell.database.ask(`KILL CONNECTION ${id};`);
    await stopped(cell, await ran.ended, promised(plan), /Lost connection|gone away|Unknown|interrupted/);
  });
}

const [, FIRST] = CLIENTS[0]!;

/** The same file run again, once the server has seen that the client is gone. */
async function runsAgain(database: Asked, text: string): Promise<void> {
  for (let tried = 0; ; tried++) {
    const ran = await start(database, text, FIRST).ended;
    if (tried < 20 && /another run/.test(said(ran.output))) await pause(100);
    else return await succeeded({ database }, ran);
  }
}

function addResumed(): void {
  const modes = ['script', 'revision', 'none'] as const;
  modes.forEach((transaction, mode) => {
    const plan = planOf({ engine: 'mariadb', transaction });
    const text = textOf(plan, { form: 'resumable', lockTimeout: 1 });
    const from = text.indexOf('-- 1/3');
    const all = boundaries(text).filter((end) => end > from);
    // Behind each block's own statement, which the ledger does not know of yet; and behind every so many of the others.
    const step = everyCell ? 1 : 60;
    const isCrash = (end: number): boolean => text.slice(0, end).endsWith('\nPREPARE migsql FROM @migsql; EXECUTE migsql;');
    for (const [index, end] of all.entries()) {
      if ((index + mode * 20) % step && !(transaction === 'script' && isCrash(end))) continue;
      cell(`transactions: ${transaction}, the client is killed behind statement ${index + 1}`, async (database) => {
        const cut = start(database, `${text.slice(0, end)}\nDO SLEEP(20);\n`, FIRST);
        await until(async () => (await running(database, 'DO SLEEP%')).length > 0);
        cut.kill();
        await cut.ended;
        for (const id of await running(database, 'DO SLEEP%')) database.send(`KILL ${id};`);
        await runsAgain(database, text);
      });
    }
  });
  const slow: readonly (readonly [string, string])[] = [
    ['LOCK TABLES one READ', 'CREATE INDEX%'],
    ['LOCK TABLES one READ', 'INSERT INTO one%'],
    ['START TRANSACTION; SELECT * FROM two', 'ALTER TABLE two%'],
  ];
  for (const [held, like] of slow) {
    cell(`the client is killed in the middle of ${like}`, async (database) => {
      const text = textOf(planOf({ engine: 'mariadb', transaction: 'script' }), { form: 'resumable', lockTimeout: 9 });
      // The tables are there before the session that holds one, and the statement is not reached yet.
      const at = text.indexOf(`'${like.slice(0, -1)}`);
      const end = text.lastIndexOf('SET @migsql_run', at);
      const cut = start(database, text.slice(0, text.lastIndexOf('\n', end) + 1), FIRST);
      await cut.ended;
      const letGo = await beside(database, held);
      const ran = start(database, text, FIRST);
      await until(async () => (await running(database, like)).length > 0);
      ran.kill();
      await ran.ended;
      await letGo();
      await runsAgain(database, text);
    });
  }
}

function addIdempotent(): void {
  const whole = planOf({ engine: 'mariadb', transaction: 'script' });
  for (const revision of [0, 1, 2, 3]) {
    cell(`idempotent from revision ${revision}: the ledger has the steps that were done`, async (database) => {
      await setTo(database, revision);
      const ran = await start(database, textOf(whole, { form: 'idempotent', ledger: true }), FIRST).ended;
      await succeeded({ database }, ran);
      const rows = database.query("SELECT step, revision, direction, run_by LIKE '%@%', finished >= started FROM migsql_ledger ORDER BY id");
      assert.equal(rows, [1, 2, 3].slice(revision).map((step) => [`${step}`, `rev${step}`, 'upgrade', '1', '1']));
    });
  }
}

/** A diamond: each revision makes a table of its name. */
const DIAMOND: Readonly<Record<string, readonly string[]>> = { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] };
const STATES: readonly (readonly string[])[] = [[], ['a'], ['b'], ['c'], ['b', 'c'], ['d']];

function diamond(direction: 'upgrade' | 'downgrade'): Plan {
  const all = Object.entries(DIAMOND).map(([id, revises]): Migration => ({
    id, revises, dependsOn: [], branchLabels: [], title: id, file: `${id}.ts`, sha256: '', imports: [], downgrade: 'reversed',
    upgrade: [m.createTable(`t_${id}`, [m.column('id', m.types.integer(), { nullable: false })])],
  }));
  const migrations = new Map(all.map((each) => [each.id, each]));
  return planOfMigrations({ dialect: DIALECTS.mariadb, migrations, from: direction === 'upgrade' ? [] : ['d'], transaction: 'revision' });
}

function addBranched(): void {
  const ancestors = (id: string): readonly string[] => [id, ...(DIAMOND[id] ?? []).flatMap(ancestors)];
  for (const heads of [...STATES, ['b', 'other']]) {
    for (const direction of ['upgrade', 'downgrade'] as const) {
      cell(`idempotent, a diamond at [${heads.join(', ')}], ${direction}`, async (database) => {
        const there = [...new Set(heads.flatMap(ancestors))].filter((id) => id !== 'other').sort();
        database.run([VERSIONS, ...there.map((id) => `CREATE TABLE t_${id} (id INT NOT NULL);`), ...heads.map((id) => `INSERT INTO migsql_version VALUES ('${id}');`)].join('\n'));
        const { code, output } = await start(database, textOf(diamond(direction), { form: 'idempotent' }), FIRST).ended;
        const wrong = heads.includes('other');
        const end = wrong ? there : direction === 'upgrade' ? ['a', 'b', 'c', 'd'] : [];
        assert.is(code, wrong ? 1 : 0, output);
        assert.equal(database.query("SHOW TABLES LIKE 't\\_%'").flat(), end.map((id) => `t_${id}`), output);
        const left = wrong ? heads : direction === 'upgrade' ? ['d'] : [];
        assert.equal(database.query('SELECT revision FROM migsql_version ORDER BY 1').flat(), left);
      });
    }
  }
}

/** A statement that leaves no trace is not guessed at. */
function addUntraced(): void {
  for (const tookEffect of [true, false]) {
    cell(`a statement without a proof was begun, and ${tookEffect ? 'took' : 'did not take'} effect`, async (database) => {
      const error = { revision: 2, after: 2, sql: 'ALTER TABLE three ADD note INT' };
      const plan = planOf({ engine: 'mariadb', transaction: 'script', error });
      const text = textOf(plan, { form: 'resumable', lockTimeout: 1 });
      const at = text.indexOf("'ALTER TABLE three");
      const end = text.indexOf('EXECUTE migsql;', at) + (tookEffect ? 'EXECUTE migsql;'.length : 0);
      await start(database, `${text.slice(0, end)}\n`, FIRST).ended;
      const again = await start(database, text, FIRST).ended;
      assert.is(again.code, 1, again.output);
      const step = Number(/ALTER TABLE three ADD note INT\) was begun by an earlier run and not seen to end.*if not with --from-step (\d+)/.exec(said(again.output))?.[1]);
      const fromStep = tookEffect ? step + 1 : step;
      await succeeded({ database }, await start(database, textOf(plan, { form: 'resumable', fromStep }), FIRST).ended);
      assert.is(database.query("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'three'")[0]?.[0], '2');
    });
  }
}

addSituations();
addIdempotent();
addBranched();
addUntraced();
addResumed();
test.run();
