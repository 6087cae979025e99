import { readExpression } from '../../../dialects/read-default.ts';
import type { Index, IndexKey, IndexOptions } from '../../../schema/table-index.ts';
import { piecesOf } from '../../../sql/lex/pieces.ts';
import { nameOf } from '../../../sql/lex/unquote.ts';
import type { Of } from '../assemble.ts';
import { type Row, type Scope, grouped, known, maybe, someOf, text } from '../row.ts';
import { isTable, name, objectName } from './scope.ts';

type Options = NonNullable<IndexOptions['oracle']>;

/**
 * Indexes that no constraint uses, key by key; a key that is descending is kept as an expression.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_INDEXES.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_IND_COLUMNS.html,
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_IND_EXPRESSIONS.html
 */
export const indexesQuery = (scope: Scope): string => `
SELECT I.TABLE_OWNER AS "schema", I.TABLE_NAME AS "table", I.INDEX_NAME AS "name", I.UNIQUENESS AS "uniqueness",
  I.INDEX_TYPE AS "type", NULLIF(I.TABLESPACE_NAME, U.DEFAULT_TABLESPACE) AS "tablespace", I.COMPRESSION AS "compression",
  I.PREFIX_LENGTH AS "prefix", C.COLUMN_NAME AS "column", C.DESCEND AS "descend", E.COLUMN_EXPRESSION AS "expression"
FROM ALL_INDEXES I JOIN ALL_IND_COLUMNS C ON C.INDEX_OWNER = I.OWNER AND C.INDEX_NAME = I.INDEX_NAME
  LEFT JOIN ALL_IND_EXPRESSIONS E ON E.INDEX_OWNER = I.OWNER AND E.INDEX_NAME = I.INDEX_NAME
    AND E.COLUMN_POSITION = C.COLUMN_POSITION
  LEFT JOIN USER_USERS U ON U.USERNAME = I.OWNER
WHERE I.INDEX_TYPE IN ('NORMAL', 'NORMAL/REV', 'BITMAP', 'FUNCTION-BASED NORMAL', 'FUNCTION-BASED BITMAP')
  AND ${isTable('I.TABLE_OWNER', 'I.TABLE_NAME', scope)}
  AND NOT EXISTS (SELECT 1 FROM ALL_CONSTRAINTS K WHERE K.INDEX_NAME = I.INDEX_NAME
    AND NVL(K.INDEX_OWNER, K.OWNER) = I.OWNER AND K.CONSTRAINT_TYPE IN ('P', 'U'))
ORDER BY I.TABLE_OWNER, I.TABLE_NAME, I.INDEX_NAME, C.COLUMN_POSITION`;

export const indexesOf = (rows: readonly Row[], scope: Scope): readonly Of<Index>[] =>
  grouped(rows, 'schema', 'table', 'name').map((keys) => ({
    table: objectName(keys[0], scope, 'schema', 'table'),
    item: indexOf(keys),
  }));

function indexOf(keys: readonly [Row, ...Row[]]): Index {
  const [row] = keys;
  const isUnique = text(row, 'uniqueness') === 'UNIQUE';
  const oracle = someOf<Options>({
    bitmap: /\bBITMAP$/.test(text(row, 'type')) || undefined,
    compress: text(row, 'compression') === 'ENABLED' ? prefixOf(row, keys.length - (isUnique ? 1 : 0)) : undefined,
    tablespace: maybe(row, 'tablespace'),
  });
  return known<Index>({ name: name(row, 'name'), keys: keys.map(keyOf), unique: isUnique, on: oracle && { oracle } });
}

/** As many leading keys as there can be are what COMPRESS alone says. */
function prefixOf(row: Row, most: number): boolean | number {
  const prefix = Number(maybe(row, 'prefix') ?? most);
  return prefix === most ? true : prefix;
}

function keyOf(row: Row): IndexKey {
  const order = text(row, 'descend') === 'DESC' ? ({ order: 'desc' } as const) : {};
  const expression = maybe(row, 'expression');
  if (expression === undefined) return { column: name(row, 'column'), ...order };
  const [only, ...more] = piecesOf(expression, 'oracle');
  if (only?.kind === 'name' && more.length === 0) return { column: name({ column: nameOf(only) }, 'column'), ...order };
  return { expression: readExpression(expression, 'oracle'), ...order };
}
