import { DIALECTS } from './dialects/index.ts';
import { fail } from './errors.ts';
import type { Config } from './config.ts';
import type { Migration } from './migration.ts';
import { type MigrationFile, loadMigrations, openMigrations } from './migrations/index.ts';
import { type Plan, type TransactionMode, makePlan } from './plan/index.ts';
import { type Direction, type Graph, type Step, buildGraph, directionOf, resolveHeads, revisionsUpTo, walk } from './revisions/index.ts';
import { SchemaNeeded } from './schema/model.ts';
import type { DialectName } from './sql/dialect-name.ts';

/** A project's migrations as files with their facts, joined into a graph; none of them is evaluated. */
export interface Project {
  readonly config: Config;
  /** Sorted by path. */
  readonly files: readonly MigrationFile[];
  readonly graph: Graph<MigrationFile>;
}

/**
 * Finds and reads the migrations of a project.
 *
 * @throws MigsqlError with every problem of every file and of the graph
 */
export async function openProject(config: Config): Promise<Project> {
  const files = await openMigrations(config);
  return { config, files, graph: buildGraph(files) };
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
  const { config, graph } = project;
  const { from = 'base', to, dialect, transaction } = request;
  const direction = request.direction ?? directionOf(graph, from, to) ?? fail('open-direction', { from, to });
  const steps = walk(graph, { from, target: to, direction });
  const heads = steps[0]?.headsBefore ?? resolveHeads(graph, from);
  const common = { dialect: DIALECTS[dialect], from: heads, steps, transaction, versionTable: config.versionTable };
  const history = revisionsUpTo(graph, from).map(({ id }) => id);
  const walked = await evaluated(project, steps.map(({ revision }) => revision));
  try {
    return makePlan({ ...common, migrations: walked });
  } catch (error) {
    if (!(error instanceof SchemaNeeded)) throw error;
    const migrations = await evaluated(project, [...new Set([...walked.keys(), ...history])]);
    return makePlan({ ...common, migrations, history });
  }
}

async function evaluated({ config, graph }: Project, ids: readonly string[]): Promise<ReadonlyMap<string, Migration>> {
  const files = ids.map((id) => graph.nodes.get(id)?.revision).filter((file) => file !== undefined);
  const migrations = await loadMigrations(files, config);
  return new Map(migrations.map((migration) => [migration.id, migration]));
}
