import type { Project, ProjectRevision } from '../compiler.ts';
import { openRepository } from '../git/index.ts';
import { fileInRef } from '../migrations/index.ts';
import { buildGraph } from '../revisions/index.ts';
import { withProjectAt } from './project-at.ts';

/**
 * Works with a project as if other branches were merged into it: what they have and the working tree has not is added. What both
 * have is taken from the working tree.
 *
 * @throws MigsqlError of a code of `withProjectAt` and `buildGraph`
 */
export async function withMerged<T>(project: Project, refs: readonly string[], work: (project: Project) => Promise<T>): Promise<T> {
  const [ref, ...more] = refs;
  if (ref === undefined) return work(project);
  return withProjectAt(project.config, openRepository(project.config.root), ref, async (other) =>
    withMerged(joined(project, other, ref), more, work),
  );
}

function joined(project: Project, other: Project, ref: string): Project {
  const own = revisionsOf(project);
  const added = revisionsOf(other).filter((theirs) => !own.some((ours) => isSame(ours, theirs)));
  return { ...project, graph: buildGraph([...own, ...added.map((each) => ({ ...each, ref, file: fileInRef(each.file, ref) }))]) };
}

const revisionsOf = ({ graph }: Project): readonly ProjectRevision[] => [...graph.nodes.values()].map(({ revision }) => revision);

/** A file that was edited is one revision still; two files that say one id are not. */
const isSame = (ours: ProjectRevision, theirs: ProjectRevision): boolean =>
  ours.id === theirs.id && (ours.source.file === theirs.source.file || ours.source.sha256 === theirs.source.sha256);
