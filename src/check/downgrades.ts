import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { inOwnSchemas } from '../own-schemas.ts';
import { downgradeOps } from '../plan/index.ts';
import type { Replay, ReplayedRevision } from '../replay.ts';
import { byDialect } from './by-dialect.ts';
import { placeOf } from './place.ts';
import type { Rule, Subject } from './rule.ts';

export const downgradesRule: Rule = {
  summary: 'Every migration has a downgrade that does something, or says why there is none.',
  check: async (subject) => {
    const problems = await byDialect(subject.dialects, async (dialect) => {
      const replay = await subject.replayed(dialect);
      return inOwnSchemas(subject.project.graph, replay).flatMap((each) => downgradeProblems(each, replay, subject));
    });
    return problems.map(({ found }) => found);
  },
};

function downgradeProblems({ migration, ops, before }: ReplayedRevision, replay: Replay, { project }: Subject): readonly Diagnostic[] {
  const { id, downgrade } = migration;
  const node = project.graph.nodes.get(id);
  if (!node || isSaid(downgrade)) return [];
  const back = downgradeOps(migration, replay, before);
  if (back.problems.length === 0) {
    const isEmpty = ops.length > 0 && back.ops.length === 0 && downgrade !== 'reversed';
    return isEmpty ? [problem('empty-downgrade', { revision: id }, placeOf(node.revision, 'downgrade'))] : [];
  }
  return back.problems.map((each) =>
    each.code === 'irreversible'
      ? problem('missing-downgrade', each.details as { revision: string; reason: string }, each.place?.line === undefined ? placeOf(node.revision) : each.place)
      : each,
  );
}

const isSaid = (downgrade: ReplayedRevision['migration']['downgrade']): boolean =>
  typeof downgrade === 'object' && 'irreversible' in downgrade && !downgrade.unsaid;
