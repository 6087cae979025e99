import { problem } from '../errors.ts';
import { describe } from '../ops/index.ts';
import { wantedChanges } from '../wanted-changes/index.ts';
import { byDialect } from './by-dialect.ts';
import type { Rule } from './rule.ts';

export const schemaRule: Rule = {
  summary: 'The migrations make the schema that the config says is wanted.',
  check: async ({ project, dialects }) => {
    if (project.config.schema.length === 0) return [];
    const groups = await byDialect(
      dialects,
      async (dialect) => (await wantedChanges(project, { target: 'heads', dialect })).found,
      ({ op, destructive }) => `${describe(op)}\n${destructive}`,
    );
    return groups.map(({ found: { op, destructive }, dialects: names }) =>
      problem('schema-differs', { description: describe(op), dialects: names, ...(destructive !== undefined && { destructive }) }, op.origin),
    );
  },
};
