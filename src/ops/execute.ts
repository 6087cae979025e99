import * as v from 'valibot';
import { touchTables } from '../schema/model.ts';
import type { PerDialect } from '../sql/dialect-name.ts';
import { type Fragment, isFragment, raw, sqlFor } from '../sql/fragment.ts';
import { call } from '../typescript/index.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, fragment } from './shapes.ts';
import { options, sqlSource } from './source.ts';

/** Hand-written SQL: one statement or several, split as the dialect's client would. */
export interface Execute extends OpBase {
  readonly op: 'execute';
  readonly sql: Fragment;
  /** The SQL that undoes it. */
  readonly reverse?: Fragment;
  /** Set where the text stands in its file as it is, from the line of `origin` on (a `.sql` migration). */
  readonly verbatim?: true;
}

/** SQL as text, as a fragment, or one of them per dialect. */
export type SqlSource = string | Fragment | PerDialect<string | Fragment>;

export interface ExecuteSettings {
  readonly reverse?: SqlSource;
  /** `false` where the server refuses the statement inside a transaction. */
  readonly transactional?: false;
}

export function toFragment(source: SqlSource): Fragment {
  if (typeof source === 'string') return raw(source);
  if (isFragment(source) || typeof source !== 'object' || source === null) return source as Fragment;
  return sqlFor(Object.fromEntries(Object.entries(source).map(([dialect, each]) => [dialect, toFragment(each)])));
}

/** `` execute(sql`UPDATE account SET state = 'new'`, { reverse: sql`…` }) `` */
export function execute(source: SqlSource, { reverse, ...settings }: ExecuteSettings = {}): Execute {
  return {
    ...settings,
    op: 'execute',
    sql: toFragment(source),
    ...(reverse !== undefined && { reverse: toFragment(reverse) }),
    ...origin(),
  };
}

function firstWords({ sql: [first] }: Fragment): string {
  const start = typeof first === 'string' ? first.trim().split(/\s+/).slice(0, 4).join(' ') : '';
  return start ? `: ${start} …` : '';
}

/** What changes a table but a statement that begins with the word itself: routines and dynamic SQL may. */
const CHANGES = /\b(?:alter|rename|exec|execute|call|sp_rename)\b/i;

/** The words of a text that may change tables; none where it does not. */
export const changingWords = (sql: Fragment): ReadonlySet<string> => (CHANGES.test(textOf(sql)) ? wordsIn(sql) : new Set());

/** In lower case; names are among them. */
export const wordsIn = (sql: Fragment): ReadonlySet<string> => new Set(textOf(sql).toLowerCase().match(/[\p{L}\p{N}_$]+/gu));

/** What makes, changes or drops something, or may; `SELECT … INTO` makes a table in some databases. */
const SCHEMA_WORDS = /\b(?:create|alter|drop|rename|comment|grant|revoke|exec|execute|call|do|declare|sp_\w+)\b/i;
const SELECTS = /\bselect\b/i;
const INTO = /\binto\b/i;

/** Whether a text may change the schema, which its words alone do not tell for certain. */
export function mayChangeSchema(sql: Fragment): boolean {
  const text = textOf(sql);
  return SCHEMA_WORDS.test(text) || (SELECTS.test(text) && INTO.test(text));
}

const textOf = ({ sql }: Fragment): string =>
  sql
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('name' in part) return part.name.join(' ');
      return 'forDialect' in part ? Object.values(part.forDialect).map(textOf).join(' ') : ' ';
    })
    .join(' ');

export const executeDefinition: OpDefinition<Execute> = {
  shape: () => v.strictObject({
    op: v.literal('execute'),
    sql: fragment,
    reverse: v.exactOptional(fragment),
    verbatim: v.exactOptional(v.literal(true)),
    ...baseFields,
  }),
  describe: ({ sql }) => `execute SQL${firstWords(sql)}`,
  reverse: ({ sql, reverse, transactional }) =>
    reverse
      ? [{ op: 'execute', sql: reverse, reverse: sql, ...(transactional === false && { transactional }) }]
      : irreversible('what hand-written SQL undoes is not known; say it with { reverse: sql`…` }'),
  evolve: (schema, { sql }) => (schema.tables.size ? touchTables(schema, changingWords(sql)) : schema),
  source: ({ sql, reverse, transactional }) =>
    call(
      'execute',
      sqlSource(sql),
      options({
        reverse: reverse && sqlSource(reverse),
        transactional: transactional === false ? 'false' : undefined,
      }),
    ),
};
