import type { ObjectName } from '../../../schema/name.ts';
import type { TableOptions } from '../../../schema/table.ts';
import { raw } from '../../../sql/fragment.ts';
import type { TableShell } from '../assemble.ts';
import { type Row, type Scope, flag, known, list, maybe, nameIn, someOf, tableOf } from '../row.ts';
import { notOfExtension, schemaList } from './scope.ts';

/**
 * Tables; a partition is a part of its table. https://www.postgresql.org/docs/current/catalog-pg-class.html,
 * https://www.postgresql.org/docs/current/catalog-pg-inherits.html
 */
export const tablesQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS "table", c.relpersistence = 'u' AS unlogged, to_json(c.reloptions) AS options,
  t.spcname AS tablespace, pg_get_partkeydef(c.oid) AS partition_by, obj_description(c.oid, 'pg_class') AS comment,
  (SELECT json_agg(json_build_object('schema', pn.nspname, 'name', p.relname) ORDER BY i.inhseqno)
   FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
   WHERE i.inhrelid = c.oid) AS parents
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN (${schemaList(scope)})
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname`;

export const tablesOf = (rows: readonly Row[], scope: Scope): readonly TableShell[] =>
  rows.map((row) => {
    const postgresql = optionsOf(row, scope);
    return known<TableShell>({
      name: tableOf(row, scope),
      comment: maybe(row, 'comment'),
      on: postgresql && { postgresql },
    });
  });

function optionsOf(row: Row, scope: Scope): TableOptions['postgresql'] {
  const partitionBy = maybe(row, 'partition_by');
  const parents = list<Required<ObjectName>>(row, 'parents').map(({ schema, name }) => nameIn(scope, schema, name));
  return someOf<NonNullable<TableOptions['postgresql']>>({
    unlogged: flag(row, 'unlogged') || undefined,
    with: parametersOf(list(row, 'options')),
    tablespace: maybe(row, 'tablespace'),
    partitionBy: partitionBy === undefined ? undefined : raw(partitionBy),
    inherits: parents.length ? parents : undefined,
  });
}

type Parameters = { readonly [name: string]: string | number | boolean };

/** `fillfactor=70`: numbers and booleans are told from texts. */
export function parametersOf(options: readonly string[]): Parameters | undefined {
  if (options.length === 0) return undefined;
  return Object.fromEntries(options.map((option) => [option.slice(0, option.indexOf('=')), parameterOf(option.slice(option.indexOf('=') + 1))]));
}

function parameterOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
