import { displayServer } from '../dialects/configure.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import type { Op } from '../ops/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import type { VersionTable } from '../schema/version-table.ts';
import { cutIntoBlocks } from './blocks.ts';
import { lowerOps } from './lower-ops.ts';
import type { Lineage, Plan, TransactionMode } from './plan.ts';
import { atBase } from './replay.ts';

export interface RepairRequest {
  readonly dialect: Dialect;
  readonly versionTable: VersionTable;
  /** What the version table holds, before and after. */
  readonly heads: readonly string[];
  /** What it does, in a few words. */
  readonly title: string;
  readonly ops: readonly Op[];
  /** What there is before them. */
  readonly schema: SchemaModel;
  readonly transaction: TransactionMode;
  readonly lineage: Lineage;
}

/**
 * One step of ops of no migration, which leaves the version table as it is.
 *
 * @throws MigsqlError with every problem of the ops
 */
export function repairPlan({ dialect, versionTable, heads, title, ops, schema, transaction, lineage }: RepairRequest): Plan {
  const problems: Diagnostic[] = [];
  const before = { ...atBase(), model: schema };
  const { statements } = lowerOps({ dialect, migration: { file: '' }, ops, schema: before }, problems);
  if (problems.length) throw new MigsqlError(problems.map(({ place: _, ...rest }) => rest));
  const step = {
    revision: heads.join(', ') || 'base',
    direction: 'repair',
    title,
    file: '',
    sha256: '',
    imports: [],
    headsBefore: heads,
    headsAfter: heads,
    versionChanges: [],
    blocks: cutIntoBlocks(statements, dialect, transaction),
  } as const;
  return {
    dialect: dialect.name,
    server: displayServer(dialect),
    from: heads,
    to: heads,
    transaction,
    versionTable,
    steps: statements.length ? [step] : [],
    lineage,
  };
}
