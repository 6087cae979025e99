import { formatPlace } from '../diagnostics.ts';
import { compileRevision, type Project } from '../compiler.ts';
import type { Migration } from '../migration.ts';
import type { Origin, Plan } from '../plan/index.ts';
import type { Direction } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type OpData, type OpsData, opsData } from './op-reports.ts';

type OpOrigin = Extract<Origin, { readonly kind: 'op' }>;

/**
 * What a migration does in one dialect, with the statements of each op, which are those of a render. The ops of a
 * downgrade that is worked out are there as well.
 *
 * @throws MigsqlError with every problem of the statements
 */
export async function opsWithSql(project: Project, migration: Migration, dialect: DialectName): Promise<OpsData> {
  const { upgrade, downgrade } = await opsData(migration, dialect);
  const sqlOf = async (direction: Direction): Promise<readonly OpData[]> =>
    planOps(await compileRevision(project, migration.id, { direction, dialect }));
  return {
    upgrade: withSql(upgrade, await sqlOf('upgrade')),
    downgrade: await downgradeWithSql(downgrade, () => sqlOf('downgrade')),
  };
}

async function downgradeWithSql(
  downgrade: OpsData['downgrade'],
  sqlOf: () => Promise<readonly OpData[]>,
): Promise<OpsData['downgrade']> {
  if (downgrade === 'reversed') return sqlOf();
  return 'irreversible' in downgrade ? downgrade : withSql(downgrade, await sqlOf());
}

/**
 * Both are in the order of the migration; an op that is needless in the dialect has no statements. A plan's constraints
 * have names, so that the description may differ; the place of hand-written SQL may be that of a later line.
 */
function withSql(ops: readonly OpData[], planned: readonly OpData[]): readonly OpData[] {
  let at = 0;
  return ops.map((op) => {
    const next = planned[at];
    const isNext = next && op.op === next.op && (op.description === next.description || op.place === next.place);
    if (isNext) at += 1;
    return { ...op, ...(isNext ? next : { sql: [] }) };
  });
}

/** The ops of a plan with their statements. */
function planOps({ steps }: Plan): readonly OpData[] {
  const groups: { origin: OpOrigin; sql: string[] }[] = [];
  for (const { sql, origin } of steps.flatMap(({ blocks }) => blocks.flatMap(({ statements }) => statements))) {
    if (origin.kind !== 'op') continue;
    const last = groups.at(-1);
    if (last && isSameOp(last.origin, origin)) last.sql.push(sql);
    else groups.push({ origin, sql: [sql] });
  }
  return groups.map(({ origin, sql }) => ({ op: origin.op, description: origin.description, place: formatPlace({ file: '', ...origin }), sql }));
}

/** An op's statements share their origin, but for those of a text's later lines. */
const isSameOp = (a: OpOrigin, b: OpOrigin): boolean =>
  a === b ||
  (a.op === b.op && a.description === b.description && a.file === b.file && b.column === undefined && a.line !== b.line);
