import { type Project, dialectOf } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import { type Drift, adoption, drift, isDrifted, planRepair } from '../live/index.ts';
import { headsArgument } from '../script/facts.ts';
import { contentOf } from './autogenerate.ts';
import type { DatabaseFlags } from './database-flags.ts';
import type { DriftFix } from './drift-fixes.ts';
import { driftReport } from './drift-report.ts';
import { addRevision } from './new-revision.ts';
import { objectNames } from './object-names.ts';
import { note } from './note.ts';
import { renamesOf } from './renames.ts';
import type { Report } from './report.ts';
import { withDatabase } from './with-database.ts';
import { type ScriptRequest, renderPlans } from './write-scripts.ts';

/** What to compare, and what to write against it, as the command line says it. */
export interface DriftRequest extends DatabaseFlags, Pick<ScriptRequest, 'script'> {
  readonly fix?: DriftFix | undefined;
  readonly schema?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly rename: readonly string[];
  /** The title of the migration that adopts. */
  readonly message?: string | undefined;
  /** Where the script that repairs goes. */
  readonly output?: string | undefined;
}

/** @throws MigsqlError of `withDatabase`, `drift`, `adoption`, `addRevision`, `renderPlans`; `invalid-usage` */
export async function runDrift(project: Project, request: DriftRequest): Promise<Report | void> {
  checkFlags(request);
  const { schema: schemas, except, rename } = request;
  const options = { ...(schemas && { schemas }), except: objectNames(except), renames: renamesOf(rename) };
  const { found, connection } = await withDatabase(project.config, request, async (open) => ({ found: await drift(project, open, options), connection: open }));
  const report = driftReport(found, connection);
  if (request.fix === undefined) return report;
  if (!isDrifted(found)) return { ...report, notes: [...(report.notes ?? []), 'nothing is to be fixed'] };
  for (const line of request.json ? [] : [...report.lines, ...(report.notes ?? [])]) note(line);
  return FIXES[request.fix](project, { found, connection, request });
}

function checkFlags({ fix, message, output }: DriftRequest): void {
  const wrong = (reason: string, instead: string): never => fail('invalid-usage', { reason, instead });
  if (message !== undefined && fix !== 'adopt') wrong('-m is the title of a migration, and none is written', 'Add --fix adopt, or leave it out.');
  if (output !== undefined && fix !== 'repair') wrong('-o is where a script goes, and none is written', 'Add --fix repair, or leave it out.');
}

interface Fixing {
  readonly found: Drift;
  readonly connection: Connection;
  readonly request: DriftRequest;
}

const FIXES: { readonly [F in DriftFix]: (project: Project, fixing: Fixing) => Promise<Report | void> } = { repair: writeRepair, adopt: writeAdoption };

/** The script is for this database alone. */
function writeRepair(project: Project, { found, connection, request }: Fixing): Promise<Report | void> {
  const script = { ...request.script, form: 'plain', ledger: false } as const;
  const rest = { check: false, rollback: false, 'rollback-prefixes': false, ticket: false };
  const { json, output } = request;
  return renderPlans(project, { json, output, ...rest, script, dialect: [connection.dialect] }, async () => planRepair(project, connection, found), 'what differs could not be made as it was written');
}

async function writeAdoption(project: Project, { found, connection, request }: Fixing): Promise<Report> {
  const { dialect, display } = connection;
  const content = contentOf(adoption(project, connection, found), found.wanted, dialectOf(project.config, dialect));
  const { message = 'what was changed by hand', json } = request;
  const wanted = { message, parents: found.heads, id: undefined, splice: false, dependsOn: [], branchLabels: [], format: 'ts', folder: undefined } as const;
  const report = await addRevision(project, wanted, { edit: false, json, content });
  const { id = '' } = report.data as { readonly id?: string };
  return { ...report, notes: [...(report.notes ?? []), ...adoptionNotes(id, found, display), ...dialectNote(project, dialect)] };
}

const adoptionNotes = (id: string, { heads }: Drift, display: string): readonly string[] => [
  `${display} has it already: migsql stamp ${id} --from ${headsArgument(heads)}`,
  'other databases get it as any migration',
];

const dialectNote = ({ config }: Project, dialect: string): readonly string[] =>
  config.dialects.some((each) => each !== dialect) ? [`its ops are what ${dialect} has: look at them before they are rendered for ${config.dialects.filter((each) => each !== dialect).join(', ')}`] : [];
