import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '../apply/index.ts';
import { compile, compileStamp, openProject, type Project } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import { MigsqlError } from '../errors.ts';
import { type Baseline, baseline, proveBaseline } from '../live/index.ts';
import { irreversible } from '../ops/op.ts';
import type { DatabaseFlags } from './database-flags.ts';
import { addRevision, type NewRevision } from './new-revision.ts';
import { objectNames } from './object-names.ts';
import { describeProblem, type Report } from './report.ts';
import { onOneLine } from './revision-text.ts';
import { stampScript } from './stamp-script.ts';
import { unmodelledLines } from './unmodelled-lines.ts';
import { withDatabase } from './with-database.ts';
import type { ScriptRequest } from './write-scripts.ts';

/** What to begin with, as the command line says it. */
export interface BaselineRequest extends DatabaseFlags, Pick<ScriptRequest, 'script' | 'output'> {
  readonly message: string;
  readonly id?: string | undefined;
  readonly schema?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  /** Whether the database is told that it has it. */
  readonly stamp: boolean;
  /** The script that does so is written instead. */
  readonly sql: boolean;
}

/**
 * Writes the first migration of a database that is there already, proves that it makes what was read, and stamps it. It fails
 * where no script can be written of it: the file is there all the same, to be corrected.
 *
 * @throws MigsqlError of `withDatabase`, `baseline`, `addRevision`, `proveBaseline`, `applyPlan`
 */
export const writeBaseline = (project: Project, request: BaselineRequest): Promise<Report | void> =>
  withDatabase(project.config, request, async (connection) => {
    const { schema: schemas, except } = request;
    const read = await baseline(project, connection, { ...(schemas && { schemas }), except: objectNames(except) });
    const written = await writeMigration(project, connection, read, request);
    const { id, file } = written.data as { readonly id: string; readonly file: string };
    const reopened = await openProject(project.config);
    await proveBaseline(reopened, id, read.model, connection).catch((error: unknown) => {
      rmSync(join(project.config.root, file));
      throw error;
    });
    const refusals = await refusalsOf(reopened, id, connection);
    const notes = [...unmodelledLines(read.unmodelled).map((each) => `not in it: ${each}`), ...refusals.map((each) => describeProblem(each, project.config.root))];
    const report = { ...written, data: { ...written.data, refusals }, notes, failed: refusals.length > 0 };
    return request.sql ? script(reopened, connection, report, { ...request, id }) : stamped(reopened, connection, report, { ...request, id });
  });

/** Why no script can be written of it: the database may have what only a later server has than the config says. */
const refusalsOf = async (project: Project, to: string, { dialect }: Connection): Promise<readonly Diagnostic[]> =>
  compile(project, { to, dialect, transaction: 'script' }).then(
    () => [],
    (error: unknown) => {
      if (error instanceof MigsqlError) return error.diagnostics;
      throw error;
    },
  );

function writeMigration(project: Project, { dialect, server }: Connection, read: Baseline, { message, id }: BaselineRequest): Promise<Report> {
  const comment = [
    `What there was before migsql, as ${onOneLine(`${DIALECTS[dialect].title} ${server}`)} tells it; rows, owners and grants are not in it.`,
    ...unmodelledLines(read.unmodelled).map((each) => `Nor is: ${each}`),
  ];
  const wanted: NewRevision = { message, id, comment, parents: ['base'], splice: false, dependsOn: [], branchLabels: [], format: 'ts', folder: undefined };
  const content = { upgrade: read.found.map(({ op }) => ({ op })), downgrade: irreversible('what it makes was there before') };
  return addRevision(project, wanted, { edit: false, json: false, content });
}

type Stamping = BaselineRequest & { readonly id: string };

async function stamped(project: Project, connection: Connection, report: Report, { id, stamp }: Stamping): Promise<Report> {
  const { display, dialect } = connection;
  if (!stamp) return { ...report, notes: [...(report.notes ?? []), `${display} does not know of it yet: migsql stamp ${id} --from base`] };
  await applyPlan(connection, compileStamp(project, { from: 'base', to: id, dialect }));
  return { ...report, data: { ...report.data, database: display, stamped: id }, lines: [...report.lines, `${display} is at ${id}`] };
}

/** The script has stdout to itself. */
async function script(project: Project, { dialect }: Connection, { lines, notes = [] }: Report, { id, ...request }: Stamping): Promise<Report | void> {
  process.stderr.write([...lines, ...notes].map((line) => `${line}\n`).join(''));
  const { json, output } = request;
  return stampScript(project, { targets: [id], from: 'base', purge: false, dialect: [dialect], json, output, script: request.script });
}
