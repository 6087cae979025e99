import type { Diagnostic } from '../diagnostics.ts';
import { displayServer } from '../dialects/configure.ts';
import { MigsqlError } from '../errors.ts';
import type { Migration } from '../migration.ts';
import type { Op } from '../ops/index.ts';
import type { Step } from '../revisions/index.ts';
import type { VersionTable } from '../schema/version-table.ts';
import { cutIntoBlocks } from './blocks.ts';
import { lowerOps } from './lower-ops.ts';
import type { Block, Lineage, Plan, PlannedStep, Statement, TransactionMode } from './plan.ts';
import type { EvolveSql } from './raw-sql.ts';
import { type ReplayedSchema, UNKNOWN, afterAll, atBase } from './replay.ts';
import { versionChange, versionTableStatements } from './statement.ts';
import { type OpContext, type StepOps, downgradeOps, upgradeOps } from './step-ops.ts';

export interface PlanRequest extends OpContext {
  /** Current heads the plan starts from. */
  readonly from: readonly string[];
  readonly steps: readonly Step[];
  readonly transaction: TransactionMode;
  readonly versionTable: VersionTable;
  readonly contexts?: readonly string[];
  /** Needed for scripts that find out where a database is. */
  readonly lineage?: Lineage;
  /** The migrations by id: those of the steps, and those of `history` where it is given. */
  readonly migrations: ReadonlyMap<string, Migration>;
  /**
   * The revisions applied at the start, in upgrade order, for replay. Without it a plan that needs the
   * schema of something its own steps did not make throws `SchemaNeeded`.
   */
  readonly history?: readonly string[];
  /** Without it, a plan that needs the schema of something that hand-written SQL may have made throws as well. */
  readonly evolveSql?: EvolveSql;
  /** Told of each step when it is planned. */
  readonly onStep?: (() => void) | undefined;
}

/** Of revisions that are not known to have any other. */
const alone: Lineage = { appliedBy: (revision) => [revision], prerequisites: () => [], known: () => [] };

/** Compiles steps to statements. Every problem of every step is reported in one `MigsqlError`. */
export function makePlan(request: PlanRequest): Plan {
  const { dialect, from, steps, transaction, versionTable, variables, contexts } = request;
  const problems: Diagnostic[] = [];
  const planned = steps[0]?.direction === 'downgrade' ? planDown(request, problems) : planUp(request, problems);
  if (problems.length) throw new MigsqlError(problems);
  const to = steps.at(-1)?.headsAfter ?? from;
  return { dialect: dialect.name, server: displayServer(dialect), from, to, transaction, versionTable, ...(contexts && { contexts }), ...(variables && { variables }), steps: planned, lineage: request.lineage ?? alone };
}

function planUp(request: PlanRequest, problems: Diagnostic[]): readonly PlannedStep[] {
  const { steps, from, history } = request;
  const known = from.length === 0 ? [] : history;
  let schema = known ? replay(request, known) : UNKNOWN;
  return steps.map((step, index) => {
    const migration = migrationOf(request, step.revision);
    const { ops, problems: found } = upgradeOps(migration, request);
    problems.push(...found);
    const first = index === 0 && from.length === 0;
    const planned = planStep({ request, step, migration, ops, schema, first }, problems);
    schema = planned.schema;
    return planned.step;
  });
}

function planDown(request: PlanRequest, problems: Diagnostic[]): readonly PlannedStep[] {
  const { steps, history } = request;
  const before = history ? beforeEach(request, history) : new Map<string, ReplayedSchema>();
  let schema = before.get('') ?? UNKNOWN;
  return steps.map((step) => {
    const migration = migrationOf(request, step.revision);
    const down: StepOps = downgradeOps(migration, request, before.get(step.revision) ?? UNKNOWN);
    problems.push(...down.problems);
    const planned = planStep({ request, step, migration, ops: down.ops, schema, first: false }, problems);
    schema = planned.schema;
    return planned.step;
  });
}

interface StepToPlan {
  readonly request: PlanRequest;
  readonly step: Step;
  readonly migration: Migration;
  readonly ops: readonly Op[];
  readonly schema: ReplayedSchema;
  /** The step that starts from base makes the version table. */
  readonly first: boolean;
}

function planStep(
  { request, step, migration, ops, schema, first }: StepToPlan,
  problems: Diagnostic[],
): { step: PlannedStep; schema: ReplayedSchema } {
  const { dialect, versionTable, transaction } = request;
  const statements: Statement[] = first ? versionTableStatements(versionTable, dialect) : [];
  const lowered = lowerOps({ dialect, migration, ops, schema }, problems);
  for (const statement of lowered.statements) statements.push(statement);
  for (const change of step.versionChanges) statements.push(versionChange(change, versionTable, dialect));
  request.onStep?.();
  return { step: plannedStep(step, migration, cutIntoBlocks(statements, dialect, transaction)), schema: lowered.schema };
}

/** The heads stay the walk's own getters: with many open heads, lists for every step would be quadratic. */
function plannedStep(step: Step, { title, file, sha256, imports }: Migration, blocks: readonly Block[]): PlannedStep {
  const { revision, direction, versionChanges } = step;
  const begun = Object.defineProperties({ revision, direction, title, file, sha256, imports } as PlannedStep, {
    headsBefore: Object.getOwnPropertyDescriptor(step, 'headsBefore')!,
    headsAfter: Object.getOwnPropertyDescriptor(step, 'headsAfter')!,
  });
  return Object.assign(begun, { versionChanges, blocks });
}

function migrationOf({ migrations }: PlanRequest, id: string): Migration {
  const migration = migrations.get(id);
  if (!migration) throw new Error(`migration '${id}' was not loaded`);
  return migration;
}

const replay = (request: PlanRequest, ids: readonly string[]): ReplayedSchema =>
  ids.reduce((schema, id) => afterUpgrade(request, schema, id), atBase(request.evolveSql));

const afterUpgrade = (request: PlanRequest, schema: ReplayedSchema, id: string): ReplayedSchema =>
  afterAll(schema, upgradeOps(migrationOf(request, id), request).ops);

/**
 * The schema before each revision that goes, and under `''` the schema now. What stays is replayed first and
 * what goes last, in the reverse of the order it goes in, so that each step down leaves what was before it.
 */
function beforeEach(request: PlanRequest, history: readonly string[]): ReadonlyMap<string, ReplayedSchema> {
  const going = request.steps.map(({ revision }) => revision).reverse();
  const goes = new Set(going);
  const before = new Map<string, ReplayedSchema>();
  let schema = replay(request, history.filter((id) => !goes.has(id)));
  for (const id of going) {
    before.set(id, schema);
    schema = afterUpgrade(request, schema, id);
  }
  return before.set('', schema);
}
