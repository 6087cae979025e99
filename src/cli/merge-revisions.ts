import { mergeProblems } from '../check/conflicts.ts';
import { levelOf } from '../check/level.ts';
import type { Project } from '../compiler.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { fail, MigsqlError } from '../errors.ts';
import { replay } from '../replay.ts';
import { type Graph, resolveHeads } from '../revisions/index.ts';
import { chosenDialects } from './chosen-dialect.ts';
import { type AddOptions, addRevision, draftData, draftRevision, type NewRevision } from './new-revision.ts';
import { describeProblem, type Report, shownPath } from './report.ts';
import { onOneLine } from './revision-text.ts';

/** A merge as the command line says it. */
export interface WantedMerge extends Omit<NewRevision, 'message' | 'comment'> {
  /** Without one, the ids of what it merges. */
  readonly message: string | undefined;
}

export interface MergeOptions extends AddOptions {
  /** Write nothing; show the file, and what was found. */
  readonly dryRun: boolean;
  /** Write it where ops conflict as well. */
  readonly allowConflicts: boolean;
}

/**
 * Writes a migration that revises several heads, or with `dryRun` shows it. Its comment says whether they commute.
 *
 * @throws MigsqlError of a code of `addRevision`; `nothing-to-merge`; `overlapping-revisions` when one comes before another;
 * `conflicting-ops`; with the problems of the migrations
 */
export async function mergeRevisions(project: Project, wanted: WantedMerge, { dryRun, allowConflicts, ...options }: MergeOptions): Promise<Report> {
  const parents = mergedRevisions(project.graph, wanted.parents);
  // What is wrong with the request is said before the migrations are evaluated.
  const named = { ...wanted, parents, message: wanted.message ?? `merge ${parents.join(' and ')}` };
  draftRevision(project, named);
  const dialects = chosenDialects(project, undefined);
  const found = await mergeProblems(project, { heads: parents, dialects, replayed: (dialect) => replay(project, parents.join(','), dialect, 'any') });
  const conflicts = found.filter(({ code }) => code === 'conflicting-ops');
  if (conflicts.length && !dryRun && !allowConflicts) throw new MigsqlError(conflicts);
  const merge = { ...named, comment: commentOf(parents, found) };
  const notes = notesOf(parents, found, project.config.root);
  const check = { commute: found.length === 0, findings: found };
  if (!dryRun) {
    const { data, lines } = await addRevision(project, merge, options);
    return { data: { ...data, check }, lines, notes };
  }
  const draft = draftRevision(project, merge);
  const text = [...draft.file.text].join('');
  return { data: { ...draftData(draft), text, check }, lines: [text.trimEnd()], notes: [`would write ${shownPath(draft.file.path)}`, ...notes] };
}

/** Whole ids, none of which comes before another; of no targets, all heads that no other revision needs. */
function mergedRevisions(graph: Graph, targets: readonly string[]): readonly string[] {
  const ids = resolveHeads(graph, targets.length ? targets : 'heads');
  return ids.length > 1 ? ids : fail('nothing-to-merge', { revisions: ids });
}

const commute = (heads: readonly string[]): string => `${heads.join(' and ')} commute: whichever comes first, the schema is the same in the end.`;

const commentOf = (heads: readonly string[], found: readonly Diagnostic[]): readonly string[] =>
  found.length ? [`${heads.join(' and ')} do not commute for certain:`, ...found.map(({ message }) => `- ${onOneLine(message)}`)] : [commute(heads)];

const notesOf = (heads: readonly string[], found: readonly Diagnostic[], root: string): readonly string[] =>
  found.length ? found.map((each) => describeProblem(each, root, levelOf(each))) : [commute(heads)];
