import { DIALECTS } from '../../../dialects/index.ts';
import { writeLiteral } from '../../../dialects/write.ts';
import type { Scope } from '../row.ts';

/** https://learn.microsoft.com/sql/t-sql/functions/schema-name-transact-sql */
export const OWN_SCHEMA = 'SELECT SCHEMA_NAME() AS [name]';

/** A list of schemas for IN. */
export const schemaList = ({ schemas }: Scope): string =>
  schemas.map((schema) => writeLiteral(DIALECTS.mssql, schema)).join(', ');

/**
 * Tables that people made, but for those that hold the former rows of others:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-tables-transact-sql
 */
export const TABLES = 'sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id';
export const inScope = (scope: Scope): string =>
  `t.is_ms_shipped = 0 AND t.temporal_type <> 1 AND s.name IN (${schemaList(scope)})`;

/** A comment: https://learn.microsoft.com/sql/relational-databases/system-catalog-views/extended-properties-catalog-views-sys-extended-properties */
export const commentOf = (column: string): string => `(SELECT CAST(p.value AS nvarchar(4000)) FROM sys.extended_properties p
    WHERE p.class = 1 AND p.major_id = t.object_id AND p.minor_id = ${column} AND p.name = N'MS_Description')`;
