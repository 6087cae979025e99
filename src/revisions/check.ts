import type { Diagnostic, Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { findCycles } from './cycles.ts';
import { invalidId, invalidLabel } from './names.ts';
import { type GraphNode, type Revision, placeOf } from './revision.ts';

/** Shared, since nearly every revision is right and there are many. */
const NONE: readonly never[] = [];

/** The names that revisions may refer to. */
interface Names {
  readonly ids: { readonly has: (id: string) => boolean };
  readonly labels: { readonly has: (label: string) => boolean };
}

/**
 * Everything wrong with ids, labels and links. Cycles are `cycleProblems`.
 *
 * @param revisions sorted by id
 */
export function revisionProblems(revisions: readonly Revision[], names: Names): Diagnostic[] {
  return [
    ...revisions.flatMap(nameProblems),
    ...revisions.flatMap((revision) => linkProblems(revision, names)),
    ...duplicateIds(revisions),
    ...duplicateLabels(revisions, names),
  ];
}

/** @param nodes those that no upgrade order could place: the cycles, and what is above them */
export function cycleProblems(nodes: readonly GraphNode[]): Diagnostic[] {
  return findCycles(nodes).map(({ path, members, first }) =>
    problem('revision-cycle', { path, members }, placeOf(first.revision)),
  );
}

function nameProblems(revision: Revision): readonly Diagnostic[] {
  const { id, branchLabels } = revision;
  const reason = invalidId(id);
  if (reason === undefined && branchLabels.length === 0) return NONE;
  const place = placeOf(revision);
  const ofId = reason === undefined ? [] : [problem('invalid-revision-id', { id, reason }, place)];
  const ofLabels = distinct(branchLabels).flatMap((label): readonly Diagnostic[] => {
    const why = invalidLabel(label);
    return why === undefined ? NONE : [problem('invalid-label', { label, revision: id, reason: why }, place)];
  });
  return [...ofId, ...ofLabels];
}

function linkProblems(revision: Revision, { ids, labels }: Names): readonly Diagnostic[] {
  const { id, revises, dependsOn } = revision;
  if (revises.every((name) => ids.has(name)) && dependsOn.length === 0) return NONE;
  const place = placeOf(revision);
  const parents = distinct(revises).filter((name) => !ids.has(name));
  const dependencies = distinct(dependsOn).filter((name) => !ids.has(name) && !labels.has(name));
  return [
    ...parents.map((missing) => problem('missing-parent', { revision: id, missing }, place)),
    ...dependencies.map((missing) => problem('missing-dependency', { revision: id, missing }, place)),
  ];
}

function distinct(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}

function duplicateIds(sorted: readonly Revision[]): readonly Diagnostic[] {
  const repeated = sorted.filter(({ id }, index) => id === sorted[index - 1]?.id || id === sorted[index + 1]?.id);
  return [...group(repeated, ({ id }) => [id])].flatMap(([id, bearers]) => {
    const files = bearers.flatMap(({ file }) => file ?? []).sort();
    return placesOf(bearers).map((place) => problem('duplicate-revision', { id, count: bearers.length, files }, place));
  });
}

function duplicateLabels(revisions: readonly Revision[], { ids }: Names): readonly Diagnostic[] {
  const labels = group(revisions, ({ branchLabels }) => distinct(branchLabels));
  return [...labels].flatMap(([label, declaring]): readonly Diagnostic[] => {
    if (declaring.length < 2 && !ids.has(label)) return NONE;
    const bearing = new Set([...declaring.map(({ id }) => id), ...(ids.has(label) ? [label] : [])]);
    const details = { label, revisions: [...bearing].sort() };
    return placesOf(declaring).map((place) => problem('duplicate-label', details, place));
  });
}

function group(
  revisions: readonly Revision[],
  namesOf: (revision: Revision) => readonly string[],
): ReadonlyMap<string, readonly Revision[]> {
  const groups = new Map<string, Revision[]>();
  for (const revision of revisions) {
    for (const name of namesOf(revision)) {
      const members = groups.get(name);
      if (members) members.push(revision);
      else groups.set(name, [revision]);
    }
  }
  return groups;
}

/** Where the revisions are written, for one problem at each place; a single unknown place when none is known. */
function placesOf(revisions: readonly Revision[]): (Place | undefined)[] {
  const places = revisions.flatMap((revision) => placeOf(revision) ?? []);
  return places.length ? places : [undefined];
}
