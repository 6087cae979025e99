import type { Default, TableName } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { columnConstraintName } from '../standard/column-constraints.ts';
import { writeName, writeTable } from '../write.ts';
import { enumCheck, writeDefault } from './columns.ts';
import { nameText } from './text.ts';

/*
 * A default is a constraint, and so is an enum's list of values. Both are made with a name, and the default is
 * dropped by a look into the catalogue all the same: whoever made the table without migsql let the server choose the
 * name.
 */

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-default-constraints-transact-sql */
export function dropDefault(table: TableName, column: string, dialect: Dialect): Lowered {
  const object = writeTable(dialect, table);
  const sql = [
    'DECLARE @drop nvarchar(max) = (',
    `  SELECT ${nameText(`ALTER TABLE ${object} DROP CONSTRAINT `)} + QUOTENAME(name)`,
    '  FROM sys.default_constraints',
    `  WHERE parent_object_id = OBJECT_ID(${nameText(object)})`,
    `    AND COL_NAME(parent_object_id, parent_column_id) = ${nameText(column)}`,
    ');',
    'IF @drop IS NOT NULL EXEC sys.sp_executesql @drop',
  ];
  return { ...schemaStatement(sql.join('\n')), compound: true };
}

export interface AddedDefault {
  readonly table: TableName;
  readonly column: string;
  readonly type: ColumnType | undefined;
  readonly value: Default;
  /** The column's name in the end, which its constraint carries. */
  readonly finalName: string;
}

export function addDefault({ table, column, type, value, finalName }: AddedDefault, dialect: Dialect): Lowered {
  const name = writeName(dialect, columnConstraintName('df', table, finalName, dialect));
  const constraint = `CONSTRAINT ${name} DEFAULT ${writeDefault(value, type, dialect)}`;
  return schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} ADD ${constraint} FOR ${writeName(dialect, column)}`,
  );
}

/** `ifThere`: where it is not known whether the column has a list of values. */
export function dropEnumCheck(table: TableName, column: string, ifThere: boolean, dialect: Dialect): Lowered {
  const name = writeName(dialect, columnConstraintName('ck', table, column, dialect));
  return schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT ${ifThere ? 'IF EXISTS ' : ''}${name}`,
  );
}

export function addEnumCheck(
  table: TableName,
  column: string,
  type: ColumnType & { readonly type: 'enum' },
  dialect: Dialect,
): Lowered {
  const name = writeName(dialect, columnConstraintName('ck', table, column, dialect));
  return schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} ADD CONSTRAINT ${name} ${enumCheck(column, type, dialect)}`,
  );
}
