import * as v from 'valibot';
import type { Fragment } from '../sql/fragment.ts';
import { call, text } from '../typescript/index.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { type RowCount, type RowCountRef, displayRowCount, toRowCount } from './row-count.ts';
import { baseFields, fragment, messageLine, rowCount } from './shapes.ts';
import { data, fragmentSource } from './source.ts';

/** How many rows a query must give where the op stands: any other number stops the script. */
export interface Expects extends OpBase {
  readonly op: 'expects';
  /** Each of its columns has a name, and no two have the same. */
  readonly query: Fragment;
  readonly rows: RowCount;
  readonly message: string;
}

/** `` expects(sql`SELECT id FROM account WHERE email IS NULL`, 0, 'every account has an address') `` */
export function expects(query: SqlSource, rows: RowCountRef, message: string): Expects {
  return { op: 'expects', query: toFragment(query), rows: toRowCount(rows), message, ...origin() };
}

export const expectsDefinition: OpDefinition<Expects> = {
  shape: () => v.strictObject({
    op: v.literal('expects'),
    query: fragment,
    rows: rowCount,
    message: messageLine,
    ...baseFields,
  }),
  describe: ({ rows, message }) => `stop unless ${message}: ${displayRowCount(rows)}`,
  reverse: () => [],
  evolve: (schema) => schema,
  source: ({ query, rows: { atLeast, atMost }, message }) =>
    call(
      'expects',
      fragmentSource(query),
      atLeast !== undefined && atLeast === atMost ? String(atLeast) : data({ ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) }),
      text(message),
    ),
};
