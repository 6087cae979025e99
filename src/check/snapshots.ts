import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Project } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { type Snapshot, type SnapshotsFound, compareSnapshots, snapshotsOf } from '../snapshots/index.ts';
import { placeOf } from './place.ts';
import type { Rule } from './rule.ts';

export const snapshotsRule: Rule = {
  summary: 'No revision is rendered otherwise than its snapshot says, and every snapshot has a revision.',
  check: async ({ project, dialects, replayed }) => {
    if (!existsSync(project.config.snapshots)) return [];
    const rendered = await Promise.all(dialects.map(async (dialect) => snapshotsOf(project, dialect, await replayed(dialect))));
    return snapshotProblems(project, compareSnapshots(project.config.snapshots, dialects, rendered.flat()));
  },
};

/** @param patchOf the difference, where it can be shown */
export function snapshotProblems(
  project: Project,
  { differing, fresh, orphaned }: SnapshotsFound,
  patchOf: (name: string, found: string, text: string) => string | undefined = () => undefined,
): readonly Diagnostic[] {
  const nameOf = (path: string): string => relative(project.config.root, join(project.config.snapshots, path)).replaceAll(sep, '/');
  const different = differing.map(({ snapshot: { revision, dialect, path, text }, found }) => {
    const [snapshot, patch] = [nameOf(path), patchOf(nameOf(path), found, text)];
    return problem('snapshot-differs', { revision, dialect, snapshot, ...(patch !== undefined && { patch }) }, placeOfRevision(project, revision));
  });
  const gone = orphaned.map((path) => problem('orphaned-snapshot', { revision: path.replace(/^.*\/|\.sql$/g, '') }, { file: nameOf(path) }));
  return [...different, ...gone, ...missing(project, fresh)];
}

function missing(project: Project, fresh: readonly Snapshot[]): readonly Diagnostic[] {
  const revisions = [...new Set(fresh.map(({ revision }) => revision))];
  const dialectsOf = (id: string): readonly string[] => fresh.filter(({ revision }) => revision === id).map(({ dialect }) => dialect);
  return revisions.map((revision) => problem('missing-snapshot', { revision, dialects: dialectsOf(revision) }, placeOfRevision(project, revision)));
}

function placeOfRevision({ graph }: Project, id: string): Diagnostic['place'] {
  const node = graph.nodes.get(id);
  return node && placeOf(node.revision);
}
