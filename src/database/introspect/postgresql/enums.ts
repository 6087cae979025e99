import type { EnumType } from '../../../schema/object.ts';
import { type Row, type Scope, list, nameIn, text } from '../row.ts';
import { notOfExtension, schemaList } from './scope.ts';

/** https://www.postgresql.org/docs/current/catalog-pg-enum.html */
export const enumsQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", t.typname AS name, json_agg(e.enumlabel ORDER BY e.enumsortorder) AS "values"
FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname IN (${schemaList(scope)}) AND ${notOfExtension('pg_type', 't.oid')}
GROUP BY n.nspname, t.typname
ORDER BY n.nspname, t.typname`;

export const enumsOf = (rows: readonly Row[], scope: Scope): readonly EnumType[] =>
  rows.map((row) => ({ kind: 'enum', name: nameIn(scope, text(row, 'schema'), text(row, 'name')), values: list(row, 'values') }));
