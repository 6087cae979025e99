import type { Plan } from '../plan/index.ts';

/** What a script must know of the graph to find out by itself what is applied and what is missing. */
export interface LineageFacts {
  /** For each revision and each prerequisite of it `id,prerequisite`; `id,` for one without. */
  readonly edges: readonly string[];
  /** Revisions that must be applied before the script changes anything. */
  readonly needed: readonly string[];
  /** Revisions that must not be: on the way down, what stands upon a step and is none itself. */
  readonly unwanted: readonly string[];
}

export const NO_LINEAGE: LineageFacts = { edges: [], needed: [], unwanted: [] };

/** Linear in the revisions and links of the graph. */
export function lineageFacts({ steps, lineage, to }: Plan): LineageFacts {
  const { known, prerequisites } = lineage;
  const all = known();
  const inSteps = new Set(steps.map(({ revision }) => revision));
  const edges = all.flatMap((id) => {
    const needs = prerequisites(id);
    return needs.length ? needs.map((need) => `${id},${need}`) : [`${id},`];
  });
  if (steps[0]?.direction === 'downgrade') return { edges, needed: to, unwanted: standingUpon(inSteps, all, prerequisites) };
  const outer = steps.flatMap(({ revision }) => prerequisites(revision)).filter((id) => !inSteps.has(id));
  return { edges, needed: [...new Set(outer)].sort(), unwanted: [] };
}

/** `all` in an order in which prerequisites come first. */
function standingUpon(
  steps: ReadonlySet<string>,
  all: readonly string[],
  prerequisites: (id: string) => readonly string[],
): readonly string[] {
  const above = new Set<string>();
  for (const id of all) {
    if (steps.has(id) || prerequisites(id).some((need) => above.has(need))) above.add(id);
  }
  return [...above].filter((id) => !steps.has(id)).sort();
}
