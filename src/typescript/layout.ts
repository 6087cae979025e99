import type { Code, Group } from './code.ts';

/** How long a line may be. */
const WIDTH = 120;

const BRACKETS = {
  arguments: ['(', ')'],
  list: ['[', ']'],
  object: ['{ ', ' }'],
} as const;

interface Place {
  /** Of the line that the code begins in. */
  readonly indent: number;
  /** What stands in that line before it. */
  readonly column: number;
  /** What follows in the line that it ends in. */
  readonly after: number;
}

/** Lines of two spaces' indent with commas behind the last item, as long as one literal alone is not longer. */
export const layout = (code: Code, place: Partial<Place> = {}): string => {
  const { indent = 0, column = indent, after = 0 } = place;
  return laid(code, { indent, column, after });
};

function laid(code: Code, place: Place): string {
  const whole = flat(code);
  if (whole !== undefined && fits(whole, place)) return whole;
  if (typeof code === 'string' || 'imported' in code) return whole ?? '';
  if ('remark' in code) return remarked(code.remark, laid(code.code, place), place.indent);
  if ('pieces' in code) return inPieces(code.pieces, place);
  return hugging(code, place) ?? broken(code, place.indent);
}

/** The code without line ends of the layout's own; nothing where it needs some. */
function flat(code: Code): string | undefined {
  if (typeof code === 'string') return code;
  if ('imported' in code) return code.imported;
  if ('remark' in code) return undefined;
  const parts = ('pieces' in code ? code.pieces : code.items).map(flat);
  if (parts.includes(undefined)) return undefined;
  return 'pieces' in code ? parts.join('') : flatGroup(code, parts as readonly string[]);
}

/** A text of several lines stands in a line with others only as the last argument. */
function flatGroup({ group, items, style }: Group, parts: readonly string[]): string | undefined {
  const [open, close] = BRACKETS[group];
  if (items.length === 0) return `${open.trim()}${close.trim()}`;
  const single = group === 'arguments' ? parts.slice(0, -1) : parts;
  if (style === 'lines' || single.some((part) => part.includes('\n'))) return undefined;
  return `${open}${parts.join(', ')}${close}`;
}

/** The later lines of a text are as long as it has them, wherever it stands. */
function fits(whole: string, { column, after }: Place): boolean {
  const end = whole.indexOf('\n');
  return column + (end < 0 ? whole.length + after : end) <= WIDTH;
}

const pad = (indent: number): string => ' '.repeat(indent);

/** Only the last piece has its line ends where the place asks for them; of the others, only those that need some. */
function inPieces(all: readonly Code[], place: Place): string {
  let text = '';
  for (const [index, piece] of all.entries()) {
    const isLast = index === all.length - 1;
    const here = { ...place, column: columnAfter(text, place.column), after: isLast ? place.after : 0 };
    text += (isLast ? undefined : flat(piece)) ?? laid(piece, here);
  }
  return text;
}

function columnAfter(text: string, column: number): number {
  const end = text.lastIndexOf('\n');
  return end < 0 ? column + text.length : text.length - end - 1;
}

/** `name('a', [` and the last argument's items, where it alone is too long. */
function hugging({ group, items }: Group, { indent, column }: Place): string | undefined {
  const last = items.at(-1);
  if (group !== 'arguments' || typeof last !== 'object' || !('group' in last) || last.items.length === 0) return undefined;
  const before = items.slice(0, -1).map(flat);
  if (before.some((part) => part === undefined || part.includes('\n'))) return undefined;
  const start = `(${before.map((part) => `${part}, `).join('')}`;
  return column + start.length < WIDTH ? `${start}${broken(last, indent)})` : undefined;
}

function broken({ group, items, style }: Group, indent: number): string {
  const [open, close] = BRACKETS[group];
  const inner = { indent: indent + 2, column: indent + 2, after: 1 };
  const all = items.map((item) => laid(item, inner));
  const lines = style === 'fill' ? filled(all.map((item) => `${item},`), inner.indent) : all.map((item) => `${item},`);
  return [open.trim(), ...lines.map((line) => pad(inner.indent) + line), pad(indent) + close.trim()].join('\n');
}

function remarked(remark: string, code: string, indent: number): string {
  const lines = filled(remark.trim().split(/\s+/), indent + 3);
  return [...lines.map((line) => `// ${line}`), code].join(`\n${pad(indent)}`);
}

/** The words in as few lines as they need. */
function filled(words: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
