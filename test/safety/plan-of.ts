/** A plan of migrations that a test holds, as the compiler would make it of files. */
import type { Dialect } from '../../src/dialects/dialect.ts';
import type { Migration } from '../../src/migration.ts';
import { DEFAULT_NAMING } from '../../src/ops/naming.ts';
import { type Plan, type TransactionMode, evolveSql, makePlan } from '../../src/plan/index.ts';
import { appliedByAny, buildGraph, prerequisitesOf, revisionsUpTo, walk } from '../../src/revisions/index.ts';
import type { TableName } from '../../src/schema/table.ts';

export interface Asked {
  readonly dialect: Dialect;
  readonly migrations: ReadonlyMap<string, Migration>;
  /** Heads; none are base, from which all goes up, as down from any others. */
  readonly from?: readonly string[];
  readonly target?: string | readonly string[];
  readonly direction?: 'upgrade' | 'downgrade';
  readonly transaction: TransactionMode;
  readonly versionTable?: TableName;
}

export function planOfMigrations(asked: Asked): Plan {
  const { dialect, migrations, from = [], transaction, versionTable = { name: 'migsql_version' } } = asked;
  const { direction = from.length ? 'downgrade' : 'upgrade' } = asked;
  const { target = direction === 'upgrade' ? 'heads' : 'base' } = asked;
  const graph = buildGraph([...migrations.values()]);
  return makePlan({
    dialect,
    naming: DEFAULT_NAMING,
    from,
    steps: walk(graph, { from: from.length ? from : 'base', target, direction }),
    transaction,
    versionTable,
    lineage: {
      appliedBy: (id) => appliedByAny(graph, id),
      prerequisites: (id) => prerequisitesOf(graph, id),
      known: () => graph.order.map(({ id }) => id),
    },
    migrations,
    history: revisionsUpTo(graph, from.length ? from : 'base').map(({ id }) => id),
    evolveSql: evolveSql(dialect, () => ({ opaque: [], reason: 'no statement of the tests changes the schema' })),
  });
}
