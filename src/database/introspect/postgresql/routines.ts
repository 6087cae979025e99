import type { Routine } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { behindName } from '../definition-text.ts';
import { type Row, type Scope, known, nameIn, text } from '../row.ts';
import { ownRoutine, schemaList } from './scope.ts';

/**
 * Functions and procedures, not aggregates: `prokind` of https://www.postgresql.org/docs/current/catalog-pg-proc.html.
 * Where a name is that of several, the model has room for the last.
 */
export const routinesQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", p.proname AS name, p.prokind AS kind, pg_get_functiondef(p.oid) AS definition,
  pg_get_function_identity_arguments(p.oid) AS arguments
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p') AND n.nspname IN (${schemaList(scope)}) AND ${ownRoutine('p.oid')}
ORDER BY n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

export const routinesOf = (rows: readonly Row[], scope: Scope): readonly Routine[] =>
  rows.map((row) => {
    const signature = text(row, 'arguments');
    return known<Routine>({
      kind: text(row, 'kind') === 'p' ? 'procedure' : 'function',
      name: nameIn(scope, text(row, 'schema'), text(row, 'name')),
      definition: raw(behindName(text(row, 'definition'), 'postgresql')),
      signature: signature === '' ? undefined : raw(signature),
    });
  });
