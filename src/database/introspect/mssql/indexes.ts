import { readExpression } from '../../../dialects/read-default.ts';
import type { Index, IndexOptions } from '../../../schema/table-index.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, grouped, known, maybe, someOf, tableOf, text } from '../row.ts';
import { TABLES, inScope } from './scope.ts';

type Options = NonNullable<IndexOptions['mssql']>;

/**
 * Indexes that no constraint made, column by column: those of rows (1 and 2), and columnstores of some columns (6). Of
 * all columns (5), or of XML and places, the model knows nothing.
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-indexes-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-index-columns-transact-sql
 */
export const indexesQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], i.name AS [name], i.is_unique AS [unique], i.type AS [type],
  i.filter_definition AS [predicate], NULLIF(i.fill_factor, 0) AS [fill_factor], c.name AS [column],
  x.is_descending_key AS [descending], x.is_included_column AS [included],
  CASE WHEN d.type = 'FG' AND d.is_default = 0 THEN d.name END AS [filegroup]
FROM ${TABLES} JOIN sys.indexes i ON i.object_id = t.object_id
  JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
  JOIN sys.index_columns x ON x.object_id = t.object_id AND x.index_id = i.index_id
  JOIN sys.columns c ON c.object_id = t.object_id AND c.column_id = x.column_id
WHERE ${inScope(scope)} AND i.type IN (1, 2, 6) AND i.is_hypothetical = 0
  AND i.is_primary_key = 0 AND i.is_unique_constraint = 0
ORDER BY s.name, t.name, i.name, x.key_ordinal, x.index_column_id`;

export const indexesOf = (rows: readonly Row[], scope: Scope): readonly Of<Index>[] =>
  grouped(rows, 'schema', 'table', 'name').map((columns) => ({ table: tableOf(columns[0], scope), item: indexOf(columns) }));

function indexOf(rows: readonly [Row, ...Row[]]): Index {
  const [row] = rows;
  const columnstore = text(row, 'type') === '6';
  // The columns of a columnstore are called included, since none is a key.
  const isKey = (each: Row): boolean => columnstore || !flag(each, 'included');
  const include = rows.filter((each) => !isKey(each)).map((each) => text(each, 'column'));
  const [where, fillfactor] = [maybe(row, 'predicate'), maybe(row, 'fill_factor')];
  const mssql = someOf<Options>({
    clustered: text(row, 'type') === '1' || undefined,
    columnstore: columnstore || undefined,
    fillfactor: fillfactor === undefined ? undefined : Number(fillfactor),
    filegroup: maybe(row, 'filegroup'),
  });
  return known<Index>({
    name: text(row, 'name'),
    keys: rows.filter(isKey).map((each) => ({ column: text(each, 'column'), ...(flag(each, 'descending') && { order: 'desc' }) })),
    unique: flag(row, 'unique'),
    where: where === undefined ? undefined : readExpression(where, 'mssql'),
    include: include.length ? include : undefined,
    on: mssql && { mssql },
  });
}
