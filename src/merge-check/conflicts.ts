import { checkNames } from '../ops/check-names.ts';
import { type ReplayedSchema, after, afterAll } from '../plan/index.ts';
import type { SchemaModel } from '../schema/model.ts';
import { changed } from './facet-reader.ts';
import type { Footprint, Reading, Step } from './footprint.ts';
import type { Clash, Pair } from './pair.ts';

/** More than these tell nobody more. */
const MOST = 50;

/**
 * The pairs of ops that do not commute: those whose footprints meet, tried in both orders after all that comes before them.
 */
export function conflicts(left: readonly Step[], right: readonly Step[], reading: Reading): readonly Pair[] {
  const found: Pair[] = [];
  for (const [i, j] of candidates(left, right)) {
    if (found.length === MOST) break;
    const [first, second] = [left[i]!, right[j]!];
    const start = afterAll(first.before, right.slice(0, j).map(({ op }) => op));
    if (meet(first, second, start, reading)) found.push({ relation: 'conflict', first, second, ...reasonOf(first.footprint, second.footprint) });
  }
  return found;
}

/** Where one changes what the other changes, names or rests on; in the order of both sides. */
function candidates(left: readonly Step[], right: readonly Step[]): readonly (readonly [number, number])[] {
  const [changing, concerning] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const add = (to: Map<string, number[]>, key: string, index: number): void => void (to.get(key)?.push(index) ?? to.set(key, [index]));
  right.forEach(({ footprint }, index) => {
    for (const key of changed(footprint)) add(changing, key, index);
    for (const key of footprint.concerned) add(concerning, key, index);
  });
  return left.flatMap(({ footprint }, index) => {
    const others = new Set([
      ...changed(footprint).flatMap((key) => [...(changing.get(key) ?? []), ...(concerning.get(key) ?? [])]),
      ...[...footprint.concerned].flatMap((key) => changing.get(key) ?? []),
    ]);
    return [...others].sort((a, b) => a - b).map((other) => [index, other] as const);
  });
}

function meet(a: Step, b: Step, start: ReplayedSchema, reading: Reading): boolean {
  // Else what comes before them is to blame.
  if (!fits(a, start.model, reading) || !fits(b, start.model, reading)) return false;
  const [afterA, afterB] = [after(start, a.op), after(start, b.op)];
  if (!fits(b, afterA.model, reading) || !fits(a, afterB.model, reading)) return true;
  return changed(reading.facets.delta(after(afterA, b.op).model, after(afterB, a.op).model)).length > 0;
}

/** Whether an op can be applied to a schema as to that of its own side. */
export function fits({ op, before, footprint: { needs, forbids } }: Step, model: SchemaModel, { facets }: Reading): boolean {
  const isReady = [...needs].every((key) => facets.has(model, key)) && ![...forbids].some((key) => facets.has(model, key));
  return isReady && checkNames(op, model).length <= checkNames(op, before.model).length;
}

function reasonOf(a: Footprint, b: Footprint): { readonly clash: Clash; readonly name: string } {
  for (const [key, { shown, shared }] of a.made) if (b.made.has(key) && !shared) return { clash: 'made-twice', name: shown };
  for (const [one, other] of [[a, b], [b, a]] as const) {
    const needed = (key: string): boolean => other.concerned.has(key) || other.dropped.has(key) || other.written.has(key) || other.made.has(key);
    for (const [key, { shown }] of one.dropped) if (needed(key)) return { clash: 'taken-away', name: shown };
  }
  for (const [key, { shown }] of a.written) if (b.written.has(key)) return { clash: 'changed-twice', name: shown };
  return { clash: 'together', name: '' };
}
