import { dialectOf, type Project } from '../compiler.ts';
import { type Diagnostic, formatPlace } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { type Pair, type PlacedOp, checkMerge, sidesOf } from '../merge-check/index.ts';
import { describe } from '../ops/index.ts';
import type { Replay } from '../replay.ts';
import { tips } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { byDialect } from './by-dialect.ts';
import type { Rule } from './rule.ts';

export const conflictsRule: Rule = {
  summary: 'Heads that are open commute: whichever comes first, the schema is the same in the end.',
  check: ({ project, dialects, replayed }) => mergeProblems(project, { heads: tips(project.graph).map(({ id }) => id), dialects, replayed }),
};

export interface HeadsToMerge {
  /** Ids, none of which comes before another. */
  readonly heads: readonly string[];
  readonly dialects: readonly DialectName[];
  /** The chain as far as these heads, or farther. */
  readonly replayed: (dialect: DialectName) => Promise<Replay>;
}

/**
 * The pairs of ops that keep heads from commuting, each two heads for themselves: `conflicting-ops`, and `order-matters` where
 * only the order of rows or of hand-written SQL may.
 */
export async function mergeProblems({ config, graph }: Project, { heads, dialects, replayed }: HeadsToMerge): Promise<readonly Diagnostic[]> {
  const couples = heads.flatMap((left, index) => heads.slice(index + 1).map((right) => [left, right] as const));
  if (couples.length === 0) return [];
  const pairs = await byDialect(
    dialects,
    async (dialect) => {
      const replay = await replayed(dialect);
      return couples.flatMap((couple) => checkMerge(sidesOf(graph, replay, couple), dialectOf(config, dialect)));
    },
    ({ first, second, ...rest }) => JSON.stringify([rest, opFacts(first), opFacts(second)]),
  );
  return pairs.map(({ found, dialects: names }) => pairProblem(found, names, graph));
}

type ProjectGraph = Project['graph'];

/** Placed at the op that is in the working tree, where only one is. */
function pairProblem({ relation, first, second, clash, name }: Pair, dialects: readonly DialectName[], graph: ProjectGraph): Diagnostic {
  const details = { first: opFacts(first), second: opFacts(second), clash, name, dialects };
  const own = [first, second].find(({ revision }) => graph.nodes.get(revision)?.revision.ref === undefined) ?? first;
  return problem(relation === 'conflict' ? 'conflicting-ops' : 'order-matters', details, own.place);
}

const opFacts = ({ revision, op, place }: PlacedOp): { readonly revision: string; readonly description: string; readonly place: string } => ({
  revision,
  description: describe(op),
  place: formatPlace(place),
});
