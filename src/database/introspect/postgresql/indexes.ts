import { readExpression } from '../../../dialects/read-default.ts';
import type { Index, IndexKey, IndexOptions } from '../../../schema/table-index.ts';
import { type Piece, outside, piecesOf, splitAt } from '../../../sql/lex/pieces.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, flag, known, list, maybe, someOf, tableOf, text } from '../row.ts';
import { schemaList } from './scope.ts';
import { parametersOf } from './tables.ts';

/**
 * Indexes that no constraint made, and no partitioned table's index made in its partitions. `indoption` has a bit for
 * DESC and one for NULLS FIRST; only the definition tells a collation that was said from one that a key has anyway.
 * https://www.postgresql.org/docs/current/catalog-pg-index.html
 */
export const indexesQuery = (scope: Scope): string => `
SELECT n.nspname AS "schema", c.relname AS "table", x.relname AS name, i.indisunique AS "unique", am.amname AS method,
  pg_get_expr(i.indpred, i.indrelid, true) AS predicate, to_json(x.reloptions) AS options, ts.spcname AS tablespace,
  to_jsonb(i) ->> 'indnullsnotdistinct' AS nulls_not_distinct, pg_get_indexdef(i.indexrelid) AS definition,
  (SELECT json_agg(json_build_object('column', a.attname, 'included', k.place > i.indnkeyatts,
      'expression', CASE WHEN k.number = 0 THEN pg_get_indexdef(i.indexrelid, k.place::int, true) END,
      'descending', i.indoption[k.place - 1] & 1 = 1, 'nulls_first', i.indoption[k.place - 1] & 2 = 2,
      'opclass', CASE WHEN NOT oc.opcdefault THEN oc.opcname END, 'collation', kc.collname) ORDER BY k.place)
    FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND k.number > 0
    LEFT JOIN pg_opclass oc ON oc.oid = i.indclass[k.place - 1]
    LEFT JOIN pg_collation kc ON kc.oid = i.indcollation[k.place - 1]) AS keys
FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am am ON am.oid = x.relam
  LEFT JOIN pg_tablespace ts ON ts.oid = x.reltablespace
WHERE n.nspname IN (${schemaList(scope)}) AND c.relkind IN ('r', 'p') AND NOT x.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
ORDER BY n.nspname, c.relname, x.relname`;

interface KeyRow {
  readonly column: string | null;
  readonly included: boolean;
  readonly expression: string | null;
  readonly descending: boolean | null;
  readonly nulls_first: boolean | null;
  readonly opclass: string | null;
  readonly collation: string | null;
}

export const indexesOf = (rows: readonly Row[], scope: Scope): readonly Of<Index>[] =>
  rows.map((row) => ({ table: tableOf(row, scope), item: indexOf(row) }));

function indexOf(row: Row): Index {
  const keys = list<KeyRow>(row, 'keys');
  const include = keys.flatMap(({ included, column }) => (included && column !== null ? [column] : []));
  const where = maybe(row, 'predicate');
  const postgresql = optionsOf(row);
  const written = keyTexts(text(row, 'definition'));
  return known<Index>({
    name: text(row, 'name'),
    keys: keys.filter(({ included }) => !included).map((key, place) => keyOf(key, written[place] ?? [])),
    unique: flag(row, 'unique'),
    where: where === undefined ? undefined : readExpression(where, 'postgresql'),
    include: include.length ? include : undefined,
    nullsNotDistinct: flag(row, 'nulls_not_distinct') || undefined,
    on: postgresql && { postgresql },
  });
}

/** What the definition says of each key. */
function keyTexts(definition: string): readonly (readonly Piece[])[] {
  const pieces = piecesOf(definition, 'postgresql');
  return splitAt(pieces, pieces.findIndex(({ text: written }) => written === '('));
}

/** Not within the parentheses of an expression. */
const isCollated = (pieces: readonly Piece[]): boolean => outside(pieces).some(({ text: word }) => word === 'COLLATE');

function keyOf({ column, expression, descending, nulls_first, opclass, collation }: KeyRow, pieces: readonly Piece[]): IndexKey {
  const [isDescending, isNullsFirst] = [descending === true, nulls_first === true];
  return {
    ...(column === null ? { expression: readExpression(expression ?? '', 'postgresql') } : { column }),
    ...(isDescending && { order: 'desc' }),
    // NULLs are larger than all values, unless said otherwise.
    ...(isNullsFirst !== isDescending && { nulls: isNullsFirst ? 'first' : 'last' }),
    ...(collation !== null && isCollated(pieces) && { collation }),
    ...(opclass !== null && { on: { postgresql: { opclass } } }),
  };
}

function optionsOf(row: Row): IndexOptions['postgresql'] {
  const method = text(row, 'method');
  return someOf<NonNullable<IndexOptions['postgresql']>>({
    using: method === 'btree' ? undefined : method,
    with: parametersOf(list(row, 'options')),
    tablespace: maybe(row, 'tablespace'),
  });
}
