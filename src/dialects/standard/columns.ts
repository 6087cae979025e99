import type { AddColumn } from '../../ops/add-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';

/** `ALTER TABLE t ADD COLUMN …`; comments are not in it unless the column definition holds them. */
export const addColumn = ({ table, column }: AddColumn, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD COLUMN ${dialect.columnDefinition(column, dialect)}`),
];

export const dropColumn = ({ table, column }: DropColumn, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP COLUMN ${writeName(dialect, column)}`),
];

/** `ALTER TABLE t RENAME COLUMN a TO b` */
export const renameColumn = (table: TableName, column: string, to: string, dialect: Dialect): readonly Lowered[] => [
  schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} RENAME COLUMN ${writeName(dialect, column)} TO ${writeName(dialect, to)}`,
  ),
];
