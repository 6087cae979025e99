import { problem } from '../errors.ts';
import { tips } from '../revisions/index.ts';
import { placeOf } from './place.ts';
import type { Rule } from './rule.ts';

export const headsRule: Rule = {
  summary: 'There is one head.',
  check: ({ project: { graph } }) => {
    const open = tips(graph);
    if (open.length < 2) return [];
    return open.map(({ id, revision }) =>
      problem('several-heads', { revision: id, others: open.map((node) => node.id).filter((other) => other !== id) }, placeOf(revision)),
    );
  },
};
