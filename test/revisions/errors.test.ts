import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ErrorCode } from '../../src/errors.ts';
import { type Direction, history, parseTarget, walk } from '../../src/revisions/index.ts';
import { graphOf, problemsOf } from './support.ts';

const GRAPH = graphOf('a111', 'b111 < a111 [one]', 'c111 < b111', 'b222 < a111 [two]', 'm < c111, b222', 'x & c111');

const going = (direction: Direction, from: string, target: string) => (): unknown =>
  walk(GRAPH, { from, target, direction });
const up = (from: string, target: string): (() => unknown) => going('upgrade', from, target);
const down = (from: string, target: string): (() => unknown) => going('downgrade', from, target);

/** For each code: something that ends in it, and the names that its message has to say. */
const CASES: readonly (readonly [code: ErrorCode, work: () => unknown, names: readonly string[]])[] = [
  ['duplicate-revision', () => graphOf('a1', 'a1'), ['a1']],
  ['invalid-revision-id', () => graphOf('a-1'), ['a-1', "'-'"]],
  ['missing-parent', () => graphOf('a1 < b1'), ['a1', 'b1']],
  ['missing-dependency', () => graphOf('a1 & b1'), ['a1', 'b1']],
  ['duplicate-label', () => graphOf('a1 [one]', 'b1 [one]'), ['one', 'a1', 'b1']],
  ['invalid-label', () => graphOf('a1 [one@two]'), ['a1', 'one@two', "'@'"]],
  ['revision-cycle', () => graphOf('a1 < b1', 'b1 & c1', 'c1 < a1'), ['a1 -> b1 -> c1 -> a1']],
  ['unknown-revision', up('base', 'c112'), ['c112']],
  ['ambiguous-prefix', up('base', 'b'), ["'b'", 'b111', 'b222']],
  ['multiple-heads', up('base', 'head'), ["'head'", 'm', 'x']],
  ['ambiguous-walk', up('a111', '+1'), ['+1', 'b111', 'b222']],
  ['ambiguous-start', up('b111,b222', '+1'), ['+1', 'b111', 'b222']],
  ['ambiguous-downgrade', down('b111', 'a111@a111'), ['a111@a111', 'b111', 'b222']],
  ['wrong-direction', up('a111', '-1'), ['-1', 'upgrade']],
  ['relative-out-of-range', up('b111', 'one@+9'), ['one@+9', '9', '2']],
  ['not-a-target', down('b222', 'one'), ['one', 'b222']],
  ['overlapping-revisions', up('base', 'a111,m'), ['a111', 'm']],
  ['not-in-branch', up('base', 'one@two'), ['one@two', "'one'"]],
  ['not-an-ancestor', () => history(GRAPH, 'c111:b222'), ['c111', 'b222']],
  ['invalid-target', () => parseTarget('a1@'), ['a1@']],
];

const errors = suite('revisions: errors');

for (const [code, work, names] of CASES) {
  errors(code, () => {
    const [only, ...more] = problemsOf(work);
    assert.equal([only?.code, more.length], [code, 0]);
    for (const name of names) assert.ok(only?.message.includes(name), `'${name}' is missing: ${only?.message}`);
    assert.match(only?.hint ?? '', /^[A-Z'].+[.?]$/);
  });
}

errors('an unknown name suggests a near one', () => {
  const [only] = problemsOf(up('base', 'c112'));
  assert.is(only?.hint, 'Did you mean c111?');
});

errors('a downgrade target says whether it is not applied or only needed', () => {
  const reason = (work: () => unknown): string => (problemsOf(work)[0]?.details as { reason: string }).reason;
  assert.is(reason(down('b222', 'one')), 'not-applied');
  assert.is(reason(down('x', 'c111')), 'nothing-above');
});

errors.run();
