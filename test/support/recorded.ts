import type { Connection } from '../../src/database/connection.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { type Plan, headsQuery, statementsOf } from '../../src/plan/index.ts';

export interface Recorded {
  readonly connection: Connection;
  /** Everything that was sent, in order. */
  readonly sent: readonly string[];
}

/** A database that believes everything, and keeps nothing but the heads of a plan's version table. */
export function recorded(plan: Plan): Recorded {
  const sent: string[] = [];
  const heads = new Set(plan.from);
  const changes = new Map(
    plan.steps.flatMap(statementsOf).flatMap(({ sql, origin }) => (origin.kind === 'version-table' && origin.change ? [[sql, origin.change] as const] : [])),
  );
  const asksHeads = headsQuery(plan.versionTable, DIALECTS[plan.dialect]);
  const connection: Connection = {
    dialect: plan.dialect,
    server: '99',
    display: 'recorded',
    run: async (sql) => {
      sent.push(sql);
      const change = changes.get(sql);
      if (change?.kind === 'update') heads.delete(change.from);
      else if (change?.kind === 'delete') heads.delete(change.id);
      if (change && change.kind !== 'delete') heads.add(change.kind === 'update' ? change.to : change.id);
      return {};
    },
    query: async (sql) => {
      if (sql === asksHeads) return [...heads].map((revision) => ({ revision }));
      if (sql.includes('AS held')) return [{ held: 1 }];
      // The version table is there from the first, a ledger never was.
      return sql.includes('migsql_ledger') || sql.includes('MIGSQL_LEDGER') ? [] : [{ found: 1 }];
    },
    cancel: () => {},
    close: async () => {},
  };
  return { connection, sent };
}
