import type { TableName } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, schemaStatement } from '../dialect.ts';
import { needs } from '../server.ts';
import { columnConstraintName } from '../standard/column-constraints.ts';
import { writeLiteral, writeName, writeTable } from '../write.ts';
import { type CatalogueRow, constraintRow, making, removing } from './blocks.ts';

/** A line of an enum's list, in characters. */
const LONG = 1000;

/** What of a type only a check can say: `CHECK (c IN (0, 1))`. */
export function checkOf(column: string, type: ColumnType, dialect: Dialect): string | undefined {
  const name = writeName(dialect, column);
  switch (type.type) {
    case 'boolean':
      return `CHECK (${name} IN (0, 1))`;
    case 'json':
      needs(dialect, 'the check IS JSON', 12, 1);
      // https://docs.oracle.com/en/database/oracle/oracle-database/19/adjsn/conditions-is-json-and-is-not-json.html
      return `CHECK (${name} IS JSON)`;
    case 'enum': {
      const values = type.values.map((value) => writeLiteral(dialect, value, type));
      const isLong = values.reduce((total, { length }) => total + length + 2, 0) > LONG;
      return `CHECK (${name} IN (${values.join(isLong ? ',\n    ' : ', ')}))`;
    }
    default:
      return undefined;
  }
}

/** The check's name, by which a change of the type finds it again. */
export const checkName = (table: TableName, column: string, dialect: Dialect): string =>
  writeName(dialect, columnConstraintName('ck', table, column, dialect));

const checkRow = (table: TableName, column: string, dialect: Dialect): CatalogueRow =>
  constraintRow(table, columnConstraintName('ck', table, column, dialect), dialect);

export const dropCheck = (table: TableName, column: string, dialect: Dialect): Lowered =>
  removing(
    checkRow(table, column, dialect),
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT ${checkName(table, column, dialect)}`),
  );

export const addCheck = (table: TableName, column: string, check: string, dialect: Dialect): Lowered =>
  making(
    checkRow(table, column, dialect),
    schemaStatement(
      `ALTER TABLE ${writeTable(dialect, table)} ADD CONSTRAINT ${checkName(table, column, dialect)} ${check}`,
    ),
  );

/** Constraints have one namespace in a schema, so that a name left behind would be in the way of the next column's. */
export const renameCheck = (
  table: TableName,
  from: { readonly table: TableName; readonly column: string },
  to: { readonly table: TableName; readonly column: string },
  dialect: Dialect,
): Lowered => {
  const [former, name] = [checkName(from.table, from.column, dialect), checkName(to.table, to.column, dialect)];
  return schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} RENAME CONSTRAINT ${former} TO ${name}`);
};
