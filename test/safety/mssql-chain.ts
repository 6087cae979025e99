/** A chain for SQL Server's scripts: transactions, what cannot stand in one, a merge, and what must be first in its batch. */
import * as m from '../../src/authoring.ts';
import { mssql } from '../../src/dialects/mssql/index.ts';
import type { Migration } from '../../src/migration.ts';
import type { AuthoredOp } from '../../src/ops/index.ts';
import type { Plan, TransactionMode } from '../../src/plan/index.ts';
import type { TableName } from '../../src/schema/table.ts';
import { planOfMigrations } from './plan-of.ts';

export interface Revision {
  readonly id: string;
  readonly revises: readonly string[];
  readonly title?: string;
  readonly ops: readonly AuthoredOp[];
}

export const table = (name: string): AuthoredOp =>
  m.createTable(name, [m.column('id', m.types.integer(), { nullable: false }), m.primaryKey(['id'])]);

const OUTSIDE = m.execute('ALTER DATABASE CURRENT SET AUTO_UPDATE_STATISTICS_ASYNC ON', {
  reverse: 'ALTER DATABASE CURRENT SET AUTO_UPDATE_STATISTICS_ASYNC OFF',
  transactional: false,
});

export const CHAIN: readonly Revision[] = [
  { id: 'rev1', revises: [], ops: [table('one'), table('two')] },
  { id: 'rev2', revises: ['rev1'], ops: [table('three'), OUTSIDE, table('four')] },
  {
    id: 'rev3',
    revises: ['rev1'],
    // EF Core's idempotent scripts bind the new column where the step is skipped: the view and the rows name it.
    ops: [
      m.addColumn('two', m.column('note', m.types.text())),
      m.execute("UPDATE two SET note = N'new'", { reverse: "UPDATE two SET note = N'old'" }),
      m.createView('notes', 'SELECT note FROM two'),
    ],
  },
  { id: 'rev4', revises: ['rev2', 'rev3'], ops: [m.renameTable('four', 'five'), m.bulkInsert('one', [{ id: 1 }, { id: 2 }])] },
];

export interface Asked {
  readonly transaction?: TransactionMode;
  readonly direction?: 'upgrade' | 'downgrade';
  readonly chain?: readonly Revision[];
  readonly versionTable?: TableName;
}

export function mssqlPlan({ transaction = 'script', direction = 'upgrade', chain = CHAIN, versionTable = { name: 'migsql_version' } }: Asked = {}): Plan {
  const all = new Map(
    chain.map(({ id, revises, title = `step ${id}`, ops }): [string, Migration] => [
      id,
      {
        id, revises, dependsOn: [], branchLabels: [], title, file: `migrations/${id}.ts`, sha256: '1'.repeat(64), imports: [],
        upgrade: ops, downgrade: 'reversed',
      },
    ]),
  );
  const from = direction === 'upgrade' ? [] : [chain.at(-1)!.id];
  return planOfMigrations({ dialect: mssql, migrations: all, from, transaction, versionTable });
}
