import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseRange, parseTarget, parseTargets, type Target } from '../../src/revisions/index.ts';
import { codesOf, problemsOf } from './support.ts';

const named = (name: string): Target['anchor'] => ({ kind: 'name', name });
const CURRENT: Target['anchor'] = { kind: 'current' };

const targets = suite('revisions: parseTarget');

targets('every form of the notation', () => {
  const forms: Readonly<Record<string, Omit<Target, 'text'>>> = {
    base: { anchor: { kind: 'base' }, offset: 0 },
    head: { anchor: { kind: 'head' }, offset: 0 },
    heads: { anchor: { kind: 'heads' }, offset: 0 },
    ae10: { anchor: named('ae10'), offset: 0 },
    '001': { anchor: named('001'), offset: 0 },
    'feature-x': { anchor: named('feature-x'), offset: 0 },
    'one@head': { branch: 'one', anchor: { kind: 'head' }, offset: 0 },
    'one@heads': { branch: 'one', anchor: { kind: 'heads' }, offset: 0 },
    'one@base': { branch: 'one', anchor: { kind: 'base' }, offset: 0 },
    'one@ae10': { branch: 'one', anchor: named('ae10'), offset: 0 },
    'rel-2024@head': { branch: 'rel-2024', anchor: { kind: 'head' }, offset: 0 },
    '+1': { anchor: CURRENT, offset: 1 },
    '-12': { anchor: CURRENT, offset: -12 },
    'ae10+2': { anchor: named('ae10'), offset: 2 },
    'ae10-2': { anchor: named('ae10'), offset: -2 },
    'ae10+0': { anchor: named('ae10'), offset: 0 },
    'head-1': { anchor: { kind: 'head' }, offset: -1 },
    'base+1': { anchor: { kind: 'base' }, offset: 1 },
    'feature-x-1': { anchor: named('feature-x'), offset: -1 },
    'one@+1': { branch: 'one', anchor: CURRENT, offset: 1 },
    'one@-1': { branch: 'one', anchor: CURRENT, offset: -1 },
    'one@ae10+2': { branch: 'one', anchor: named('ae10'), offset: 2 },
    'one@head-2': { branch: 'one', anchor: { kind: 'head' }, offset: -2 },
  };
  for (const [text, expected] of Object.entries(forms)) assert.equal(parseTarget(text), { text, ...expected }, text);
});

targets('nothing else is a target, and the text is named', () => {
  const spaces = ['', ' ', 'a b', ' head', 'head\n'];
  const branches = ['@', '@head', 'one@', 'a@b@c', 'head@head', 'base@-1'];
  const offsets = ['+', '-', '--1', '+0', '-0', 'one@+0', '+1x', 'ae10+2zzz', 'ae10+', 'a+1+2', 'a-', '+-1'];
  for (const text of [...spaces, ...branches, ...offsets, 'a:b', 'a,b']) {
    const [first, ...more] = problemsOf(() => parseTarget(text));
    assert.equal([first?.code, more.length], ['invalid-target', 0], text);
    assert.is((first?.details as { target: string }).target, text);
  }
});

targets('an offset beyond all numbers stays a number', () => {
  assert.is(parseTarget(`+${'9'.repeat(400)}`).offset, Number.MAX_SAFE_INTEGER);
  assert.is(parseTarget(`a-${'9'.repeat(400)}`).offset, -Number.MAX_SAFE_INTEGER);
});

const lists = suite('revisions: parseTargets and parseRange');

lists('a list', () => {
  assert.equal(parseTargets('a,one@head').map(({ text }) => text), ['a', 'one@head']);
  for (const text of ['', ',', 'a,', ',a', 'a, b']) {
    assert.ok(codesOf(() => parseTargets(text)).includes('invalid-target'), text);
  }
});

lists('a range has two sides, each a list', () => {
  const sides = (text: string) => {
    const { from, to } = parseRange(text);
    return [from?.map((target) => target.text), to?.map((target) => target.text)];
  };
  assert.equal(sides('a1b2,c3d4:heads'), [['a1b2', 'c3d4'], ['heads']]);
  assert.equal(sides('a:b,c'), [['a'], ['b', 'c']]);
  assert.equal(sides('-3:+1'), [['-3'], ['+1']]);
  assert.equal(sides('head'), [undefined, ['head']]);
  assert.equal(sides(':head'), [undefined, ['head']]);
  assert.equal(sides('a:'), [['a'], undefined]);
  assert.equal(sides(':'), [undefined, undefined]);
});

lists('all wrong targets of a range are reported', () => {
  assert.equal(
    problemsOf(() => parseRange('a@@,b:@head,+0')).map(({ details }) => (details as { target: string }).target),
    ['+0', '@head', 'a@@'],
  );
  assert.equal(codesOf(() => parseRange('a:b:c')), ['invalid-target']);
  assert.equal(codesOf(() => parseRange('')), ['invalid-target']);
});

targets.run();
lists.run();
