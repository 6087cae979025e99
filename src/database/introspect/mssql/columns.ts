import { readDefault, readExpression } from '../../../dialects/read-default.ts';
import { readType } from '../../../dialects/read-type.ts';
import type { Column, Default, Identity } from '../../../schema/table.ts';
import { nextValue } from '../../../sql/fragment.ts';
import { piecesOf, withoutParentheses } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import { type ColumnType, types } from '../../../sql/types.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, maybe, nameIn, someOf, tableOf, text } from '../row.ts';
import { listedValues } from '../value-list.ts';
import { TABLES, commentOf, inScope } from './scope.ts';
import { typeText } from './type-text.ts';

/** The check that lists an enum column's values has a name made of the table's and the column's. */
export const LISTS_VALUES =
  "k.parent_object_id = t.object_id AND k.parent_column_id = c.column_id AND k.name = CONCAT(N'ck_', t.name, N'__', c.name)";

/**
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-columns-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-default-constraints-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-computed-columns-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-identity-columns-transact-sql
 */
export const columnsQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], c.name AS [name], y.name AS [type], y.is_user_defined AS [is_own_type],
  ys.name AS [type_schema], c.max_length AS [bytes], c.[precision] AS [precision], c.[scale] AS [scale], c.is_nullable AS [nullable],
  d.definition AS [expression], g.definition AS [computed], g.is_persisted AS [stored], c.is_identity AS [is_identity],
  CAST(i.seed_value AS varchar(40)) AS [start], CAST(i.increment_value AS varchar(40)) AS [increment],
  NULLIF(c.collation_name, CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS sysname)) AS [collation],
  ${commentOf('c.column_id')} AS [comment],
  (SELECT k.definition FROM sys.check_constraints k WHERE ${LISTS_VALUES}) AS [value_list]
FROM ${TABLES} JOIN sys.columns c ON c.object_id = t.object_id
  JOIN sys.types y ON y.user_type_id = c.user_type_id JOIN sys.schemas ys ON ys.schema_id = y.schema_id
  LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
  LEFT JOIN sys.computed_columns g ON g.object_id = c.object_id AND g.column_id = c.column_id
  LEFT JOIN sys.identity_columns i ON i.object_id = c.object_id AND i.column_id = c.column_id
WHERE ${inScope(scope)}
ORDER BY s.name, t.name, c.column_id`;

export const columnsOf = (rows: readonly Row[], scope: Scope): readonly Of<Column>[] =>
  rows.map((row) => ({ table: tableOf(row, scope), item: columnOf(row, scope) }));

function columnOf(row: Row, scope: Scope): Column {
  const type = typeOf(row);
  const [expression, computed] = [maybe(row, 'expression'), maybe(row, 'computed')];
  const stored = flag(row, 'stored');
  return known<Column>({
    name: text(row, 'name'),
    type,
    // What is computed when it is read says nothing of NULL.
    nullable: flag(row, 'nullable') || (computed !== undefined && !stored),
    default: expression === undefined ? undefined : defaultOf(expression, type, scope),
    identity: flag(row, 'is_identity') ? identityOf(row) : undefined,
    generated: computed === undefined ? undefined : { expression: readExpression(computed, 'mssql'), stored },
    collation: maybe(row, 'collation'),
    comment: maybe(row, 'comment'),
  });
}

function typeOf(row: Row): ColumnType {
  const list = maybe(row, 'value_list');
  const values = list === undefined ? undefined : listedValues(list, text(row, 'name'), 'mssql');
  if (values) return types.enum(`ck_${text(row, 'table')}__${text(row, 'name')}`, values);
  return readType(typeText(row), 'mssql');
}

/** `(NEXT VALUE FOR [app].[order_number])` */
function defaultOf(expression: string, type: ColumnType, scope: Scope): Default | undefined {
  const pieces = piecesOf(withoutParentheses(expression, 'mssql'), 'mssql');
  const [first, second, third, ...names] = pieces;
  const isNext = [first, second, third].map((piece) => piece?.text.toUpperCase()).join(' ') === 'NEXT VALUE FOR';
  const [one, , other] = names;
  if (!isNext || !one) return readDefault(expression, type, 'mssql');
  return nextValue(other ? nameIn(scope, nameOf(one), nameOf(other)) : { name: nameOf(one) });
}

function identityOf(row: Row): Identity {
  const beyond = (column: string): number | undefined => {
    const number = Number(text(row, column));
    return number === 1 ? undefined : number;
  };
  return someOf<Identity>({ start: beyond('start'), increment: beyond('increment') }) ?? {};
}
