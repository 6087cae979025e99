import * as v from 'valibot';
import type { Fragment } from '../sql/fragment.ts';
import { call, text } from '../typescript/index.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, fragment, messageLine } from './shapes.ts';
import { fragmentSource } from './source.ts';

/** A condition that the database is asked for where the op stands: unless it is true, the script stops. */
export interface Requires extends OpBase {
  readonly op: 'requires';
  /** As it may stand behind WHERE. Unknown (NULL) is not true. */
  readonly condition: Fragment;
  readonly message: string;
}

/** `` requires(sql`NOT EXISTS (SELECT 1 FROM account WHERE email IS NULL)`, 'every account has an address') `` */
export function requires(condition: SqlSource, message: string): Requires {
  return { op: 'requires', condition: toFragment(condition), message, ...origin() };
}

export const requiresDefinition: OpDefinition<Requires> = {
  shape: () => v.strictObject({ op: v.literal('requires'), condition: fragment, message: messageLine, ...baseFields }),
  describe: ({ message }) => `stop unless ${message}`,
  // It changes nothing, so that there is nothing to undo.
  reverse: () => [],
  evolve: (schema) => schema,
  source: ({ condition, message }) => call('requires', fragmentSource(condition), text(message)),
};
