import { readExpression } from '../../../dialects/read-default.ts';
import type {
  Check, Constraint, Deferrability, Exclusion, ExclusionElement, ForeignKey, PrimaryKey, ReferentialAction, Unique,
} from '../../../schema/constraint.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, list, maybe, nameIn, tableOf, text } from '../row.ts';
import { schemaList } from './scope.ts';

const attributes = (table: string, numbers: string): string =>
  `(SELECT json_agg(attname ORDER BY k.place) FROM unnest(${numbers}) WITH ORDINALITY k(number, place)
    JOIN pg_attribute ON attrelid = ${table} AND attnum = k.number)`;

/**
 * Constraints, those that a partition or a child has of its parent not among them. What came with a later version is
 * asked of the row as JSON, which has no column that is not there.
 * https://www.postgresql.org/docs/current/catalog-pg-constraint.html
 */
export const constraintsQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS "table", o.conname AS name, o.contype AS kind,
  ${attributes('o.conrelid', 'o.conkey')} AS columns, fn.nspname AS other_schema, f.relname AS other,
  ${attributes('o.confrelid', 'o.confkey')} AS other_columns, o.confdeltype AS on_delete, o.confupdtype AS on_update,
  o.confmatchtype AS match, o.condeferrable AS deferrable, o.condeferred AS deferred, o.convalidated AS valid,
  pg_get_expr(o.conbin, o.conrelid, true) AS expression, am.amname AS method, pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
  (SELECT json_agg(attname ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
    JOIN pg_attribute ON attrelid = o.conrelid AND attnum = k.number WHERE k.place > i.indnkeyatts) AS included,
  to_jsonb(i) ->> 'indnullsnotdistinct' AS nulls_not_distinct,
  (SELECT json_agg(json_build_object('column', a.attname, 'operator', op.oprname,
      'expression', CASE WHEN a.attname IS NULL THEN pg_get_indexdef(i.indexrelid, e.place::int, true) END,
      'opclass', CASE WHEN NOT oc.opcdefault THEN oc.opcname END) ORDER BY e.place)
    FROM unnest(o.conexclop, i.indclass::oid[]) WITH ORDINALITY e(operator, class, place)
    JOIN pg_operator op ON op.oid = e.operator JOIN pg_opclass oc ON oc.oid = e.class
    LEFT JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = o.conkey[e.place] AND a.attnum > 0) AS elements
FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class f ON f.oid = o.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
  LEFT JOIN pg_index i ON i.indexrelid = o.conindid AND o.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_class x ON x.oid = i.indexrelid LEFT JOIN pg_am am ON am.oid = x.relam
WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND o.conislocal AND o.conparentid = 0 AND c.relkind IN ('r', 'p')
  AND n.nspname IN (${schemaList(scope)})
ORDER BY n.nspname, c.relname, position(o.contype::text IN 'pufcx'), o.conname`;

export const constraintsOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  rows.map((row) => ({ table: tableOf(row, scope), item: constraintOf(row, scope) }));

function constraintOf(row: Row, scope: Scope): Constraint {
  switch (text(row, 'kind')) {
    case 'p':
      return known<PrimaryKey>({ kind: 'primaryKey', name: text(row, 'name'), columns: list(row, 'columns'), ...deferrability(row) });
    case 'u':
      return uniqueOf(row);
    case 'f':
      return foreignKeyOf(row, scope);
    case 'c':
      return checkOf(row);
    default:
      return exclusionOf(row);
  }
}

const deferrability = (row: Row): Deferrability => ({
  ...(flag(row, 'deferrable') && { deferrable: true }),
  ...(flag(row, 'deferred') && { initially: 'deferred' as const }),
});

function uniqueOf(row: Row): Unique {
  const include = list(row, 'included');
  return known<Unique>({
    kind: 'unique',
    name: text(row, 'name'),
    columns: list(row, 'columns'),
    nullsNotDistinct: flag(row, 'nulls_not_distinct') || undefined,
    on: include.length ? { postgresql: { include } } : undefined,
    ...deferrability(row),
  });
}

const ACTIONS: { readonly [letter: string]: ReferentialAction } = {
  r: 'restrict',
  c: 'cascade',
  n: 'setNull',
  d: 'setDefault',
};

const notValid = (row: Row): true | undefined => (flag(row, 'valid') ? undefined : true);

const foreignKeyOf = (row: Row, scope: Scope): ForeignKey =>
  known<ForeignKey>({
    kind: 'foreignKey',
    name: text(row, 'name'),
    columns: list(row, 'columns'),
    references: {
      table: nameIn(scope, text(row, 'other_schema'), text(row, 'other')),
      columns: list(row, 'other_columns'),
    },
    onDelete: ACTIONS[text(row, 'on_delete')],
    onUpdate: ACTIONS[text(row, 'on_update')],
    match: text(row, 'match') === 'f' ? 'full' : undefined,
    notValid: notValid(row),
    ...deferrability(row),
  });

const checkOf = (row: Row): Check =>
  known<Check>({
    kind: 'check',
    name: text(row, 'name'),
    expression: readExpression(text(row, 'expression'), 'postgresql'),
    notValid: notValid(row),
  });

interface ElementRow {
  readonly column: string | null;
  readonly expression: string | null;
  readonly operator: string;
  readonly opclass: string | null;
}

function exclusionOf(row: Row): Exclusion {
  const method = text(row, 'method');
  const where = maybe(row, 'predicate');
  return known<Exclusion>({
    kind: 'exclusion',
    name: text(row, 'name'),
    elements: list<ElementRow>(row, 'elements').map(elementOf),
    using: method === 'gist' ? undefined : method,
    where: where === undefined ? undefined : readExpression(where, 'postgresql'),
    ...deferrability(row),
  });
}

const elementOf = ({ column, expression, operator, opclass }: ElementRow): ExclusionElement => ({
  ...(column === null ? { expression: readExpression(expression ?? '', 'postgresql') } : { column }),
  operator,
  ...(opclass !== null && { opclass }),
});
