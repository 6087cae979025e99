import { type Project, dialectOf, lineageOf } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { type Plan, repairPlan } from '../plan/index.ts';
import type { Drift } from './drift.ts';

/** What brings a database back to what the migrations make. @throws MigsqlError with every problem of the ops */
export const planRepair = ({ config, graph }: Project, { dialect }: Pick<Connection, 'dialect'>, { heads, repair, found }: Drift): Plan =>
  repairPlan({
    dialect: dialectOf(config, dialect),
    versionTable: config.versionTable,
    heads,
    title: titleOf(repair),
    ops: repair.map(({ op }) => op),
    schema: found,
    transaction: config.transaction,
    lineage: lineageOf(graph),
  });

/** It stands in the script: whoever reviews that sees no other word of what may be lost. */
function titleOf(repair: Drift['repair']): string {
  const risks = repair.flatMap(({ destructive }) => destructive ?? []);
  return `the schema becomes what the migrations make${risks.length ? `; careful: ${risks.join('; ')}` : ''}`;
}
