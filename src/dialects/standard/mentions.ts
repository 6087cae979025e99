import type { Fragment, Part } from '../../sql/fragment.ts';
import { mentions } from '../../sql/mentions.ts';

export { mentions };

/**
 * The expression with a column's `name()` changed; nothing where its text uses the column, since text is not
 * rewritten.
 */
export function renamedIn({ sql }: Fragment, column: string, to: string): Fragment | undefined {
  const parts = sql.map((part) => renamedPart(part, column, to));
  return parts.includes(undefined) ? undefined : { sql: parts as readonly Part[] };
}

function renamedPart(part: Part, column: string, to: string): Part | undefined {
  if (typeof part === 'string') return mentions({ sql: [part] }, column) ? undefined : part;
  if ('name' in part) return part.name.at(-1) === column ? { name: [...part.name.slice(0, -1), to] } : part;
  if (!('forDialect' in part)) return part;
  const cases = Object.entries(part.forDialect).map(
    ([dialect, each]) => [dialect, renamedIn(each, column, to)] as const,
  );
  return cases.some(([, each]) => each === undefined) ? undefined : { forDialect: Object.fromEntries(cases) };
}
