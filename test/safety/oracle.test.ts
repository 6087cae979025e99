/**
 * Oracle's scripts, on the text: no Oracle can run here. Every guard is there, every block is behind one, SQL*Plus (as its
 * manual describes it) cuts the script where it is meant to, the judge accepts each unit, and a small machine that follows
 * the guards finds nothing behind a failure.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { dynamicText } from '../../src/dialects/oracle/blocks.ts';
import type { Migration } from '../../src/migration.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import { type Plan, TRANSACTION_MODES, type TransactionMode, failureMap } from '../../src/plan/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions, renderScript } from '../../src/script/index.ts';
import { withoutVariables } from '../../src/script/layouts/oracle-units.ts';
import { judgeStatement } from '../support/judges/oracle.ts';
import { scanSqlplus } from '../support/judges/sqlplus.ts';
import { ALL_CONDITIONS, CONDITIONS } from './conditions.ts';
import { type Database, type Failure, type Unit, emptyDatabase, run, unitsOf } from './oracle-simulation.ts';
import { planOfMigrations } from './plan-of.ts';

const id = (name: string) => m.column(name, m.types.integer(), { nullable: false });

/** A block of every kind; b and c branch off a, and d merges them. */
const CHAIN: readonly { readonly id: string; readonly revises: readonly string[]; readonly upgrade: readonly AuthoredOp[] }[] = [
  {
    id: 'a',
    revises: [],
    upgrade: [m.createTable('one', [id('id'), m.column('also', m.types.integer()), m.column('note', m.types.text()), m.primaryKey(['id'])], { comment: "it's one" }), m.createIndex('ix_one', 'one', ['id', 'also'])],
  },
  { id: 'b', revises: ['a'], upgrade: [m.bulkInsert('one', [{ id: 1, note: 'x;\n/\n.\n#\n-' }, { id: 2, note: 'é & y' }])] },
  {
    id: 'c',
    revises: ['a'],
    upgrade: [
      m.createView('v', m.sql`SELECT id FROM one`),
      m.createSequence('s'),
      m.createTrigger('tr', 'one', m.sql`BEFORE INSERT ON one FOR EACH ROW BEGIN NULL; END;`),
    ],
  },
  { id: 'd', revises: ['b', 'c'], upgrade: [m.addColumn('one', m.column('more', m.types.boolean())), m.bulkInsert('one', [{ id: 3 }])] },
];

const MIGRATIONS: ReadonlyMap<string, Migration> = new Map(
  CHAIN.map((each) => [
    each.id,
    { ...each, dependsOn: [], branchLabels: [], title: `step ${each.id}`, file: `${each.id}.ts`, sha256: each.id.repeat(64), imports: [], downgrade: 'reversed' },
  ]),
);

type Direction = 'upgrade' | 'downgrade';

const planOf = (transaction: TransactionMode, direction: Direction): Plan =>
  planOfMigrations({ dialect: DIALECTS.oracle, migrations: MIGRATIONS, from: direction === 'upgrade' ? [] : ['d'], transaction });

const scriptOf = (plan: Plan, options: Partial<ScriptOptions>): string => [...renderScript(plan, { ...DEFAULT_OPTIONS, ...options })].join('');

const KINDS = {
  'plain, own client': { client: 'own', form: 'plain' },
  'plain, any client': { client: 'generic', form: 'plain' },
  'idempotent, own client': { client: 'own', form: 'idempotent' },
  'idempotent, any client': { client: 'generic', form: 'idempotent' },
  'resumable, own client': { client: 'own', form: 'resumable' },
  'resumable, any client': { client: 'generic', form: 'resumable' },
} as const satisfies { readonly [name: string]: Partial<ScriptOptions> };

const FULL = { ledger: true, expectDatabase: "O'PDB", expectServer: true } as const;

const judged = new Map<string, readonly string[]>();

/** The judge takes its time, and many units are alike. */
function judge(sql: string): readonly string[] {
  const known = judged.get(sql) ?? judgeStatement(sql);
  judged.set(sql, known);
  return known;
}

/** Without a directive of SQL*Plus there is no WHENEVER, and no SQLBLANKLINES. */
const EXPECTED_OF_ANY_CLIENT = /no WHENEVER SQLERROR stands before the first statement$/;

const test = suite('oracle: scripts fail safely, on the text');
let cells = 0;

for (const [name, options] of Object.entries(KINDS)) {
  for (const transaction of TRANSACTION_MODES) {
    for (const direction of ['upgrade', 'downgrade'] as const) {
      addCells(`${name}, transactions: ${transaction}, ${direction}`, options, planOf(transaction, direction));
    }
  }
}

for (const [name, options] of Object.entries(KINDS)) {
  test(`${name}: conditions are asked, and stop it`, () => {
    const ops = new Map(MIGRATIONS).set('d', { ...MIGRATIONS.get('d')!, upgrade: [...ALL_CONDITIONS, ...CHAIN.at(-1)!.upgrade] });
    const plan = planOfMigrations({ dialect: DIALECTS.oracle, migrations: ops, transaction: 'script' });
    const script = scriptOf(plan, options);
    assert.is(script.match(/migsql: (?:required|expected)|of asked|from asked|into asked/g)?.length, CONDITIONS.length);
    const { units, complaints } = scanSqlplus(script);
    assert.equal(complaints.filter((each) => options.client === 'own' || !EXPECTED_OF_ANY_CLIENT.test(each)), []);
    const asking = units.filter(({ sql }) => sql.includes('asked') || sql.includes('six'));
    assert.ok(asking.length > CONDITIONS.length);
    for (const { sql, line } of asking) assert.equal(judge(sql), [], `line ${line}: ${sql}`);
    const direct = options.client === 'own' && options.form === 'plain';
    for (const stops of direct ? [true] : [true, false]) failEverywhere(unitsOf(script, plan, options.form === 'idempotent'), stops);
    cells += 1;
  });
}

function addCells(name: string, options: (typeof KINDS)[keyof typeof KINDS], plan: Plan): void {
  const direct = options.client === 'own' && options.form === 'plain';
  const idempotent = options.form === 'idempotent';
  test(`${name}: every unit is what SQL*Plus and the judge take`, () => {
    for (const more of [{}, FULL]) {
      const script = scriptOf(plan, { ...options, ...more });
      const { units, complaints } = scanSqlplus(script);
      assert.equal(complaints.filter((each) => options.client === 'own' || !EXPECTED_OF_ANY_CLIENT.test(each)), []);
      // The modes differ in where transactions end, not in what a unit is: the judge, who takes his time, reads one of them.
      if (plan.transaction === 'script' && 'ledger' in more) {
        for (const { sql, line } of units) assert.equal(judge(sql), [], `line ${line}: ${sql}`);
      }
      cells += 1;
    }
  });
  test(`${name}: every guard is there`, () => {
    checkGuards(scriptOf(plan, { ...options, ...FULL }), direct, options, plan);
    cells += 1;
  });
  test(`${name}: every block is behind a gate`, () => {
    const units = unitsOf(scriptOf(plan, options), plan, idempotent);
    if (direct) checkDirect(units, plan);
    else checkGated(units);
    cells += 1;
  });
  test(`${name}: nothing behind a failure takes effect`, () => {
    const script = scriptOf(plan, options);
    const units = unitsOf(script, plan, idempotent);
    // A client that does not stop is no place for statements that stand as they are.
    const clients = direct ? [true] : [true, false];
    for (const stops of clients) failEverywhere(units, stops);
  });
  if (options.form === 'resumable') {
    test(`${name}: a run that was cut off goes on`, () => cutEverywhere(unitsOf(scriptOf(plan, options), plan, false)));
  }
}

function checkGuards(script: string, direct: boolean, { client, form }: Partial<ScriptOptions>, plan: Plan): void {
  const has = (pattern: RegExp): void => assert.match(script, pattern);
  const directives = /^(WHENEVER|SET|PROMPT|EXIT)\b/m;
  if (client === 'generic') assert.not.match(script, directives);
  else {
    for (const line of ['WHENEVER OSERROR EXIT FAILURE ROLLBACK', 'WHENEVER SQLERROR EXIT FAILURE ROLLBACK', 'SET DEFINE OFF', 'SET SQLBLANKLINES ON',
      "SET SQLTERMINATOR ';'", 'SET CMDSEP OFF', 'SET SQLPREFIX ~', 'SET AUTOCOMMIT OFF', 'SET EXITCOMMIT OFF', 'SET SERVEROUTPUT ON SIZE UNLIMITED'])
      assert.ok(script.includes(`\n${line}\n`), line);
    assert.ok(script.indexOf('WHENEVER SQLERROR EXIT') < script.indexOf('BEGIN'));
  }
  has(/DBMS_TRANSACTION\.LOCAL_TRANSACTION_ID IS NOT NULL/);
  has(/ALTER SESSION SET DDL_LOCK_TIMEOUT = 5/);
  has(/ALTER SESSION SET NLS_NUMERIC_CHARACTERS/);
  has(/UPPER\('O''PDB'\) NOT IN/);
  has(/100 \* DBMS_DB_VERSION\.VERSION \+ DBMS_DB_VERSION\.RELEASE < 1202/);
  has(/DBMS_LOCK\.REQUEST/);
  has(/DBMS_LOCK\.RELEASE/);
  if (form !== 'idempotent') has(/the script starts at \[/);
  has(/CREATE TABLE migsql_ledger/);
  const changes = script.match(/one row of the version table must change/g)?.length ?? 0;
  const planned = plan.steps.reduce((total, { versionChanges }) => total + (form === 'idempotent' ? 1 : versionChanges.length), 0);
  assert.is(changes, planned);
  for (const [index, { revision, direction }] of plan.steps.entries()) has(new RegExp(`migsql: ${index + 1}/${plan.steps.length} ${direction} ${revision}\\b`));
  const ok = direct ? /\n\/\nPROMPT migsql: OK (base -> d|d -> base)\n/ : /PUT_LINE\('migsql: OK (base -> d|d -> base)'\);\nEXCEPTION\n/;
  has(ok);
}

/** Behind the start, each unit asks for the state that the one before leaves. */
function checkGated(units: readonly Unit[]): void {
  const first = units.findIndex(({ sql }) => /SET_CLIENT_INFO\('migsql 0'\)/.test(sql));
  assert.ok(first > 0);
  let number = 0;
  for (const { sql } of units.slice(first + 1)) {
    assert.match(sql, new RegExp(`CLIENT_INFO'\\)(?:, '-'\\))? (?:=|<>|NOT IN) \\(?'migsql ${number}'`), sql);
    assert.match(sql, /RAISE_APPLICATION_ERROR\(-20001/);
    number += 1;
    if (!sql.includes("'migsql ended'")) assert.match(sql, new RegExp(`SET_CLIENT_INFO\\('migsql ${number}'\\)`));
  }
}

/** The units between the statements number the blocks. */
function checkDirect(units: readonly Unit[], plan: Plan): void {
  let gates = 0;
  for (const { sql, block } of units) {
    if (/SET_CLIENT_INFO\('migsql [1-9]\d*'\)/.test(sql)) {
      assert.match(sql, new RegExp(`'migsql ${gates}' THEN[\\s\\S]*SET_CLIENT_INFO\\('migsql ${gates + 1}'\\)`));
      gates += 1;
    }
    if (block !== undefined) assert.is(block, gates);
  }
  assert.is(gates, failureMap(plan).length);
}

/** What must be there when block `block` failed: every statement of the blocks before, once; of a cut one, see there. */
const before = (units: readonly Unit[], block: number): readonly unknown[] =>
  units.filter((unit) => unit.statement && (unit.block as number) < block).map(({ statement }) => statement);

/** Of the block that a unit belongs to: a unit between statements belongs to the block that comes. */
const blockAt = (units: readonly Unit[], index: number): number =>
  units.slice(index).find(({ block }) => block !== undefined)?.block ?? Infinity;

const OK = /migsql: OK/;

function failEverywhere(units: readonly Unit[], stops: boolean): void {
  const well = emptyDatabase();
  const first = run(units, well, { stops });
  assert.is(first.stopped, false, first.output);
  assert.equal(well.committed, before(units, Infinity));
  const wrong = emptyDatabase();
  assert.not.match(run(units, wrong, { stops, startsRight: false }).output, OK);
  assert.equal(wrong.committed, []);
  for (const unit of units.keys()) {
    for (const how of ['raised', 'refused', 'cut'] as const) {
      const database = emptyDatabase();
      const { output } = run(units, database, { stops }, { unit, how });
      assert.not.match(output, OK, `${how} in unit ${unit}: ${units[unit]?.sql}`);
      checkCommitted(units, { unit, how }, database);
      cells += 1;
    }
  }
}

/** Only whole blocks are there: the ones before the failure, and one that was committed but not yet marked as ended. */
function checkCommitted(units: readonly Unit[], failure: Failure, { committed }: Database): void {
  const { sql, statement, block: own } = units[failure.unit] as Unit;
  const passed = units.slice(0, failure.unit).filter((unit) => unit.statement);
  const last = passed.at(-1);
  const isMarking = !statement && last && !last.transactional && own === undefined;
  const block = statement ? (own as number) : isMarking ? (last.block as number) + 1 : endOf(units, failure.unit);
  assert.equal(committed, before(units, block), `${failure.how} in unit ${failure.unit}: ${sql}`);
}

/** A transaction's own COMMIT belongs to it; so does all that stands between its statements. */
function endOf(units: readonly Unit[], index: number): number {
  const last = units.slice(0, index).findLast(({ block }) => block !== undefined);
  const isOpen = last?.transactional && !units.slice(units.indexOf(last), index).some((unit) => /^COMMIT$|\n {4}COMMIT;/.test(unit.sql));
  return isOpen ? (last.block as number) : blockAt(units, index);
}

function cutEverywhere(units: readonly Unit[]): void {
  for (const stops of [true, false]) {
    for (const unit of units.keys()) {
      for (const how of ['cut', 'cut afterwards', 'raised'] as const) {
        const database = emptyDatabase();
        run(units, database, { stops }, { unit, how });
        const again = run(units, database, { stops });
        const once = new Set(database.committed).size === database.committed.length;
        assert.ok(once, `twice, ${how} in unit ${unit}`);
        const stoppedIn = /cut off in block (\d+)/.exec(again.output)?.[1];
        if (stoppedIn !== undefined) {
          const statement = units.find(({ block }) => block === Number(stoppedIn))?.statement;
          assert.is(statement?.proof, undefined);
          // What a single statement failed at is known not to be there.
          assert.ok(how !== 'raised' || statement?.compound || units[unit]?.statement !== statement);
          assert.not.match(again.output, OK);
        } else {
          assert.is(again.stopped, false, `${how} in unit ${unit}: ${again.output}`);
          assert.match(again.output, OK);
          assert.equal(new Set(database.committed), new Set(before(units, Infinity)), `${how} in unit ${unit}`);
        }
        cells += 1;
      }
    }
  }
}

test('what cannot be is refused', () => {
  const plan = planOf('script', 'upgrade');
  const refused = (options: Partial<ScriptOptions>, reason: RegExp): void => assert.throws(() => scriptOf(plan, options), reason);
  refused({ statementTimeout: 5 }, /no setting of the session that limits how long a statement takes/);
  refused({ fromStep: 2 }, /only a resumable script can go on from a block in the middle/);
  refused({ form: 'resumable', fromStep: 99 }, /the script has no block 99/);
  refused({ client: 'generic', exit: true }, /EXIT is a directive of SQL\*Plus/);
});

test('a resumable script begins where it is told to, and EXIT comes where it is asked for', () => {
  const plan = planOf('script', 'upgrade');
  const script = scriptOf(plan, { form: 'resumable', fromStep: 3 });
  assert.match(script, /migsql_run \+ 1, 2, 0, 'from'/);
  assert.equal(scanSqlplus(script).units.flatMap(({ sql }) => judge(sql)), []);
  assert.match(scriptOf(plan, { exit: true }), /\nPROMPT migsql: OK base -> d\nEXIT SUCCESS COMMIT\n/);
  assert.not.match(scriptOf(plan, {}), /\nEXIT/);
});

/** What SQL*Plus, or a client like it, takes for its own: at the beginning, in the middle and at the end of a text. */
const HAZARDS = ['/', '.', '#exit', '@file', 'x;', 'x -', '--', 'a & b', '&&c', '\u00e9', '\t', "it's", '$(x)', ':y', 'GO', '~', 'x'.repeat(6000), "'".repeat(3000)];

test('no text of a statement that is run dynamically reaches the client as a line of its own', () => {
  for (const hazard of HAZARDS) {
    for (const text of [hazard, `a\n${hazard}`, `a\n${hazard}\nb`, `${hazard}\nb`, ` ${hazard} \n`]) {
      for (const sql of [text, `INSERT INTO t VALUES ('${text.replaceAll("'", "''")}')`]) {
        const unit = `BEGIN\n  EXECUTE IMMEDIATE ${withoutVariables(dynamicText(sql))};\nEND;`;
        const { units, complaints } = scanSqlplus(`WHENEVER SQLERROR EXIT FAILURE\n${unit}\n/\n`);
        assert.equal(complaints, [], JSON.stringify(sql.slice(0, 80)));
        assert.equal(units.map((each) => each.sql), [unit]);
        cells += 1;
      }
    }
  }
});

test('hazards in values, comments and names pass through every form', () => {
  const values = HAZARDS.filter((hazard) => hazard.length < 100);
  const name = 'T & -';
  const upgrade = [
    m.createTable(name, [id('id'), m.column('note; -', m.types.text()), m.primaryKey(['id'])], { comment: 'a & b; /' }),
    m.bulkInsert(name, values.map((note, index) => ({ id: index, 'note; -': `x\n${note}\ny` }))),
    m.execute("UPDATE t SET a = 'b & c; #'"),
  ];
  const migration: Migration = { id: 'h', revises: [], dependsOn: [], branchLabels: [], title: 'a & b; /', file: 'h & i.ts', sha256: 'h'.repeat(64), imports: [], upgrade, downgrade: 'reversed' };
  const plan = planOfMigrations({ dialect: DIALECTS.oracle, migrations: new Map([['h', migration]]), transaction: 'script' });
  for (const [kind, options] of Object.entries(KINDS)) {
    const { units, complaints } = scanSqlplus(scriptOf(plan, { ...options, ledger: true }));
    assert.equal(complaints.filter((each) => options.client === 'own' || !EXPECTED_OF_ANY_CLIENT.test(each)), [], kind);
    for (const { sql } of units) assert.equal(judge(sql), [], `${kind}: ${sql}`);
    assert.ok(unitsOf(scriptOf(plan, options), plan, options.form === 'idempotent').length > 0);
    cells += 1;
  }
});

process.on('exit', () => console.log(`safety oracle: ${cells} cells checked on the text`));

test.run();
