import type { AddColumn } from '../../ops/add-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/columns.ts';
import { dropConstraint } from '../standard/constraints.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { type CanNumber, generatedIdentity, isWholeNumber } from '../standard/identity.ts';
import { writeName, writeTable, writeType, writeValue } from '../write.ts';
import { checkName, checkOf } from './checks.ts';
import { columnComments } from './comments.ts';
import { dropFunctionBased, usesOthers } from './dependents.ts';

/**
 * `name TYPE [DEFAULT … | GENERATED … AS IDENTITY] [NOT NULL] [CONSTRAINT ck… CHECK (…)]`: a default stands before
 * NOT NULL. https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html
 */
export function columnDefinition(column: Column, dialect: Dialect, table?: TableName): string {
  const { name, type, nullable, default: value } = column;
  const check = checkOf(name, type, dialect);
  const constraint = table ? `CONSTRAINT ${checkName(table, name, dialect)} ` : '';
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...generatedIdentity(column, canNumber),
    ...(value === undefined ? [] : [`DEFAULT ${writeValue(dialect, value, type)}`]),
    ...(nullable ? [] : ['NOT NULL']),
    ...(check === undefined ? [] : [constraint + check]),
  ];
  return parts.join(' ');
}

const canNumber: CanNumber = (type) => isWholeNumber(type) || type.type === 'numeric' || type.type === 'native';

/** `ALTER TABLE t ADD …`, without the word COLUMN. */
export const addColumn = ({ table, column }: AddColumn, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${columnDefinition(column, dialect, table)}`),
  ...columnComments(table, [column], dialect),
];

/**
 * Most indexes and the constraints on this column alone go with it; those on other columns too must go before
 * (ORA-12991): https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html
 * (drop_column_clause)
 */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column } = op;
  const known = context.schema.table(table);
  const { primaryKey, uniques, foreignKeys, checks } = dependentsOf(known, column);
  const keys = [...foreignKeys, ...uniques, ...(primaryKey ? [primaryKey] : [])];
  const several = [
    ...keys.filter(({ columns }) => columns.length > 1),
    ...checks.filter((check) => known && usesOthers(check, known, column)),
  ];
  return [
    ...dropFunctionBased(known, column, context),
    ...several.flatMap((each) => dropNamed(op, each, context)),
    ...standard.dropColumn(op, context),
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
