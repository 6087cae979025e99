import { join, relative } from 'node:path';
import type { Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import { migrationSource } from '../migrations/index.ts';
import { buildGraph, type Graph, resolve, type Revision } from '../revisions/index.ts';
import { renderTemplate } from '../template.ts';
import { type Report, shownPath } from './report.ts';
import { folderFor } from './revision-folder.ts';
import { writeNewFiles } from './write-files.ts';

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
  readonly format: 'ts' | 'sql';
  /** Without one, the migrations folder that holds the parent. */
  readonly folder: string | undefined;
}

/**
 * Writes a migration without ops. The graph with it is checked first.
 *
 * @throws MigsqlError of a code of `resolve` and `buildGraph`: `multiple-heads` when there are several and none is
 * named; `needs-splice` when one named is not a head; `file-exists`, `unwritable-file`
 */
export function addRevision(project: Project, wanted: NewRevision): Report {
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
  const path = join(folder, `${fileNameOf(revision.id, title)}.${wanted.format}`);
  const file = relative(config.root, path);
  buildGraph([...[...graph.nodes.values()].map((node) => node.revision), { ...revision, file }]);
  writeNewFiles([{ path, name: file, text: [migrationText(revision, title, wanted.format)] }]);
  return { data: { ...revision, title, file }, lines: [`wrote ${shownPath(path)}`] };
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

/** Whole ids, as a migration states them; a label stays a label, since it names whatever its line begins with. */
function dependenciesOf(graph: Graph, { dependsOn }: NewRevision): readonly string[] {
  return dependsOn.flatMap((target) => (graph.labels.has(target) ? [target] : resolve(graph, target)));
}

/** `<id>_<words of the title>`, without an ending. */
function fileNameOf(id: string, title: string): string {
  const words = `${id} ${title.toLowerCase()}`.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.join('_').slice(0, 60).replace(/_$/, '');
}

function migrationText(revision: Revision, title: string, format: 'ts' | 'sql'): string {
  if (format === 'ts') return migrationSource({ ...revision, title, upgrade: [], downgrade: 'reversed' });
  const { id, revises, branchLabels, dependsOn } = revision;
  return renderTemplate('migration/migration.sql.hbs', {
    id,
    revises: revises.join(', ') || 'base',
    title,
    branchLabels: branchLabels.join(', '),
    dependsOn: dependsOn.join(', '),
  });
}
