import type { Sequence } from '../../../schema/object.ts';
import { type Row, type Scope, nameIn, text } from '../row.ts';
import { notOfExtension, schemaList } from './scope.ts';
import { SEQUENCE_COLUMNS, sequenceOptions } from './sequence-options.ts';

/**
 * Sequences, but for those of an identity or serial column: `i` and `a` of
 * https://www.postgresql.org/docs/current/catalog-pg-depend.html
 */
export const sequencesQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS name, ${SEQUENCE_COLUMNS}
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN (${schemaList(scope)}) AND ${notOfExtension('pg_class', 'c.oid')}
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
    AND d.refobjsubid > 0 AND d.deptype IN ('i', 'a'))
ORDER BY n.nspname, c.relname`;

export const sequencesOf = (rows: readonly Row[], scope: Scope): readonly Sequence[] =>
  rows.map((row) => ({
    kind: 'sequence',
    name: nameIn(scope, text(row, 'schema'), text(row, 'name')),
    options: sequenceOptions(row),
  }));
