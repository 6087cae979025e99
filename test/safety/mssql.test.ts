/**
 * SQL Server's scripts, by their text: no server can run here. Each cell's script holds its guards, has a gate behind each
 * batch, is accepted by the judge, and stops in a model of the session wherever an error is put (`mssql-session.ts`).
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as m from '../../src/authoring.ts';
import { MigsqlError } from '../../src/errors.ts';
import { TRANSACTION_MODES, type TransactionMode, failureMap } from '../../src/plan/index.ts';
import { renderScript } from '../../src/script/index.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from '../../src/script/options.ts';
import { batchesOf, judgeScript, judgeStatement } from '../support/judges/mssql.ts';
import { tokensOf } from '../support/judges/tokens.ts';
import { ALL_CONDITIONS, CONDITIONS } from './conditions.ts';
import { type Asked, CHAIN, type Revision, mssqlPlan, table } from './mssql-chain.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import { type Failure, type ReadBatch, readBatches, runSession } from './mssql-session.ts';

type Options = Partial<ScriptOptions>;

const ALL: Options = { expectDatabase: "it's", expectServer: true, ledger: true };

const scriptOf = (asked: Asked, options: Options = {}): string => [...renderScript(mssqlPlan(asked), { ...DEFAULT_OPTIONS, ...options })].join('');

let cells = 0;

/** The script without its comments and texts. */
const code = (script: string): string =>
  tokensOf(script, 'tsql')
    .filter(({ kind }) => kind !== 'string')
    .map(({ text }) => text)
    .join(' ');

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

interface Cell {
  readonly transaction: TransactionMode;
  readonly direction: 'upgrade' | 'downgrade';
  readonly options: Options;
}

const CELLS: readonly Cell[] = TRANSACTION_MODES.flatMap((transaction) =>
  (['upgrade', 'downgrade'] as const).flatMap((direction) => [{}, ALL].map((options) => ({ transaction, direction, options }))),
);

const nameOf = ({ transaction, direction, options }: Cell): string =>
  `${direction}, transactions: ${transaction}${options === ALL ? ', every guard and the ledger' : ''}`;

/** What stops a script before it begins, and in either form. */
function hasGuards(script: string, { options, direction }: Cell): void {
  const [from, to] = direction === 'upgrade' ? ['base', 'rev4'] : ['rev4', 'base'];
  const once: readonly [RegExp, boolean][] = [
    [/^IF @@TRANCOUNT <> 0\nBEGIN\n {2}RAISERROR\(N'migsql: a transaction is open/gm, true],
    [/^SET XACT_ABORT ON;?$/gm, true],
    [/^SET LOCK_TIMEOUT 5000;?$/gm, true],
    [/^SET ANSI_NULLS, .*QUOTED_IDENTIFIER ON;?$/gm, true],
    [/^SET IMPLICIT_TRANSACTIONS OFF;?$/gm, true],
    [/^SET ROWCOUNT 0;?$/gm, true],
    [/^IF DB_NAME\(\) <> N'it''s'$/gm, options === ALL],
    [/SERVERPROPERTY\(N'ProductMajorVersion'\)/g, options === ALL],
    [new RegExp(String.raw`PRINT N'migsql: OK ${from} -> ${to}'`, 'g'), true],
  ];
  for (const [pattern, wanted] of once) assert.is(count(script, pattern), wanted ? 1 : 0, String(pattern));
  assert.is(count(script, /^RAISERROR\(N'migsql: \d\/4 \w+ (rev\d) step \1', 0, 1\) WITH NOWAIT;?$/gm), 4);
  assert.is(count(script, /INSERT INTO migsql_ledger /g), options === ALL ? 4 : 0);
  assert.is(script.includes('resumable'), false);
}

/** Every change of the version table is counted in the batch that makes it. */
function countsRows(script: string): void {
  const changes = count(script, /\b(?:INSERT INTO|UPDATE|DELETE FROM) migsql_version\b[^;]*;\nIF @@ROWCOUNT <> 1 THROW 50003/g);
  assert.is(changes, count(script, /@@ROWCOUNT <> 1/g));
  assert.ok(changes >= 4, String(changes));
}

const isGate = ({ kind, lines }: ReadBatch | undefined = { kind: 'empty', lines: [], block: 0 }): boolean =>
  kind === 'gate' && /^IF @@ERROR <> 0( OR @@TRANCOUNT <> [01])? SET NOEXEC ON;$/.test(lines[0]!);

const FAILURES: readonly Failure[] = ['run-time', 'compile', 'raised', 'ends'];

function failsSafely(batches: readonly ReadBatch[]): void {
  const effects = batches.flatMap(({ kind }, index) => (kind === 'effect' ? [index] : []));
  const whole = runSession(batches);
  assert.equal(whole, { effects, messages: ['OK'], transactions: 0, isPoisoned: false });
  for (const [at, { kind, block }] of batches.entries()) {
    if (kind === 'gate' || kind === 'empty' || kind === 'last') continue;
    for (const failure of FAILURES) {
      // A message fails alone; the end of a block that has ended is whole, whatever is said of it.
      if (kind === 'message' || (failure === 'raised' && kind === 'end') || (failure === 'ends' && !isInTransaction(batches, at))) continue;
      const { effects: found, messages, transactions, isPoisoned } = runSession(batches, { at, failure });
      const what = `${failure} in batch ${at}, block ${block}:\n${batches[at]!.lines.join('\n')}`;
      const isThere = failure === 'ends' || (failure === 'raised' && kind === 'effect' && !isInTransaction(batches, at));
      const promised = effects.filter((each) => (isThere ? each <= at : batches[each]!.block < block || (kind === 'end' && batches[at]!.lines[0] !== 'COMMIT TRANSACTION;' && each < at) || stepOf(batches, each, at)));
      assert.equal(found, promised, what);
      assert.equal({ messages, transactions, isPoisoned }, { messages: ['STOPPED'], transactions: 0, isPoisoned: false }, what);
    }
  }
}

/** Whether a batch is an effect that can be rolled back, as its gate says. */
const isInTransaction = (batches: readonly ReadBatch[], at: number): boolean =>
  batches[at]?.kind === 'effect' && batches[at + 1]?.lines[0]?.includes('@@TRANCOUNT <> 1') === true;

/** A step's own batches may stand between two blocks, where the one before has ended. */
const stepOf = (batches: readonly ReadBatch[], effect: number, at: number): boolean =>
  batches.some(({ kind, block }, index) => kind === 'end' && block === batches[effect]!.block && index < at);

const own = suite('sqlcmd');
for (const form of ['plain', 'idempotent'] as const) {
  for (const cell of CELLS) {
    own(`${form}: ${nameOf(cell)}`, () => {
      const script = scriptOf(cell, { ...cell.options, form });
      const blocks = failureMap(mssqlPlan(cell)).length;
      assert.equal(judgeScript(script), []);
      hasGuards(script, cell);
      countsRows(script);
      const batches = readBatches(script);
      for (const [index, { kind, lines }] of batches.entries()) {
        if (['gate', 'message', 'last', 'empty'].includes(kind)) continue;
        assert.ok(isGate(batches[index + 1]), `no gate behind ${lines.join('\n')}`);
      }
      assert.is(batches.at(-2)?.kind, 'last');
      assert.is(batches.at(-1)?.kind, 'empty');
      assert.is(count(script, /^IF ISNULL\(CAST\(SESSION_CONTEXT\(N'migsql_block'\) AS int\), -1\) <> \d+ OR @@TRANCOUNT <> 0 SET NOEXEC ON;$/gm), blocks);
      assert.is(count(script, /starts at \[/g), form === 'plain' ? blocks : 0);
      const inOneTransaction = form === 'plain' && blocks === 1;
      assert.is(count(script, /^EXEC @lock = sys\.sp_getapplock .*@LockOwner = N'Session', @LockTimeout = 5000;\nIF @lock < 0 THROW/gm), inOneTransaction ? 0 : 1);
      assert.is(count(script, /@LockOwner = N'Transaction'/g), inOneTransaction ? 1 : 0);
      assert.is(count(script, /sp_releaseapplock/g), inOneTransaction ? 0 : 1);
      failsSafely(batches);
      cells++;
    });
  }
}
own('one transaction has its lock to itself', () => {
  const chain = CHAIN.slice(0, 1);
  const script = scriptOf({ chain });
  assert.is(count(script, /@LockOwner = N'Transaction', @LockTimeout = 5000;\nIF @lock < 0 THROW/g), 1);
  assert.not.match(script, /N'Session'/);
  failsSafely(readBatches(script));
  cells++;
});
own('a transaction that is open already is left as it is', () => {
  for (const transaction of TRANSACTION_MODES) {
    const { effects, messages, transactions } = runSession(readBatches(scriptOf({ transaction })), { open: 1 });
    assert.equal({ effects, messages, transactions }, { effects: [], messages: ['STOPPED'], transactions: 1 });
    cells++;
  }
});
own('a session that an earlier run has left poisoned begins anew', () => {
  const batches = readBatches(scriptOf({}));
  assert.equal(runSession(batches, { poisoned: true }), runSession(batches));
  cells++;
});
own('the model is no yes-man: without gates it finds what takes effect behind an error', () => {
  const batches = readBatches(scriptOf({}));
  const without = batches.filter((batch) => !isGate(batch));
  const at = without.findIndex(({ kind }) => kind === 'effect');
  assert.ok(runSession(without, { at, failure: 'run-time' }).effects.length > 0);
});
own('conditions are asked in each form, and stop it: in the idempotent ones only where their step is run', () => {
  const chain = [...CHAIN, { id: 'rev5', revises: ['rev4'], ops: ALL_CONDITIONS }];
  for (const [client, form] of [['own', 'plain'], ['own', 'idempotent'], ['generic', 'plain'], ['generic', 'idempotent']] as const) {
    const script = scriptOf({ chain }, { client, form });
    assert.equal(client === 'own' ? judgeScript(script) : judgeStatement(script), []);
    assert.is(count(script, /migsql: (?:required|expected)|of asked|from asked|into asked/g), CONDITIONS.length);
    if (form === 'idempotent') assert.is(count(code(script), /\b(?:ASKED|SIX)\b/g), 0);
    if (client === 'own') failsSafely(readBatches(script));
    cells++;
  }
});
own('an error that a batch raises and goes on stops the script all the same', () => {
  const column = m.column('id', m.types.integer(), { comment: "the first's" });
  const raising = (chain: readonly AuthoredOp[]): readonly Revision[] => [{ id: 'rev1', revises: [], ops: chain }];
  const chains = [
    [m.execute("UPDATE one SET id = 1\nRAISERROR(N'wrong', 16, 1)\nUPDATE one SET id = 2")],
    [m.execute('EXEC mine')],
    [m.createTable('one', [column], { comment: 'one', ifNotExists: true })],
    [m.setTableComment('unknown', 'asked for')],
    [m.onlyIf('1 = 1', [m.renameTable('one', 'two')])],
  ];
  for (const ops of chains) {
    for (const form of ['plain', 'idempotent'] as const) {
      const script = scriptOf({ chain: raising([table('zero'), ...ops, table('three')]) }, { form });
      assert.equal(judgeScript(script), []);
      const batches = readBatches(script);
      const at = batches.findIndex(({ lines }) => lines.some((line) => line.includes('BEGIN TRY')));
      assert.ok(at > 0, script);
      for (const failure of ['raised', 'passed over'] as const) {
        const { effects, messages } = runSession(batches, { at, failure });
        assert.equal({ effects, messages }, { effects: [], messages: ['STOPPED'] }, batches[at]!.lines.join('\n'));
      }
      const untried = batches.map((batch, index) => (index === at ? { ...batch, lines: ['EXEC mine;'] } : batch));
      assert.ok(runSession(untried, { at, failure: 'passed over' }).messages.includes('OK'));
      cells++;
    }
  }
});
own('a routine, which must be first in its batch, stays as it is', () => {
  const routine = m.execute("CREATE PROCEDURE mine AS RAISERROR(N'wrong', 16, 1)", { reverse: 'DROP PROCEDURE mine' });
  assert.match(scriptOf({ chain: [{ id: 'rev1', revises: [], ops: [routine] }] }), /GO\nCREATE PROCEDURE mine AS/);
});
own('what a procedure of the server returns is looked at in its own batch', () => {
  const chain = [{ id: 'rev1', revises: [], ops: [m.createTable('one', [m.column('id', m.types.integer(), { comment: 'EXEC sp_rename x' })], { comment: 'a table' }), m.renameTable('one', 'two')] }];
  for (const form of ['plain', 'idempotent'] as const) {
    const script = scriptOf({ chain }, { form });
    const calls = count(script, /EXEC (?:@result = )?s(?:p_rename N|ys\.sp_addextendedproperty)/g);
    assert.is(calls, 3);
    assert.is(count(script, /DECLARE @result int = 0;\n(?:DECLARE @schema .*\n)?EXEC @result = [^;]*;\nIF @result <> 0 THROW/g), calls);
    assert.equal(judgeScript(script), []);
    cells++;
  }
});
own('options turn guards off, each its own', () => {
  const off = (options: Options): string => scriptOf({ transaction: 'revision' }, options);
  assert.not.match(off({ lock: false }), /applock/i);
  assert.not.match(off({ startGuard: false }), /starts at/);
  assert.not.match(off({ progress: false }), /migsql: 1\/4/);
  assert.not.match(off({ sentinel: false }), /migsql: OK/);
  assert.match(off({ lockTimeout: 0 }), /SET LOCK_TIMEOUT -1;[^]*@LockTimeout = -1;/);
  for (const options of [{ lock: false }, { startGuard: false }, { progress: false }, { lockTimeout: 0 }]) {
    assert.equal(judgeScript(off(options)), []);
    failsSafely(readBatches(off(options)));
    cells++;
  }
});
own.run();

const generic = suite('any other client');
for (const form of ['plain', 'idempotent'] as const) {
  for (const cell of CELLS) {
    generic(`${form}: ${nameOf(cell)}`, () => {
      const script = scriptOf(cell, { ...cell.options, form, client: 'generic' });
      assert.is(batchesOf(script).length, 1, 'GO');
      assert.equal(judgeStatement(script), []);
      hasGuards(script, cell);
      countsRows(script.replaceAll("''", "'"));
      const words = code(script);
      assert.not.match(words, /;/);
      // All that changes anything stands between BEGIN TRY and END TRY, and whatever fails there goes to CATCH.
      assert.match(words, /^DECLARE .* IF @@TRANCOUNT <> 0 BEGIN RAISERROR .* RETURN END SET .* SET XACT_ABORT ON BEGIN TRY .* END TRY BEGIN CATCH IF XACT_STATE \( \) <> 0 ROLLBACK TRANSACTION .* BEGIN THROW END END CATCH$/s);
      for (const word of ['RETURN', 'BEGIN TRY', 'END TRY', 'BEGIN CATCH', 'XACT_ABORT ON']) assert.is(words.split(word).length, 2, word);
      const [before = '', rest = ''] = words.split('BEGIN TRY');
      const [inside = '', after = ''] = rest.split('END TRY');
      assert.not.match(before + after, /\b(?:EXEC|COMMIT|BEGIN TRANSACTION)\b/);
      assert.match(inside, /SET @BLOCK = \d+ (?:SET|IF|PRINT)[^]*$/);
      assert.ok(script.indexOf("PRINT N'migsql: OK") > script.lastIndexOf('COMMIT TRANSACTION'));
      const points = failureMap(mssqlPlan(cell));
      const transactions = points.filter(({ transactional }) => transactional).length;
      assert.is(count(words, /BEGIN TRANSACTION/g), transactions);
      assert.is(count(words, /IF @@TRANCOUNT <> 1 BEGIN THROW 50005 , , 1 END COMMIT TRANSACTION/g), transactions);
      assert.is(count(words, /BEGIN TRANSACTION EXEC @LOCK = SYS \. SP_GETAPPLOCK .*? IF @LOCK < 0 BEGIN THROW/g), transactions);
      assert.is(count(words, /IF @FOUND COLLATE LATIN1_GENERAL_BIN2 <> @EXPECTED BEGIN/g), points.length);
      assert.is(count(words, /SET @BLOCK = \d+/g), points.length);
      assert.not.match(words, /\b(?:CREATE|ALTER|DROP|INSERT|UPDATE|DELETE)\b/);
      assert.not.match(script.slice(script.indexOf('\nDECLARE ')).replace(/\n\n-- end.*\n$/, ''), /\n\n/);
      cells++;
    });
  }
}
generic.run();

const idempotent = suite('idempotent');
for (const client of ['own', 'generic'] as const) {
  for (const direction of ['upgrade', 'downgrade'] as const) {
    idempotent(`${client}, ${direction}: no name of a table or column stands outside a text, so that none is bound where its step is skipped (EF Core binds them)`, () => {
      const words = code(scriptOf({ direction }, { form: 'idempotent', client, ledger: true }));
      assert.not.match(words, /\b(?:ONE|TWO|THREE|FOUR|NOTE|NOTES|MIGSQL_VERSION|MIGSQL_LEDGER|REVISION)\b/);
      assert.not.match(words, /\b(?:CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|SELECT)\b/);
      cells++;
    });
    idempotent(`${client}, ${direction}: each text is run under the condition of its step`, () => {
      const script = scriptOf({ direction }, { form: 'idempotent', client, ledger: true });
      const lines = script.split('\n');
      const condition = client === 'own' ? /^IF CAST\(SESSION_CONTEXT\(N'migsql_step'\) AS int\) = \d$/ : /^IF @run = \d$/;
      for (const [index, line] of lines.entries()) {
        if (!line.startsWith('EXEC(')) continue;
        const before = lines[index - 1]!.startsWith('IF OBJECT_ID(') ? lines[index - 2]! : lines[index - 1]!;
        assert.match(before, condition, line);
      }
      cells++;
    });
  }
}
idempotent('a step up asks for its revision and all that come after it, then for what it needs', () => {
  const script = scriptOf({}, { form: 'idempotent' });
  const heads = (...ids: readonly string[]): string => `(SELECT * FROM migsql_version WHERE revision IN (${ids.map((id) => `N''${id}''`).join(', ')}))`;
  assert.ok(script.includes(`IF EXISTS ${heads('rev4')} SET @run = 0 ELSE IF NOT EXISTS ${heads('rev2', 'rev4')} SET @missing = N''rev2'' ELSE IF NOT EXISTS ${heads('rev3', 'rev4')} SET @missing = N''rev3''`), script);
  assert.ok(script.includes("DELETE FROM migsql_version WHERE revision IN (N''rev2'', N''rev3'');\nINSERT INTO migsql_version (revision) VALUES (N''rev4'');\nIF @@ROWCOUNT"));
});
idempotent('a step down gives the rows back that no head stands for', () => {
  const script = scriptOf({ direction: 'downgrade' }, { form: 'idempotent' });
  assert.ok(script.includes("DELETE FROM migsql_version WHERE revision = N''rev2'';\nIF @@ROWCOUNT <> 1"));
  assert.match(script, /IF NOT EXISTS \(SELECT \* FROM migsql_version WHERE revision IN \(N''rev1'', (?:N''rev[234]''(?:, )?){3}\)\) INSERT INTO migsql_version \(revision\) VALUES \(N''rev1''\)/);
});
idempotent('the texts within the texts are accepted as well', () => {
  const script = scriptOf({}, { form: 'idempotent' });
  const texts = [...script.matchAll(/nvarchar\(max\) = N'((?:[^']|'')*)';/g)].map(([, text]) => text!.replaceAll("''", "'"));
  assert.is(texts.length, 4);
  for (const text of texts) assert.equal(judgeStatement(text.replaceAll('@run', '@@run').replaceAll('@missing', '@@missing')), [], text);
});
idempotent.run();

const hazards = suite('what sqlcmd would take for its own');
const HAZARDS = ['$(HOME)', '\nGO\n', '\n  go 5\n', '\n:r other.sql\n', '\n :setvar a b\n', '\n!!del\n', '\nexit\n', '\nQUIT', '\n\ted x', '\nreset\n', 'gr\u00fc\u00df \u{1f600}', "it's\r\n"];

/** The text that a batch puts together, as the server does. */
const together = (batch: string): string =>
  [...batch.matchAll(/N'((?:[^']|'')*)'|NCHAR\((\d+)\)/g)]
    .map(([, text, code_]) => (code_ === undefined ? text!.replaceAll("''", "'") : String.fromCharCode(Number(code_))))
    .join('');

const harmless = (script: string): void => {
  assert.not.match(script, /[^\x20-\x7e\n\t]|\$\(/);
  for (const line of script.split('\n')) assert.ok(line === 'GO' || !/^\s*(?:(?:go|ed|exit|quit|reset)\b|:|!!)/i.test(line), line);
};

for (const [client, form] of [['own', 'plain'], ['own', 'idempotent'], ['generic', 'plain'], ['generic', 'idempotent']] as const) {
  for (const hazard of HAZARDS) {
    hazards(`${client}, ${form}: ${JSON.stringify(hazard)}`, () => {
      const raw = `SELECT /* a${hazard}b */ 1`;
      // A GO line cuts raw SQL where it stands, as sqlcmd would, so that it comes by other ways only.
      const ops = /go/i.test(hazard) ? [] : [m.execute(raw)];
      const chain = [{ id: 'rev1', revises: [], title: `t${hazard}t`, ops: [m.createTable('one', [m.column('note', m.types.text(), { default: hazard }), m.column('ed', m.types.integer())], { comment: hazard }), m.bulkInsert('one', [{ note: `x${hazard}`, ed: 1 }]), ...ops] }];
      const script = scriptOf({ chain }, { client, form, ledger: true, expectDatabase: `d${hazard.trim().replace(/[\r\n]/g, '')}` });
      harmless(script);
      assert.equal(client === 'own' ? judgeScript(script) : judgeStatement(script), []);
      if (ops.length) assert.ok(script.includes(raw) || together(script).includes(raw), 'the text is another');
      cells++;
    });
  }
}
hazards('names of the version table and of revisions', () => {
  const chain = [{ id: 'r$(x)%s&<\u00fc', revises: [], ops: [m.createTable('one', [m.column('id', m.types.integer())])] }];
  for (const [client, form] of [['own', 'plain'], ['own', 'idempotent'], ['generic', 'plain'], ['generic', 'idempotent']] as const) {
    const script = scriptOf({ chain, versionTable: { schema: 'gr\u00f6\u00dfe', name: "it's" } }, { client, form, ledger: true });
    harmless(script);
    assert.equal(client === 'own' ? judgeScript(script) : judgeStatement(script), []);
    assert.not.match(script, /RAISERROR\(N'[^']*%s&/);
    cells++;
  }
});
hazards.run();

const refused = suite('refused');
const refuses = (options: Options, pattern: RegExp): void => {
  try {
    scriptOf({}, options);
  } catch (error) {
    assert.ok(error instanceof MigsqlError && error.code === 'refused-form', String(error));
    assert.match(error.message, pattern);
    return;
  }
  assert.unreachable('not refused');
};
refused('a resumable script', () => refuses({ form: 'resumable' }, /rolled back with their transaction/));
refused('a limit for statements, which is the client\'s', () => refuses({ statementTimeout: 60 }, /sqlcmd with -t 60/));
refused('raw SQL that would undo what keeps the rest from running', () => {
  for (const sql of ['SET NOEXEC OFF', 'set  parseonly on', 'SELECT 1; SET XACT_ABORT OFF', 'SET IMPLICIT_TRANSACTIONS ON']) {
    assert.throws(() => mssqlPlan({ chain: [{ id: 'rev1', revises: [], ops: [m.execute(sql)] }] }), /would undo|the script's to control/, sql);
  }
  mssqlPlan({ chain: [{ id: 'rev1', revises: [], ops: [m.execute('CREATE PROCEDURE p AS SET XACT_ABORT OFF; SELECT 1', { reverse: 'DROP PROCEDURE p' })] }] });
});
refused.run();

process.on('exit', () => console.log(`safety mssql: ${cells} cells checked on the text`));
