import { problem } from '../errors.ts';
import { inOwnSchemas } from '../own-schemas.ts';
import { prove } from '../prove/index.ts';
import { byDialect } from './by-dialect.ts';
import { placeOf } from './place.ts';
import type { Rule } from './rule.ts';

export const proofsRule: Rule = {
  summary: 'No downgrade leads elsewhere than to where its upgrade began.',
  check: async ({ project, dialects, replayed }) => {
    const broken = await byDialect(dialects, async (dialect) => {
      const replay = await replayed(dialect);
      return inOwnSchemas(project.graph, replay).map((each) => prove(each, replay)).filter(({ verdict }) => verdict === 'broken');
    });
    return broken.flatMap(({ found: { revision, reasons }, dialects: names }) => {
      const node = project.graph.nodes.get(revision);
      const left = reasons.map(({ text }) => text);
      return node ? [problem('broken-downgrade', { revision, dialects: names, left }, placeOf(node.revision, 'downgrade'))] : [];
    });
  },
};
