import { problem } from '../errors.ts';
import { appliedByAny, tips } from '../revisions/index.ts';
import { placeOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A label whose line has all heads, or whose revisions some head of another line needs as well, keeps nobody apart. */
export const labelsRule: Rule = {
  summary: 'No branch with a label has heads of its own.',
  check: ({ project: { graph } }) => {
    const open = tips(graph).map(({ id }) => id);
    if (open.length < 2) return [];
    return [...graph.labels].flatMap(([label, { id, revision }]) => {
      const above = new Set(appliedByAny(graph, id));
      const heads = open.filter((head) => above.has(head));
      const others = open.filter((head) => !above.has(head));
      return heads.length && others.length ? [problem('unmerged-label', { label, heads, others }, placeOf(revision, 'branchLabels'))] : [];
    });
  },
};
