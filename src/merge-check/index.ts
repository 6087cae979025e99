import { compareSchemas } from '../compare/index.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { type ReplayedSchema, after, afterAll } from '../plan/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import { conflicts, fits } from './conflicts.ts';
import { changed, facetReader } from './facet-reader.ts';
import { isGrant } from './facets.ts';
import { type PlacedOp, type Reading, type Step, stepsOf } from './footprint.ts';
import { orders } from './orders.ts';
import type { Pair } from './pair.ts';

export { sidesOf } from './sides.ts';
export type { PlacedOp } from './footprint.ts';
export type { Clash, Pair, Relation } from './pair.ts';

/** Two sides of a graph that a merge brings together. */
export interface Sides {
  /** The schema that both begin at. */
  readonly base: ReplayedSchema;
  readonly left: readonly PlacedOp[];
  readonly right: readonly PlacedOp[];
}

/**
 * The pairs of ops that keep two sides from commuting; none where every database has the same schema in the end, whichever
 * of them it takes first. The footprints of ops tell which pairs to look at, the schema model whether they conflict; it has
 * the last word as well, with both sides whole in both orders.
 */
export function checkMerge({ base, left, right }: Sides, dialect: Dialect): readonly Pair[] {
  const reading: Reading = { dialect, facets: facetReader(dialect.name) };
  const [first, second] = [stepsOf(base, left, reading), stepsOf(base, right, reading)];
  const open = orders(first, second);
  if (commute(base, first, second, reading)) return open;
  const found = conflicts(first, second, reading);
  const isKnown = (pair: Pair): boolean => found.some((each) => each.first === pair.first && each.second === pair.second);
  return [...(found.length ? found : [unexplained(base, first, second, reading)]), ...open.filter((pair) => !isKnown(pair))];
}

/** Whether both sides can follow each other, and the schema is the same in the end. */
function commute(base: ReplayedSchema, left: readonly Step[], right: readonly Step[], reading: Reading): boolean {
  if (left.length === 0 || right.length === 0) return true;
  const [there, back] = [inTurn(base, [...left, ...right], reading), inTurn(base, [...right, ...left], reading)];
  return there !== undefined && back !== undefined && isSame(there.model, back.model, reading);
}

/** The schema after all steps; nothing where one of them does not fit. */
function inTurn(base: ReplayedSchema, steps: readonly Step[], reading: Reading): ReplayedSchema | undefined {
  let schema = base;
  for (const step of steps) {
    if (!fits(step, schema.model, reading)) return undefined;
    schema = after(schema, step.op);
  }
  return schema;
}

/** What the dialect stores in the same way is the same; it stores all that is granted. */
function isSame(a: SchemaModel, b: SchemaModel, { dialect, facets }: Reading): boolean {
  const keys = changed(facets.delta(a, b));
  return keys.length === 0 || (!keys.some(isGrant) && compareSchemas(a, b, { dialect }).length === 0);
}

/** Where no two ops are to blame alone. */
function unexplained(base: ReplayedSchema, left: readonly Step[], right: readonly Step[], reading: Reading): Pair {
  const [first, second] = [left.at(-1)!, right.at(-1)!];
  const behind = (one: readonly Step[], other: readonly Step[]): Step | undefined => {
    let schema = afterAll(base, one.map(({ op }) => op));
    return other.find((step) => {
      const isFit = fits(step, schema.model, reading);
      schema = after(schema, step.op);
      return !isFit;
    });
  };
  return { relation: 'conflict', first: behind(right, left) ?? first, second: behind(left, right) ?? second, clash: 'together', name: '' };
}
