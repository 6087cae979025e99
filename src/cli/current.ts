import { type DatabaseStatus, databaseStatus } from '../apply/index.ts';
import type { Project } from '../compiler.ts';
import type { DatabaseFlags } from './database-flags.ts';
import type { Report } from './report.ts';
import { revisionData, revisionLine, revisionName } from './revision-text.ts';
import { withDatabase } from './with-database.ts';

/** @throws MigsqlError of `openDatabase` and `databaseStatus` */
export const askStatus = (project: Project, flags: DatabaseFlags): Promise<DatabaseStatus> =>
  withDatabase(project.config, flags, (connection) => databaseStatus(project, connection));

/** The heads that a database is at; with `mustBeThere`, wrong unless those are all of the project's. @throws as `askStatus` */
export async function reportCurrent(project: Project, flags: DatabaseFlags, mustBeThere: boolean): Promise<Report> {
  const status = await askStatus(project, flags);
  const named = status.heads.flatMap((id) => project.graph.nodes.get(id) ?? []).map((node) => revisionName(revisionData(node)));
  return { data: status, lines: named.length ? named : ['base'], notes: behindLines(project, status), failed: mustBeThere && isBehind(status) };
}

/** Whether a database is where the project is. @throws as `askStatus` */
export async function checkDatabase(project: Project, flags: DatabaseFlags): Promise<Report> {
  const status = await askStatus(project, flags);
  const lines = isBehind(status) ? behindLines(project, status) : [`${status.database}: every revision is applied`];
  return { data: status, lines, failed: isBehind(status) };
}

const isBehind = ({ missing, parts }: DatabaseStatus): boolean => missing.length + parts.length > 0;

function behindLines({ graph }: Project, { database, missing, parts }: DatabaseStatus): readonly string[] {
  const shown = missing.flatMap((id) => graph.nodes.get(id) ?? []).map((node) => `  ${revisionLine(revisionData(node))}`);
  return [
    ...(missing.length ? [`${database}: not applied yet:`, ...shown] : []),
    ...parts.map(({ revision, direction, done }) => `${database}: the ${direction} of ${revision} is there in part${done === undefined ? '' : ` (${done} statements)`}`),
  ];
}
