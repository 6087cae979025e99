import { planApply, readHeads } from '../../src/apply/index.ts';
import type { Project } from '../../src/compiler.ts';
import type { Connection } from '../../src/database/connection.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import type { Migration } from '../../src/migration.ts';
import type { Plan, TransactionMode } from '../../src/plan/index.ts';
import { planOfMigrations } from '../safety/plan-of.ts';

/** A project's files, or migrations that a test has made; of those `heads` and `base` are the only targets. */
export type Source = Project | { readonly migrations: ReadonlyMap<string, Migration> };

/** From where a database is. */
export async function planFor(source: Source, connection: Connection, { range, transaction }: { readonly range: string; readonly transaction: TransactionMode }): Promise<Plan> {
  if ('graph' in source) return planApply(source, connection, { range, transaction });
  const dialect = DIALECTS[connection.dialect];
  const from = await readHeads(connection, { name: 'migsql_version' }, dialect);
  return planOfMigrations({ dialect, migrations: source.migrations, from, target: range, direction: range === 'base' ? 'downgrade' : 'upgrade', transaction });
}
