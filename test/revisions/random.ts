import fc from 'fast-check';
import { MigsqlError } from '../../src/errors.ts';
import type { Direction, Revision } from '../../src/revisions/index.ts';

/** Ids with common beginnings, one too short to be abbreviated, in no relation to the order in which they are made. */
const NAMES = ['c0a1', 'c0b2', 'a771', 'a772', 'f3', 'e95d', 'b8e0', 'd4d4', '0c11', '9f02', '77aa', '6a6a'];

/** A graph, and which of its revisions are applied (with what they need), by index. */
export interface Query {
  readonly revisions: readonly Revision[];
  readonly applied: readonly number[];
}

/** Any acyclic graph of up to twelve revisions: links go to revisions made earlier, by id or by label. */
export const revisionsArb: fc.Arbitrary<readonly Revision[]> = fc
  .tuple(
    fc.shuffledSubarray(NAMES, { minLength: 1 }).chain((ids) => fc.constantFrom(ids, NAMES.toSorted())),
    fc.array(
      fc.record({
        parents: fc.array(fc.nat(20), { maxLength: 3 }),
        dependencies: fc.array(fc.nat(30), { maxLength: 2 }),
        labelled: fc.nat(3),
        near: fc.boolean(),
      }),
      { minLength: 12, maxLength: 12 },
    ),
  )
  .map(([ids, shapes]) => {
    const made: Revision[] = [];
    ids.forEach((id, index) => {
      const { parents, dependencies, labelled, near } = shapes[index]!;
      const pick = (number: number): Revision | undefined => (near ? made.at(-1 - (number % 3)) : made[number]);
      made.push({
        id,
        revises: parents.flatMap((number) => pick(number)?.id ?? []),
        dependsOn: dependencies.flatMap((number) => made[number]?.branchLabels[0] ?? made[number]?.id ?? []),
        branchLabels: labelled === 0 ? [`line${index}`] : [],
      });
    });
    return made;
  });

export const queryArb: fc.Arbitrary<Query> = fc.record({
  revisions: revisionsArb,
  applied: fc.array(fc.nat(11), { maxLength: 4 }),
});

/** Any target of the notation, mostly with names that the graph knows. */
export function targetFor(revisions: readonly Revision[]): fc.Arbitrary<string> {
  const known = revisions.flatMap(({ id, branchLabels }) => [id, ...branchLabels]);
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...known), fc.nat(4)).map(([id, length]) => id.slice(0, length)) },
    { weight: 1, arbitrary: fc.constantFrom('nowhere', ...NAMES) },
  );
  const word = fc.constantFrom('base', 'head', 'heads');
  const symbol = fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: word });
  const offset = fc.integer({ min: -3, max: 3 }).map((number) => (number < 0 ? `${number}` : `+${number}`));
  const branch = name.map((text) => `${text}@`);
  return fc.oneof(
    symbol,
    offset,
    fc.tuple(symbol, offset).map((parts) => parts.join('')),
    fc.tuple(branch, symbol).map((parts) => parts.join('')),
    fc.tuple(branch, offset).map((parts) => parts.join('')),
    fc.tuple(branch, symbol, offset).map((parts) => parts.join('')),
    fc.tuple(name, name).map((parts) => parts.join(',')),
  );
}

/** A target, and the place where it applies. */
export interface Case extends Query {
  readonly target: string;
}

export const caseArb: fc.Arbitrary<Case> = queryArb.chain((query) =>
  targetFor(query.revisions).map((target) => ({ ...query, target })),
);
export const directionArb = fc.constantFrom<Direction>('upgrade', 'downgrade');

/* A model of its own: sets of ids and the definitions, without regard to time. */

export function needsOf(revisions: readonly Revision[]): Map<string, readonly string[]> {
  const declaring = new Map<string, string>();
  for (const { id, branchLabels } of revisions) for (const label of branchLabels) declaring.set(label, id);
  const idOf = (name: string): string => declaring.get(name) ?? name;
  return new Map(revisions.map(({ id, revises, dependsOn }) => [id, [...revises, ...dependsOn.map(idOf)]]));
}

export function closure(needs: ReadonlyMap<string, readonly string[]>, ids: readonly string[]): Set<string> {
  const all = new Set(ids);
  for (const id of all) for (const need of needs.get(id) ?? []) all.add(need);
  return all;
}

export const maximal = (needs: ReadonlyMap<string, readonly string[]>, applied: ReadonlySet<string>): string[] => {
  const needed = new Set([...applied].flatMap((id) => needs.get(id) ?? []));
  return [...applied].filter((id) => !needed.has(id)).sort();
};

export function currentHeads({ revisions, applied }: Query): string[] {
  const needs = needsOf(revisions);
  return maximal(needs, closure(needs, applied.flatMap((number) => revisions[number]?.id ?? [])));
}

export function attempt<T>(work: () => T): T | MigsqlError {
  try {
    return work();
  } catch (error) {
    if (error instanceof MigsqlError) return error;
    throw error;
  }
}
