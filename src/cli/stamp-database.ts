import { applyPlan, planStamp } from '../apply/index.ts';
import type { Project } from '../compiler.ts';
import { headsText } from '../script/facts.ts';
import type { DatabaseFlags } from './database-flags.ts';
import type { Report } from './report.ts';
import { withDatabase } from './with-database.ts';

/** What to stamp in a database, as the command line says it. */
export interface StampDatabase extends DatabaseFlags {
  readonly targets: readonly string[];
  /** What it must be at; whatever it is at when absent. */
  readonly from?: string | undefined;
  readonly purge: boolean;
}

/** @throws MigsqlError of `openDatabase`, `planStamp` and `applyPlan` */
export const stampDatabase = (project: Project, { targets, from, purge, ...flags }: StampDatabase): Promise<Report> =>
  withDatabase(project.config, flags, async (connection) => {
    const plan = await planStamp(project, connection, { targets, from, purge });
    const { to } = await applyPlan(connection, plan);
    return { data: { database: connection.display, from: plan.from, to }, lines: [`${connection.display} is at ${headsText(to)}`] };
  });
