import * as authoring from './authoring.ts';
import type { Config } from './config.ts';
import { inContexts, saidContexts } from './contexts.ts';
import { configured } from './dialects/configure.ts';
import type { Dialect } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/index.ts';
import { MigsqlError, fail } from './errors.ts';
import type { Migration } from './migration.ts';
import { type MigrationFile, compile as compileMigrations, cacheFile, compileSql, findMigrationFiles, loadFacts, migrationInRef, openCache, placeInRef, titleOf } from './migrations/index.ts';
import type { AuthoredOp } from './ops/index.ts';
import type { Variables } from './ops/variables.ts';
import { opsForDialect } from './ops/for-dialect.ts';
import { type EvolveSql, type Lineage, type Plan, type TransactionMode, evolveSql, makePlan, stampPlan, versionTablePlan } from './plan/index.ts';
import {
  type Direction, type Graph, type Revision, type Step, appliedByAny, buildGraph, directionOf, independent, prerequisitesOf,
  resolveHeads, revisionsUpTo, walk,
} from './revisions/index.ts';
import { authoringText, openPackageSandbox } from './sandbox/package.ts';
import { placeAt } from './sandbox/places.ts';
import type { Territory } from './sandbox/imports.ts';
import { SchemaNeeded } from './schema/model.ts';
import type { DialectName } from './sql/dialect-name.ts';
import { VERSION } from './version.ts';

/** A revision of a project: with a title in any case, the line that it begins at, and its file. */
export interface ProjectRevision extends Revision {
  readonly title: string;
  readonly contexts?: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly source: MigrationFile;
  /** Where what it imports may lie. */
  readonly territory: Territory;
  /** The git ref that it was read from, where that is not the working tree. */
  readonly ref?: string;
}

type CompiledMigrations = Awaited<ReturnType<typeof compileMigrations>>;

/** A project's migrations joined into a graph; none of them is evaluated. */
export interface Project {
  readonly config: Config;
  readonly graph: Graph<ProjectRevision>;
  /** Told how far what takes long has come. */
  readonly progress?: Progress;
}

export type Progress = (
  stage: 'migrations evaluated' | 'steps planned' | 'statements written' | 'statements run',
  done: number,
  total: number,
) => void;

/** Counts up to a total, in one stage. */
function counter({ progress }: Project, stage: Parameters<Progress>[0], total: number): (() => void) | undefined {
  let done = 0;
  return progress && (() => progress(stage, ++done, total));
}

/**
 * Finds and reads the migrations of a project.
 *
 * @throws MigsqlError with every problem of every file and of the graph
 */
export async function openProject(config: Config): Promise<Project> {
  const found = findMigrationFiles(config.migrations, { project: config.root, recursive: config.recursive });
  const { files, problems } = loadFacts(found.files);
  const all = [...found.problems, ...problems];
  if (all.length) throw new MigsqlError(all);
  const territory = { project: config.root, folders: config.migrations };
  return { config, graph: buildGraph(files.map((file) => revisionOf(file, territory))) };
}

function revisionOf(source: MigrationFile, territory: Territory): ProjectRevision {
  const { id, revises, dependsOn, branchLabels, contexts, offsets, file, text } = source;
  return {
    id,
    revises,
    dependsOn,
    branchLabels,
    ...(contexts && { contexts }),
    title: titleOf(source),
    file,
    line: placeAt(text, offsets['id'] ?? 0, file).line ?? 1,
    source,
    territory,
  };
}

/** A dialect as the project's config has it. */
export const dialectOf = ({ server, quoting }: Config, name: DialectName): Dialect =>
  configured(DIALECTS[name], { ...(server[name] !== undefined && { server: server[name] }), quoting });

/** The values of the config's variables, where it has any. */
export function variablesOf({ variables }: Config): { readonly variables?: Variables } {
  const values = Object.entries(variables).map(([name, { value }]) => [name, value]);
  return values.length ? { variables: Object.fromEntries(values) } : {};
}

export interface CompileRequest {
  /** Where the database is: targets separated by commas; base when absent. */
  readonly from?: string;
  readonly to: string;
  /** Needed only where the graph leaves it open. */
  readonly direction?: Direction;
  readonly dialect: DialectName;
  readonly transaction: TransactionMode;
}

/**
 * Compiles the way between two revisions to a plan. Only the migrations on it are evaluated, and their ancestors
 * where a statement cannot be written without the schema that those made.
 *
 * @throws MigsqlError with every problem of every step
 */
export async function compile(project: Project, request: CompileRequest): Promise<Plan> {
  const { graph } = project;
  const { from = 'base', to, dialect, transaction } = request;
  const direction = request.direction ?? directionOf(graph, from, to) ?? fail('open-direction', { from, to });
  const steps = walk(graph, { from, target: to, direction });
  return planSteps(project, { from: resolveHeads(graph, from), steps, dialect, transaction });
}

/**
 * Compiles the way back of a plan, or of a part of it.
 *
 * @param from heads that the plan leads to, or passes
 * @throws MigsqlError `no-way-back` where it would end elsewhere: other lines stay as they are; of a code of `compile`
 */
export async function compileBack(project: Project, plan: Plan, from: readonly string[]): Promise<Plan> {
  const { dialect, transaction } = plan;
  const direction = plan.steps[0]?.direction === 'downgrade' ? 'upgrade' : 'downgrade';
  const targets = (heads: readonly string[]): string => [...heads].sort().join(',') || 'base';
  const back = await compile(project, { from: targets(from), to: targets(plan.from), direction, dialect, transaction });
  const ends = { from: targets(from), wanted: targets(plan.from), reached: targets(back.to), direction };
  return ends.wanted === ends.reached ? back : fail('no-way-back', ends);
}

/**
 * One revision alone, in a database that holds what it needs and nothing else. The version table's rows stay.
 *
 * @param id of the graph
 * @throws MigsqlError with every problem of the step
 */
export function compileRevision(
  project: Project,
  id: string,
  { direction, dialect }: { readonly direction: Direction; readonly dialect: DialectName },
): Promise<Plan> {
  const below = independent(project.graph.nodes.get(id)?.prerequisites ?? []).map((node) => node.id);
  const [headsBefore, headsAfter] = direction === 'upgrade' ? [below, [id]] : [[id], below];
  const step: Step = { revision: id, direction, headsBefore, headsAfter, versionChanges: [] };
  return planSteps(project, { from: headsBefore, steps: [step], dialect, transaction: 'script', inAnyContext: true });
}

export interface StampRequest extends Pick<CompileRequest, 'dialect' | 'to'> {
  /** What the version table holds, as targets; whatever it holds when absent. */
  readonly from: string | undefined;
}

/**
 * Compiles what brings the version table to other heads without running a migration.
 *
 * @throws MigsqlError of a code of `resolveHeads`
 */
export function compileStamp({ config, graph }: Project, { from, to, dialect }: StampRequest): Plan {
  return stampPlan({
    dialect: dialectOf(config, dialect),
    versionTable: config.versionTable,
    from: from === undefined ? 'anything' : resolveHeads(graph, from),
    to: resolveHeads(graph, to),
    ...variablesOf(config),
    lineage: lineageOf(graph),
  });
}

/** Compiles what makes the version table where it is missing, whatever the database is at. */
export const compileVersionTable = ({ config, graph }: Project, dialect: DialectName): Plan =>
  versionTablePlan({ dialect: dialectOf(config, dialect), versionTable: config.versionTable, lineage: lineageOf(graph) });

export const lineageOf = (graph: Graph): Lineage => ({
  appliedBy: (revision) => appliedByAny(graph, revision),
  prerequisites: (revision) => prerequisitesOf(graph, revision),
  known: () => graph.order.map(({ id }) => id),
});

interface StepsToPlan extends Pick<CompileRequest, 'dialect' | 'transaction'> {
  readonly from: readonly string[];
  readonly steps: readonly Step[];
  /** Whether all ops count, whatever their migration is for. */
  readonly inAnyContext?: boolean;
}

async function planSteps(project: Project, { from, steps, dialect, transaction, inAnyContext = false }: StepsToPlan): Promise<Plan> {
  const { config, graph } = project;
  const common = {
    dialect: dialectOf(config, dialect),
    from,
    steps,
    transaction,
    versionTable: config.versionTable,
    naming: config.naming,
    ...(config.schemaMap && { schemaMap: config.schemaMap }),
    ...variablesOf(config),
    ...(config.contexts && { contexts: config.contexts }),
    lineage: lineageOf(graph),
  };
  const load = async (ids: readonly string[]): Promise<ReadonlyMap<string, Migration>> => {
    const contexts = inAnyContext ? 'any' : saidContexts(config.contexts, graph, ids);
    return inContexts(graph, contexts, await loadMigrations(project, ids));
  };
  const walked = await load(steps.map(({ revision }) => revision));
  try {
    return makePlan({ ...common, migrations: walked, onStep: counter(project, 'steps planned', steps.length) });
  } catch (error) {
    if (!(error instanceof SchemaNeeded)) throw error;
    const history = revisionsUpTo(graph, from).map(({ id }) => id);
    const before = await load(history.filter((id) => !walked.has(id)));
    const migrations = new Map([...before, ...walked]);
    return makePlan({ ...common, migrations, history, onStep: counter(project, 'steps planned', steps.length), ...(await sqlOf(migrations, common.dialect)) });
  }
}

/** What reads hand-written SQL, where there is any. */
export async function sqlOf(migrations: ReadonlyMap<string, Migration>, dialect: Dialect): Promise<{ readonly evolveSql?: EvolveSql }> {
  if (![...migrations.values()].some((migration) => holdsSql(migration, dialect.name))) return {};
  const { openReader } = await import('./reader/index.ts');
  return { evolveSql: evolveSql(dialect, await openReader(dialect.name)) };
}

const holdsSql = ({ upgrade, downgrade }: Migration, dialect: DialectName): boolean =>
  opsForDialect([...upgrade, ...(Array.isArray(downgrade) ? (downgrade as readonly AuthoredOp[]) : [])], dialect).some(
    ({ op }) => op === 'execute',
  );

const compiledInRef = ({ migrations, problems }: CompiledMigrations, ref: string): CompiledMigrations => ({
  migrations: migrations.map((migration) => migrationInRef(migration, ref)),
  problems: problems.map((each) => ({ ...each, ...(each.place && { place: placeInRef(each.place, ref) }) })),
});

/**
 * The named migrations, evaluated in the sandbox or taken from the cache.
 *
 * @throws MigsqlError with every problem of every file
 */
export async function loadMigrations(project: Project, ids: readonly string[]): Promise<ReadonlyMap<string, Migration>> {
  const { config, graph } = project;
  const revisions = ids.flatMap((id) => graph.nodes.get(id)?.revision ?? []);
  const onFile = counter(project, 'migrations evaluated', revisions.length);
  const sandbox = openPackageSandbox(config.limits);
  const key = [VERSION, authoringText(), JSON.stringify(config.limits)].join('\n');
  const territories = [...new Set(revisions.map(({ territory }) => territory))];
  try {
    const compiled = territories.map((territory) => {
      const files = revisions.filter((each) => each.territory === territory).map(({ source }) => source);
      const cache = config.cache && territory.project === config.root && { cache: openCache({ path: cacheFile(config.root), key, territory }) };
      const compiled = compileMigrations(files, { territory, sandbox, authoring, compileSql, onFile, ...cache });
      const ref = revisions.find((each) => each.territory === territory)?.ref;
      return ref === undefined ? compiled : compiled.then((found) => compiledInRef(found, ref));
    });
    const found = await Promise.all(compiled);
    const problems = found.flatMap((each) => each.problems);
    if (problems.length) throw new MigsqlError(problems);
    const byId = new Map(found.flatMap(({ migrations }) => migrations).map((migration) => [migration.id, migration]));
    return new Map(ids.flatMap((id) => byId.get(id) ?? []).map((migration) => [migration.id, migration]));
  } finally {
    await sandbox.close();
  }
}
