export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG as text; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`],
  );
  const start = `<${name}${written.join('')}`;
  return children.length ? `${start}>${children.join('')}</${name}>` : `${start}/>`;
}

/** A tenth of a pixel is as fine as anyone sees. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as content or as an attribute; what no XML document may hold is shown as the character for that. */
export const escaped = (text: string): string =>
  text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** What the style sheet knows an element by. */
export const classes = (...names: readonly (string | undefined)[]): string => names.filter((name) => name !== undefined).join(' ');

export const text = (content: string, attributes: Attributes = {}): string => element('text', attributes, escaped(content));

/** What is said of a thing when the pointer is on it, and by a screen reader. */
export const title = (content: string): string => element('title', {}, escaped(content));

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly style: string;
  readonly content: readonly string[];
}

/** A whole document: nothing in it is fetched or run. */
export function svgDocument({ width, height, title: name, description, style, content }: Drawing): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': 'title description',
  };
  const lines = [
    element('title', { id: 'title' }, escaped(name)),
    element('desc', { id: 'description' }, escaped(description)),
    element('style', {}, `\n${style}`),
    element('rect', { class: 'page', width: '100%', height: '100%' }),
    ...content,
  ];
  return `${element('svg', attributes, '\n', ...lines.map((line) => `${line}\n`))}\n`;
}
