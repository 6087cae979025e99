import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { walk } from '../../src/revisions/index.ts';
import { checkAll, codesOf, graphOf, problemsOf, run } from './support.ts';

const FORK = graphOf('a', 'b1 < a', 'c1 < b1', 'b2 < a', 'c2 < b2');
const MERGED = graphOf('a', 'b1 < a', 'c1 < b1', 'b2 < a', 'c2 < b2', 'm < c1, c2', 'n < m');
const CROSSED = graphOf('x1', 'x2 < x1', 'x3 < x2', 'y1', 'y2 < y1 & x2', 'y3 < y2');

const details = suite('revisions: walk');

details('several targets: what one is to keep, another must not undo', () => {
  checkAll(FORK, [['c1 c2', 'downgrade', 'b1,b2', 'c2[U c2>b2] c1[U c1>b1] => b1 b2']]);
  checkAll(MERGED, [['n', 'downgrade', 'c1,c2', 'n[U n>m] m[I c1, U m>c2] => c1 c2']]);
  checkAll(CROSSED, [
    ['y3', 'downgrade', 'x1,y2', 'overlapping-revisions'],
    ['y3', 'downgrade', 'x1,base', 'overlapping-revisions'],
    ['x3 y1', 'downgrade', 'x1@base,y1', 'x3[U x3>x2] x2[U x2>x1] x1[D x1] => y1'],
    ['x3 y3', 'downgrade', 'x1@base,y1', 'y3[U y3>y2] y2[U y2>y1] x3[U x3>x2] x2[U x2>x1] x1[D x1] => y1'],
    ['x3 y3', 'downgrade', 'x1@base,y2', 'overlapping-revisions'],
    ['y3', 'downgrade', 'y1,y2', 'overlapping-revisions'],
  ]);
});

details('a revision that is applied only for a dependant is no downgrade target', () => {
  const [first] = problemsOf(() => walk(CROSSED, { from: 'y3', target: 'x2', direction: 'downgrade' }));
  assert.equal(first?.details, { target: 'x2', heads: ['y3'], reason: 'nothing-above' });
});

details('a label below the fork does not choose a side of it', () => {
  const graph = graphOf('a [one]', 'b < a', 'c < a');
  const [first] = problemsOf(() => walk(graph, { from: 'b', target: 'one@-1', direction: 'downgrade' }));
  assert.is(first?.code, 'ambiguous-downgrade');
  assert.equal(first?.details, { target: 'one@-1', candidates: ['b', 'c'] });
  assert.is(run(graph, ['b'], 'downgrade', '-1'), 'b[U b>a] => a');
});

details('-n stops at a merge point', () => {
  const [first] = problemsOf(() => walk(MERGED, { from: 'n', target: '-2', direction: 'downgrade' }));
  assert.equal(first?.details, { target: '-2', candidates: ['c1', 'c2'] });
});

details('label@-n counts from what another line depends on when the line has no head of its own', () => {
  const graph = graphOf('x1 [lx]', 'x2 < x1', 'y1 & x2');
  assert.is(run(graph, ['y1'], 'downgrade', 'lx@-1'), 'y1[U y1>x2] x2[U x2>x1] => x1');
});

details('label@+n goes on from what is applied of the line through a dependency', () => {
  const graph = graphOf('x1 [lx]', 'x2 < x1', 'x3 < x2', 'y1 & x2');
  assert.is(run(graph, ['y1'], 'upgrade', 'lx@+1'), 'x3[I x3] => x3 y1');
});

details('label@+n prefers a current head of the line to what is applied through a dependency', () => {
  const graph = graphOf('x1 [lx]', 'x2 < x1', 'z < x1', 'z2 < z', 'y1 & x2');
  assert.is(run(graph, ['y1', 'z'], 'upgrade', 'lx@+1'), 'z2[U z>z2] => y1 z2');
});

details('label@id+n may begin outside the line and has to lead into it', () => {
  assert.is(run(MERGED, ['c1', 'c2'], 'upgrade', 'b1@c2+1'), 'm[D c1, U c2>m] => m');
  assert.equal(codesOf(() => run(MERGED, [], 'upgrade', 'b1@b2+1')), ['relative-out-of-range']);
  assert.equal(codesOf(() => run(MERGED, [], 'upgrade', 'b1@c2-1')), ['not-in-branch']);
});

details('-n counts from the head named first, and from none when that means several', () => {
  assert.is(run(FORK, ['c2', 'c1'], 'downgrade', '-2'), 'c2[U c2>b2] b2[D b2] => c1');
  const [first] = problemsOf(() => walk(FORK, { from: 'heads', target: '-1', direction: 'downgrade' }));
  assert.equal([first?.code, first?.details], ['ambiguous-start', { target: '-1', heads: ['c1', 'c2'] }]);
});

details('head is by parents alone, heads by dependencies too', () => {
  const graph = graphOf('x1', 'x2 < x1', 'y1 & x2');
  assert.equal(codesOf(() => run(graph, [], 'upgrade', 'head')), ['multiple-heads']);
  assert.is(run(graph, [], 'upgrade', 'heads'), 'x1[I x1] x2[U x1>x2] y1[U x2>y1] => y1');
});

details('label@heads may hold a head that another of them needs', () => {
  const graph = graphOf('a [one]', 'b < a', 'c < a & b');
  assert.is(run(graph, [], 'upgrade', 'one@heads'), 'a[I a] b[U a>b] c[U b>c] => c');
  assert.equal(codesOf(() => run(graph, [], 'upgrade', 'b,c')), ['overlapping-revisions']);
});

details('current heads may be any targets, and are checked all together', () => {
  assert.is(run(MERGED, ['base'], 'upgrade', 'a'), 'a[I a] => a');
  assert.is(run(MERGED, ['head-1'], 'upgrade', 'head'), 'n[U m>n] => n');
  const problems = problemsOf(() => walk(MERGED, { from: 'zz,m,yy', target: 'n', direction: 'upgrade' }));
  assert.equal(problems.map(({ message }) => /'(.*?)'/.exec(message)?.[1]), ['yy', 'zz']);
  assert.equal(codesOf(() => run(MERGED, ['a', 'c1'], 'upgrade', 'n')), ['overlapping-revisions']);
  assert.equal(codesOf(() => run(CROSSED, ['x2', 'y3'], 'downgrade', 'base')), ['overlapping-revisions']);
  assert.equal(codesOf(() => run(MERGED, ['-1'], 'upgrade', 'n')), ['invalid-target']);
});

details('an empty graph walks nowhere', () => {
  checkAll(graphOf(), [
    ['', 'upgrade', 'head', '=>'],
    ['', 'upgrade', 'heads', '=>'],
    ['', 'downgrade', 'base', '=>'],
    ['', 'upgrade', '+1', 'relative-out-of-range'],
    ['', 'downgrade', 'head-1', 'relative-out-of-range'],
  ]);
});

details('a step is plain data: copied, serialised and read in any order', () => {
  const steps = walk(MERGED, { from: [], target: 'heads', direction: 'upgrade' });
  const inOrder = steps.map((step) => ({ ...step }));
  assert.equal(JSON.parse(JSON.stringify(steps)), inOrder);
  const backwards = [...steps.keys()].reverse().map((index) => ({ ...steps[index] })).reverse();
  assert.equal(backwards, inOrder);
  assert.equal(inOrder[5], {
    revision: 'm',
    direction: 'upgrade',
    headsBefore: ['c1', 'c2'],
    headsAfter: ['m'],
    versionChanges: [{ kind: 'delete', id: 'c1' }, { kind: 'update', from: 'c2', to: 'm' }],
  });
});

details.run();
