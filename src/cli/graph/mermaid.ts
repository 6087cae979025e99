import { type DrawnGraph, boxLines } from './drawn-graph.ts';

/** A `flowchart` of mermaid: https://mermaid.js.org/syntax/flowchart.html */
export function mermaid({ nodes, links }: DrawnGraph): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `r${index}`]));
  const heads = nodes.filter(({ isHead }) => isHead).map(({ id }) => names.get(id));
  return [
    'flowchart BT',
    ...nodes.map((data) => `  ${names.get(data.id)}["${boxLines(data).map(escaped).join('<br/>')}"]`),
    ...links.map(({ from, to, kind }) => `  ${names.get(from)} ${kind === 'dependsOn' ? '-.->' : '-->'} ${names.get(to)}`),
    ...(heads.length ? ['  classDef head stroke-width:3px', `  class ${heads.join(',')} head`] : []),
    '',
  ].join('\n');
}

/**
 * What would end the text, or be read as HTML, Markdown or a comment, is written as mermaid's code for it; to mermaid,
 * `direction LR` is a word anywhere.
 */
const escaped = (text: string): string =>
  text.replace(/["%\\#<>&`;*_~[\]()]|(?<=direction)\s/gi, (char) => `#${char.charCodeAt(0)};`);
