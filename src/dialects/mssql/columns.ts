import type { AddColumn } from '../../ops/add-column.ts';
import type { Column, Default, TableName } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { columnConstraintName } from '../standard/column-constraints.ts';
import { type CanNumber, checkedIdentity, isWholeNumber } from '../standard/identity.ts';
import { writeFragment, writeLiteral, writeName, writeTable, writeType } from '../write.ts';
import { columnComments } from './comments.ts';

export interface ColumnPlace {
  /** Where it is known, constraints on the column get a name. */
  readonly table?: TableName;
  readonly inPrimaryKey?: boolean;
  /** Rows that are there already get the default too. */
  readonly fillsRows?: boolean;
}

/**
 * `name type [IDENTITY(1, 1)] NULL | NOT NULL [CONSTRAINT df… DEFAULT …] [CONSTRAINT ck… CHECK (…)]`. Whether NULL may
 * stand in it is always said, since the session's settings decide it otherwise:
 * https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql
 */
export function columnDefinition(column: Column, dialect: Dialect, place: ColumnPlace = {}): string {
  const { name, type, nullable, default: value, identity } = column;
  const required = !nullable || identity !== undefined || place.inPrimaryKey === true;
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...identityWords(column),
    required ? 'NOT NULL' : 'NULL',
    ...(value === undefined
      ? []
      : [`${named('df', name, dialect, place)}DEFAULT ${writeDefault(value, type, dialect)}`]),
    // Else rows of before keep NULL, unlike in every other database.
    ...(value !== undefined && place.fillsRows && !required ? ['WITH VALUES'] : []),
    ...(type.type === 'enum' ? [`${named('ck', name, dialect, place)}${enumCheck(name, type, dialect)}`] : []),
  ];
  return parts.join(' ');
}

function named(kind: 'df' | 'ck', column: string, dialect: Dialect, { table }: ColumnPlace): string {
  return table ? `CONSTRAINT ${writeName(dialect, columnConstraintName(kind, table, column, dialect))} ` : '';
}

/** A literal as it is, an expression in parentheses. */
export const writeDefault = (value: Default, type: ColumnType | undefined, dialect: Dialect): string =>
  isFragment(value) ? `(${writeFragment(dialect, value)})` : writeLiteral(dialect, value, type);

export function enumCheck(column: string, type: ColumnType & { readonly type: 'enum' }, dialect: Dialect): string {
  const values = type.values.map((value) => writeLiteral(dialect, value, type));
  return `CHECK (${writeName(dialect, column)} IN (${values.join(', ')}))`;
}

/** https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql-identity-property */
function identityWords(column: Column): readonly string[] {
  const identity = checkedIdentity(column, canNumber);
  return identity ? [`IDENTITY(${identity.start ?? 1}, ${identity.increment ?? 1})`] : [];
}

const canNumber: CanNumber = (type) =>
  isWholeNumber(type) || (type.type === 'numeric' && type.scale === 0) || type.type === 'native';

/** `ALTER TABLE t ADD …`, without the word COLUMN. */
export const addColumn = ({ table, column }: AddColumn, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(
    `ALTER TABLE ${writeTable(dialect, table)} ADD ${columnDefinition(column, dialect, { table, fillsRows: true })}`,
  ),
  ...columnComments(table, [column], dialect),
];
