import type { DropColumn } from '../../ops/drop-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import { generatedFrom } from '../../schema/uses.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { columnRow, onlyIf, removing } from './blocks.ts';
import { dropConstraint } from './constraints.ts';
import { dropFunctionBased, usesOthers } from './dependents.ts';

/** There is no IF EXISTS for a column, in 23ai either. */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  const statements = dropWhole(op, context);
  return op.ifExists ? onlyIf('there', columnRow(op.table, op.column, context.dialect), statements) : statements;
}

/**
 * Most indexes and the constraints on this column alone go with it; those on other columns too must go before
 * (ORA-12991) unless CASCADE CONSTRAINTS takes them along, and columns that are computed from it (ORA-54031):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (drop_column_clause)
 */
function dropWhole(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column, cascade } = op;
  const { dialect } = context;
  const known = context.schema.table(table);
  const computed = known?.columns.filter((each) => generatedFrom(each, column)) ?? [];
  const statements = [
    ...computed.flatMap(({ name }) => dropWhole({ ...op, column: name }, context)),
    ...dropFunctionBased(known, column, context),
    ...(cascade ? [] : onSeveral(op, context).flatMap((constraint) => dropNamed(op, constraint, context))),
    dropStatement(op, known, dialect),
  ];
  // An index or a constraint may be on the column and on one that is computed from it.
  return [...new Map(statements.map((statement) => [statement.sql, statement])).values()];
}

/**
 * A table with COMPRESS BASIC drops no column (ORA-39726), but lets go of it: SET UNUSED is a DROP that leaves the
 * values in their blocks.
 */
export function dropStatement(
  { table, column, cascade }: Pick<DropColumn, 'table' | 'column' | 'cascade'>,
  known: Table | undefined,
  dialect: Dialect,
): Lowered {
  const how = known?.on?.oracle?.compress === 'basic' ? 'SET UNUSED COLUMN' : 'DROP COLUMN';
  const name = writeName(dialect, column);
  const sql = words('ALTER TABLE', writeTable(dialect, table), how, name, cascade && 'CASCADE CONSTRAINTS');
  return removing(columnRow(table, column, dialect), schemaStatement(sql));
}

/** Constraints on this column and others. */
function onSeveral({ table, column }: DropColumn, { schema }: LoweringContext): readonly Constraint[] {
  const known = schema.table(table);
  const { primaryKey, uniques, foreignKeys, checks } = dependentsOf(known, column);
  const keys = [...foreignKeys, ...uniques, ...(primaryKey ? [primaryKey] : [])];
  return [
    ...keys.filter(({ columns }) => columns.length > 1),
    ...checks.filter((check) => known && usesOthers(check, known, column)),
  ];
}

function dropNamed(
  { table, column }: DropColumn,
  { name, kind }: Constraint,
  context: LoweringContext,
): readonly Lowered[] {
  if (name !== undefined) return dropConstraint({ op: 'dropConstraint', table, name, kind }, context);
  return refuse(
    `the ${kind} constraint on column '${column}' and others has no name to drop it by`,
    'Drop it by execute(…) before, with the name that the database gave it.',
  );
}
