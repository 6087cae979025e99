import { type Project, dialectOf, loadMigrations, sqlOf, variablesOf } from './compiler.ts';
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
 * The schema that the migrations up to a target make, without a database; each part knows the revision and the line that
 * made it last.
 *
 * @throws MigsqlError of a code of `resolve`, or with the problems of the migrations
 */
export const schemaAt = async (project: Project, target: Targets, dialect: DialectName): Promise<SchemaModel> =>
  (await replay(project, target, dialect)).schema.model;

/** As `schemaAt`, with the schema before and after each revision. */
export async function replay(project: Project, target: Targets, name: DialectName): Promise<Replay> {
  const ids = revisionsUpTo(project.graph, target).map(({ id }) => id);
  const migrations = await loadMigrations(project, ids);
  const context: OpContext = { dialect: dialectOf(project.config, name), naming: project.config.naming, ...variablesOf(project.config) };
  const { evolveSql } = await sqlOf(migrations, context.dialect);
  const upgrades = [...migrations.values()].map((migration) => ({ migration, ...upgradeOps(migration, context) }));
  const problems = upgrades.flatMap((each) => each.problems);
  if (problems.length) throw new MigsqlError(problems);
  let schema = atBase(evolveSql);
  const revisions = upgrades.map(({ migration, ops }): ReplayedRevision => {
    const before = schema;
    schema = ops.reduce((current, op) => afterOp(current, op, migration), schema);
    return { migration, ops, before, after: schema };
  });
  return { ...context, revisions, schema };
}

/** The schema after an op, which makes what it changes. What two ops share in memory is copied, to have a maker each. */
function afterOp(schema: ReplayedSchema, op: Op, { id: revision, file }: Migration): ReplayedSchema {
  const maker = { revision, place: op.origin ?? { file } };
  return after({ ...schema, model: { ...schema.model, maker } }, 'rows' in op ? op : structuredClone(op));
}
