import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import {
  buildGraph,
  type Direction,
  directionOf,
  type Graph,
  heads,
  history,
  labelsInEffect,
  parseRange,
  type Revision,
  type Step,
  tips,
  walk,
} from '../../src/revisions/index.ts';

const RUNS = Math.ceil(300 * Number(process.env['MIGSQL_TEST_SCALE'] ?? 1));
const SETTINGS = { seed: 20260, numRuns: RUNS };

/** Ids with common beginnings, one too short to be abbreviated, in no relation to the order in which they are made. */
const NAMES = ['c0a1', 'c0b2', 'a771', 'a772', 'f3', 'e95d', 'b8e0', 'd4d4', '0c11', '9f02', '77aa', '6a6a'];

/** A graph, and which of its revisions are applied (with what they need), by index. */
interface Query {
  readonly revisions: readonly Revision[];
  readonly applied: readonly number[];
}

/** Any acyclic graph of up to twelve revisions: links go to revisions made earlier, by id or by label. */
const revisionsArb: fc.Arbitrary<readonly Revision[]> = fc
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

const queryArb: fc.Arbitrary<Query> = fc.record({
  revisions: revisionsArb,
  applied: fc.array(fc.nat(11), { maxLength: 4 }),
});

/** Any target of the notation, mostly with names that the graph knows. */
function targetFor(revisions: readonly Revision[]): fc.Arbitrary<string> {
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
interface Case extends Query {
  readonly target: string;
}

const caseArb: fc.Arbitrary<Case> = queryArb.chain((query) =>
  targetFor(query.revisions).map((target) => ({ ...query, target })),
);
const directionArb = fc.constantFrom<Direction>('upgrade', 'downgrade');

/* A model of its own: sets of ids and the definitions, without regard to time. */

function needsOf(revisions: readonly Revision[]): Map<string, readonly string[]> {
  const declaring = new Map<string, string>();
  for (const { id, branchLabels } of revisions) for (const label of branchLabels) declaring.set(label, id);
  const idOf = (name: string): string => declaring.get(name) ?? name;
  return new Map(revisions.map(({ id, revises, dependsOn }) => [id, [...revises, ...dependsOn.map(idOf)]]));
}

function closure(needs: ReadonlyMap<string, readonly string[]>, ids: readonly string[]): Set<string> {
  const all = new Set(ids);
  for (const id of all) for (const need of needs.get(id) ?? []) all.add(need);
  return all;
}

const maximal = (needs: ReadonlyMap<string, readonly string[]>, applied: ReadonlySet<string>): string[] => {
  const needed = new Set([...applied].flatMap((id) => needs.get(id) ?? []));
  return [...applied].filter((id) => !needed.has(id)).sort();
};

function currentHeads({ revisions, applied }: Query): string[] {
  const needs = needsOf(revisions);
  return maximal(needs, closure(needs, applied.flatMap((number) => revisions[number]?.id ?? [])));
}

function attempt<T>(work: () => T): T | MigsqlError {
  try {
    return work();
  } catch (error) {
    if (error instanceof MigsqlError) return error;
    throw error;
  }
}

const mirrored = (steps: readonly Step[]): readonly unknown[] =>
  steps.toReversed().map(({ revision, headsBefore, headsAfter, versionChanges }) => ({
    revision,
    headsBefore: headsAfter,
    headsAfter: headsBefore,
    changes: versionChanges.length,
  }));

const plain = (steps: readonly Step[]): readonly unknown[] =>
  steps.map(({ revision, headsBefore, headsAfter, versionChanges }) => ({
    revision,
    headsBefore,
    headsAfter,
    changes: versionChanges.length,
  }));

const properties = suite('revisions: properties');

properties('a query ends in a MigsqlError or in steps that are right in every state', () => {
  let walked = 0;
  const property = fc.property(caseArb, directionArb, (query, direction) => {
    const { target } = query;
    const needs = needsOf(query.revisions);
    const from = currentHeads(query);
    const steps = attempt(() => walk(buildGraph(query.revisions), { from, target, direction }));
    if (steps instanceof MigsqlError) {
      assert.ok(steps.diagnostics.length > 0 && steps.diagnostics.every(({ hint }) => hint));
      return;
    }
    const applied = closure(needs, from);
    let rows = from;
    for (const step of steps) {
      walked++;
      assert.equal(step.headsBefore, rows);
      if (direction === 'upgrade') {
        assert.ok(!applied.has(step.revision) && needs.get(step.revision)?.every((need) => applied.has(need)));
        applied.add(step.revision);
      } else {
        assert.ok(rows.includes(step.revision), 'only a head can be undone');
        applied.delete(step.revision);
      }
      rows = changed(rows, step);
      assert.equal(rows, maximal(needs, applied), `after ${step.revision}`);
      assert.equal(step.headsAfter, rows);
    }
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 10 });
  assert.ok(walked > RUNS, 'the queries are not all errors');
});

function changed(rows: readonly string[], { versionChanges }: Step): string[] {
  const table = new Set(rows);
  for (const change of versionChanges) {
    const gone = change.kind === 'update' ? change.from : change.id;
    const come = change.kind === 'update' ? change.to : change.id;
    if (change.kind !== 'insert') assert.ok(table.delete(gone), `no row ${gone}`);
    if (change.kind !== 'delete') assert.ok(!table.has(come) && table.add(come), `a second row ${come}`);
  }
  return [...table].sort();
}

properties('the steps do not depend on how revisions and links are listed', () => {
  const shuffled = caseArb.chain((query) =>
    fc.tuple(fc.constant(query), fc.shuffledSubarray([...query.revisions], { minLength: query.revisions.length })),
  );
  const property = fc.property(shuffled, directionArb, ([query, listed], direction) => {
    const { target } = query;
    const turned = listed.map((revision) => ({ ...revision, revises: revision.revises.toReversed() }));
    const from = currentHeads(query);
    const outcome = (revisions: readonly Revision[]) => {
      const result = attempt(() => walk(buildGraph(revisions), { from, target, direction }));
      return result instanceof MigsqlError ? result.message : JSON.stringify(result);
    };
    assert.is(outcome(turned), outcome(query.revisions));
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 3 });
});

properties('down to base is up from base, mirrored', () => {
  const property = fc.property(queryArb, (query) => {
    const graph = buildGraph(query.revisions);
    const from = currentHeads(query);
    const down = walk(graph, { from, target: 'base', direction: 'downgrade' });
    const up = walk(graph, { from: [], target: from.length ? from : 'base', direction: 'upgrade' });
    assert.equal(mirrored(down), plain(up));
  });
  fc.assert(property, SETTINGS);
});

properties('up again after any downgrade returns by the same steps', () => {
  const property = fc.property(caseArb, (query) => {
    const { target } = query;
    const graph = buildGraph(query.revisions);
    const from = currentHeads(query);
    const down = attempt(() => walk(graph, { from, target, direction: 'downgrade' }));
    if (down instanceof MigsqlError || down.length === 0) return;
    const up = walk(graph, { from: down.at(-1)?.headsAfter ?? [], target: from, direction: 'upgrade' });
    assert.equal(mirrored(down), plain(up));
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 3 });
});

properties('revisions added on top never change the order of the others', () => {
  const property = fc.property(revisionsArb, fc.nat(11), (revisions, kept) => {
    const fewer = buildGraph(revisions.slice(0, kept));
    const known = new Set(fewer.order.map(({ id }) => id));
    const more = buildGraph(revisions).order.map(({ id }) => id);
    assert.equal(more.filter((id) => known.has(id)), fewer.order.map(({ id }) => id));
  });
  fc.assert(property, SETTINGS);
});

properties('upgrading to heads leaves the tips; every head is a row or needed by one', () => {
  const property = fc.property(queryArb, (query) => {
    const graph: Graph = buildGraph(query.revisions);
    const steps = walk(graph, { from: currentHeads(query), target: 'heads', direction: 'upgrade' });
    const rows = steps.at(-1)?.headsAfter ?? currentHeads(query);
    assert.equal(rows, tips(graph).map(({ id }) => id));
    assert.ok(heads(graph).every(({ id, dependants }) => rows.includes(id) || dependants.length > 0));
  });
  fc.assert(property, SETTINGS);
});

properties('a direction that the graph tells never walks the other way', () => {
  const property = fc.property(caseArb, (query) => {
    const { target } = query;
    const graph = buildGraph(query.revisions);
    const from = currentHeads(query);
    const direction = attempt(() => directionOf(graph, from, target));
    if (direction instanceof MigsqlError) return;
    for (const other of ['upgrade', 'downgrade'] as const) {
      const steps = attempt(() => walk(graph, { from, target, direction: other }));
      if (direction !== undefined && other !== direction) assert.ok(steps instanceof MigsqlError || steps.length === 0);
    }
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 3 });
});

properties('history and labels answer on any graph, any range text ends in data or a MigsqlError', () => {
  const ranges = (revisions: readonly Revision[]): fc.Arbitrary<string> => {
    const side = fc.option(targetFor(revisions), { nil: '' });
    return fc.oneof(fc.tuple(side, side).map((sides) => sides.join(':')), fc.string());
  };
  const rangedArb = revisionsArb.chain((revisions) => fc.tuple(fc.constant(revisions), ranges(revisions)));
  const property = fc.property(rangedArb, ([revisions, range]) => {
    const graph = buildGraph(revisions);
    const shown = attempt(() => history(graph, range));
    if (!(shown instanceof MigsqlError)) {
      const positions = shown.map(({ position }) => position);
      assert.equal(positions, [...new Set(positions)].sort((a, b) => b - a));
    }
    attempt(() => parseRange(range));
    assert.is(labelsInEffect(graph).size, revisions.length);
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 3 });
});

properties('any list of revisions gives a graph or a MigsqlError', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'l'), fc.string({ maxLength: 3 }));
  const names = fc.array(name, { maxLength: 3 });
  const anyRevision = fc.record({ id: name, revises: names, dependsOn: names, branchLabels: names });
  const property = fc.property(fc.array(anyRevision, { maxLength: 8 }), (revisions) => {
    const built = attempt(() => buildGraph(revisions));
    const again = attempt(() => buildGraph(revisions.toReversed()));
    if (built instanceof MigsqlError) assert.is(built.message, again instanceof MigsqlError ? again.message : '');
    else assert.is(built.order.length, revisions.length);
  });
  fc.assert(property, { ...SETTINGS, numRuns: RUNS * 10 });
});

properties.run();
