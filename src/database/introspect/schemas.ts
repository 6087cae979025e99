import type { Schema } from '../../schema/object.ts';
import { type Row, type Scope, text } from './row.ts';

/** The schemas that are read and are there, but for the session's own. */
export const schemasOf = (rows: readonly Row[], { own, schemas }: Scope): readonly Schema[] =>
  rows
    .map((row) => text(row, 'name'))
    .filter((name) => name !== own && schemas.includes(name))
    .map((name) => ({ kind: 'schema', name: { name } }));
