import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildGraph, directionOf, history, labelsInEffect, type Revision, walk } from '../../src/revisions/index.ts';
import { problemsOf } from './support.ts';

/* That large graphs end at all, without deep recursion or quadratic work; how fast is for `bench/` to say. */

const node = (id: string, revises: readonly string[], dependsOn: readonly string[] = []): Revision => ({
  id,
  revises,
  dependsOn,
  branchLabels: [],
});

const name = (number: number): string => `r${String(number).padStart(7, '0')}`;

const chain = (length: number): Revision[] =>
  Array.from({ length }, (_, index) => node(name(index), index ? [name(index - 1)] : []));

/** Forks of three lines of three, merged before the next fork, each line depending on its neighbour. */
function forksAndMerges(length: number): Revision[] {
  return Array.from({ length }, (_, index) => {
    const [start, place] = [index - (index % 10), index % 10];
    if (place === 0) return node(name(index), [3, 6, 9].flatMap((end) => (start ? [name(start - 10 + end)] : [])));
    const first = place % 3 === 1;
    return node(name(index), [name(first ? start : index - 1)], place > 3 && !first ? [name(index - 3)] : []);
  });
}

function walkBothWays(revisions: readonly Revision[]): void {
  const graph = buildGraph(revisions);
  const up = walk(graph, { from: [], target: 'heads', direction: 'upgrade' });
  const top = up.at(-1)?.headsAfter ?? [];
  const down = walk(graph, { from: top, target: 'base', direction: 'downgrade' });
  assert.is(up.length, revisions.length);
  assert.is(down.length, revisions.length);
  assert.equal(down.at(-1)?.headsAfter, []);
  for (const { headsBefore, headsAfter } of up) assert.ok(headsBefore.length + headsAfter.length > 0);
  assert.is(directionOf(graph, top, 'base'), 'downgrade');
  assert.is(history(graph).length, revisions.length);
  assert.is(labelsInEffect(graph).size, revisions.length);
}

const scale = suite('revisions: scale');

scale('a chain of 100,000', () => walkBothWays(chain(100_000)));

scale('20,000 in forks and merges with cross dependencies', () => walkBothWays(forksAndMerges(20_000)));

scale('10,000 in 1,000 open lines', () => {
  const below = (index: number): string[] => (index < 1000 ? [] : [name(index - 1000)]);
  walkBothWays(Array.from({ length: 10_000 }, (_, index) => node(name(index), below(index))));
});

scale('5,000 children of one parent, all merged again', () => {
  const children = Array.from({ length: 5_000 }, (_, index) => name(index + 1));
  walkBothWays([node(name(0), []), ...children.map((id) => node(id, [name(0)])), node('top', children)]);
});

scale('30,000 independent revisions: heads are worked out when read', () => {
  const graph = buildGraph(Array.from({ length: 30_000 }, (_, index) => node(name(index), [])));
  const steps = walk(graph, { from: [], target: 'heads', direction: 'upgrade' });
  assert.is(steps.at(-1)?.headsAfter.length, 30_000);
  assert.equal(steps[1]?.headsBefore, [name(0)]);
});

scale('a cycle of 100,000 is one problem with a readable message', () => {
  const ring = [...chain(100_000).slice(1), node(name(0), [name(99_999)])];
  const [only, ...more] = problemsOf(() => buildGraph(ring));
  assert.is(more.length, 0);
  assert.is((only?.details as { members: readonly string[] }).members.length, 100_000);
  assert.ok((only?.message.length ?? 0) < 300);
});

scale('20,000 problems are all reported', () => {
  const selfish = Array.from({ length: 20_000 }, (_, index) => node(name(index), [name(index)]));
  assert.is(problemsOf(() => buildGraph(selfish)).length, 20_000);
});

scale('overlapping current heads are all reported', () => {
  const graph = buildGraph(chain(10_000));
  const everything = [...graph.nodes.keys()];
  assert.is(problemsOf(() => walk(graph, { from: everything, target: 'head', direction: 'upgrade' })).length, 9_999);
});

scale.run();
