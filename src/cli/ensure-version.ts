import { ensureVersion } from '../apply/index.ts';
import { compileVersionTable, type Project } from '../compiler.ts';
import type { DatabaseFlags } from './database-flags.ts';
import type { Report } from './report.ts';
import { withDatabase } from './with-database.ts';
import { renderPlans, type ScriptRequest } from './write-scripts.ts';

/** @throws MigsqlError of `openDatabase` */
export const makeVersionTable = (project: Project, flags: DatabaseFlags): Promise<Report> =>
  withDatabase(project.config, flags, async (connection) => {
    const made = await ensureVersion(project, connection);
    const { name } = project.config.versionTable;
    return { data: { database: connection.display, made }, lines: [`${connection.display}: the version table ${name} ${made ? 'is made' : 'is there already'}`] };
  }, { mustExist: false });

/** Renders the script for each dialect. @throws MigsqlError of `renderPlans` */
export const versionTableScript = (project: Project, request: Pick<ScriptRequest, 'dialect' | 'output' | 'json' | 'script'>): Promise<Report | void> =>
  renderPlans(
    project,
    {
      ...request,
      check: false,
      rollback: false,
      'rollback-prefixes': false,
      ticket: false,
      script: { ...request.script, form: 'plain', ledger: false, startGuard: false },
    },
    async (dialect) => compileVersionTable(project, dialect),
    '',
  );
