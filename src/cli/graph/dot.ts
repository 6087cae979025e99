import { type DrawnGraph, boxLines } from './drawn-graph.ts';

/** For Graphviz: https://graphviz.org/doc/info/lang.html */
export const dot = ({ nodes, links }: DrawnGraph): string =>
  [
    'digraph migsql {',
    '  rankdir=BT;',
    '  node [shape=box, style=rounded, fontname="monospace"];',
    ...nodes.map((data) => `  ${quoted(data.id)} [label=${label(boxLines(data))}${data.isHead ? ', penwidth=2' : ''}];`),
    ...links.map(({ from, to, kind }) => `  ${quoted(from)} -> ${quoted(to)}${kind === 'dependsOn' ? ' [style=dashed]' : ''};`),
    '}',
    '',
  ].join('\n');

/** Ids hold no quotes and no backslashes. */
const quoted = (id: string): string => `"${id}"`;

/** Graphviz decodes entities of HTML in labels as well. */
const label = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;')).join('\\n')}"`;
