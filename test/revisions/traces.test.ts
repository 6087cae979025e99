import { suite } from 'uvu';
import { checkAll, graphOf } from './support.ts';

/*
 * The worked traces of the inventory, §3.10. Its order among independent branches is the load order of files and its
 * choice of rows partly a hash's; here both follow from the ids (see `order.ts` and `version-rows.ts`), so the
 * expectations are worked out from those two rules.
 */

const LINEAR = graphOf('a', 'b < a', 'c < b');
const FORK = graphOf('a', 'b1 < a', 'c1 < b1', 'b2 < a', 'c2 < b2');
const MERGED = graphOf('a', 'b1 < a', 'c1 < b1', 'b2 < a', 'c2 < b2', 'm < c1, c2', 'n < m');
const TWO_BASES = graphOf('x1', 'x2 < x1', 'y1', 'y2 < y1');
const CROSSED = graphOf('x1', 'x2 < x1', 'x3 < x2', 'y1', 'y2 < y1 & x2', 'y3 < y2');
const ON_LABEL = graphOf('x1 [lx]', 'x2 < x1', 'y1 & lx');
const TWINS = graphOf('a', 'b1 < a', 'b2 < a', 'm1 < b1, b2', 'm2 < b1, b2');
const OWN_ANCESTOR = graphOf('b', 'x < b', 'y', 'm < x, y & b');
const CONTINUED = graphOf('a', 'b1 < a', 'b2 < a', 'm < b1, b2', 'c1 < b1');
const LABELLED = graphOf('base0', 'b1aa < base0 [one]', 'c1aa < b1aa', 'b2aa < base0 [two]', 'c2aa < b2aa');

const traces = suite('revisions: worked traces');

traces('linear', () => {
  checkAll(LINEAR, [
    ['', 'upgrade', 'c', 'a[I a] b[U a>b] c[U b>c] => c'],
    ['c', 'downgrade', 'a', 'c[U c>b] b[U b>a] => a'],
    ['a', 'downgrade', 'base', 'a[D a] =>'],
  ]);
});

traces('fork', () => {
  checkAll(FORK, [
    ['', 'upgrade', 'heads', 'a[I a] b1[U a>b1] c1[U b1>c1] b2[I b2] c2[U b2>c2] => c1 c2'],
    ['c1 c2', 'downgrade', 'a', 'c2[U c2>b2] b2[D b2] c1[U c1>b1] b1[U b1>a] => a'],
    ['a', 'upgrade', 'c1', 'b1[U a>b1] c1[U b1>c1] => c1'],
    ['c1', 'upgrade', 'c2', 'b2[I b2] c2[U b2>c2] => c1 c2'],
    ['c1 c2', 'downgrade', 'base', 'c2[U c2>b2] b2[D b2] c1[U c1>b1] b1[U b1>a] a[D a] =>'],
  ]);
});

traces('fork and merge', () => {
  checkAll(MERGED, [
    ['', 'upgrade', 'n', 'a[I a] b1[U a>b1] c1[U b1>c1] b2[I b2] c2[U b2>c2] m[D c1, U c2>m] n[U m>n] => n'],
    ['n', 'downgrade', 'm', 'n[U n>m] => m'],
    ['m', 'downgrade', 'c1', 'm[I c1, U m>c2] => c1 c2'],
    ['c1 c2', 'upgrade', 'n', 'm[D c1, U c2>m] n[U m>n] => n'],
    ['n', 'downgrade', 'a', 'n[U n>m] m[I c1, U m>c2] c2[U c2>b2] b2[D b2] c1[U c1>b1] b1[U b1>a] => a'],
    ['c1', 'upgrade', 'm', 'b2[I b2] c2[U b2>c2] m[D c1, U c2>m] => m'],
    ['c1 b2', 'upgrade', 'm', 'c2[U b2>c2] m[D c1, U c2>m] => m'],
  ]);
});

traces('two bases', () => {
  checkAll(TWO_BASES, [
    ['', 'upgrade', 'heads', 'x1[I x1] x2[U x1>x2] y1[I y1] y2[U y1>y2] => x2 y2'],
    ['x2 y2', 'downgrade', 'x1', 'x2[U x2>x1] => x1 y2'],
    ['x1 y2', 'downgrade', 'base', 'y2[U y2>y1] y1[D y1] x1[D x1] =>'],
  ]);
});

traces('two bases, y2 depends on x2', () => {
  checkAll(CROSSED, [
    ['', 'upgrade', 'y3', 'x1[I x1] x2[U x1>x2] y1[I y1] y2[D y1, U x2>y2] y3[U y2>y3] => y3'],
    ['y3', 'upgrade', 'x3', 'x3[I x3] => x3 y3'],
    ['x3 y3', 'downgrade', 'y1', 'y3[U y3>y2] y2[U y2>y1] => x3 y1'],
    ['', 'upgrade', 'heads', 'x1[I x1] x2[U x1>x2] x3[U x2>x3] y1[I y1] y2[U y1>y2] y3[U y2>y3] => x3 y3'],
    ['x3 y3', 'downgrade', 'x1', 'y3[U y3>y2] y2[U y2>y1] x3[U x3>x2] x2[U x2>x1] => x1 y1'],
    ['y3', 'downgrade', 'x1', 'y3[U y3>y2] y2[I y1, U y2>x2] x2[U x2>x1] => x1 y1'],
    ['y3', 'downgrade', 'y1', 'y3[U y3>y2] y2[I y1, U y2>x2] => x2 y1'],
    ['x2 y1', 'upgrade', 'y3', 'y2[D y1, U x2>y2] y3[U y2>y3] => y3'],
    ['x2', 'upgrade', 'y3', 'y1[I y1] y2[D y1, U x2>y2] y3[U y2>y3] => y3'],
    ['x3 y1', 'upgrade', 'y3', 'y2[U y1>y2] y3[U y2>y3] => x3 y3'],
  ]);
});

traces('a dependency on a label is one on the revision that declares it', () => {
  checkAll(ON_LABEL, [
    ['', 'upgrade', 'y1', 'x1[I x1] y1[U x1>y1] => y1'],
    ['y1', 'upgrade', 'x2', 'x2[I x2] => x2 y1'],
    ['x2 y1', 'downgrade', 'base', 'y1[D y1] x2[U x2>x1] x1[D x1] =>'],
  ]);
});

traces('twin merges', () => {
  checkAll(TWINS, [
    ['', 'upgrade', 'm1', 'a[I a] b1[U a>b1] b2[I b2] m1[D b1, U b2>m1] => m1'],
    ['m1', 'upgrade', 'm2', 'm2[I m2] => m1 m2'],
    ['m1 m2', 'downgrade', 'b1', 'm2[D m2] m1[I b1, U m1>b2] => b1 b2'],
    ['b1 b2', 'downgrade', 'b2', '=> b1 b2'],
  ]);
});

traces('a merge that depends on an ancestor of one parent (Alembic crashes)', () => {
  checkAll(OWN_ANCESTOR, [
    ['', 'upgrade', 'm', 'b[I b] x[U b>x] y[I y] m[D x, U y>m] => m'],
    ['m', 'downgrade', 'base', 'm[I x, U m>y] y[D y] x[U x>b] b[D b] =>'],
  ]);
});

traces('a branch that goes on past a merge', () => {
  checkAll(CONTINUED, [
    ['', 'upgrade', 'm', 'a[I a] b1[U a>b1] b2[I b2] m[D b1, U b2>m] => m'],
    ['m', 'upgrade', 'c1', 'c1[I c1] => c1 m'],
    ['c1 m', 'downgrade', 'b2', 'm[U m>b2] => b2 c1'],
  ]);
});

traces('relative targets on a line', () => {
  checkAll(LINEAR, [
    ['', 'upgrade', '+1', 'a[I a] => a'],
    ['a', 'upgrade', '+2', 'b[U a>b] c[U b>c] => c'],
    ['', 'upgrade', '+9', 'relative-out-of-range'],
    ['', 'upgrade', 'a+1', 'a[I a] b[U a>b] => b'],
    ['', 'upgrade', 'c-1', 'a[I a] b[U a>b] => b'],
    ['b', 'upgrade', '-1', 'wrong-direction'],
    ['c', 'downgrade', '-1', 'c[U c>b] => b'],
    ['c', 'downgrade', '-2', 'c[U c>b] b[U b>a] => a'],
    ['c', 'downgrade', '-3', 'c[U c>b] b[U b>a] a[D a] =>'],
    ['c', 'downgrade', '-4', 'relative-out-of-range'],
    ['c', 'downgrade', 'c-2', 'c[U c>b] b[U b>a] => a'],
    ['c', 'downgrade', 'base+1', 'c[U c>b] b[U b>a] => a'],
    ['b', 'downgrade', '+1', 'wrong-direction'],
    ['b', 'upgrade', 'base', '=> b'],
    ['c', 'upgrade', 'a', '=> c'],
    ['c', 'downgrade', 'c', '=> c'],
    ['b', 'downgrade', 'c', 'not-a-target'],
    ['b', 'downgrade', 'b', '=> b'],
    ['', 'upgrade', 'a-1', '=>'],
    ['', 'upgrade', 'a-2', 'relative-out-of-range'],
    ['c', 'downgrade', 'a-1', 'c[U c>b] b[U b>a] a[D a] =>'],
    ['c', 'downgrade', '-0', 'invalid-target'],
    ['', 'downgrade', 'base', '=>'],
    ['', 'downgrade', '-1', 'relative-out-of-range'],
    ['c', 'downgrade', 'base-1', 'relative-out-of-range'],
  ]);
});

traces('upwards on a labelled fork', () => {
  checkAll(LABELLED, [
    ['base0', 'upgrade', '+1', 'ambiguous-walk'],
    ['b1aa b2aa', 'upgrade', '+1', 'ambiguous-start'],
    ['base0', 'upgrade', 'one@+1', 'b1aa[U base0>b1aa] => b1aa'],
    ['base0', 'upgrade', 'one@+2', 'b1aa[U base0>b1aa] c1aa[U b1aa>c1aa] => c1aa'],
    ['b2aa', 'upgrade', 'one@+1', 'b1aa[I b1aa] => b1aa b2aa'],
    ['', 'upgrade', 'one@+1', 'base0[I base0] => base0'],
    ['c1aa', 'upgrade', 'two@+1', 'b2aa[I b2aa] => b2aa c1aa'],
    ['c2aa', 'upgrade', 'one@head', 'b1aa[I b1aa] c1aa[U b1aa>c1aa] => c1aa c2aa'],
    ['', 'upgrade', 'one@heads', 'base0[I base0] b1aa[U base0>b1aa] c1aa[U b1aa>c1aa] => c1aa'],
    ['', 'upgrade', 'head', 'multiple-heads'],
    ['c1aa', 'upgrade', 'one@base', '=> c1aa'],
    ['', 'upgrade', 'base0+1', 'ambiguous-walk'],
    ['', 'upgrade', 'one@base0+1', 'base0[I base0] b1aa[U base0>b1aa] => b1aa'],
    ['', 'upgrade', 'one@c2aa', 'not-in-branch'],
    ['', 'upgrade', 'c1', 'base0[I base0] b1aa[U base0>b1aa] c1aa[U b1aa>c1aa] => c1aa'],
    ['', 'upgrade', 'c1a', 'base0[I base0] b1aa[U base0>b1aa] c1aa[U b1aa>c1aa] => c1aa'],
    ['', 'upgrade', 'b', 'ambiguous-prefix'],
    ['', 'upgrade', 'nolabel@head', 'unknown-revision'],
    ['', 'upgrade', 'nolabel@base', 'unknown-revision'],
    ['', 'upgrade', 'c1aa,b1aa', 'overlapping-revisions'],
    [
      '',
      'upgrade',
      'c1aa,c2aa',
      'base0[I base0] b1aa[U base0>b1aa] c1aa[U b1aa>c1aa] b2aa[I b2aa] c2aa[U b2aa>c2aa] => c1aa c2aa',
    ],
  ]);
});

traces('downwards on a labelled fork', () => {
  const all = 'c2aa[U c2aa>b2aa] b2aa[D b2aa] c1aa[U c1aa>b1aa] b1aa[U b1aa>base0]';
  checkAll(LABELLED, [
    ['c1aa c2aa', 'downgrade', 'one@base', `${all} base0[D base0] =>`],
    ['c1aa c2aa', 'downgrade', 'one@base0', 'c1aa[U c1aa>b1aa] b1aa[D b1aa] => c2aa'],
    ['c1aa c2aa', 'downgrade', 'two@base0', 'c2aa[U c2aa>b2aa] b2aa[D b2aa] => c1aa'],
    ['c1aa c2aa', 'downgrade', 'one@-1', 'c1aa[U c1aa>b1aa] => b1aa c2aa'],
    ['c1aa c2aa', 'downgrade', 'one@-2', 'c1aa[U c1aa>b1aa] b1aa[D b1aa] => c2aa'],
    ['c1aa c2aa', 'downgrade', 'one@-3', `${all} base0[D base0] =>`],
    ['c1aa c2aa', 'downgrade', '-1', 'c1aa[U c1aa>b1aa] => b1aa c2aa'],
    ['c2aa c1aa', 'downgrade', '-1', 'c2aa[U c2aa>b2aa] => b2aa c1aa'],
    ['c1aa c2aa', 'downgrade', 'base0', `${all} => base0`],
    ['c1aa c2aa', 'downgrade', 'b1aa', 'c1aa[U c1aa>b1aa] => b1aa c2aa'],
    ['c2aa', 'downgrade', 'b1aa', 'not-a-target'],
    ['c1aa c2aa', 'downgrade', 'c1aa-1', 'c1aa[U c1aa>b1aa] => b1aa c2aa'],
    // Accepted by Alembic, where it undoes c1aa and, in the second case, everything: defects not copied.
    ['c1aa c2aa', 'downgrade', 'two@b1aa', 'not-in-branch'],
    ['c1aa', 'downgrade', 'nolabel@base', 'unknown-revision'],
    ['c1aa c2aa', 'downgrade', 'one@head', '=> c1aa c2aa'],
    ['c1aa c2aa', 'downgrade', 'heads', 'multiple-heads'],
  ]);
});

traces.run();
