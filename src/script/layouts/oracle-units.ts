import type { Dialect } from '../../dialects/dialect.ts';
import { dynamicText } from '../../dialects/oracle/blocks.ts';
import { writeLiteral } from '../../dialects/write.ts';
import { type Plan, type PlanBlock, type PlanEvent, type PlannedStep, type Statement, planEvents } from '../../plan/index.ts';
import { renderTemplate } from '../../template.ts';
import { commentText } from '../comment.ts';
import { progressText } from '../message.ts';
import { type ScriptFacts, blockFacts, headsText } from '../facts.ts';
import type { ScriptOptions } from '../options.ts';

/*
 * Oracle's scripts are made of units that SQL*Plus sends one after the other. How far the script has come is kept in the
 * session, as CLIENT_INFO: every session may set it, nothing else does, and it is gone with the session:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_APPLICATION_INFO.html
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SYS_CONTEXT.html (CLIENT_INFO)
 *
 * Where statements stand as they are (SQL*Plus, plain) a client that knows WHENEVER stops at an error, and the units are
 * what stands between blocks. Else each statement is a unit itself: a PL/SQL block that runs it only if the unit before
 * it has ended, so that nothing behind a failure takes effect, whatever the client does.
 */

/** What CLIENT_INFO holds behind a unit. `skip`: what follows is there already. */
const state = (unit: number): string => `'migsql ${unit}'`;
const skipping = (unit: number): string => `'migsql ${unit} skip'`;

export interface OracleUnits {
  /** Whether statements stand as they are. */
  readonly direct: boolean;
  readonly facts: object;
  readonly of: (event: PlanEvent) => object | undefined;
  readonly close: () => object;
}

export function oracleUnits(plan: Plan, facts: ScriptFacts, options: ScriptOptions, dialect: Dialect): OracleUnits {
  const direct = facts.own && options.form === 'plain';
  let unit = 0;
  let step: { readonly step: PlannedStep; readonly number: number } | undefined;
  const blocksOfSteps = firstBlocks(plan);
  const beginnings = new Set(blocksOfSteps);
  const probeOf = facts.resumable ? probes(plan) : new Map<number, object>();
  const more = oracleFacts(plan, facts, options, dialect);

  const next = (): object => {
    unit += 1;
    return { was: state(unit - 1), skipWas: skipping(unit - 1), becomes: state(unit), skipBecomes: skipping(unit) };
  };
  const row = (outcome: string, block: number, key: 'step' | 'block'): string =>
    step ? ledgerRow({ outcome, block, key, step: step.step, number: step.number }, facts, dialect) : '';

  const stepUnit = (event: PlanEvent & { kind: 'step' }): object | undefined => {
    step = event;
    const { revision, direction } = event.step;
    const progress = `migsql: ${progressText(event.step, event.number, plan.steps.length)}`;
    const begun = facts.ledger && !facts.resumable && row('begun', blocksOfSteps[event.number - 1] ?? 0, 'step');
    if (direct) return { begun, progress };
    if (!facts.idempotent && !options.progress && begun === false) return undefined;
    return {
      ...next(),
      begun,
      progress: writeLiteral(dialect, progress),
      passed: writeLiteral(dialect, `${progress} is not needed`),
      isUpgrade: direction === 'upgrade',
      lists: facts.idempotent ? inLists(plan.lineage.appliedBy(revision), dialect) : [],
      // The first step from base makes the version table.
      mayMiss: event.number === 1 && plan.from.length === 0,
    };
  };

  const beginUnit = (block: PlanBlock): object | undefined => {
    // Under the lock of a data step, and where a step begins: another run may have come between.
    const isPlace = block.transactional || facts.resumable || (block.number > 1 && beginnings.has(block.number));
    const checks = options.startGuard && !facts.idempotent && isPlace;
    if (!direct && !facts.resumable && !block.transactional && !checks) return undefined;
    const { headsText: heads } = blockFacts(block, dialect);
    return {
      ...next(),
      number: block.number,
      transactional: block.transactional,
      locks: options.lock && block.transactional,
      checks,
      declares: checks || facts.resumable,
      heads: checks && headsCheck({ number: block.number, expected: heads, mayMiss: block.number === 1 }, more.query),
      begun: facts.resumable && row('begun', block.number, 'block'),
      done: facts.resumable && row('done', block.number, 'block'),
      next: block.number + 1,
      probe: probeOf.get(block.number) ?? false,
    };
  };

  const statementUnit = (statement: Statement, block: PlanBlock): object => {
    const isChange = statement.origin.kind === 'version-table' && statement.origin.change !== undefined;
    const changes = step?.step.versionChanges.length ?? 0;
    const isLast = isChange && statement === step?.step.blocks.at(-1)?.statements.at(-1);
    const isFirst = isChange && statement === step?.step.blocks.at(-1)?.statements.at(-changes);
    // The idempotent form changes all rows of a step at once.
    const isEmpty = isChange && facts.idempotent && !isFirst;
    return {
      ...(direct || isEmpty ? {} : next()),
      number: block.number,
      isChange,
      isEmpty,
      // Asked for only where statements do not stand as they are: the texts of large scripts are as large.
      get text() {
        const text = dynamicText(statement.sql);
        return facts.own ? text : withoutVariables(text);
      },
      sql: statement.sql,
      compound: statement.compound,
      // What a single statement began is taken back with its error; a block of PL/SQL may have committed before.
      failed: facts.resumable && !block.transactional && !statement.compound && row('failed', block.number, 'block'),
      done: (facts.idempotent ? isFirst : isLast) && facts.ledger && !facts.resumable && row('done', block.number, 'step'),
      rows: isFirst && facts.idempotent && step ? rowsOf(step.step, plan, dialect) : false,
    };
  };

  const endUnit = (block: PlanBlock): object | undefined => {
    if (!facts.resumable && !block.transactional) return undefined;
    return {
      ...(direct ? {} : next()),
      number: block.number,
      transactional: block.transactional,
      done: facts.resumable && row('done', block.number, 'block'),
    };
  };

  return {
    direct,
    facts: more,
    of: (event) => {
      switch (event.kind) {
        case 'step':
          return stepUnit(event);
        case 'begin':
          return beginUnit(event.block);
        case 'statement':
          return statementUnit(event.statement, event.block);
        case 'end':
          return endUnit(event.block);
      }
    },
    close: () => ({
      last: state(unit),
      lastSkip: skipping(unit),
      ok: writeLiteral(dialect, `migsql: OK ${headsText(plan.from)} -> ${headsText(plan.to)}`),
    }),
  };
}

/** SET DEFINE OFF is for SQL*Plus, but others ask for `&x` as well. All of it stands within quotes. */
export const withoutVariables = (text: string): string =>
  text.includes('&') ? `(${withoutAmpersands(text)})` : text;

const withoutAmpersands = (text: string): string =>
  text.replace(/&+/g, (run) => `' || ${[...run].map(() => 'CHR(38)').join(' || ')} || '`);

/** The number of the block that each step begins in. */
function firstBlocks(plan: Plan): readonly number[] {
  const found: number[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind === 'statement') for (let at = found.length - 1; at >= 0 && !found[at]; at -= 1) found[at] = event.block.number;
    else if (event.kind === 'step') found.push(0);
  }
  return found;
}

/*
 * The start asks for an open transaction, the server's version and the lock, whose number is made of a text:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_TRANSACTION.html (LOCAL_TRANSACTION_ID)
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_DB_VERSION.html
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_LOCK.html (REQUEST: 0 granted, 4 held already)
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_UTILITY.html (GET_HASH_VALUE)
 */

/** The most that DBMS_LOCK waits, which is without limit (MAXWAIT). */
const MAXWAIT = 32_767;

function oracleFacts(plan: Plan, facts: ScriptFacts, options: ScriptOptions, dialect: Dialect): OracleFacts {
  const [version = 0, release = 0] = plan.server.split('.').map(Number);
  const { fromStep } = options;
  const wait = options.lockTimeout === 0 ? '' : ` WAIT ${options.lockTimeout}`;
  const query = dynamicText(`SELECT ${facts.versionColumn} FROM ${facts.versionTable} ORDER BY ${facts.versionColumn}`);
  return {
    keepsLedger: facts.ledger || facts.resumable,
    query,
    lockTable: dynamicText(`LOCK TABLE ${facts.versionTable} IN EXCLUSIVE MODE${wait}`),
    lockWait: Math.min(facts.lockSeconds, MAXWAIT),
    sessionTexts: [...facts.timeouts, ...facts.settings].map(dynamicText),
    serverNumber: 100 * version + release,
    serverText: writeLiteral(dialect, plan.server),
    // Rows are added to it, never changed. A row `open` begins a run of a script; then come its blocks, or its steps.
    ledgerText: dynamicText(`CREATE TABLE ${facts.ledgerTable} (\n  ${facts.ledgerColumns.join(',\n  ')}\n)`),
    startHeads: headsCheck({ expected: facts.fromText, mayMiss: true }, query),
    ...(fromStep !== undefined && { fromBlock: { number: fromStep, before: fromStep - 1 } }),
    exits: options.exit === true,
    direct: facts.own && options.form === 'plain',
  };
}

interface OracleFacts {
  readonly query: string;
  readonly [more: string]: unknown;
}

interface LedgerRow {
  readonly outcome: string;
  readonly block: number;
  /** What a row `done` finds its beginning by. */
  readonly key: 'step' | 'block';
  readonly step: PlannedStep;
  readonly number: number;
}

/** By the database's clock and user; of no run at all there is no number, which is refused. */
function ledgerRow({ outcome, block, key, step, number }: LedgerRow, facts: ScriptFacts, dialect: Dialect): string {
  const begun = `MAX(CASE WHEN ${key} = ${key === 'step' ? number : block} AND outcome = 'begun' THEN started END)`;
  const finished = outcome === 'begun' ? 'CAST(NULL AS TIMESTAMP WITH TIME ZONE)' : 'SYSTIMESTAMP';
  const started = outcome === 'begun' ? 'SYSTIMESTAMP' : `NVL(${begun}, SYSTIMESTAMP)`;
  return renderTemplate('script/oracle/parts/ledger-row.hbs', {
    table: facts.ledgerTable,
    script: facts.planHashText,
    block,
    number,
    revision: writeLiteral(dialect, step.revision),
    direction: step.direction,
    outcome,
    started,
    finished,
  }).trimEnd().replace(/^/gm, '    ');
}

interface Expected {
  readonly number?: number;
  readonly expected: string;
  /** Whether a version table that is not there counts as base. */
  readonly mayMiss: boolean;
}

const headsCheck = ({ number = 0, expected, mayMiss }: Expected, query: string): string =>
  renderTemplate('script/oracle/parts/heads.hbs', { number, expected, mayMiss, query }).trimEnd();

/** Lists of ten, so that no line is too long. */
function inLists(ids: readonly string[], dialect: Dialect): readonly string[] {
  const lists: string[] = [];
  for (let at = 0; at < ids.length; at += 10) {
    lists.push(ids.slice(at, at + 10).map((id) => writeLiteral(dialect, id)).join(', '));
  }
  return lists;
}

/** What the idempotent form does to the version table's rows. */
const rowsOf = ({ revision, direction }: PlannedStep, { lineage }: Plan, dialect: Dialect): object => ({
  isUpgrade: direction === 'upgrade',
  revision: writeLiteral(dialect, revision),
  prerequisites: lineage.prerequisites(revision).map((id) => ({
    id: writeLiteral(dialect, id),
    lists: inLists(lineage.appliedBy(id), dialect),
  })),
});

/** For the blocks of one statement, what shows whether it took effect when a run was cut off at it. */
function probes(plan: Plan): ReadonlyMap<number, object> {
  const found = new Map<number, object>();
  for (const event of planEvents(plan)) {
    if (event.kind !== 'statement' || event.block.transactional) continue;
    const { proof, sql } = event.statement;
    const what = commentText(sql.replace(/\s+/g, ' ').slice(0, 100)).replaceAll("'", "''");
    found.set(event.block.number, { proof: proof === undefined ? false : withoutAmpersands(proof), what });
  }
  return found;
}
