/**
 * What Oracle and a client make of a script's units, as far as its guards go: the session's state, what is committed and
 * what is not, the ledger. It reads the text of the units, and is no database: it shows that the guards hang together, if
 * the vendor's pages on commits, exceptions and CLIENT_INFO are right. Nothing here was run on Oracle.
 */
import { dynamicText } from '../../src/dialects/oracle/blocks.ts';
import { type Plan, type Statement, planEvents } from '../../src/plan/index.ts';
import { withoutVariables } from '../../src/script/layouts/oracle-units.ts';
import { scanSqlplus } from '../support/judges/sqlplus.ts';

export interface Unit {
  readonly sql: string;
  /** Of the plan, the statement that it runs, and where that stands. */
  readonly statement?: Statement;
  readonly block?: number;
  readonly transactional?: boolean;
}

/** The units of a script, with the statements of its plan that they run, in order: each of them must be found. */
export function unitsOf(script: string, plan: Plan, idempotent: boolean): readonly Unit[] {
  const steps: { statement: Statement; block: number; transactional: boolean }[] = [];
  for (const event of planEvents(plan)) {
    if (event.kind !== 'statement') continue;
    const { statement, block } = event;
    const isChange = statement.origin.kind === 'version-table' && statement.kind === 'data';
    const last = steps.at(-1);
    // The idempotent form changes a step's rows in one unit.
    const isSame = isChange && last?.statement.origin.kind === 'version-table' && last.statement.kind === 'data' && last.block === block.number;
    if (idempotent && isSame) continue;
    steps.push({ statement, block: block.number, transactional: block.transactional });
  }
  let next = 0;
  const units = scanSqlplus(script).units.map(({ sql }): Unit => {
    const step = steps[next];
    if (!step || !runs(sql, step.statement, idempotent)) return { sql };
    next += 1;
    return { sql, ...step };
  });
  if (next < steps.length) throw new Error(`no unit runs ${steps[next]?.statement.sql}`);
  return units;
}

function runs(unit: string, { sql, origin, kind }: Statement, idempotent: boolean): boolean {
  if (unit === sql || unit.includes(`EXECUTE IMMEDIATE ${dynamicText(sql)};`)) return true;
  if (unit.includes(`EXECUTE IMMEDIATE ${withoutVariables(dynamicText(sql))};`)) return true;
  const isChange = origin.kind === 'version-table' && kind === 'data';
  if (!isChange) return false;
  return idempotent ? /(?:INSERT INTO|DELETE FROM) migsql_version\b/.test(unit) : unit.includes(`  ${sql};\n`);
}

interface LedgerRow {
  readonly block: number;
  readonly outcome: string;
}

/** What outlives a session. */
export interface Database {
  committed: Statement[];
  ledger: LedgerRow[];
}

export const emptyDatabase = (): Database => ({ committed: [], ledger: [] });

/**
 * `raised`: the unit's work fails, and its exception handler runs. `refused`: the unit does not compile, so that none of
 * it runs. `cut`: the connection is lost, before the work or `afterwards`, behind it.
 */
export interface Failure {
  readonly unit: number;
  readonly how: 'raised' | 'refused' | 'cut' | 'cut afterwards';
}

export interface Run {
  readonly output: string;
  /** The block that it stopped in, for its state was not the one before. */
  readonly stopped: boolean;
}

class Raised extends Error {}

interface Session {
  info: string | undefined;
  pending: Statement[];
  rows: LedgerRow[];
  output: string[];
  /** Whether the script's start guard holds. */
  readonly startsRight: boolean;
}

export function run(
  units: readonly Unit[],
  database: Database,
  client: { readonly stops: boolean; readonly startsRight?: boolean },
  failure?: Failure,
): Run {
  const session: Session = { info: undefined, pending: [], rows: [], output: [], startsRight: client.startsRight ?? true };
  let stopped = false;
  for (const [index, unit] of units.entries()) {
    const how = failure?.unit === index ? failure.how : undefined;
    try {
      if (how === 'refused') throw new Raised('ORA-06550');
      if (how === 'cut') return { output: session.output.join('\n'), stopped: true };
      runUnit(unit, session, database, how);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      session.output.push(error.message);
      stopped = true;
      // WHENEVER SQLERROR EXIT FAILURE ROLLBACK
      if (client.stops) return { output: session.output.join('\n'), stopped };
    }
    if (how === 'cut afterwards') return { output: session.output.join('\n'), stopped: true };
  }
  // A client that ends well commits what is left: the worst that it can do.
  commit(session, database);
  return { output: session.output.join('\n'), stopped };
}

function commit(session: Session, database: Database): void {
  database.committed.push(...session.pending);
  database.ledger.push(...session.rows);
  rollback(session);
}

function rollback(session: Session): void {
  session.pending = [];
  session.rows = [];
}

function runUnit(unit: Unit, session: Session, database: Database, how: Failure['how'] | undefined): void {
  try {
    work(unit, session, database, how);
  } catch (error) {
    if (readingOf(unit.sql).handles) {
      session.info = 'migsql stopped';
      rollback(session);
    }
    throw error;
  }
}

/** What a unit's text says, as far as it matters here. */
interface Reading {
  readonly gates: readonly { readonly operator: string; readonly states: readonly string[] }[];
  readonly becomes: string | undefined;
  readonly skips: string | undefined;
  /** The last statement is the handler that stops everything. */
  readonly handles: boolean;
  readonly starts: boolean;
  readonly opensRun: boolean;
  /** Of a resumable block: its number, the condition that shows it to be there, and whether that is asked for. */
  readonly resumes: number | undefined;
  readonly proof: string | undefined;
  readonly probes: boolean;
  readonly rows: readonly LedgerRow[];
  readonly commits: boolean;
  readonly commitsPassing: boolean;
  readonly lines: readonly string[];
}

const GATE = /SYS_CONTEXT\('USERENV', 'CLIENT_INFO'\)(?:, '-'\))? (=|<>|NOT IN) (\([^)]*\)|'[^']*') THEN/g;
const ROW = /SELECT '[0-9a-f]{64}', MAX\(run\), (\d+), \d+, '[^']*', '\w+', '(\w+)'/g;
const HANDLER =
  /EXCEPTION\n {2}WHEN OTHERS THEN\n {4}DBMS_APPLICATION_INFO\.SET_CLIENT_INFO\('migsql stopped'\);\n {4}ROLLBACK;\n {4}RAISE;\nEND;$/;

const readings = new Map<string, Reading>();

function readingOf(sql: string): Reading {
  const known = readings.get(sql) ?? read(sql);
  readings.set(sql, known);
  return known;
}

function read(sql: string): Reading {
  const set = [...sql.matchAll(/SET_CLIENT_INFO\('([^']*)'\)/g)].map(([, text]) => text as string);
  const infos = set.length === 1 ? set : set.filter((text) => text !== 'migsql stopped');
  const from = /AND block >= (\d+) AND outcome IN/.exec(sql)?.[1];
  return {
    gates: [...sql.matchAll(GATE)].map(([, operator = '', list = '']) => ({
      operator,
      states: [...list.matchAll(/'([^']*)'/g)].map(([, text]) => text as string),
    })),
    becomes: infos.findLast((text) => !text.endsWith('skip')),
    skips: infos.find((text) => text.endsWith('skip')),
    handles: HANDLER.test(sql),
    starts: sql.includes('LOCAL_TRANSACTION_ID'),
    opensRun: /'open', SYSTIMESTAMP/.test(sql),
    resumes: from === undefined ? undefined : Number(from),
    proof: /FROM dual WHERE (.*);/.exec(sql)?.[1],
    probes: sql.includes('begun before, with neither an end'),
    rows: [...sql.matchAll(ROW)].map(([, block, outcome = '']) => ({ block: Number(block), outcome })),
    commits: /^COMMIT$|\n {2,4}COMMIT;/.test(sql),
    commitsPassing: /skip' THEN\n {4}COMMIT;\n/.test(sql),
    lines: [...sql.matchAll(/PUT_LINE\('(migsql: OK [^']*)'\)/g)].map(([, text]) => text as string),
  };
}

/** Which branch of the unit's gate is taken: to run it, or to pass over it. */
function gate({ gates }: Reading, info: string | undefined): 'run' | 'pass' {
  let isOpen = gates.length === 0;
  for (const { operator, states } of gates) {
    const holds = states.some((state) => state === info);
    if (operator === '=' && holds) return info?.endsWith('skip') ? 'pass' : 'run';
    if (operator !== '=' && !holds) throw new Raised('migsql: stopped');
    if (operator !== '=') isOpen = true;
  }
  if (!isOpen) throw new Raised('migsql: stopped');
  return 'run';
}

function work({ sql, statement, transactional }: Unit, session: Session, database: Database, how: Failure['how'] | undefined): void {
  const reading = readingOf(sql);
  const { becomes, skips, resumes } = reading;
  if (gate(reading, session.info) === 'pass') {
    if (reading.commitsPassing) commit(session, database);
    session.info = skips ?? becomes;
    return;
  }
  if (resumes !== undefined && lastDone(database) >= resumes) {
    session.info = skips;
    return;
  }
  if (how === 'raised') {
    const failed = statement && reading.rows.find(({ outcome }) => outcome === 'failed');
    if (failed) database.ledger.push(failed);
    throw new Raised('ORA-00001');
  }
  if (reading.starts && !session.startsRight) throw new Raised('migsql: the script starts at [x]');
  if (resumes !== undefined && tookEffect(reading, resumes, database)) {
    database.ledger.push({ block: resumes, outcome: 'done' });
    session.info = skips;
    return;
  }
  session.rows.push(...reading.rows.filter(({ outcome }) => outcome === (resumes === undefined ? 'done' : 'begun')));
  if (reading.opensRun && database.ledger.length === 0) session.rows.push({ block: 0, outcome: 'open' });
  if (statement) {
    // DDL commits what stands before it, and itself.
    if (!transactional) commit(session, database);
    session.pending.push(statement);
    if (!transactional) commit(session, database);
  }
  if (reading.commits && !(resumes !== undefined && !/'begun',[\s\S]*?;\n {2}COMMIT;/.test(sql))) commit(session, database);
  session.output.push(...reading.lines);
  if (becomes !== undefined) session.info = becomes;
}

const lastDone = ({ ledger }: Database): number =>
  Math.max(0, ...ledger.filter(({ outcome }) => outcome === 'open' || outcome === 'done').map(({ block }) => block));

/** What a resumed run makes of a block that was begun, and neither ended nor failed. */
function tookEffect({ probes, proof }: Reading, block: number, { ledger, committed }: Database): boolean {
  const count = (wanted: string): number => ledger.filter((row) => row.block === block && row.outcome === wanted).length;
  if (!probes || count('begun') <= count('failed')) return false;
  if (proof === undefined) throw new Raised(`migsql: the script was cut off in block ${block}`);
  return committed.some((each) => each.proof === proof);
}
