import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bases, branchPoints, buildGraph, heads, mergePoints, tips } from '../../src/revisions/index.ts';
import { codesOf, graphOf, problemsOf, revision } from './support.ts';

const ids = (nodes: Iterable<{ readonly id: string }>): string => Array.from(nodes, ({ id }) => id).join(' ');
const problems = (...texts: readonly string[]): (readonly [string, unknown])[] =>
  problemsOf(() => graphOf(...texts)).map(({ code, details }) => [code, details]);

const building = suite('revisions: buildGraph');

building('joins parents, children, dependencies and dependants', () => {
  const graph = graphOf('x1 [lx]', 'x2 < x1', 'y1 & lx', 'm < x2, y1 & x1, y1');
  const node = (id: string) => graph.nodes.get(id)!;
  assert.is(ids(node('m').parents), 'x2 y1');
  assert.is(ids(node('m').dependencies), 'x1', 'a parent is no dependency as well');
  assert.is(ids(node('m').prerequisites), 'x2 y1 x1');
  assert.is(ids(node('x1').children), 'x2');
  assert.is(ids(node('x1').dependants), 'm y1');
  assert.is(ids(node('x1').successors), 'x2 m y1');
  assert.is(graph.labels.get('lx'), node('x1'));
});

building('keeps further fields of the revisions', () => {
  const graph = buildGraph([{ ...revision('a'), title: 'the first' }]);
  assert.is(graph.nodes.get('a')?.revision.title, 'the first');
});

building('knows heads, tips, bases, branch points and merge points', () => {
  const graph = graphOf('a', 'b < a', 'c < a', 'm < b, c', 'x', 'x2 < x', 'y & x2');
  assert.is(ids(heads(graph)), 'm x2 y');
  assert.is(ids(tips(graph)), 'm y');
  assert.is(ids(bases(graph)), 'a x y');
  assert.is(ids(branchPoints(graph)), 'a');
  assert.is(ids(mergePoints(graph)), 'm');
});

building('an empty graph is a graph', () => {
  assert.is(graphOf().order.length, 0);
});

building('names of objects every program has are names like any other', () => {
  const graph = graphOf('constructor', '__proto__ < constructor', 'toString < __proto__ [valueOf]');
  assert.is(ids(graph.order), 'constructor __proto__ toString');
});

const order = suite('revisions: order');

order('follows a line upwards, smallest id first, then goes back', () => {
  assert.is(ids(graphOf('a', 'c1 < a', 'b2 < a', 'a9 < b2', 'd < c1').order), 'a b2 a9 c1 d');
});

order('waits for all parents and dependencies', () => {
  assert.is(ids(graphOf('a', 'b < a & z', 'c < a', 'm < b, c', 'z').order), 'a c z b m');
});

order('does not depend on how the revisions come', () => {
  const texts = ['a', 'b1 < a', 'b2 < a', 'c < b2, b1', 'd & c, b1', 'e < d'];
  assert.is(ids(graphOf(...texts).order), ids(graphOf(...texts.toReversed()).order));
  assert.is(ids(graphOf('m < b, a', 'a', 'b').order), ids(graphOf('m < a, b', 'a', 'b').order));
});

const errors = suite('revisions: problems of a graph');

errors('a missing parent or dependency', () => {
  assert.equal(problems('a < zz & yy', 'b & a, aa'), [
    ['missing-dependency', { revision: 'a', missing: 'yy' }],
    ['missing-dependency', { revision: 'b', missing: 'aa' }],
    ['missing-parent', { revision: 'a', missing: 'zz' }],
  ]);
});

errors('a dependency is a whole id or label, never a beginning; a parent is never a label', () => {
  assert.equal(problems('a1b2c3 [label]', 'b & a1b2', 'c < label'), [
    ['missing-dependency', { revision: 'b', missing: 'a1b2' }],
    ['missing-parent', { revision: 'c', missing: 'label' }],
  ]);
});

errors('duplicate ids, at every place', () => {
  const at = (file: string) => ({ ...revision('a'), file, line: 3 });
  const found = problemsOf(() => buildGraph([at('z.ts'), at('b.ts'), revision('b')]));
  assert.equal(
    found.map(({ place, message }) => [place, message]),
    [
      [{ file: 'b.ts', line: 3 }, "2 revisions have the id 'a': b.ts, z.ts"],
      [{ file: 'z.ts', line: 3 }, "2 revisions have the id 'a': b.ts, z.ts"],
    ],
  );
  assert.equal(problems('a', 'a', 'a'), [['duplicate-revision', { id: 'a', count: 3, files: [] }]]);
});

errors('a label used twice, or the same as an id', () => {
  assert.equal(problems('a [one]', 'b [one, c]', 'c'), [
    ['duplicate-label', { label: 'c', revisions: ['b', 'c'] }],
    ['duplicate-label', { label: 'one', revisions: ['a', 'b'] }],
  ]);
  assert.is(graphOf('a [one, one]').labels.size, 1);
});

errors('ids that the target notation or the version table could not hold', () => {
  const notation = ['a@b', 'a+1', 'a-b', 'a:b', 'a,b', 'head', 'heads', 'base'];
  const quoted = ["o'neil", 'a"b', 'a`b', 'a/b', '../a', 'a\\b'];
  for (const id of [...notation, ...quoted, 'a'.repeat(129), '', 'a b', 'a\tb', 'a\n', 'a\0', 'a\u200b']) {
    assert.equal(codesOf(() => buildGraph([{ ...revision('x'), id }])), ['invalid-revision-id'], JSON.stringify(id));
  }
  for (const id of ['001', 'a.b', 'ä', 'Head', 'a'.repeat(128)]) buildGraph([{ ...revision('x'), id }]);
});

errors('labels that the target notation could not name', () => {
  const withLabel = (label: string) => () => buildGraph([{ ...revision('x'), branchLabels: [label] }]);
  for (const label of ['', 'a b', 'a@b', 'a+b', 'a:b', 'a,b', '-a', 'a-', 'rel-2024', 'head', 'heads', 'base']) {
    assert.equal(codesOf(withLabel(label)), ['invalid-label'], JSON.stringify(label));
  }
  for (const label of ['feature-x', '2024-rel', 'v1.2', 'a-1-b']) withLabel(label)();
});

errors('cycles of either kind of link, each with a shortest way round', () => {
  assert.equal(problems('a < c', 'b < a', 'c < b', 'd < c', 'x & z', 'y < x', 'z < y'), [
    ['revision-cycle', { path: ['a', 'c', 'b'], members: ['a', 'b', 'c'] }],
    ['revision-cycle', { path: ['x', 'z', 'y'], members: ['x', 'y', 'z'] }],
  ]);
  assert.equal(problems('a < a', 'b & lb [lb]'), [
    ['revision-cycle', { path: ['a'], members: ['a'] }],
    ['revision-cycle', { path: ['b'], members: ['b'] }],
  ]);
});

errors('cycles that share a revision name all members', () => {
  const [first] = problemsOf(() => graphOf('a < b, c', 'b < a', 'c < d', 'd < a', 'e < a'));
  assert.equal(first?.details, { path: ['a', 'b'], members: ['a', 'b', 'c', 'd'] });
  assert.is(first?.message, 'revisions come before themselves: a -> b -> a (with them in other cycles: c, d)');
});

errors('all problems are reported at once, sorted, whatever the order of the input', () => {
  const texts = ['a < zz', 'b < b', 'b', 'heads [head]', 'c & nowhere [a]'];
  const expected = [
    'duplicate-label',
    'duplicate-revision',
    'invalid-label',
    'invalid-revision-id',
    'missing-dependency',
    'missing-parent',
    'revision-cycle',
  ];
  assert.equal(codesOf(() => graphOf(...texts)), expected);
  assert.equal(problemsOf(() => graphOf(...texts)), problemsOf(() => graphOf(...texts.toReversed())));
});

errors('every problem says what to do', () => {
  for (const { hint, code } of problemsOf(() => graphOf('a < zz', 'b < b', 'b', 'heads [head]', 'c & nowhere [a]'))) {
    assert.ok(hint && hint.endsWith('.'), code);
  }
});

building.run();
order.run();
errors.run();
