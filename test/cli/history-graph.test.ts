/** The drawing of `history --graph`, read back as a person reads it: from each star along the strokes down to stars. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { graphLines } from '../../src/cli/history-graph.ts';
import { type Graph, buildGraph, history } from '../../src/revisions/index.ts';
import { revisionsArb } from '../revisions/random.ts';
import { tries } from '../support/scale.ts';

const DOTTED = [':', '.', "'"];

/** How a line came to where a row begins: straight down, or along a slope, which may pass below a lane. */
interface Position {
  readonly row: number;
  readonly place: number;
  readonly slopes: boolean;
}

/** The strokes of rows, by row and place; letters begin what stands beside them. */
interface Drawing {
  readonly rows: readonly string[];
  readonly stars: ReadonlyMap<string, string>;
}

function parse(lines: readonly string[]): Drawing {
  const read = lines.map((line) => /^(?<art>[*|:/\\._' ]*?)(?: (?<id>\w.*))?$/.exec(line)?.groups ?? assert.unreachable(line));
  const rows = read.map((groups) => groups!['art']!);
  const stars = new Map<string, string>();
  for (const [row, groups] of read.entries()) {
    const at = rows[row]!.indexOf('*');
    assert.is(at >= 0, groups!['id'] !== undefined, `a star, and only that, has an id: ${lines[row]}`);
    if (at >= 0) stars.set(`${row} ${at}`, groups!['id']!.split(/[ :]/)[0]!);
  }
  return { rows, stars };
}

/** Every way from a star to another, with the strokes that it takes. */
function ways({ rows, stars }: Drawing, start: Position): readonly { readonly to: string; readonly strokes: readonly string[] }[] {
  const { row, place, slopes } = start;
  const at = (x: number): string => rows[row]?.[x] ?? ' ';
  const isRightRow = /[\\]|(?<=^[^']*)\.(?=[^']*$)/.test(rows[row] ?? '');
  const step = (x: number, next: Omit<Position, 'row'>, more: readonly string[] = []) =>
    ways({ rows, stars }, { row: row + 1, ...next }).map(({ to, strokes }) => ({ to, strokes: [`${row} ${x}`, ...more, ...strokes] }));
  const star = stars.get(`${row} ${place}`);
  if (star !== undefined) return [{ to: star, strokes: [] }];
  const falls = /[|:]/.test(at(place));
  const left = !isRightRow && /[/']/.test(at(place - 1));
  const right = isRightRow && /[\\.]/.test(at(place + 1));
  const goLeft = (): ReturnType<typeof ways> => {
    const across: string[] = [];
    let end = place - 2;
    for (; /[_.]/.test(at(end - 1)); end -= 2) across.push(`${row} ${end - 1}`);
    return step(place - 1, { place: end, slopes: true }, across);
  };
  // Where a lane stands and a slope begins in one row, the slope comes from beside the lane.
  if (falls && left) return slopes ? goLeft() : step(place, { place, slopes: false });
  return [
    ...(falls ? step(place, { place, slopes: false }) : []),
    ...(left ? goLeft() : []),
    ...(right ? step(place + 1, { place: place + 2, slopes: true }) : []),
  ];
}

/** Every link that the lines show, sorted; each stroke must be a part of one. */
function decode(lines: readonly string[]): readonly string[] {
  const drawing = parse(lines);
  const used = new Set<string>();
  const links: string[] = [];
  for (const [key, from] of drawing.stars) {
    const [row = 0, place = 0] = key.split(' ').map(Number);
    for (const { to, strokes } of ways(drawing, { row: row + 1, place, slopes: false })) {
      const glyphs = strokes.map((stroke) => {
        const [r = 0, x = 0] = stroke.split(' ').map(Number);
        return drawing.rows[r]![x]!;
      });
      const last = glyphs.at(-1);
      // A star right below a star: the line is not to be seen, and is that of what a revision revises.
      const kind = last !== undefined && DOTTED.includes(last) ? 'depends on' : 'revises';
      if (kind === 'revises') assert.not.ok(glyphs.some((glyph) => DOTTED.includes(glyph)), `dotted: ${from} to ${to}`);
      for (const stroke of strokes) used.add(stroke);
      links.push(`${from} ${kind} ${to}`);
    }
  }
  for (const [row, art] of drawing.rows.entries()) {
    for (const [place, glyph] of [...art].entries()) {
      if (glyph !== ' ' && glyph !== '*') assert.ok(used.has(`${row} ${place}`), `${glyph} of row ${row} leads nowhere`);
    }
  }
  return links.sort();
}

const linksOf = (graph: Graph): readonly string[] =>
  graph.order
    .flatMap(({ id, parents, dependencies }) => [
      ...parents.map((parent) => `${id} revises ${parent.id}`),
      ...dependencies.map((dependency) => `${id} depends on ${dependency.id}`),
    ])
    .sort();

const draw = (graph: Graph): readonly string[] => graphLines(history(graph), { verbose: false });

const drawing = suite('history --graph');

drawing('every link is there once, and no other, in any graph', () => {
  const deepest = { lines: 0 };
  fc.assert(
    fc.property(revisionsArb, (revisions) => {
      const graph = buildGraph(revisions);
      const lines = draw(graph);
      deepest.lines = Math.max(deepest.lines, lines.length);
      assert.equal(decode(lines), linksOf(graph), `\n${lines.join('\n')}`);
    }),
    tries(2000),
  );
  assert.ok(deepest.lines > 30, 'the graphs are not simple');
});

const node = (id: string, revises: readonly string[] = [], dependsOn: readonly string[] = []) => ({ id, revises, dependsOn, branchLabels: [] });

drawing('a merge, a crossing, two bases, a dependency', () => {
  const graph = buildGraph([
    node('a1'), node('b2', ['a1']), node('c3', ['a1']), node('d4', ['b2', 'c3']), node('x1'), node('x2', ['x1'], ['b2']),
  ]);
  assert.equal(draw(graph), [
    '* x2 (head)',
    '|.',
    '* : x1',
    " '",
    ': * d4 (head, merge point)',
    ': |\\',
    ': * | c3',
    ': |/',
    ':/|',
    '* | b2',
    '|/',
    '* a1 (branch point)',
  ]);
});

drawing('the drawing goes on beside further lines of text', () => {
  const graph = buildGraph([node('a1'), node('b2', ['a1']), node('c3', ['a1'])]);
  const lines = graphLines(history(graph), { verbose: true });
  assert.equal(lines.slice(0, 5), ['* c3', '|   revises:        a1', '|   revised by:     nothing: a head', '|', '| * b2']);
});

drawing('10,000 revisions in up to 200 lines take no time to speak of', () => {
  const name = (number: number): string => `r${String(number).padStart(5, '0')}`;
  const revisions = Array.from({ length: 10_000 }, (_, index) =>
    node(name(index), index < 200 ? [] : [name(index - 200)], index % 7 === 6 ? [name(index - 3)] : []),
  );
  const graph = buildGraph(revisions);
  const started = process.cpuUsage();
  assert.ok(draw(graph).length >= 10_000);
  const { user } = process.cpuUsage(started);
  assert.ok(user < 5e6, `${user / 1e6} s`);
});

drawing.run();
