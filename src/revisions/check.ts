import { type Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { findCycles } from './cycles.ts';
import { invalidId, invalidLabel } from './names.ts';
import { type GraphNode, type Revision, placeOf } from './revision.ts';

/** The revisions that bear each name: as their id, and as a label they declare. */
interface Bearers {
  readonly ids: ReadonlyMap<string, readonly Revision[]>;
  readonly labels: ReadonlyMap<string, readonly Revision[]>;
}

/**
 * Everything wrong with ids, labels and links. Cycles are `cycleProblems`.
 *
 * @param revisions sorted by id
 */
export function revisionProblems(revisions: readonly Revision[]): Diagnostic[] {
  const bearers: Bearers = {
    ids: group(revisions, ({ id }) => [id]),
    labels: group(revisions, ({ branchLabels }) => branchLabels),
  };
  return [
    ...revisions.flatMap(nameProblems),
    ...revisions.flatMap((revision) => linkProblems(revision, bearers)),
    ...[...bearers.ids.values()].flatMap(duplicateIds),
    ...[...bearers.labels.keys()].flatMap((label) => duplicateLabels(label, bearers)),
  ];
}

/** @param nodes those that no upgrade order could place: the cycles, and what is above them */
export function cycleProblems(nodes: readonly GraphNode[]): Diagnostic[] {
  return findCycles(nodes).map(({ path, members }) => {
    const first = nodes.find(({ id }) => id === path[0]);
    return problem('revision-cycle', { path, members }, first && placeOf(first.revision));
  });
}

function group(revisions: readonly Revision[], namesOf: (revision: Revision) => readonly string[]): Bearers['ids'] {
  const bearers = new Map<string, Revision[]>();
  for (const revision of revisions) {
    for (const name of new Set(namesOf(revision))) {
      const others = bearers.get(name);
      if (others) others.push(revision);
      else bearers.set(name, [revision]);
    }
  }
  return bearers;
}

function nameProblems(revision: Revision): Diagnostic[] {
  const { id, branchLabels } = revision;
  const place = placeOf(revision);
  const reason = invalidId(id);
  const ofId = reason === undefined ? [] : [problem('invalid-revision-id', { id, reason }, place)];
  const ofLabels = [...new Set(branchLabels)].flatMap((label) => {
    const why = invalidLabel(label);
    return why === undefined ? [] : [problem('invalid-label', { label, revision: id, reason: why }, place)];
  });
  return [...ofId, ...ofLabels];
}

function linkProblems(revision: Revision, { ids, labels }: Bearers): Diagnostic[] {
  const place = placeOf(revision);
  const parents = [...new Set(revision.revises)].filter((name) => !ids.has(name));
  const dependencies = [...new Set(revision.dependsOn)].filter((name) => !ids.has(name) && !labels.has(name));
  return [
    ...parents.map((missing) => problem('missing-parent', { revision: revision.id, missing }, place)),
    ...dependencies.map((missing) => problem('missing-dependency', { revision: revision.id, missing }, place)),
  ];
}

/** One problem at every place that uses the id, or a single one where places are not known. */
function duplicateIds(bearers: readonly Revision[]): Diagnostic[] {
  const [first] = bearers;
  if (!first || bearers.length < 2) return [];
  const details = { id: first.id, count: bearers.length, files: bearers.flatMap(({ file }) => file ?? []).sort() };
  const placed = bearers.filter(({ file }) => file !== undefined);
  return (placed.length ? placed : [first]).map((revision) => problem('duplicate-revision', details, placeOf(revision)));
}

function duplicateLabels(label: string, { ids, labels }: Bearers): Diagnostic[] {
  const declaring = labels.get(label) ?? [];
  const bearing = new Set([...(ids.get(label) ?? []), ...declaring]);
  if (declaring.length < 2 && !ids.has(label)) return [];
  const revisions = [...new Set([...bearing].map(({ id }) => id))].sort();
  return declaring.map((revision) => problem('duplicate-label', { label, revisions }, placeOf(revision)));
}
