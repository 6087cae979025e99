import type { Routine, Sequence, Trigger, View } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { behindName, viewText } from '../definition-text.ts';
import { type Row, type Scope, nameIn, tableOf, text } from '../row.ts';
import { sequenceOptions } from '../sequence-options.ts';
import { schemaList } from './scope.ts';

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/schemas-catalog-views-sys-schemas */
export const SCHEMA_NAMES = 'SELECT name FROM sys.schemas ORDER BY name';

/**
 * Sequences; `cache` is 1 where there is none, and NULL is the server's own choice:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-sequences-transact-sql
 */
export const sequencesQuery = (scope: Scope): string => `
SELECT s.name AS [schema], q.name AS [name], CAST(q.start_value AS varchar(40)) AS [start],
  CAST(q.increment AS varchar(40)) AS [increment], CAST(q.minimum_value AS varchar(40)) AS [min],
  CAST(q.maximum_value AS varchar(40)) AS [max], q.is_cycling AS [cycle],
  CASE WHEN q.is_cached = 0 THEN 1 ELSE COALESCE(q.cache_size, 0) END AS [cache]
FROM sys.sequences q JOIN sys.schemas s ON s.schema_id = q.schema_id
WHERE s.name IN (${schemaList(scope)})
ORDER BY s.name, q.name`;

/** The bounds are those of bigint: https://learn.microsoft.com/sql/t-sql/statements/create-sequence-transact-sql */
const USUAL = { smallest: -(2n ** 63n), largest: 2n ** 63n - 1n, cache: 0n, hasWholeRange: true } as const;

export const sequencesOf = (rows: readonly Row[], scope: Scope): readonly Sequence[] =>
  rows.map((row) => ({
    kind: 'sequence',
    name: nameIn(scope, text(row, 'schema'), text(row, 'name')),
    options: sequenceOptions(row, USUAL),
  }));

const modules = (scope: Scope, kinds: string, order: string): string => `
SELECT s.name AS [schema], o.name AS [name], RTRIM(o.type) AS [kind], m.definition AS [definition], p.name AS [table]
FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id JOIN sys.sql_modules m ON m.object_id = o.object_id
  LEFT JOIN sys.objects p ON p.object_id = o.parent_object_id
WHERE o.is_ms_shipped = 0 AND o.type IN (${kinds}) AND s.name IN (${schemaList(scope)})
ORDER BY ${order}`;

/**
 * The text of views, routines and triggers, as it was written; NULL where it is encrypted, which is none:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-sql-modules-transact-sql. Views stand in
 * the order in which they were made, since one may need another.
 */
export const viewsQuery = (scope: Scope): string => modules(scope, "'V'", 'o.create_date, o.object_id');
export const routinesQuery = (scope: Scope): string => modules(scope, "'P', 'FN', 'IF', 'TF'", 's.name, o.name');
export const triggersQuery = (scope: Scope): string => modules(scope, "'TR'", 's.name, p.name, o.name');

const nameOf = (row: Row, scope: Scope): View['name'] => nameIn(scope, text(row, 'schema'), text(row, 'name'));

const readable = (rows: readonly Row[]): readonly Row[] => rows.filter(({ definition }) => typeof definition === 'string');

const definitionOf = (row: Row): string => behindName(text(row, 'definition'), 'mssql');

export const viewsOf = (rows: readonly Row[], scope: Scope): readonly View[] =>
  readable(rows).map((row) => {
    const { query, columns } = viewText(definitionOf(row), 'mssql');
    return { kind: 'view', name: nameOf(row, scope), query: raw(query), ...(columns && { columns }) };
  });

export const routinesOf = (rows: readonly Row[], scope: Scope): readonly Routine[] =>
  readable(rows).map((row) => ({
    kind: text(row, 'kind') === 'P' ? 'procedure' : 'function',
    name: nameOf(row, scope),
    definition: raw(definitionOf(row)),
  }));

export const triggersOf = (rows: readonly Row[], scope: Scope): readonly Trigger[] =>
  readable(rows).map((row) => ({
    kind: 'trigger',
    name: nameOf(row, scope),
    table: tableOf(row, scope),
    definition: raw(definitionOf(row)),
  }));
