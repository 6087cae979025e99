import type { View } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { type Row, type Scope, flag, known, nameIn, text } from '../row.ts';
import { notOfExtension, schemaList } from './scope.ts';

/** Views in the order in which they were made, since one may need another. https://www.postgresql.org/docs/current/functions-info.html */
export const viewsQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS name, c.relkind = 'm' AS materialized, pg_get_viewdef(c.oid) AS query
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND n.nspname IN (${schemaList(scope)}) AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY c.oid`;

export const viewsOf = (rows: readonly Row[], scope: Scope): readonly View[] =>
  rows.map((row) =>
    known<View>({
      kind: 'view',
      name: nameIn(scope, text(row, 'schema'), text(row, 'name')),
      query: raw(text(row, 'query').trim().replace(/;$/, '')),
      materialized: flag(row, 'materialized') || undefined,
    }),
  );
