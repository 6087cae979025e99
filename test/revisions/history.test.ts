import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { history, labelsInEffect, revisionsUpTo } from '../../src/revisions/index.ts';
import { codesOf, graphOf, problemsOf } from './support.ts';

const ids = (nodes: Iterable<{ readonly id: string }>): string => Array.from(nodes, ({ id }) => id).join(' ');
const GRAPH = graphOf(
  ...['a', 'b1 < a', 'c1 < b1 [one]', 'b2 < a', 'c2 < b2 & x1 [two]', 'm < c1, c2', 'n < m'],
  ...['x1 [ex]', 'x2 < x1'],
);
const shown = (range?: string): string => ids(history(GRAPH, range));

const listing = suite('revisions: history');

listing('all, newest first: the upgrade order reversed', () => {
  assert.is(ids(GRAPH.order), 'a b1 c1 b2 x1 x2 c2 m n');
  assert.is(shown(), 'n m c2 x2 x1 b2 c1 b1 a');
  assert.is(shown('base:heads'), shown());
  assert.is(shown(':'), shown());
});

listing('up to TO, with what it depends on', () => {
  assert.is(shown(':c2'), 'c2 x1 b2 a');
  assert.is(shown('one'), 'c1 b1 a');
  assert.is(shown('base:base'), '');
});

listing('from FROM on, itself included, along its descendants', () => {
  assert.is(shown('b1:'), 'n m c1 b1');
  assert.is(shown('b1:c1'), 'c1 b1');
  assert.is(shown('b2:m'), 'm c2 b2');
  assert.is(shown('b1,b2:m'), 'm c2 b2 c1 b1');
  assert.is(shown('n:n'), 'n');
});

listing('FROM with a label limits TO to its line', () => {
  assert.is(shown('ex@base:'), 'x2 x1');
  assert.is(shown('two@base:'), 'n m c2 x1 b2 c1 b1 a');
});

listing('offsets count below the heads and above FROM, and stop at the ends', () => {
  assert.is(shown('-1:'), 'n m x2 x1');
  assert.is(shown('ex@-1:'), 'x2 x1');
  assert.is(shown('ex@-9:'), 'x2 x1');
  assert.is(shown('b1:+1'), 'c1 b1');
  assert.is(shown('b1:+9'), 'n m c1 b1');
  assert.is(shown('ex@base:ex@+1'), 'x1');
  assert.is(ids(history(graphOf('a', 'b < a', 'c < b'), '-9:')), 'c b a');
  const [first] = problemsOf(() => shown('one@-2:'));
  assert.equal(first?.details, { target: 'one@-2', candidates: ['c1', 'c2'] });
});

listing('a range that leads nowhere is an error', () => {
  const [first] = problemsOf(() => shown('c1:c2'));
  assert.equal([first?.code, first?.details], ['not-an-ancestor', { revision: 'c1', of: ['c2'] }]);
  assert.equal(codesOf(() => shown('n:base')), ['not-an-ancestor']);
  assert.equal(codesOf(() => shown('+1:')), ['invalid-target']);
  assert.equal(codesOf(() => shown(':-1')), ['invalid-target']);
  assert.equal(codesOf(() => shown('b1,b2:+1')), ['ambiguous-start']);
  assert.equal(codesOf(() => shown('zz:yy')), ['unknown-revision']);
});

listing('what is applied under given heads, oldest first', () => {
  assert.is(ids(revisionsUpTo(GRAPH, ['c2'])), 'a b2 x1 c2');
  assert.is(ids(revisionsUpTo(GRAPH, ['x2', 'b1'])), 'a b1 x1 x2');
  assert.is(ids(revisionsUpTo(GRAPH, [])), '');
});

const labels = suite('revisions: labels in effect');

const effective = (...texts: readonly string[]): Record<string, string> =>
  Object.fromEntries([...labelsInEffect(graphOf(...texts))].map(([id, names]) => [id, names.join(' ')]));

labels('reach all descendants, and down an unforked line to its beginning', () => {
  assert.equal(effective('a', 'b < a [l, k]', 'c < b'), { a: 'k l', b: 'k l', c: 'k l' });
});

labels('downwards they stop at a branch point', () => {
  const graph = ['a', 'b1 < a', 'c1 < b1 [one]', 'd1 < c1', 'b2 < a [two]'];
  assert.equal(effective(...graph), { a: '', b1: 'one', c1: 'one', d1: 'one', b2: 'two' });
});

labels('upwards they pass merge points, downwards not', () => {
  const graph = ['a [left]', 'b [right]', 'm < a, b', 'n < m [top]'];
  assert.equal(effective(...graph), { a: 'left', b: 'right', m: 'left right top', n: 'left right top' });
});

labels('dependencies neither carry nor stop them', () => {
  assert.equal(effective('a', 'b < a [l]', 'x & a', 'y & b'), { a: 'l', b: 'l', x: '', y: '' });
});

listing.run();
labels.run();
