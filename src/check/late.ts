import { type Diagnostic } from '../diagnostics.ts';
import { fail, MigsqlError, problem } from '../errors.ts';
import { type Repository, commitOf, openRepository } from '../git/index.ts';
import { appliedByAny } from '../revisions/index.ts';
import { placeOf } from './place.ts';
import { withProjectAt } from './project-at.ts';
import type { Found, Rule, Subject } from './rule.ts';

export const lateRule: Rule = {
  summary: 'No revision was added below one that the main branch has already.',
  check: async (subject) => {
    try {
      return await lateRevisions(subject);
    } catch (error) {
      // Nobody asked: the project need not be in git.
      if (!(error instanceof MigsqlError) || subject.isAsked('late') || subject.base !== undefined) throw error;
      return { unchecked: error.diagnostics[0]! };
    }
  },
};

async function lateRevisions({ project, base }: Subject): Promise<Found> {
  const repository = openRepository(project.config.root);
  const ref = base ?? usualBase(repository);
  return withProjectAt(project.config, repository, ref, async ({ graph: { nodes: known } }) =>
    project.graph.order.flatMap(({ id, revision }): readonly Diagnostic[] => {
      if (known.has(id)) return [];
      const before = appliedByAny(project.graph, id).filter((each) => known.has(each));
      return before.length ? [problem('late-revision', { revision: id, before, base: ref }, placeOf(revision))] : [];
    }),
  );
}

const USUAL_BASES = ['origin/main', 'main'];

const usualBase = (repository: Repository): string =>
  USUAL_BASES.find((ref) => commitOf(repository, ref) !== undefined) ?? fail('no-base', { tried: USUAL_BASES });
