import { fail } from '../errors.ts';
import { text, texts } from '../ops/source.ts';
import { type Graph, type Revision, resolve } from '../revisions/index.ts';
import { renderTemplate } from '../template.ts';

/** Where a new revision goes in the graph, as the command line says it. */
export interface Placement {
  /** Targets to revise; none means the head. */
  readonly parents: readonly string[];
  /** The parents need not be heads. */
  readonly splice: boolean;
  /** Targets that must come first. */
  readonly dependsOn: readonly string[];
}

/**
 * The ids that a new revision revises.
 *
 * @throws MigsqlError of a code of `resolve`: `multiple-heads` when there are several and none is named;
 * `needs-splice` when one named is not a head
 */
export function parentsOf(graph: Graph, { parents, splice }: Placement): readonly string[] {
  const ids = resolve(graph, parents.length ? parents.flatMap((target) => target.split(',')) : 'head');
  for (const id of splice ? [] : ids) {
    const children = graph.nodes.get(id)?.children ?? [];
    if (children.length) fail('needs-splice', { revision: id, children: children.map((child) => child.id) });
  }
  return ids;
}

/** Whole ids, as a migration states them; a label stays a label, since it names whatever its line begins with. */
export function dependenciesOf(graph: Graph, { dependsOn }: Placement): readonly string[] {
  return dependsOn.flatMap((target) => (graph.labels.has(target) ? [target] : resolve(graph, target)));
}

/** `<id>_<words of the title>`, without an ending. */
export function fileNameOf(id: string, title: string): string {
  const words = `${id} ${title.toLowerCase()}`.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.join('_').slice(0, 60).replace(/_$/, '');
}

/** The text of a migration without ops. */
export function migrationText(revision: Revision, title: string, format: 'ts' | 'sql'): string {
  const write = format === 'ts' ? typescript : plain;
  const fields = {
    id: write.one(revision.id),
    revises: revision.revises.length > 1 ? write.several(revision.revises) : write.parent(revision.revises[0]),
    title: write.one(title),
    branchLabels: revision.branchLabels.length ? write.several(revision.branchLabels) : '',
    dependsOn: revision.dependsOn.length ? write.several(revision.dependsOn) : '',
  };
  return renderTemplate(`migration/migration.${format}.hbs`, fields);
}

const typescript = { one: text, several: texts, parent: (id: string | undefined) => (id === undefined ? 'null' : text(id)) };

const plain = {
  one: (value: string) => value,
  several: (values: readonly string[]) => values.join(', '),
  parent: (id: string | undefined) => id ?? 'base',
};
