/**
 * TypeScript as a tree that `layout` makes lines of: text as it stands, a name that the file must import, pieces that
 * follow each other, items between brackets, and an item with a remark above it.
 */
export type Code = string | Imported | Pieces | Group | Remarked;

export interface Imported {
  readonly imported: string;
}

/** On one line, except the last. */
export interface Pieces {
  readonly pieces: readonly Code[];
}

export interface Group {
  readonly group: 'arguments' | 'list' | 'object';
  readonly items: readonly Code[];
  /** `lines`: an item a line, even where there is room for all; `fill`: as many in a line as there is room for. */
  readonly style?: 'lines' | 'fill';
}

export interface Remarked {
  readonly remark: string;
  readonly code: Code;
}

export const imported = (name: string): Imported => ({ imported: name });

export const pieces = (...all: readonly Code[]): Pieces => ({ pieces: all });

export const list = (items: readonly Code[], style?: Group['style']): Group => ({
  group: 'list',
  items,
  ...(style && { style }),
});

/** An item a line, unless there is just one. */
export const listInLines = (items: readonly Code[]): Group => list(items, items.length > 1 ? 'lines' : undefined);

/** What stands between the parentheses of a call; what is undefined at the end is left out. */
export function given(...args: readonly (Code | undefined)[]): Group {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return { group: 'arguments', items: args.slice(0, last + 1).map((arg) => arg ?? 'undefined') };
}

/** A call of an imported function. */
export const call = (name: string, ...args: readonly (Code | undefined)[]): Code => pieces(imported(name), given(...args));

/** An object of the fields that are there. */
export const object = (fields: Readonly<Record<string, Code | undefined>>): Group => ({
  group: 'object',
  items: Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [pieces(`${property(key)}: `, value)])),
});

/** A plain `__proto__` would set the object's prototype. */
function property(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key);
}

/** A text in the quotes that it holds fewer of, single ones where it is the same. */
export function text(value: string): string {
  const count = (quote: string): number => value.split(quote).length;
  const quote = count("'") > count('"') ? '"' : "'";
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped.replace(/[\u2028\u2029]/g, unicode)}${quote}`;
}

export const texts = (values: readonly string[]): Group => list(values.map(text));

/** What stands between backticks: line ends stay, and what a template or a file would change is escaped. */
export const templateText = (value: string): string =>
  value.replace(/[\\`]|\$\{/g, (match) => `\\${match}`).replace(/[\0-\x08\x0b-\x1f\u2028\u2029\ufeff\ud800-\udfff]/gu, unicode);

const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
