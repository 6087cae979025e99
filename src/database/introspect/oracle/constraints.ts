import { readExpression } from '../../../dialects/read-default.ts';
import type { Constraint, Deferrability, ReferentialAction } from '../../../schema/constraint.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, grouped, known, maybe, text } from '../row.ts';
import { OF_TYPE } from './columns.ts';
import { isTable, name, objectName, tableName } from './scope.ts';

/**
 * Constraints, column by column, but for NOT NULL and what belongs to a type. A name that the server made is none.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_CONSTRAINTS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_CONS_COLUMNS.html
 */
export const constraintsQuery = (scope: Scope): string => `
SELECT O.OWNER AS "schema", O.TABLE_NAME AS "table", O.CONSTRAINT_NAME AS "id", O.CONSTRAINT_TYPE AS "kind",
  DECODE(O.GENERATED, 'USER NAME', O.CONSTRAINT_NAME) AS "name", X.COLUMN_NAME AS "column",
  R.OWNER AS "other_schema", R.TABLE_NAME AS "other", R.COLUMN_NAME AS "other_column", O.DELETE_RULE AS "on_delete",
  O.DEFERRABLE AS "deferrable", O.DEFERRED AS "deferred", O.VALIDATED AS "validated", O.SEARCH_CONDITION_VC AS "expression"
FROM ALL_CONSTRAINTS O
  LEFT JOIN ALL_CONS_COLUMNS X ON X.OWNER = O.OWNER AND X.CONSTRAINT_NAME = O.CONSTRAINT_NAME
  LEFT JOIN ALL_CONS_COLUMNS R ON R.OWNER = O.R_OWNER AND R.CONSTRAINT_NAME = O.R_CONSTRAINT_NAME AND R.POSITION = X.POSITION
WHERE O.CONSTRAINT_TYPE IN ('P', 'U', 'R', 'C') AND ${isTable('O.OWNER', 'O.TABLE_NAME', scope)}
  AND NOT EXISTS (SELECT 1 FROM ALL_TAB_COLS C JOIN ALL_CONSTRAINTS K ON K.OWNER = C.OWNER AND K.TABLE_NAME = C.TABLE_NAME
    WHERE K.OWNER = O.OWNER AND K.CONSTRAINT_NAME = O.CONSTRAINT_NAME AND ${OF_TYPE})
ORDER BY O.OWNER, O.TABLE_NAME, O.CONSTRAINT_TYPE, O.CONSTRAINT_NAME, X.POSITION`;

const NOT_NULL = /^"(?:[^"])+" IS NOT NULL$/;

/** NOT NULL is kept as a check under a name of the server's. */
const isNotNull = (row: Row): boolean => maybe(row, 'name') === undefined && NOT_NULL.test(maybe(row, 'expression') ?? '');

export const constraintsOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  grouped(rows.filter((row) => !isNotNull(row)), 'schema', 'id').map((columns) => ({
    table: tableName(columns[0], scope),
    item: constraintOf(columns, scope),
  }));

const ACTIONS: { readonly [rule: string]: ReferentialAction } = { CASCADE: 'cascade', 'SET NULL': 'setNull' };

function constraintOf(rows: readonly [Row, ...Row[]], scope: Scope): Constraint {
  const [row] = rows;
  const common = { name: maybe(row, 'name') === undefined ? undefined : name(row, 'name'), ...deferrability(row) };
  const columns = (column: string): readonly string[] => rows.map((each) => name(each, column));
  const notValid = text(row, 'validated') === 'NOT VALIDATED' || undefined;
  switch (text(row, 'kind')) {
    case 'P':
      return known<Constraint>({ kind: 'primaryKey', columns: columns('column'), ...common });
    case 'U':
      return known<Constraint>({ kind: 'unique', columns: columns('column'), ...common });
    case 'R':
      return known<Constraint>({
        kind: 'foreignKey',
        columns: columns('column'),
        references: { table: objectName(row, scope, 'other_schema', 'other'), columns: columns('other_column') },
        onDelete: ACTIONS[text(row, 'on_delete')],
        notValid,
        ...common,
      });
    default:
      return known<Constraint>({ kind: 'check', expression: readExpression(text(row, 'expression'), 'oracle'), notValid, ...common });
  }
}

const deferrability = (row: Row): Deferrability => ({
  ...(text(row, 'deferrable') === 'DEFERRABLE' && { deferrable: true }),
  ...(text(row, 'deferred') === 'DEFERRED' && { initially: 'deferred' as const }),
});
