import type { Connection } from '../database/connection.ts';
import { SESSION_WORDS } from '../database/words/index.ts';
import { DIALECTS } from '../dialects/index.ts';
import { MigsqlError, fail } from '../errors.ts';
import { type Plan, type PlannedStep, type Statement, statementsHash, statementsOf } from '../plan/index.ts';
import { isCheck, isRepeatable, livesInSession } from '../plan/repeatable.ts';
import { type LastEntry, type Ledger, lastEntries } from './ledger.ts';

/** What is there already of a plan's first step. */
export interface Part {
  /** How many of its statements are passed over. */
  readonly skip: number;
  /** What the statement that comes next may have left behind when it was begun before. */
  readonly clearing?: string;
}

const NOTHING: Part = { skip: 0 };

/** Where a run of a plan begins: as `ApplyOptions` has them. */
export interface Beginning {
  readonly ledger?: boolean;
  readonly fromStatement?: number;
}

/**
 * What is there already of a plan's first step: as a person says, or as the ledger tells of an earlier run that was cut. A stamp
 * says nothing of a revision, and is a way out where one is there in part.
 *
 * @throws MigsqlError `no-such-statement`; where the plan does not go on with what is there in part, or nothing tells whether a
 *   statement took effect
 */
export async function beginningOf(connection: Connection, plan: Plan, { ledger = true, fromStatement }: Beginning): Promise<Part> {
  if (plan.steps[0]?.direction === 'stamp') return NOTHING;
  const { steps: [step] } = plan;
  const place = { table: plan.versionTable, dialect: DIALECTS[plan.dialect] };
  if (ledger && fromStatement === undefined) return partOf(connection, plan, place);
  // From its first statement on: whatever was in part is said to be undone.
  if (fromStatement === 1) return NOTHING;
  const parts = await partsOf(connection, plan, place).catch(withoutUnfit);
  const other = parts.find((part) => !isNothing(part) && (fromStatement === undefined || !isOf(part, step)));
  if (other) failFor(other, step);
  return fromStatement === undefined || !step ? NOTHING : partFrom(fromStatement, step);
}

/** A run without a ledger has no use for one of another kind. */
function withoutUnfit(error: unknown): readonly [] {
  if (error instanceof MigsqlError && error.code === 'unfit-ledger') return [];
  throw error;
}

async function partOf(connection: Connection, plan: Plan, ledger: Ledger): Promise<Part> {
  const parts = await partsOf(connection, plan, ledger);
  const step = plan.steps[0];
  const own = parts.find((part) => isOf(part, step));
  const other = parts.find((part) => part !== own && !isNothing(part));
  if (other) failFor(other, step);
  return own && step ? resume(connection, own, step, plan) : NOTHING;
}

const isOf = ({ revision, direction }: LastEntry, step: PlannedStep | undefined): boolean => revision === step?.revision && direction === step.direction;

const failFor = ({ revision, direction, done }: LastEntry, step: PlannedStep | undefined): never => {
  const of = step?.revision === revision ? statementsOf(step).length : undefined;
  return done === undefined ? fail('part-of-script', { revision }) : fail('part-applied', { revision, direction, done, ...(of !== undefined && { of }) });
};

/** What the ledger says of each revision that is there in part, by the heads that the database is at. */
export const partsOf = async (connection: Connection, at: Pick<Plan, 'from' | 'lineage'>, ledger: Ledger): Promise<readonly LastEntry[]> =>
  (await lastEntries(connection, ledger)).filter((entry) => isInPart(entry, at));

/** A row of a block is followed by others, unless the step was cut there; the version table says whether it was. */
function isInPart({ revision, direction, ofBlock }: LastEntry, { lineage, from: heads }: Pick<Plan, 'from' | 'lineage'>): boolean {
  if (!ofBlock || !lineage.known().includes(revision)) return false;
  const isApplied = lineage.appliedBy(revision).some((id) => heads.includes(id));
  return direction === 'upgrade' ? !isApplied : isApplied;
}

/** Its first statement was refused: all that there may be is what that left behind. */
export const isNothing = ({ done, ended }: LastEntry): boolean => done === 0 && ended;

async function resume(connection: Connection, part: LastEntry, step: PlannedStep, plan: Plan): Promise<Part> {
  const { revision, done, statements, ended } = part;
  if (done === undefined) return fail('part-of-script', { revision });
  if (statements !== statementsHash(step)) return isNothing(part) ? NOTHING : fail('part-differs', { revision, done });
  const all = statementsOf(step);
  const next = all[done];
  if (next === undefined) return { skip: done };
  const tookEffect = ended ? false : await hasTakenEffect(connection, next, plan);
  if (tookEffect === undefined) {
    fail('uncertain-statement', { revision, statement: done + 1, of: all.length, beginning: firstWords(next) });
  }
  refuseSession(all.slice(0, done), step, plan);
  return tookEffect ? { skip: done + 1 } : { skip: beginOfCheck(all, done), ...(next.clearing !== undefined && { clearing: next.clearing }) };
}

/** What was kept by a session is gone with it, and those that come next may need it. */
function refuseSession(passedOver: readonly Statement[], { revision }: PlannedStep, { dialect }: Plan): void {
  const at = passedOver.findIndex((statement) => livesInSession(statement, dialect));
  const statement = passedOver[at];
  if (statement) fail('part-in-session', { revision, statement: at + 1, done: passedOver.length, beginning: firstWords(statement) });
}

/** A condition is asked by several statements, of which the first holds for the session alone. */
const beginOfCheck = (all: readonly Statement[], at: number): number => (isCheck(all[at]?.sql ?? '') ? beginOfCheck(all, at - 1) : at);

/** Of a statement that was begun: nothing where nothing tells. One that may be run twice is taken for one that has not. */
async function hasTakenEffect(connection: Connection, statement: Statement, { dialect }: Plan): Promise<boolean | undefined> {
  const { proof, mayHoldBefore } = statement;
  if (mayHoldBefore || isRepeatable(statement)) return false;
  if (!proof) return undefined;
  const [row] = await connection.query(SESSION_WORDS[dialect].ask(proof));
  return Number(row?.['holds']) === 1;
}

const firstWords = ({ sql }: Statement): string => {
  const words = sql.replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57)}...` : words;
};

/** Goes on where a person says. */
function partFrom(fromStatement: number, step: PlannedStep): Part {
  const of = statementsOf(step).length;
  if (fromStatement > of) fail('no-such-statement', { from: fromStatement, of, revision: step.revision });
  const clearing = statementsOf(step)[fromStatement - 1]?.clearing;
  return { skip: fromStatement - 1, ...(clearing !== undefined && { clearing }) };
}
