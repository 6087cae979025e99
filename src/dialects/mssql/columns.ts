import type { Column, Default, TableName } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { columnConstraintName } from '../standard/column-constraints.ts';
import { type CanNumber, checkedIdentity, isWholeNumber } from '../standard/identity.ts';
import { writeFragment, writeLiteral, writeName, writeType } from '../write.ts';
import { collationWords } from './collation.ts';
import { computedColumn, isComputed } from './computed.ts';

export interface ColumnPlace {
  /** Where it is known, constraints on the column get a name. */
  readonly table?: TableName;
  readonly inPrimaryKey?: boolean;
  /** Rows that are there already get the default too. */
  readonly fillsRows?: boolean;
}

/**
 * `name type [COLLATE …] [IDENTITY(1, 1)] NULL | NOT NULL [CONSTRAINT df… DEFAULT …] [CONSTRAINT ck… CHECK (…)]`.
 * Whether NULL may stand in it is always said, since the session's settings decide it otherwise:
 * https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql
 */
export function columnDefinition(column: Column, dialect: Dialect, place: ColumnPlace = {}): string {
  const { name, type, nullable, default: value, identity } = column;
  const required = !nullable || identity !== undefined || place.inPrimaryKey === true;
  if (isComputed(column)) return computedColumn(column, required, dialect);
  const parts = [
    writeName(dialect, name),
    writeType(dialect, type),
    ...collationWords(column, dialect),
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

/**
 * A start and a step, and no more. The server gives every number, so that it is ALWAYS; an INSERT that gives its own
 * stands between SET IDENTITY_INSERT, whatever `always` says:
 * https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql-identity-property
 */
function identityWords(column: Column): readonly string[] {
  const identity = checkedIdentity(column, canNumber);
  if (!identity) return [];
  const { start = 1, increment = 1, minValue, maxValue, cycle, cache } = identity;
  const more = Object.entries({ minValue, maxValue, cycle: cycle || undefined, cache });
  const beyond = more.flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (beyond.length) {
    refuse(
      `IDENTITY of SQL Server has a start and an increment, and no ${beyond.join(', no ')}`,
      "Leave them out, or take the column's default from a sequence: createSequence(…) and default: nextValue(…).",
    );
  }
  return [`IDENTITY(${start}, ${increment})`];
}

const canNumber: CanNumber = (type) =>
  isWholeNumber(type) || (type.type === 'numeric' && type.scale === 0) || type.type === 'native';
