import { type Dialect, dataStatement } from '../dialects/dialect.ts';
import { displayServer } from '../dialects/configure.ts';
import { writeTable } from '../dialects/write.ts';
import type { Variables } from '../ops/variables.ts';
import type { VersionChange } from '../revisions/index.ts';
import type { VersionTable } from '../schema/version-table.ts';
import { cutIntoBlocks } from './blocks.ts';
import type { Lineage, Plan, Statement } from './plan.ts';
import { statementOf, versionChange, versionTableStatements } from './statement.ts';

export interface StampRequest {
  readonly dialect: Dialect;
  readonly versionTable: VersionTable;
  /** What the version table holds; or anything: all its rows go. */
  readonly from: readonly string[] | 'anything';
  readonly to: readonly string[];
  readonly lineage: Lineage;
  /** What the config's variables are: a script's templates may show them. */
  readonly variables?: Variables;
}

/** One step that brings the version table to other heads, and runs no migration. */
export function stampPlan({ dialect, versionTable, from, to, lineage, variables }: StampRequest): Plan {
  const fromAnything = from === 'anything';
  const headsBefore = fromAnything ? [] : from;
  const versionChanges = changesBetween(headsBefore, to);
  const statements = [
    ...(headsBefore.length ? [] : versionTableStatements(versionTable, dialect)),
    ...(fromAnything ? [clearing(versionTable, dialect)] : []),
    ...versionChanges.map((change) => versionChange(change, versionTable, dialect)),
  ];
  const revision = to.length > MOST_SHOWN ? `${to.length} heads` : to.join(', ') || 'base';
  const step = { ...NO_MIGRATION, revision, headsBefore, headsAfter: to, versionChanges, blocks: cutIntoBlocks(statements, dialect, 'script') };
  const isNeeded = fromAnything || versionChanges.length > 0;
  const plan = planOf(dialect, { versionTable, from: headsBefore, to, steps: isNeeded ? [step] : [], lineage });
  return { ...plan, ...(variables && { variables }), ...(fromAnything && { fromAnything }) };
}

/** One step that makes the version table where it is missing, and leaves what it holds. */
export function versionTablePlan({ dialect, versionTable, lineage }: Pick<StampRequest, 'dialect' | 'versionTable' | 'lineage'>): Plan {
  const blocks = cutIntoBlocks(versionTableStatements(versionTable, dialect), dialect, 'script');
  const step = { ...NO_MIGRATION, revision: 'version table', headsBefore: [], headsAfter: [], versionChanges: [], blocks };
  return { ...planOf(dialect, { versionTable, from: [], to: [], steps: [step], lineage }), fromAnything: true };
}

const NO_MIGRATION = { direction: 'stamp', title: 'no migration is run', file: '', sha256: '', imports: [] } as const;

const planOf = (dialect: Dialect, rest: Pick<Plan, 'versionTable' | 'from' | 'to' | 'steps' | 'lineage'>): Plan => ({
  dialect: dialect.name,
  server: displayServer(dialect),
  transaction: 'script',
  ...rest,
});

const MOST_SHOWN = 4;

function changesBetween(from: readonly string[], to: readonly string[]): readonly VersionChange[] {
  const gone = from.filter((id) => !to.includes(id));
  const come = to.filter((id) => !from.includes(id));
  return [
    ...come.map((id, index): VersionChange => {
      const before = gone[index];
      return before === undefined ? { kind: 'insert', id } : { kind: 'update', from: before, to: id };
    }),
    ...gone.slice(come.length).map((id): VersionChange => ({ kind: 'delete', id })),
  ];
}

/** However many rows there are. */
const clearing = (table: VersionTable, dialect: Dialect): Statement =>
  statementOf(dataStatement(`DELETE FROM ${writeTable(dialect, table)}`), { kind: 'version-table' });
