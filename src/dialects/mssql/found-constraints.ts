import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { writeTable } from '../write.ts';
import { objectId } from './batches.ts';
import { nameText } from './text.ts';

type Found = 'check' | 'foreignKey';

/**
 * The checks of a column are those that were written beside it, and those of the table whose expression names it. (The
 * view sys.sql_expression_dependencies is for owners of the database alone, and lists no table's references to itself.)
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-check-constraints-transact-sql
 * https://learn.microsoft.com/sql/relational-databases/system-information-schema-views/constraint-column-usage-transact-sql
 * https://learn.microsoft.com/archive/blogs/sqltips/direct-dependencies-on-a-column
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-foreign-key-columns-transact-sql
 */
const SOURCES: { readonly [F in Found]: (column: string) => readonly string[] } = {
  check: (column) => [
    'FROM sys.check_constraints AS c',
    'WHERE c.parent_object_id = @table AND (',
    `  COL_NAME(@table, c.parent_column_id) = ${column}`,
    '  OR EXISTS (',
    '    SELECT 1 FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE AS u',
    '    WHERE u.CONSTRAINT_SCHEMA = SCHEMA_NAME(c.schema_id) AND u.CONSTRAINT_NAME = c.name',
    `      AND u.COLUMN_NAME = ${column}`,
    '  )',
    ')',
  ],
  foreignKey: (column) => [
    'FROM sys.foreign_keys AS c',
    'WHERE c.parent_object_id = @table AND EXISTS (',
    '  SELECT 1 FROM sys.foreign_key_columns AS k',
    `  WHERE k.constraint_object_id = c.object_id AND COL_NAME(@table, k.parent_column_id) = ${column}`,
    ')',
  ],
};

/**
 * Drops every constraint of a kind that rests on a column, whatever its name. The statements are joined as XML, whose
 * order and completeness are defined, unlike those of a variable that grows in a SELECT; STRING_AGG came with 2017:
 * https://learn.microsoft.com/sql/t-sql/language-elements/select-local-variable-transact-sql
 */
export function dropFound(kind: Found, table: TableName, column: string, dialect: Dialect): Lowered {
  const sql = [
    `DECLARE @table int = ${objectId(table, dialect)};`,
    'DECLARE @drop nvarchar(max) = (',
    `  SELECT ${nameText(`ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT `)} + QUOTENAME(c.name) + N'; '`,
    ...SOURCES[kind](nameText(column)).map((line) => `  ${line}`),
    "  FOR XML PATH(N''), TYPE",
    ").value(N'.', N'nvarchar(max)');",
    'IF @drop IS NOT NULL EXEC sys.sp_executesql @drop',
  ];
  return { ...schemaStatement(sql.join('\n')), compound: true };
}
