import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openProject, type Project, variablesOf } from '../compiler.ts';
import type { MigrationFormat } from '../config.ts';
import { fail } from '../errors.ts';
import { type WrittenOp, migrationFile } from '../migrations/index.ts';
import { type AuthoredOp, describe } from '../ops/index.ts';
import { buildGraph, type Graph, resolve, type Revision } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { DatabaseFlags } from './database-flags.ts';
import type { Generated } from './autogenerate.ts';
import { chosenDialect } from './chosen-dialect.ts';
import { editorOf, openEditor } from './editor.ts';
import { fileStem, shownTime } from './file-stem.ts';
import { runHooks } from './hooks.ts';
import { type Report, shownPath } from './report.ts';
import { folderFor } from './revision-folder.ts';
import { type NewFile, writeNewFiles } from './write-files.ts';

/** A new revision as the command line says it. */
export interface NewRevision {
  readonly message: string;
  /** Without one, 12 random hexadecimal digits. */
  readonly id: string | undefined;
  /** Targets to revise; none means the head. */
  readonly parents: readonly string[];
  /** The parents need not be heads. */
  readonly splice: boolean;
  /** Targets that must come first. */
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  /** Without one, that of the config. */
  readonly format: MigrationFormat | undefined;
  /** Without one, the migrations folder that holds the parent. */
  readonly folder: string | undefined;
  /** What its reader must see above it, a line each. */
  readonly comment?: readonly string[];
}

/** A migration that is not written yet. */
export interface DraftedRevision {
  readonly revision: Revision;
  readonly title: string;
  readonly file: NewFile;
}

/** A revision that was written, or would be. */
export const draftData = ({ revision, title, file }: DraftedRevision): object => ({ ...revision, title, file: file.name });

export interface AutogenerateOptions {
  readonly dialect: DialectName | undefined;
  /** Names that are new ones: `old=new`. */
  readonly rename: readonly string[];
  /** Whether somebody is at the terminal. */
  readonly canAsk: boolean;
  /** The database whose schema is compared, instead of what the migrations make. */
  readonly database?: DatabaseFlags | undefined;
}

export interface AddOptions {
  /** Open it in the user's editor. */
  readonly edit: boolean;
  /** stdout is to hold nothing but JSON. */
  readonly json: boolean;
  /** The ops that it holds are those that lead to the wanted schema. */
  readonly autogenerate?: AutogenerateOptions | undefined;
  /** What it holds, where that is known. */
  readonly content?: Generated | undefined;
}

/**
 * Writes a migration. The graph with it is checked first, and once more when it is written: two that are
 * written at the same moment must not have the same id or label.
 *
 * @throws MigsqlError of a code of `draftRevision`; `file-exists`, `unwritable-file`, `hook-failed`,
 * `missing-program`, `no-editor`, `editor-failed`
 */
export async function addRevision(project: Project, wanted: NewRevision, { edit, json, autogenerate, content: given }: AddOptions): Promise<Report> {
  const editor = edit ? editorOf(process.env) : undefined;
  if (autogenerate || given) refuseSqlFormat(project, wanted);
  const content = given ?? (autogenerate ? await generated(project, wanted, autogenerate) : EMPTY);
  if (autogenerate && content.upgrade.length === 0) return nothingToDo();
  const draft = draftRevision(project, wanted, content);
  const { path } = draft.file;
  writeNewFiles([draft.file]);
  await openProject(project.config).catch((error: unknown) => {
    rmSync(path, { force: true });
    throw error;
  });
  await runHooks(project.config, path);
  if (editor !== undefined) openEditor(editor, path, json);
  const lines = [`wrote ${shownPath(path)}`, ...content.upgrade.map(opLine)];
  const { notes = [] } = content;
  return { data: { ...draftData(draft), ...((autogenerate || given) && { ops: content.upgrade.map(opData), notes }) }, lines, notes };
}

const EMPTY: Generated = { upgrade: [], downgrade: 'reversed' };

const nothingToDo = (): Report => ({ data: { ops: [] }, lines: ['nothing to do: the migrations make the schema that is wanted'] });

const described = (op: AuthoredOp): string => (op.op === 'forDialect' ? op.op : describe(op));
const opData = ({ op, note }: WrittenOp): object => ({ op: op.op, description: described(op), ...(note !== undefined && { note }) });
const opLine = ({ op, note }: WrittenOp): string => `  ${described(op)}${note === undefined ? '' : `\n    ${note}`}`;

function refuseSqlFormat({ config }: Project, { format = config.format }: NewRevision): void {
  if (format === 'sql') fail('invalid-usage', { reason: 'what is to be written are ops, and a .sql file holds none', instead: 'Add --no-sql, or leave it out.' });
}

async function generated(
  project: Project,
  wanted: NewRevision,
  { dialect, rename, canAsk, database }: AutogenerateOptions,
): Promise<Generated> {
  const parents = parentsOf(project.graph, wanted);
  const { generate } = await import('./autogenerate.ts');
  const { askedRenames } = await import('./renames.ts');
  const renames = askedRenames(rename, canAsk);
  if (!database) return generate(project, parents, chosenDialect(project, dialect), renames);
  const { fromDatabase } = await import('../live/index.ts');
  const { withDatabase } = await import('./with-database.ts');
  return withDatabase(project.config, database, async (connection) =>
    generate(project, parents, connection.dialect, renames, await fromDatabase(project, connection, parents)),
  );
}

/**
 * A migration in a graph that is checked with it.
 *
 * @throws MigsqlError of a code of `resolve` and `buildGraph`: `multiple-heads` when there are several and none is
 * named; `needs-splice` when one named is not a head
 */
export function draftRevision(project: Project, wanted: NewRevision, content = EMPTY): DraftedRevision {
  const { config, graph } = project;
  const title = wanted.message.trim().replace(/\s+/g, ' ');
  if (title === '') fail('invalid-usage', { reason: 'the message is empty', instead: 'Say what the migration does.' });
  const revision: Revision = {
    id: wanted.id ?? newId(graph),
    revises: parentsOf(graph, wanted),
    dependsOn: dependenciesOf(graph, wanted),
    branchLabels: wanted.branchLabels,
  };
  const folder = folderFor(project, revision.revises, wanted.folder);
  const format = wanted.format ?? config.format;
  const now = new Date();
  const path = join(folder, `${fileStem(config.fileName, revision.id, title, now)}.${format}`);
  const name = relative(config.root, path);
  buildGraph([...[...graph.nodes.values()].map((node) => node.revision), { ...revision, file: name }]);
  const { comment = [] } = wanted;
  const written = { ...revision, title, comment, created: shownTime(now, config.fileName.timeZone), ...content };
  const text = migrationFile(written, format, { folder: config.templates, root: config.root, variables: variablesOf(config).variables ?? {} });
  return { revision, title, file: { path, name, text: [text] } };
}

/** The only chance in all of migsql. */
function newId(graph: Graph): string {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');
  return graph.nodes.has(id) ? newId(graph) : id;
}

function parentsOf(graph: Graph, { parents, splice }: NewRevision): readonly string[] {
  const ids = resolve(graph, parents.length ? parents.join(',') : 'head');
  for (const id of splice ? [] : ids) {
    const children = graph.nodes.get(id)?.children ?? [];
    if (children.length) fail('needs-splice', { revision: id, children: children.map((child) => child.id) });
  }
  return ids;
}

/**
 * Whole ids, as a migration states them; a label stays a label, since it names whatever its line begins with. Its own
 * names stay too, so that the graph is found to be cyclic.
 */
function dependenciesOf(graph: Graph, { dependsOn, id, branchLabels }: NewRevision): readonly string[] {
  const own = [id, ...branchLabels];
  return dependsOn.flatMap((target) => (graph.labels.has(target) || own.includes(target) ? [target] : resolve(graph, target)));
}
