import { type Project, dialectOf, loadMigrations, sqlOf, variablesOf } from './compiler.ts';
import { inContexts, saidContexts } from './contexts.ts';
import type { Diagnostic } from './diagnostics.ts';
import { MigsqlError } from './errors.ts';
import type { Migration } from './migration.ts';
import type { Op } from './ops/index.ts';
import { type OpContext, type ReplayedSchema, after, atBase, upgradeOps } from './plan/index.ts';
import { type Targets, revisionsUpTo } from './revisions/index.ts';
import type { SchemaModel } from './schema/model.ts';
import type { DialectName } from './sql/dialect-name.ts';

/** The chain as far as a target, replayed in one dialect. */
export interface Replay extends OpContext {
  /** In the order in which they are applied. */
  readonly revisions: readonly ReplayedRevision[];
  /** The schema at the end. */
  readonly schema: ReplayedSchema;
}

export interface ReplayedRevision {
  readonly migration: Migration;
  /** Its upgrade in the dialect. */
  readonly ops: readonly Op[];
  readonly before: ReplayedSchema;
  readonly after: ReplayedSchema;
}

/**
 * The schema that the migrations up to a target make, without a database, for the contexts of the config; each part knows the
 * revision and the line that made it last.
 *
 * @throws MigsqlError of a code of `resolve`; `open-context`; with the problems of the migrations
 */
export const schemaAt = async (project: Project, target: Targets, dialect: DialectName): Promise<SchemaModel> =>
  (await replay(project, target, dialect)).schema.model;

/**
 * As `schemaAt`, with the schemas called as the config maps them: what a database has that is at these heads.
 *
 * @throws MigsqlError of a code of `schemaAt`
 */
export async function schemaInDatabase(project: Project, heads: readonly string[], dialect: DialectName): Promise<SchemaModel> {
  const { schemaMap } = project.config;
  return (await replayed(project, heads, dialect, { ...(schemaMap && { schemaMap }) })).schema.model;
}

/**
 * As `schemaAt`, with the schema before and after each revision.
 *
 * @param contexts `any` where revisions are looked at, each for itself: then none is left out
 */
export const replay = (project: Project, target: Targets, name: DialectName, contexts?: 'any'): Promise<Replay> =>
  replayed(project, target, name, { ...(contexts && { contexts }) });

interface ReplayOptions extends Pick<OpContext, 'schemaMap'> {
  readonly contexts?: 'any';
}

async function replayed(project: Project, target: Targets, name: DialectName, { contexts, ...options }: ReplayOptions): Promise<Replay> {
  const { config, graph } = project;
  const ids = revisionsUpTo(graph, target).map(({ id }) => id);
  const wanted = contexts ?? saidContexts(config.contexts, graph, ids);
  const migrations = inContexts(graph, wanted, await loadMigrations(project, ids));
  const context: OpContext = { dialect: dialectOf(config, name), naming: config.naming, ...variablesOf(config), ...options };
  const { evolveSql } = await sqlOf(migrations, context.dialect);
  const upgrades = [...migrations.values()].map((migration) => ({ migration, ...upgradeOps(migration, context) }));
  const problems = upgrades.flatMap((each) => each.problems);
  if (problems.length) throw new MigsqlError(problems);
  let schema = atBase(evolveSql);
  const revisions = upgrades.map(({ migration, ops }): ReplayedRevision => {
    const before = schema;
    for (const op of ops) schema = tried(() => afterOp(schema, op, migration), problems) ?? schema;
    return { migration, ops, before, after: schema };
  });
  if (problems.length) throw new MigsqlError(problems);
  return { ...context, revisions, schema };
}

/** The work, or its problems beside those of others. */
function tried<T>(work: () => T, problems: Diagnostic[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    problems.push(...error.diagnostics);
    return undefined;
  }
}

/** The schema after an op, which makes what it changes. What two ops share in memory is copied, to have a maker each. */
function afterOp(schema: ReplayedSchema, op: Op, { id: revision, file }: Migration): ReplayedSchema {
  const maker = { revision, place: op.origin ?? { file } };
  return after({ ...schema, model: { ...schema.model, maker } }, 'rows' in op ? op : structuredClone(op));
}
