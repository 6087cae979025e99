import type { Project } from '../compiler.ts';
import { fail } from '../errors.ts';
import { type Graph, resolveHeads } from '../revisions/index.ts';
import { type AddOptions, addRevision, draftData, draftRevision, type NewRevision } from './new-revision.ts';
import { type Report, shownPath } from './report.ts';

/** A merge as the command line says it. */
export interface WantedMerge extends Omit<NewRevision, 'message'> {
  /** Without one, the ids of what it merges. */
  readonly message: string | undefined;
}

/**
 * Writes a migration that revises several heads, or with `dryRun` shows it.
 *
 * @throws MigsqlError of a code of `addRevision`; `nothing-to-merge`; `overlapping-revisions` when one comes before another
 */
export async function mergeRevisions(
  project: Project,
  wanted: WantedMerge,
  { dryRun, ...options }: AddOptions & { readonly dryRun: boolean },
): Promise<Report> {
  const parents = mergedRevisions(project.graph, wanted.parents);
  const merge = { ...wanted, parents, message: wanted.message ?? `merge ${parents.join(' and ')}` };
  if (!dryRun) return addRevision(project, merge, options);
  const draft = draftRevision(project, merge);
  const text = [...draft.file.text].join('');
  return { data: { ...draftData(draft), text }, lines: [text.trimEnd()], notes: [`would write ${shownPath(draft.file.path)}`] };
}

/** Whole ids, none of which comes before another; of no targets, all heads that no other revision needs. */
function mergedRevisions(graph: Graph, targets: readonly string[]): readonly string[] {
  const ids = resolveHeads(graph, targets.length ? targets : 'heads');
  return ids.length > 1 ? ids : fail('nothing-to-merge', { revisions: ids });
}
