import type { AddColumn } from '../../ops/add-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, Table, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { columnRow, making, onlyIf } from './blocks.ts';
import { checkName, checkOf } from './checks.ts';
import { collationWords, refuseTogether, valueWords } from './column-values.ts';
import { columnComments } from './comments.ts';
import { addConstraint, inlineConstraint } from './constraints.ts';
import { usesOthers } from './dependents.ts';
import { newIndex } from './indexes.ts';
import { refuseKeyTypes } from './keys.ts';

/**
 * `name TYPE [COLLATE …] [DEFAULT … | GENERATED …] [NOT NULL] [CONSTRAINT ck… CHECK (…)]`: a default stands before
 * NOT NULL. https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html
 */
export function columnDefinition(
  column: Column,
  dialect: Dialect,
  table?: TableName,
  constraints: readonly Constraint[] = [],
): string {
  const { name, type, nullable, collation } = column;
  const check = checkOf(name, type, dialect);
  const constraint = table ? `CONSTRAINT ${checkName(table, name, dialect)} ` : '';
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...collationWords(name, type, collation, dialect),
    ...valueWords(column, dialect),
    ...(nullable ? [] : ['NOT NULL']),
    ...(check === undefined ? [] : [constraint + check]),
    ...constraints.map((each) => inlineConstraint(each, dialect)),
  ];
  return parts.join(' ');
}

/**
 * `ALTER TABLE t ADD …`, without the word COLUMN. Rows that are there get the default, or numbers of an identity in any
 * order: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (add_column_clause)
 */
export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column, constraints, indexes, ifNotExists } = op;
  const { dialect } = context;
  const after = tableAfter(op, context);
  for (const constraint of constraints) refuseKeyTypes(constraint, [column]);
  refuseTogether(after.columns);
  const inline = constraints.filter((constraint) => isOwn(constraint, column, after));
  const others = constraints.filter((constraint) => !inline.includes(constraint));
  const definition = columnDefinition(column, dialect, table, inline);
  const statements = [
    making(columnRow(table, column.name, dialect), schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${definition}`)),
    ...others.flatMap((constraint) => addConstraint({ op: 'addConstraint', table, constraint }, context)),
  ];
  return [
    ...(ifNotExists ? onlyIf('missing', columnRow(table, column.name, dialect), statements) : statements),
    ...indexes.flatMap((index) => newIndex({ table, index, ...(ifNotExists && { ifNotExists }) }, after, dialect)),
    ...columnComments(table, [column], dialect),
  ];
}

/** Whether the constraint can stand in the column's definition: it names no other column (ORA-02438). */
function isOwn(constraint: Constraint, { name }: Column, table: Table): boolean {
  if (constraint.kind === 'check') return !usesOthers(constraint, table, name);
  return 'columns' in constraint && constraint.columns.length === 1 && constraint.columns[0] === name;
}

function tableAfter({ table: name, column, constraints, indexes }: AddColumn, { schema }: LoweringContext): Table {
  const known = schema.table(name) ?? { name, columns: [], constraints: [], indexes: [] };
  return {
    ...known,
    columns: [...known.columns, column],
    constraints: [...known.constraints, ...constraints],
    indexes: [...known.indexes, ...indexes],
  };
}
