import type { TableOptions } from '../../../schema/table.ts';
import type { TableShell } from '../assemble.ts';
import { type Row, type Scope, known, maybe, someOf, tableOf } from '../row.ts';
import { TABLES, commentOf, inScope } from './scope.ts';

type Options = NonNullable<TableOptions['mssql']>;

/**
 * Where a table's rows are, and how, is said of its heap or clustered index:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-indexes-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-data-spaces-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-partitions-transact-sql
 */
export const tablesQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], ${commentOf('0')} AS [comment],
  CASE WHEN d.type = 'FG' AND d.is_default = 0 THEN d.name END AS [filegroup], p.data_compression_desc AS [compression]
FROM ${TABLES} JOIN sys.indexes i ON i.object_id = t.object_id AND i.index_id IN (0, 1)
  JOIN sys.data_spaces d ON d.data_space_id = i.data_space_id
  LEFT JOIN sys.partitions p ON p.object_id = t.object_id AND p.index_id = i.index_id AND p.partition_number = 1
WHERE ${inScope(scope)}
ORDER BY s.name, t.name`;

/** NONE is what every table has that says nothing; that of a columnstore is its index's. */
const COMPRESSIONS: { readonly [description: string]: NonNullable<Options['dataCompression']> } = { ROW: 'row', PAGE: 'page' };

export const tablesOf = (rows: readonly Row[], scope: Scope): readonly TableShell[] =>
  rows.map((row) => {
    const mssql = someOf<Options>({
      filegroup: maybe(row, 'filegroup'),
      dataCompression: COMPRESSIONS[maybe(row, 'compression') ?? ''],
    });
    return known<TableShell>({ name: tableOf(row, scope), comment: maybe(row, 'comment'), on: mssql && { mssql } });
  });
