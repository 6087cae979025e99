import { type Project, dialectOf } from '../compiler.ts';
import { type Difference, type Rename, compareSchemas } from '../compare/index.ts';
import { formatDiagnostic } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { FromDatabase } from '../live/index.ts';
import type { Downgrade } from '../migration.ts';
import type { WrittenOp } from '../migrations/index.ts';
import { type Op, evolve, reverse } from '../ops/index.ts';
import { isIrreversible } from '../ops/op.ts';
import { type SchemaModel, viewOf } from '../schema/model.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { wantedChanges } from '../wanted-changes/index.ts';

/** What a migration holds that brings the schema to the one that is wanted. */
export interface Generated {
  readonly upgrade: readonly WrittenOp[];
  readonly downgrade: Downgrade;
  /** What is not known for certain. */
  readonly notes?: readonly string[];
}

/**
 * The ops from the schema of some revisions to the one that is wanted, or from that of a database that is there.
 *
 * @throws MigsqlError of a code of `wantedChanges`
 */
export async function generate(
  project: Project,
  revises: readonly string[],
  dialect: DialectName,
  renames: (before: SchemaModel, after: SchemaModel) => Promise<readonly Rename[]>,
  from?: FromDatabase,
): Promise<Generated> {
  const { before, found, doubts } = await wantedChanges(project, { target: revises.join(',') || 'base', dialect, renames, ...(from && { from }) });
  const notes = doubts.map((doubt) => `note: ${formatDiagnostic(doubt)}`);
  return { ...contentOf(found, before, dialectOf(project.config, dialect)), notes };
}

/** Differences from a schema on, as a migration holds them. What may lose data has a note. */
export function contentOf(found: readonly Difference[], before: SchemaModel, dialect: Dialect): Generated {
  const ops = found.map(({ op }) => placeless(op));
  const upgrade = found.map(({ destructive }, index): WrittenOp => {
    return { op: ops[index]!, ...(destructive !== undefined && { note: `Careful: ${destructive}.` }) };
  });
  if (undoable(ops, before)) return { upgrade, downgrade: 'reversed' };
  const back = compareSchemas(ops.reduce(evolve, before), before, { dialect });
  return { upgrade, downgrade: back.map(({ op }) => placeless(op)) };
}

/** Where the wanted schema says it is not where the migration does. */
function placeless<O extends Op>({ origin: _, ...op }: O): O {
  return op as unknown as O;
}

/** Whether each op says itself what undoes it. */
function undoable(ops: readonly Op[], before: SchemaModel): boolean {
  let schema = before;
  return ops.every((op) => {
    const back = reverse(op, viewOf(schema));
    schema = evolve(schema, op);
    return !isIrreversible(back);
  });
}
