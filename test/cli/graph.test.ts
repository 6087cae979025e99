/** The graph as mermaid, DOT, SVG and JSON, each read back by a reader that is not ours. */
import { parse as parseDot } from '@ts-graphviz/ast';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dot } from '../../src/cli/graph/dot.ts';
import { type DrawnGraph, drawnGraph } from '../../src/cli/graph/drawn-graph.ts';
import { mermaid } from '../../src/cli/graph/mermaid.ts';
import { svg } from '../../src/cli/graph/svg.ts';
import { drawGraph } from '../../src/cli/graph-picture.ts';
import { type Project, openProject } from '../../src/compiler.ts';
import type { MigsqlError } from '../../src/errors.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { buildGraph } from '../../src/revisions/index.ts';
import { contents, migrationText, run } from '../support/cli.ts';
import { matchSnapshot } from '../support/golden.ts';
import { parseFlowchart } from '../support/judges/flowchart.ts';
import { makeProject } from '../support/project.ts';
import { tries } from '../support/scale.ts';
import { revisionsArb } from '../revisions/random.ts';

const shop = fileURLToPath(new URL('../../examples/shop', import.meta.url));
const { graph } = await openProject(await loadConfig(findConfig(shop)));
const drawn = drawnGraph([...graph.nodes.values()]);

/** Both kinds of links of the graph itself, as the readers below name them. */
const linksOf = ({ links }: DrawnGraph): readonly string[] => links.map(({ from, to, kind }) => `${from} ${kind} ${to}`).sort();

/** Odd titles, and odd ids as far as ids may be odd. */
const TITLES = ['"', '\\', '\\N', '`a`', '**b**', '_c_', '%%{init: {}}%%', '#35;', '&amp;', '<b>x</b>', 'end', 'a;b', '[x]', '(y)', '{z}', 'direction LR', '-->', '注文', ']]>', "o'clock", '  '];
const titleArb = fc.oneof(fc.constantFrom(...TITLES), fc.string({ maxLength: 12, unit: 'binary' }));
const shown = (title: string): string => title.replace(/\p{Cc}+/gu, ' ').trim();

const drawnArb: fc.Arbitrary<DrawnGraph> = fc.tuple(revisionsArb, fc.array(titleArb, { minLength: 12, maxLength: 12 })).map(([revisions, titles]) => {
  const titled = revisions.map((revision, index) => ({ ...revision, title: titles[index]!, id: revision.id === 'f3' ? 'f#3;(é' : revision.id }));
  const renamed = titled.map((each) => ({ ...each, revises: each.revises.map((id) => (id === 'f3' ? 'f#3;(é' : id)), dependsOn: each.dependsOn.map((id) => (id === 'f3' ? 'f#3;(é' : id)) }));
  return drawnGraph([...buildGraph(renamed).nodes.values()]);
});

const wordsOf = (data: DrawnGraph['nodes'][number]): readonly string[] => [data.id, shown(data.title), data.branchLabels.join(', ')].filter((line) => line !== '');

const pictures = suite('graph');

pictures('mermaid: every revision with its words, and every link, in any graph', async () => {
  const property = fc.asyncProperty(drawnArb, async (any) => {
    const { nodes, links } = await parseFlowchart(mermaid(any));
    assert.equal([...nodes.values()], any.nodes.map((data) => wordsOf(data).join('<br/>')));
    const idOf = (name: string): string => any.nodes[Number(name.slice(1))]!.id;
    const read = links.map(({ from, to, stroke }) => `${idOf(from)} ${stroke === 'dotted' ? 'dependsOn' : 'revises'} ${idOf(to)}`);
    assert.equal(read.sort(), linksOf(any));
  });
  await fc.assert(property, tries(60));
});

/** Graphviz's escapes and entities in a label, undone. */
const labelText = (written: string): readonly string[] =>
  written.split(/(?<=(?:^|[^\\])(?:\\\\)*)\\n/).map((line) => line.replace(/\\(["\\])/g, '$1').replaceAll('&amp;', '&'));

pictures('DOT: the same, by a parser of its grammar', () => {
  fc.assert(
    fc.property(drawnArb, (any) => {
      const [digraph] = parseDot(dot(any)).children;
      assert.is(digraph?.type, 'Graph');
      const read: string[] = [];
      const labels: (readonly string[])[] = [];
      for (const child of digraph?.type === 'Graph' ? digraph.children : []) {
        const attributes = new Map(child.children.flatMap((each) => (each.type === 'Attribute' ? [[each.key.value, each.value.value] as const] : [])));
        if (child.type === 'Node') labels.push([child.id.value, ...labelText(attributes.get('label') ?? '')]);
        if (child.type !== 'Edge') continue;
        const [from, to] = child.targets.map((target) => (target.type === 'NodeRef' ? target.id.value : ''));
        read.push(`${from} ${attributes.get('style') === 'dashed' ? 'dependsOn' : 'revises'} ${to}`);
      }
      assert.equal(read.sort(), linksOf(any));
      assert.equal(labels, any.nodes.map((data) => [data.id, ...wordsOf(data)]));
    }),
    tries(200),
  );
});

interface Rect {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const rectsOf = (text: string): readonly Rect[] =>
  [...text.matchAll(/<g class="revision[^"]*" transform="translate\(([\d.]+) ([\d.]+)\)"><title>(\w+)[^<]*<\/title><rect class="box" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, left, top, id, width, height]) => ({ id: id!, left: Number(left), top: Number(top), width: Number(width), height: Number(height) }),
  );

pictures('SVG: every revision in a box of its own, newer above older, every link, within the page; always the same bytes', async () => {
  const text = await svg(drawn);
  matchSnapshot('graph/shop.svg', text);
  assert.is(await svg(drawn), text);
  const rects = rectsOf(text);
  assert.is(rects.length, drawn.nodes.length);
  for (const [index, a] of rects.entries()) {
    for (const b of rects.slice(index + 1)) {
      const apart = a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top || b.top + b.height <= a.top;
      assert.ok(apart, `${a.id} and ${b.id} overlap`);
    }
  }
  const topOf = new Map(rects.map(({ id, top }) => [id, top]));
  const links = [...text.matchAll(/<path class="link (\w+)" d="[^"]*"><title>(\w+) [a-z ]+ (\w+)<\/title>/g)];
  assert.equal(links.map(([, kind, to, from]) => `${from} ${kind} ${to}`).sort(), linksOf(drawn));
  for (const [, , to, from] of links) assert.ok(topOf.get(to!)! < topOf.get(from!)!, `${to} above ${from}`);
});

pictures('SVG: nothing of a title is markup', async () => {
  const node = { id: 'a1', revises: [], dependsOn: [], branchLabels: [], title: '<script>x</script> & "\u0001' };
  const text = await svg(drawnGraph([...buildGraph([node]).nodes.values()]));
  assert.match(text, '>&lt;script&gt;x&lt;/script&gt; &amp; &quot;</text>');
});

pictures('SVG: of nothing, a page without boxes', async () => {
  assert.match(await svg({ nodes: [], links: [] }), /^<svg [^>]*viewBox="0 0 [\d.]+ [\d.]+" width="[\d.]+" height="[\d.]+"/);
});

pictures('SVG: of more than anyone could read, what to do instead', async () => {
  const nodes = Array.from({ length: 1001 }, (_, index) => ({ id: `r${index}`, revises: [], dependsOn: [], branchLabels: [], title: '', file: '' }));
  const many = { graph: buildGraph(nodes), config: { root: '' } } as unknown as Project;
  const error = await drawGraph(many, { range: undefined, format: 'svg', output: undefined }).catch((thrown: MigsqlError) => thrown);
  assert.match(String(error), 'a picture has room for 1000 revisions, and these are 1001');
});

pictures.run();

const command = suite('graph on the command line');

const cwd = makeProject({
  'migsql.config.json': '{}',
  'migrations/a.ts': migrationText('aaaa1111', null),
  'migrations/b.ts': migrationText('bbbb2222', 'aaaa1111', "branchLabels: ['left'],\n  upgrade: []"),
});

command('to stdout, a part of it, to a file', () => {
  assert.equal(run(['graph'], { cwd }), {
    status: 0,
    stdout: 'flowchart BT\n  r0["aaaa1111<br/>a"]\n  r1["bbbb2222<br/>b<br/>left"]\n  r0 --> r1\n  classDef head stroke-width:3px\n  class r1 head\n',
    stderr: '',
  });
  assert.not.match(run(['graph', 'left:', '--format', 'dot'], { cwd }).stdout, /aaaa1111|->/);
  const written = run(['graph', '-f', 'svg', '-o', 'out.svg', '--json'], { cwd });
  assert.equal([written.status, JSON.parse(written.stdout), written.stderr], [0, { written: ['out.svg'] }, '']);
  assert.match(contents(cwd)['out.svg'] ?? '', /^<svg [^]*<\/svg>\n$/);
  const { nodes, links } = JSON.parse(run(['graph', '--json'], { cwd }).stdout);
  assert.equal([nodes.map(({ id }: { id: string }) => id), links], [['aaaa1111', 'bbbb2222'], [{ from: 'aaaa1111', to: 'bbbb2222', kind: 'revises' }]]);
  assert.is(run(['graph', '--format', 'json'], { cwd }).stdout, run(['graph', '--json'], { cwd }).stdout);
});

command('what contradicts itself is refused', () => {
  for (const [args, says] of [
    [['--json', '--format', 'dot'], 'stdout cannot be dot and JSON'],
    [['-o', ''], '-o is empty'],
    [['--format', 'png'], "--format cannot be 'png'"],
  ] as const) {
    const { status, stderr, stdout } = run(['graph', ...args], { cwd });
    assert.is(status, 2);
    assert.ok(`${stdout}${stderr}`.includes(says), stderr);
  }
});

command.run();
