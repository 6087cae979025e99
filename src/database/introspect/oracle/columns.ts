import { readDefault, readExpression } from '../../../dialects/read-default.ts';
import { readType } from '../../../dialects/read-type.ts';
import type { Column, Default, Identity } from '../../../schema/table.ts';
import { nextValue } from '../../../sql/fragment.ts';
import { piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import { type ColumnType, types } from '../../../sql/types.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, maybe } from '../row.ts';
import { listedValues } from '../value-list.ts';
import { isTable, name, objectName, tableName } from './scope.ts';
import { identityOptions } from './sequence-options.ts';
import { typeText } from './type-text.ts';

/** The check that belongs to a type has a name made of the table's and the column's. */
export const OF_TYPE = `K.CONSTRAINT_TYPE = 'C' AND UPPER(K.CONSTRAINT_NAME) = UPPER('ck_' || C.TABLE_NAME || '__' || C.COLUMN_NAME)`;

/**
 * Columns; hidden ones are of the server's own making. DATA_DEFAULT is the expression of a virtual column as well.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_COLS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TAB_IDENTITY_COLS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_COL_COMMENTS.html
 */
export const columnsQuery = (scope: Scope): string => `
SELECT C.OWNER AS "schema", C.TABLE_NAME AS "table", C.COLUMN_NAME AS "name", C.DATA_TYPE AS "type",
  C.DATA_TYPE_OWNER AS "type_schema", C.DATA_LENGTH AS "bytes", C.CHAR_LENGTH AS "characters", C.CHAR_USED AS "unit",
  C.DATA_PRECISION AS "precision", C.DATA_SCALE AS "scale", C.NULLABLE AS "nullable", C.DATA_DEFAULT AS "expression",
  C.VIRTUAL_COLUMN AS "is_virtual", I.GENERATION_TYPE AS "identity", I.IDENTITY_OPTIONS AS "options",
  C.DEFAULT_ON_NULL AS "on_null", NULLIF(C.COLLATION, 'USING_NLS_COMP') AS "collation", M.COMMENTS AS "comment",
  (SELECT K.SEARCH_CONDITION_VC FROM ALL_CONSTRAINTS K
    WHERE K.OWNER = C.OWNER AND K.TABLE_NAME = C.TABLE_NAME AND ${OF_TYPE}) AS "type_check"
FROM ALL_TAB_COLS C
  LEFT JOIN ALL_TAB_IDENTITY_COLS I ON I.OWNER = C.OWNER AND I.TABLE_NAME = C.TABLE_NAME AND I.COLUMN_NAME = C.COLUMN_NAME
  LEFT JOIN ALL_COL_COMMENTS M ON M.OWNER = C.OWNER AND M.TABLE_NAME = C.TABLE_NAME AND M.COLUMN_NAME = C.COLUMN_NAME
WHERE C.HIDDEN_COLUMN = 'NO' AND ${isTable('C.OWNER', 'C.TABLE_NAME', scope)}
ORDER BY C.OWNER, C.TABLE_NAME, C.COLUMN_ID`;

export const columnsOf = (rows: readonly Row[], scope: Scope): readonly Of<Column>[] =>
  rows.map((row) => ({ table: tableName(row, scope), item: columnOf(row, scope) }));

function columnOf(row: Row, scope: Scope): Column {
  const type = typeOf(row);
  const identity = identityOf(row);
  const expression = maybe(row, 'expression');
  const isVirtual = flag(row, 'is_virtual') && expression !== undefined;
  return known<Column>({
    name: name(row, 'name'),
    type,
    nullable: flag(row, 'nullable'),
    default: expression === undefined || identity || isVirtual ? undefined : defaultOf(expression, type, row, scope),
    identity,
    generated: isVirtual ? { expression: readExpression(expression, 'oracle'), stored: false } : undefined,
    collation: maybe(row, 'collation'),
    comment: maybe(row, 'comment'),
    on: identity && flag(row, 'on_null') ? { oracle: { onNull: true } } : undefined,
  });
}

/** What only a check tells: `IS JSON`, or a list of values. */
function typeOf(row: Row): ColumnType {
  const check = maybe(row, 'type_check') ?? '';
  if (/\bIS\s+JSON$/i.test(check)) return types.json();
  const values = listedValues(check, name(row, 'name'), 'oracle');
  if (values) return types.enum(`ck_${name(row, 'table')}__${name(row, 'name')}`, values);
  return readType(typeText(row), 'oracle');
}

/** `"APP"."ORDER_NUMBER"."NEXTVAL"` */
function defaultOf(expression: string, type: ColumnType, row: Row, scope: Scope): Default | undefined {
  const pieces = piecesOf(expression, 'oracle');
  const path = pieces.filter((_, index) => index % 2 === 0).map(nameOf);
  const isPath = pieces.length > 2 && pieces.every(({ text }, index) => (index % 2 === 1) === (text === '.'));
  const [sequence, schema] = path.slice(0, -1).reverse();
  if (!isPath || path.at(-1)?.toUpperCase() !== 'NEXTVAL' || sequence === undefined) return readDefault(expression, type, 'oracle');
  return nextValue(objectName({ schema: schema ?? row['schema'], name: sequence }, scope));
}

function identityOf(row: Row): Identity | undefined {
  const kind = maybe(row, 'identity');
  if (kind === undefined) return undefined;
  return { ...(kind === 'ALWAYS' && { always: true }), ...identityOptions(maybe(row, 'options') ?? '') };
}
