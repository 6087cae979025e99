import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import type { ValidateConstraint } from '../../ops/validate-constraint.ts';
import type { TableName } from '../../schema/table.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { ifExists, words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { alterColumn } from './alter-column.ts';
import { refuseCascade } from './batches.ts';
import { isComputed, refuseUnpersisted } from './computed.ts';
import { addStatement } from './constraints.ts';
import { refuseLargeConstraint } from './keys.ts';
import { renameObject } from './rename.ts';

export function addConstraint({ table, constraint }: AddConstraint, context: LoweringContext): readonly Lowered[] {
  const known = context.schema.table(table)?.columns ?? [];
  refuseLargeConstraint(constraint, known);
  refuseUnpersisted([constraint], known);
  const required = constraint.kind === 'primaryKey' ? requireColumns(constraint.columns, table, context) : [];
  return [...required, addStatement(table, constraint, context.dialect)];
}

/**
 * A key on a column that may hold NULL is refused; other databases make the column NOT NULL by themselves:
 * https://learn.microsoft.com/sql/relational-databases/tables/create-primary-keys
 */
function requireColumns(names: readonly string[], table: TableName, context: LoweringContext): readonly Lowered[] {
  const known = context.schema.table(table)?.columns ?? [];
  const nullable = known.filter(({ name, nullable, identity }) => names.includes(name) && nullable && !identity);
  const computed = nullable.find(isComputed);
  if (computed) {
    refuse(
      `the computed column '${computed.name}' may hold NULL, and SQL Server makes it no part of a primary key`,
      'Drop it and add it again with nullable: false and stored: true.',
    );
  }
  return nullable.flatMap(({ name: column }) =>
    alterColumn({ op: 'alterColumn', table, column, to: { nullable: false } }, context),
  );
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql: IF EXISTS came with SQL Server 2016 */
export function dropConstraint(op: DropConstraint, { dialect }: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'constraints', 'Drop the foreign keys that rest on it before, each with dropConstraint(…).');
  const table = writeTable(dialect, op.table);
  return [schemaStatement(words('ALTER TABLE', table, 'DROP CONSTRAINT', ifExists(op), writeName(dialect, op.name)))];
}

/**
 * Checks every row that is there, and trusts the constraint from then on. The first CHECK is for the rows, the second
 * enables it: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql
 */
export function validateConstraint(op: ValidateConstraint, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, name } = op;
  const check = `WITH CHECK CHECK CONSTRAINT ${writeName(dialect, name)}`;
  return [schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${check}`)];
}

/** A constraint is an object of its table's schema, and of no table in its name. */
export function renameConstraint(op: RenameConstraint, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, name, to, kind } = op;
  if (kind === 'exclusion')
    refuse('SQL Server has no exclusion constraints', 'Leave it out with forDialect(…).');
  return [renameObject({ ...table, name }, to, dialect)];
}
