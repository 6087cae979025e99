import type { Fragment, Part } from '../../sql/fragment.ts';

/** SQL text without its strings, since a word inside quotes is no column. */
const withoutStrings = (text: string): string => text.replace(/'[^']*'/g, "''");

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function textMentions(text: string, column: string): boolean {
  return new RegExp(`(?<![\\w$#])${escaped(column)}(?![\\w$#])`, 'i').test(withoutStrings(text));
}

/** Whether an expression may use a column, by a `name()` or as a word of its text. */
export const mentions = ({ sql }: Fragment, column: string): boolean =>
  sql.some((part) => {
    if (typeof part === 'string') return textMentions(part, column);
    if ('name' in part) return part.name.at(-1) === column;
    return 'forDialect' in part && Object.values(part.forDialect).some((each) => mentions(each, column));
  });

/** The expression with a column's `name()` changed; nothing where its text uses the column, since text is not rewritten. */
export function renamedIn({ sql }: Fragment, column: string, to: string): Fragment | undefined {
  const parts = sql.map((part) => renamedPart(part, column, to));
  return parts.includes(undefined) ? undefined : { sql: parts as readonly Part[] };
}

function renamedPart(part: Part, column: string, to: string): Part | undefined {
  if (typeof part === 'string') return textMentions(part, column) ? undefined : part;
  if ('name' in part) return part.name.at(-1) === column ? { name: [...part.name.slice(0, -1), to] } : part;
  if (!('forDialect' in part)) return part;
  const cases = Object.entries(part.forDialect).map(([dialect, each]) => [dialect, renamedIn(each, column, to)] as const);
  return cases.some(([, each]) => each === undefined) ? undefined : { forDialect: Object.fromEntries(cases) };
}
