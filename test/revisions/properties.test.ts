import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MigsqlError } from '../../src/errors.ts';
import {
  buildGraph,
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
import {
  attempt,
  caseArb,
  closure,
  currentHeads,
  directionArb,
  maximal,
  needsOf,
  queryArb,
  revisionsArb,
  targetFor,
} from './random.ts';

const RUNS = Math.ceil(300 * Number(process.env['MIGSQL_TEST_SCALE'] ?? 1));
const SETTINGS = { seed: 20260, numRuns: RUNS };

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
