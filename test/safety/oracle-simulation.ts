/**
 * What Oracle and a client make of a script's units, as far as its guards go: the session's state, what is committed and
 * what is not, the ledger. It reads the text of the units, and is no database: it shows that the guards hang together, if
 * the vendor's pages on commits, exceptions and CLIENT_INFO are right. Nothing here was run on Oracle.
 */
import { dynamicText } from '../../src/dialects/oracle/blocks.ts';
import { type Plan, type Statement, planEvents } from '../../src/plan/index.ts';
import { withoutVariables } from '../../src/script/oracle-units.ts';
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
  const handles = /EXCEPTION\n {2}WHEN OTHERS THEN\n {4}DBMS_APPLICATION_INFO\.SET_CLIENT_INFO\('migsql stopped'\);\n {4}ROLLBACK;\n {4}RAISE;\nEND;$/.test(unit.sql);
  try {
    work(unit, session, database, how);
  } catch (error) {
    if (handles) {
      session.info = 'migsql stopped';
      rollback(session);
    }
    throw error;
  }
}

const GATE = /SYS_CONTEXT\('USERENV', 'CLIENT_INFO'\)(?:, '-'\))? (=|<>|NOT IN) (\([^)]*\)|'[^']*') THEN/g;
const SET = /SET_CLIENT_INFO\('([^']*)'\)/g;

/** Which branch of the unit's gate is taken: to run it, or to pass over it. */
function gate(sql: string, info: string | undefined): 'run' | 'pass' {
  const gates = [...sql.matchAll(GATE)];
  let known = gates.length === 0;
  for (const [, operator, list = ''] of gates) {
    const holds = [...list.matchAll(/'([^']*)'/g)].some(([, text]) => text === info);
    if (operator === '=' && holds) return /skip'$/.test(list) ? 'pass' : 'run';
    if (operator !== '=' && !holds) throw new Raised('migsql: stopped');
    if (operator !== '=') known = true;
  }
  if (!known) throw new Raised('migsql: stopped');
  return 'run';
}

function work(unit: Unit, session: Session, database: Database, how: Failure['how'] | undefined): void {
  const { sql, statement } = unit;
  const infos = [...sql.matchAll(SET)].map(([, text]) => text as string).filter((text) => text !== 'migsql stopped' || sql.length < 200);
  const way = gate(sql, session.info);
  const skip = infos.find((text) => text.endsWith('skip'));
  const becomes = infos.findLast((text) => !text.endsWith('skip'));
  if (way === 'pass') {
    if (/THEN\n {4}COMMIT;\n/.test(sql)) commit(session, database);
    session.info = skip ?? becomes;
    return;
  }
  const done = Math.max(0, ...database.ledger.filter(({ outcome }) => outcome !== 'begun' && outcome !== 'failed').map(({ block }) => block));
  const from = /AND block >= (\d+) AND outcome IN/.exec(sql)?.[1];
  if (from !== undefined && done >= Number(from)) {
    session.info = skip;
    return;
  }
  if (how === 'raised') throw new Raised('ORA-00001');
  if (sql.includes('LOCAL_TRANSACTION_ID') && !session.startsRight) throw new Raised('migsql: the script starts at [x]');
  if (from !== undefined) probe(unit, Number(from), session, database);
  if (session.info === `${skip}` && skip !== undefined) return;
  for (const [, block = '', outcome = ''] of sql.matchAll(/SELECT '[0-9a-f]{64}', MAX\(run\), (\d+), \d+, '[^']*', '\w+', '(\w+)'/g)) {
    if (outcome === 'begun' || (outcome === 'done' && from === undefined)) session.rows.push({ block: Number(block), outcome });
  }
  if (/'open', SYSTIMESTAMP/.test(sql) && (database.ledger.length === 0)) session.rows.push({ block: 0, outcome: 'open' });
  if (statement) {
    // DDL commits what stands before it, and itself.
    if (!unit.transactional) commit(session, database);
    session.pending.push(statement);
    if (!unit.transactional) commit(session, database);
  }
  if (/^COMMIT$|\n {2,4}COMMIT;/.test(sql)) commit(session, database);
  for (const [, text] of sql.matchAll(/PUT_LINE\('(migsql: OK [^']*)'\)/g)) session.output.push(text as string);
  if (becomes !== undefined) session.info = becomes;
}

/** What a resumed run makes of a block that was begun and did not end. */
function probe({ sql }: Unit, block: number, session: Session, database: Database): void {
  const rows = database.ledger.filter((row) => row.block === block);
  const begun = rows.filter(({ outcome }) => outcome === 'begun').length;
  if (!/begun before, with neither an end/.test(sql) || begun === 0) return;
  const proof = /FROM dual WHERE (.*);/.exec(sql)?.[1];
  if (proof === undefined) throw new Raised(`migsql: the script was cut off in block ${block}`);
  const statement = database.committed.find((each) => each.proof === proof);
  if (!statement) return;
  database.ledger.push({ block, outcome: 'done' });
  session.info = [...sql.matchAll(SET)].map(([, text]) => text as string).find((text) => text.endsWith('skip'));
}
