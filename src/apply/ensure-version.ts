import { compileVersionTable, dialectOf, type Project } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { statementsOf } from '../plan/index.ts';
import { hasTable } from './heads.ts';

/** Makes the version table of a project where a database has none. @returns whether it was made @throws DatabaseError */
export async function ensureVersion(project: Project, connection: Connection): Promise<boolean> {
  const { config } = project;
  if (await hasTable(connection, config.versionTable, dialectOf(config, connection.dialect))) return false;
  for (const { sql } of compileVersionTable(project, connection.dialect).steps.flatMap(statementsOf)) await connection.run(sql);
  return true;
}
