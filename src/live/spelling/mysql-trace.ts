import { closingOf, piecesOf } from '../../sql/lex/pieces.ts';

/**
 * The queries of an optimizer trace, as the server understood them, in one form: it puts `limit 1` to a query of EXISTS, and
 * parentheses around the tables of a join, where it writes the text of a view, and not where it reads one. None where the
 * trace cannot be read.
 */
export function expandedQueries(trace: string): readonly string[] {
  const queries = textsOf(trace.match(/(?<="expanded_query": )".*"/g) ?? []).map(withoutOuterParentheses);
  return queries.filter((query) => !queries.some((other) => other !== query && holds(other, query)));
}

function textsOf(lines: readonly string[]): readonly string[] {
  try {
    return JSON.parse(`[${lines.join(', ')}]`) as readonly string[];
  } catch {
    return [];
  }
}

/** What stands whole within another is said there. */
function holds(other: string, query: string): boolean {
  const plain = query.replace(/ limit 1$/, '');
  return [`(${query})`, `exists(${plain} limit 1)`].some((text) => other.includes(text));
}

const BEHIND_FROM = new Set(['where', 'group', 'having', 'order', 'limit', 'union', 'intersect', 'except', 'window', ')']);

/** `from (a join b) where …` is `from a join b where …`, if that is all that stands there. */
function withoutOuterParentheses(query: string): string {
  const pieces = piecesOf(query, 'mariadb');
  const gone = pieces.flatMap(({ text }, at) => {
    const [open, first] = [pieces[at + 1], pieces[at + 2]];
    if (text !== 'from' || open?.text !== '(' || first?.text === 'select') return [];
    const closing = closingOf(pieces, at + 1);
    const next = pieces[closing + 1];
    return next === undefined || BEHIND_FROM.has(next.text) ? [open.start, pieces[closing]?.start] : [];
  });
  return query.split('').filter((_, at) => !gone.includes(at)).join('');
}
