import { readExpression } from '../../../dialects/read-default.ts';
import type { Check, Constraint, PrimaryKey, Unique } from '../../../schema/constraint.ts';
import type { Of } from '../assemble.ts';
import { type Actions, foreignKeyOf } from '../foreign-keys.ts';
import { type Row, type Scope, flag, grouped, known, tableOf, text } from '../row.ts';
import { LISTS_VALUES } from './columns.ts';
import { TABLES, inScope } from './scope.ts';

/**
 * Primary and unique keys, column by column:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-key-constraints-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-index-columns-transact-sql
 */
export const keysQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], k.name AS [name], k.type AS [kind], c.name AS [column],
  CASE WHEN i.type = 1 THEN 1 ELSE 0 END AS [is_clustered]
FROM ${TABLES} JOIN sys.key_constraints k ON k.parent_object_id = t.object_id
  JOIN sys.indexes i ON i.object_id = t.object_id AND i.index_id = k.unique_index_id
  JOIN sys.index_columns x ON x.object_id = t.object_id AND x.index_id = i.index_id
  JOIN sys.columns c ON c.object_id = t.object_id AND c.column_id = x.column_id
WHERE ${inScope(scope)}
ORDER BY s.name, t.name, k.type, k.name, x.key_ordinal`;

export const keysOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  grouped(rows, 'schema', 'table', 'name').map((columns) => ({ table: tableOf(columns[0], scope), item: keyOf(columns) }));

/** A primary key is clustered and a unique constraint is not, unless they say otherwise. */
function keyOf(rows: readonly [Row, ...Row[]]): PrimaryKey | Unique {
  const [row] = rows;
  const kind = text(row, 'kind').trim() === 'PK' ? 'primaryKey' : 'unique';
  const clustered = flag(row, 'is_clustered');
  return known<PrimaryKey | Unique>({
    kind,
    name: text(row, 'name'),
    columns: rows.map((each) => text(each, 'column')),
    on: clustered === (kind === 'primaryKey') ? undefined : { mssql: { clustered } },
  });
}

/**
 * Foreign keys, column by column:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-foreign-keys-transact-sql,
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-foreign-key-columns-transact-sql
 */
export const foreignKeysQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], f.name AS [name], c.name AS [column], os.name AS [other_schema], o.name AS [other],
  oc.name AS [other_column], f.delete_referential_action_desc AS [on_delete], f.update_referential_action_desc AS [on_update],
  f.is_not_trusted AS [not_valid]
FROM ${TABLES} JOIN sys.foreign_keys f ON f.parent_object_id = t.object_id
  JOIN sys.foreign_key_columns x ON x.constraint_object_id = f.object_id
  JOIN sys.columns c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id
  JOIN sys.tables o ON o.object_id = f.referenced_object_id JOIN sys.schemas os ON os.schema_id = o.schema_id
  JOIN sys.columns oc ON oc.object_id = x.referenced_object_id AND oc.column_id = x.referenced_column_id
WHERE ${inScope(scope)}
ORDER BY s.name, t.name, f.name, x.constraint_column_id`;

const ACTIONS: Actions = {
  CASCADE: 'cascade',
  SET_NULL: 'setNull',
  SET_DEFAULT: 'setDefault',
};

const notValid = (row: Row): true | undefined => flag(row, 'not_valid') || undefined;

export const foreignKeysOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  grouped(rows, 'schema', 'table', 'name').map((columns) => {
    const [row] = columns;
    const isUnchecked = notValid(row);
    return { table: tableOf(row, scope), item: { ...foreignKeyOf(columns, scope, ACTIONS), ...(isUnchecked && { notValid: isUnchecked }) } };
  });

/**
 * Checks, but for the lists of enum columns:
 * https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-check-constraints-transact-sql
 */
export const checksQuery = (scope: Scope): string => `
SELECT s.name AS [schema], t.name AS [table], k.name AS [name], k.definition AS [expression], k.is_not_trusted AS [not_valid]
FROM ${TABLES} JOIN sys.check_constraints k ON k.parent_object_id = t.object_id
WHERE ${inScope(scope)}
  AND NOT EXISTS (SELECT 1 FROM sys.columns c WHERE c.object_id = t.object_id AND ${LISTS_VALUES})
ORDER BY s.name, t.name, k.name`;

export const checksOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  rows.map((row) => ({
    table: tableOf(row, scope),
    item: known<Check>({
      kind: 'check',
      name: text(row, 'name'),
      expression: readExpression(text(row, 'expression'), 'mssql'),
      notValid: notValid(row),
    }),
  }));
