import type { JudgeToken } from './tokens.ts';
import { cutAt, endOfName, follows, inParentheses, placesOf } from './tokens.ts';

/** What a vendor's documentation says and the grammar does not. */
export interface Rule {
  readonly name: string;
  /** The page that says it. */
  readonly page: string;
  readonly complaints: (tokens: readonly JudgeToken[]) => readonly string[];
}

/**
 * Valid SQL that the grammar does not know: what is cut out or written otherwise before the grammar reads it, so that
 * the rest of the statement is judged all the same.
 */
export interface KnownRefusal {
  readonly name: string;
  readonly page: string;
  readonly edits: (tokens: readonly JudgeToken[]) => readonly Edit[];
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const edit = (first: JudgeToken, last: JudgeToken, text: string): Edit => ({
  start: first.start,
  end: last.end,
  text,
});

export function edited(sql: string, tokens: readonly JudgeToken[], refusals: readonly KnownRefusal[]): string {
  const edits = refusals.flatMap((refusal) => refusal.edits(tokens)).sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: other }) => text.slice(0, start) + other + text.slice(end), sql);
}

export const ruleComplaints = (tokens: readonly JudgeToken[], rules: readonly Rule[]): readonly string[] =>
  rules.flatMap(({ name, page, complaints }) =>
    complaints(tokens).map((complaint) => `${name}: ${complaint} (${page})`),
  );

/** The items of each CREATE TABLE's list. */
export const createdItems = (tokens: readonly JudgeToken[]): readonly (readonly JudgeToken[])[] =>
  placesOf(tokens, 'CREATE', 'TABLE').flatMap((at) => {
    const open = endOfName(tokens, at + 2);
    return follows(tokens, open, '(') ? cutAt(inParentheses(tokens, open).inside, ',') : [];
  });

/** `INSERT INTO t (…) VALUES (…), …` or `SELECT …`: as many values as columns in every row. */
export function countComplaints(tokens: readonly JudgeToken[]): readonly string[] {
  return placesOf(tokens, 'INSERT', 'INTO').flatMap((at) => {
    const open = endOfName(tokens, at + 2);
    if (!follows(tokens, open, '(')) return [];
    const { inside, close } = inParentheses(tokens, open);
    const columns = cutAt(inside, ',').length;
    const rows = follows(tokens, close + 1, 'VALUES') ? rowsFrom(tokens, close + 2) : selectedFrom(tokens, close + 1);
    return rows.filter((count) => count !== columns).map((count) => `${columns} columns and ${count} values`);
  });
}

/** The number of expressions that a SELECT at this place gives, where it says them. */
function selectedFrom(tokens: readonly JudgeToken[], at: number): readonly number[] {
  if (!follows(tokens, at, 'SELECT')) return [];
  const [list = []] = cutAt(tokens.slice(at + 1), 'FROM');
  return list.some(({ text }) => text === '*') ? [] : [cutAt(list, ',').length];
}

/** A constraint of a column names no columns: where it does, a comma is missing before it. */
export const listComplaints = (column: readonly JudgeToken[]): readonly string[] =>
  ['KEY', 'UNIQUE']
    .filter((word) => placesOf(column, word, '(').length > 0)
    .map((word) => `${word} ( in the definition of ${column[0]?.text}`);

/** The number of values in each row from `at` on. */
export function rowsFrom(tokens: readonly JudgeToken[], at: number): readonly number[] {
  const counts: number[] = [];
  for (let open = at; follows(tokens, open, '(');) {
    const { inside, close } = inParentheses(tokens, open);
    counts.push(cutAt(inside, ',').length);
    open = follows(tokens, close + 1, ',') ? close + 2 : tokens.length;
  }
  return counts;
}
