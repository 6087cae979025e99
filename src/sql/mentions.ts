import type { Fragment, Part } from './fragment.ts';

/** A string, a quoted name, or a word that is not called as a function; strings are matched to be passed over. */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*(?!\s*\(|[\w$\u0080-\uffff])/g;

/** Whether a check, an index key or a predicate names a column: by `name(…)`, or in its text as far as words tell. */
export const mentions = ({ sql }: Fragment, column: string): boolean =>
  sql.some((part) => (typeof part === 'string' ? textMentions(part, column) : partMentions(part, column)));

const textMentions = (text: string, column: string): boolean =>
  [...text.matchAll(TOKEN)].some(([token]) => names(token, column));

function partMentions(part: Exclude<Part, string>, column: string): boolean {
  if ('name' in part) return part.name.at(-1) === column;
  if ('forDialect' in part) return Object.values(part.forDialect).some((fragment) => mentions(fragment, column));
  return false;
}

/** The fragment after a column's new name. */
export const renameMentioned = ({ sql }: Fragment, from: string, to: string): Fragment => ({
  sql: sql.flatMap((part) => (typeof part === 'string' ? renamedText(part, from, to) : [renamedPart(part, from, to)])),
});

function renamedPart(part: Exclude<Part, string>, from: string, to: string): Part {
  if ('name' in part) return part.name.at(-1) === from ? { name: [...part.name.slice(0, -1), to] } : part;
  if (!('forDialect' in part)) return part;
  const cases = Object.entries(part.forDialect).map(([dialect, each]) => [dialect, renameMentioned(each, from, to)]);
  return { forDialect: Object.fromEntries(cases) };
}

function renamedText(text: string, from: string, to: string): readonly Part[] {
  const parts: Part[] = [];
  let copied = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!names(token, from)) continue;
    if (index > copied) parts.push(text.slice(copied, index));
    parts.push({ name: [to] });
    copied = index + token.length;
  }
  if (copied < text.length) parts.push(text.slice(copied));
  return parts;
}

/** An unquoted name is the column in any case of its letters: most databases fold it. */
function names(token: string, column: string): boolean {
  const quote = token[0] ?? '';
  if (quote === "'") return false;
  if (quote !== '"' && quote !== '`') return token.toLowerCase() === column.toLowerCase();
  return token.slice(1, -1).replaceAll(quote + quote, quote) === column;
}
