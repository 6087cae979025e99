import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { directionOf, resolve, suggestions } from '../../src/revisions/index.ts';
import { codesOf, graphOf, problemsOf } from './support.ts';

const GRAPH = graphOf(
  'aaaa1111 [trunk]',
  'aaaa2222 < aaaa1111 [billing]',
  'bbbb3333 < aaaa2222',
  'cccc4444 < aaaa1111 [mailing]',
  'dddd5555 < cccc4444 & bbbb3333',
  'xyz',
);

const names = suite('revisions: resolve');

names('ids, labels, and their beginnings', () => {
  assert.equal(resolve(GRAPH, 'aaaa1111'), ['aaaa1111']);
  assert.equal(resolve(GRAPH, 'billing'), ['aaaa2222']);
  assert.equal(resolve(GRAPH, 'aaaa2'), ['aaaa2222']);
  assert.equal(resolve(GRAPH, 'bill'), ['aaaa2222']);
  assert.equal(resolve(GRAPH, 'd'), ['dddd5555'], 'one character is enough');
  assert.equal(resolve(GRAPH, 'd,aaaa1,bill'), ['aaaa1111', 'aaaa2222', 'dddd5555']);
  assert.equal(resolve(GRAPH, 'aaaa1111,trunk'), ['aaaa1111'], 'each once');
});

names('ids of up to three characters are not abbreviated', () => {
  assert.equal(codesOf(() => resolve(GRAPH, 'xy')), ['unknown-revision']);
  assert.equal(resolve(GRAPH, 'xyz'), ['xyz']);
});

names('a whole name wins over beginnings', () => {
  assert.equal(resolve(graphOf('abcd', 'abcd1 < abcd'), 'abcd'), ['abcd']);
});

names('an ambiguous beginning names all it could mean, labels too', () => {
  const [first] = problemsOf(() => resolve(graphOf('bill1 [bike]', 'bill2 [bird]'), 'bi'));
  assert.equal(first?.details, { prefix: 'bi', names: ['bike', 'bill1', 'bill2', 'bird'] });
  assert.equal(resolve(graphOf('bill1 [bill]'), 'bil'), ['bill1'], 'one revision, though by two names');
});

names('within a branch only its line counts', () => {
  assert.equal(resolve(GRAPH, 'mailing@aaaa'), ['aaaa1111']);
  assert.equal(resolve(GRAPH, 'aaaa2222@head'), ['bbbb3333'], 'an id is a branch as well');
  assert.equal(resolve(GRAPH, 'trunk@heads'), ['bbbb3333', 'dddd5555']);
  assert.equal(codesOf(() => resolve(GRAPH, 'mailing@billing')), ['not-in-branch']);
  assert.equal(codesOf(() => resolve(GRAPH, 'mailing@bbbb')), ['not-in-branch']);
  assert.equal(codesOf(() => resolve(GRAPH, 'mailing@nowhere')), ['unknown-revision']);
});

names('words of the notation', () => {
  assert.equal(resolve(GRAPH, 'base'), []);
  assert.equal(resolve(GRAPH, 'heads'), ['dddd5555', 'xyz']);
  assert.equal(resolve(GRAPH, 'mailing@head-1'), ['cccc4444']);
  assert.equal(resolve(GRAPH, '+1', ['mailing']), ['dddd5555']);
  assert.equal(resolve(GRAPH, 'trunk@base+1'), ['aaaa1111']);
  const [first] = problemsOf(() => resolve(GRAPH, 'head'));
  assert.equal(first?.details, { target: 'head', heads: ['bbbb3333', 'dddd5555', 'xyz'] });
});

names('problems of several targets come together', () => {
  const codes = ['ambiguous-prefix', 'multiple-heads', 'unknown-revision'];
  assert.equal(codesOf(() => resolve(GRAPH, 'zzzz,head,aaaa')), codes);
  assert.equal(codesOf(() => resolve(GRAPH, ['head', '+0', '@'])), ['invalid-target', 'invalid-target']);
});

names('how far a relative target could go', () => {
  const details = (target: string, from: string[]) => problemsOf(() => resolve(GRAPH, target, from))[0]?.details;
  assert.equal(details('billing+5', []), { target: 'billing+5', asked: 5, available: 1 });
  assert.equal(details('bbbb-4', []), { target: 'bbbb-4', asked: 4, available: 3 });
  assert.equal(details('mailing@-1', ['xyz']), { target: 'mailing@-1', asked: 1, available: 0 });
});

const typos = suite('revisions: suggestions');

typos('near names, nearest first', () => {
  assert.equal(suggestions(GRAPH, 'biling'), ['billing', 'mailing']);
  assert.equal(suggestions(GRAPH, 'haed')[0], 'head');
  assert.equal(suggestions(GRAPH, 'aaaa2222x'), ['aaaa2222']);
  assert.equal(suggestions(GRAPH, 'aaba1'), ['aaaa1111'], 'the beginning, one letter off');
  assert.equal(suggestions(GRAPH, 'nothing_like_it'), []);
  assert.equal(suggestions(GRAPH, 'x'.repeat(100_000)), []);
});

typos('an unknown name comes with them', () => {
  const [first] = problemsOf(() => resolve(GRAPH, 'biling@head'));
  assert.equal(first?.details, { target: 'biling', suggestions: ['billing', 'mailing'] });
  assert.is(first?.hint, 'Did you mean billing, mailing?');
});

const directions = suite('revisions: directionOf');

directions('what TO is to FROM', () => {
  const cases: readonly (readonly [from: string, to: string, expected: string | undefined])[] = [
    ['base', 'heads', 'upgrade'],
    ['base', 'billing', 'upgrade'],
    ['trunk', 'bbbb', 'upgrade'],
    ['bbbb', 'trunk', 'downgrade'],
    ['bbbb', 'base', 'downgrade'],
    ['bbbb', 'trunk@base', 'downgrade'],
    ['base', 'base', 'upgrade'],
    ['bbbb', 'bbbb', 'upgrade'],
    ['mailing', '+1', 'upgrade'],
    ['bbbb', '-1', 'downgrade'],
    ['bbbb', 'bbbb-1', 'downgrade'],
    // On another line than FROM: an upgrade would keep FROM, and whether that is meant is open; `head` says it.
    ['bbbb', 'cccc', undefined],
    ['bbbb', 'xyz', undefined],
    ['bbbb', 'mailing@head', 'upgrade'],
    ['xyz', 'mailing@head', 'upgrade'],
    ['xyz', 'heads', 'upgrade'],
    ['xyz', 'dddd', undefined],
    ['bbbb', 'dddd', 'upgrade'],
    // Some targets above, some below.
    ['mailing', 'dddd,xyz', 'upgrade'],
    ['bbbb,mailing', 'dddd,billing', undefined],
    ['bbbb,xyz', 'billing,xyz', 'downgrade'],
    // Applied, but nothing to undo leads there: down, where `walk` explains it.
    ['dddd', 'bbbb', 'downgrade'],
    ['dddd', 'billing@head', 'upgrade'],
  ];
  for (const [from, to, expected] of cases) assert.is(directionOf(GRAPH, from, to), expected, `${from}:${to}`);
  assert.equal(codesOf(() => directionOf(GRAPH, 'bbbb', '+1')), ['relative-out-of-range']);
});

names.run();
typos.run();
directions.run();
