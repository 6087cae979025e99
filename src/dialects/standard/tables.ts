import type { CreateTable } from '../../ops/create-table.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { RenameTable } from '../../ops/rename-table.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { constraintDefinition } from './constraints.ts';

/** Columns and constraints between parentheses, one a line. */
export function tableItems(columns: readonly Column[], constraints: readonly Constraint[], dialect: Dialect): string {
  const lines = [
    ...columns.map((column) => dialect.columnDefinition(column, dialect)),
    ...constraints.map((constraint) => constraintDefinition(constraint, dialect)),
  ];
  return `(\n  ${lines.join(',\n  ')}\n)`;
}

/** `CREATE TABLE t (…)`, a column or constraint a line; comments are not in it. */
export const createTable = ({ table, columns, constraints }: CreateTable, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`CREATE TABLE ${writeTable(dialect, table)} ${tableItems(columns, constraints, dialect)}`),
];

export const dropTable = ({ table }: DropTable, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`DROP TABLE ${writeTable(dialect, table)}`),
];

/** `ALTER TABLE s.a RENAME TO b`: the new name stands without its schema. */
export const renameTable = ({ table, to }: RenameTable, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} RENAME TO ${writeName(dialect, to)}`),
];
