import type { SchemaModel } from '../schema/model.ts';
import type { Box, Diagram, Link, Row } from './diagram.ts';
import { type PictureOptions, pictured } from './pictured.ts';
import { signOf, signed, typeOf } from './words.ts';

/**
 * The tables of a schema as an `erDiagram` of mermaid. Of a column that has changed, its comment says so: mermaid colours
 * tables alone.
 */
export function mermaid(model: SchemaModel, options: PictureOptions): string {
  const diagram = pictured(model, options);
  return [
    `---\ntitle: ${JSON.stringify(options.title)}\n---\nerDiagram`,
    ...(options.since ? CLASSES : []),
    ...diagram.boxes.flatMap(entity),
    ...relationships(diagram),
    '',
  ].join('\n');
}

const CLASSES = [
  '  classDef added fill:#dcf5e3,stroke:#18713c,color:#18713c',
  '  classDef removed fill:#fde4e1,stroke:#b3261e,color:#b3261e',
  '  classDef changed fill:#fdf0cf,stroke:#915c00,color:#915c00',
];

function entity(box: Box): readonly string[] {
  const name = `  ${quoted(box.name)}${box.change ? `:::${box.change}` : ''}`;
  return box.rows.length ? [`${name} {`, ...box.rows.map(attribute), '  }'] : [name];
}

function attribute(row: Row): string {
  const [type, name] = [word(row.facts['type']?.replace(/\?$/, '') ?? ''), word(row.name)];
  const keys = row.keys.length ? ` ${row.keys.join(', ')}` : '';
  const remarks = [...(name === row.name ? [] : [row.name]), ...changeOf(row), ...(row.facts['comment'] ? [row.facts['comment']] : [])];
  return `    ${type} ${name}${keys}${remarks.length ? ` ${quoted(remarks.join('; '))}` : ''}`;
}

function changeOf(row: Row): readonly string[] {
  if (row.change !== 'changed') return row.change ? [signOf(row)] : [];
  return [signed(row, typeOf(row))];
}

function relationships({ boxes, links }: Diagram): readonly string[] {
  const names = new Map(boxes.map(({ key, name }) => [key, name]));
  return links.map((link) => {
    const [one, many] = [quoted(names.get(link.to) ?? ''), quoted(names.get(link.from) ?? '')];
    return `  ${one} ${cardinality(link)} ${many} : ${quoted(signed(link, link.columns.join(', ')))}`;
  });
}

/** Drawn through where the row is nothing without the other. */
const cardinality = ({ optional, single, identifying }: Link): string =>
  `${optional ? '|o' : '||'}${identifying ? '--' : '..'}${single ? 'o|' : 'o{'}`;

/** What a name or a type may consist of in the grammars of all versions; keys' words are none. */
function word(text: string): string {
  const plain = text.replace(/[, ]+|[^A-Za-z0-9_\-()[\]\u00c0-\uffff]/g, '_');
  return /^[A-Za-z_\u00c0-\uffff]/.test(plain) && !/^(?:PK|FK|UK)\b/i.test(plain) ? plain : `_${plain}`;
}

/** What would end the text or begin something else is written as mermaid's code for it; to mermaid, `direction LR` is a word anywhere. */
const quoted = (text: string): string =>
  `"${text.replace(/\p{Cc}+/gu, ' ').replace(/["%\\#<>&~]|(?<=direction)\s/gi, (char) => `#${char.charCodeAt(0)};`)}"`;
