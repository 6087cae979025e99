import { readDefault, readExpression } from '../../../dialects/read-default.ts';
import { readType } from '../../../dialects/read-type.ts';
import type { Column, Default, Identity } from '../../../schema/table.ts';
import { nextValue } from '../../../sql/fragment.ts';
import { type ColumnType, types } from '../../../sql/types.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, list, maybe, nameIn, tableOf, text } from '../row.ts';
import { schemaList } from './scope.ts';
import { SEQUENCE_COLUMNS, sequenceOptions } from './sequence-options.ts';

/**
 * Columns of tables, those that are inherited not among them. `serial` says that the default counts a sequence that
 * belongs to the column. https://www.postgresql.org/docs/current/catalog-pg-attribute.html,
 * https://www.postgresql.org/docs/current/catalog-pg-depend.html
 */
export const columnsQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
  a.attnotnull AS required, pg_get_expr(d.adbin, d.adrelid, true) AS expression, a.attgenerated AS generated,
  a.attidentity AS identity, CASE WHEN a.attcollation <> t.typcollation THEN o.collname END AS collation,
  col_description(c.oid, a.attnum) AS comment, CASE WHEN t.typtype = 'e' THEN t.typname END AS enum,
  tn.nspname AS enum_schema,
  (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS enum_values,
  ${SEQUENCE_COLUMNS}, sn.nspname AS sequence_schema, sc.relname AS sequence, own.deptype = 'a' AS serial
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace tn ON tn.oid = t.typnamespace
  LEFT JOIN pg_collation o ON o.oid = a.attcollation
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN LATERAL (SELECT refobjid FROM pg_depend JOIN pg_class k ON k.oid = refobjid AND k.relkind = 'S'
    WHERE classid = 'pg_attrdef'::regclass AND objid = d.oid AND refclassid = 'pg_class'::regclass LIMIT 1) uses ON true
  LEFT JOIN pg_depend own ON own.classid = 'pg_class'::regclass AND own.refclassid = 'pg_class'::regclass
    AND own.refobjid = a.attrelid AND own.refobjsubid = a.attnum
    AND (own.deptype = 'i' AND a.attidentity <> '' OR own.deptype = 'a' AND own.objid = uses.refobjid)
    AND EXISTS (SELECT FROM pg_class k WHERE k.oid = own.objid AND k.relkind = 'S')
  LEFT JOIN pg_class sc ON sc.oid = coalesce(own.objid, uses.refobjid)
  LEFT JOIN pg_namespace sn ON sn.oid = sc.relnamespace LEFT JOIN pg_sequence s ON s.seqrelid = sc.oid
WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal AND n.nspname IN (${schemaList(scope)})
ORDER BY n.nspname, c.relname, a.attnum`;

const SERIALS: { readonly [type: string]: string } = { smallint: 'SMALLSERIAL', integer: 'SERIAL', bigint: 'BIGSERIAL' };

export const columnsOf = (rows: readonly Row[], scope: Scope): readonly Of<Column>[] =>
  rows.map((row) => ({ table: tableOf(row, scope), item: columnOf(row, scope) }));

function columnOf(row: Row, scope: Scope): Column {
  const type = typeOf(row, scope);
  const serial = flag(row, 'serial') && isNextValue(row) ? SERIALS[type.type] : undefined;
  const generated = maybe(row, 'generated') ?? '';
  const expression = maybe(row, 'expression');
  return known<Column>({
    name: text(row, 'name'),
    type: serial === undefined ? type : types.native(serial),
    nullable: !flag(row, 'required'),
    default: serial === undefined && generated === '' && expression !== undefined ? defaultOf(row, type, scope) : undefined,
    identity: identityOf(row),
    generated:
      generated === '' || expression === undefined
        ? undefined
        : { expression: readExpression(expression, 'postgresql'), stored: generated === 's' },
    collation: maybe(row, 'collation'),
    comment: maybe(row, 'comment'),
  });
}

function typeOf(row: Row, scope: Scope): ColumnType {
  const name = maybe(row, 'enum');
  if (name === undefined) return readType(text(row, 'type'), 'postgresql');
  const { schema } = nameIn(scope, text(row, 'enum_schema'), name);
  return types.enum(name, list(row, 'enum_values'), schema === undefined ? {} : { schema });
}

const isNextValue = (row: Row): boolean => /^nextval\('(?:[^']|'')*'::regclass\)$/.test(maybe(row, 'expression') ?? '');

const defaultOf = (row: Row, type: ColumnType, scope: Scope): Default | undefined =>
  isNextValue(row) && maybe(row, 'sequence') !== undefined
    ? nextValue(nameIn(scope, text(row, 'sequence_schema'), text(row, 'sequence')))
    : readDefault(text(row, 'expression'), type, 'postgresql');

function identityOf(row: Row): Identity | undefined {
  const kind = maybe(row, 'identity') ?? '';
  return kind === '' ? undefined : { ...(kind === 'a' && { always: true }), ...sequenceOptions(row) };
}
