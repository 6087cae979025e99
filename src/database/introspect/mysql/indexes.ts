import { readExpression } from '../../../dialects/read-default.ts';
import type { Constraint, ForeignKey } from '../../../schema/constraint.ts';
import type { ObjectName } from '../../../schema/name.ts';
import type { Index, IndexKey, MysqlIndexOptions } from '../../../schema/table-index.ts';
import type { Of } from '../assemble.ts';
import type { Source } from '../read.ts';
import { type Row, type Scope, flag, grouped, known, maybe, someOf, tableOf, text } from '../row.ts';
import { foreignKeysOf, foreignKeysQuery } from './constraints.ts';
import { type Server, expressionText, schemaList } from './scope.ts';

/**
 * Keys and indexes, column by column; MariaDB has none on expressions.
 * https://dev.mysql.com/doc/refman/8.4/en/information-schema-statistics-table.html,
 * https://mariadb.com/docs/server/reference/system-tables/information-schema/information-schema-statistics-table
 */
export const keysQuery =
  (server: Server) =>
  (scope: Scope): string => `
SELECT s.TABLE_SCHEMA AS \`schema\`, s.TABLE_NAME AS \`table\`, s.INDEX_NAME AS \`name\`, s.NON_UNIQUE = 0 AS \`unique\`,
  s.INDEX_TYPE AS \`type\`, s.COLUMN_NAME AS \`column\`, ${server === 'mysql' ? 's.EXPRESSION' : 'NULL'} AS \`expression\`,
  s.COLLATION = 'D' AS \`descending\`, s.SUB_PART AS \`length\`
FROM information_schema.STATISTICS s
WHERE s.TABLE_SCHEMA IN (${schemaList(scope)})
ORDER BY s.TABLE_SCHEMA, s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX`;

type Keys = readonly [Row, ...Row[]];

const keysOf = (rows: readonly Row[]): readonly Keys[] => grouped(rows, 'schema', 'table', 'name');

const isPlain = (row: Row): boolean => maybe(row, 'column') !== undefined && maybe(row, 'length') === undefined && !flag(row, 'descending');

/** A unique index of whole columns is the same as UNIQUE. */
const isConstraint = (keys: Keys): boolean => flag(keys[0], 'unique') && keys.every(isPlain);

const columnsOf = (keys: Keys): readonly string[] => keys.map((row) => text(row, 'column'));

export const keyConstraintsOf = (rows: readonly Row[], scope: Scope): readonly Of<Constraint>[] =>
  keysOf(rows)
    .filter(isConstraint)
    .map((keys) => {
      const name = text(keys[0], 'name');
      const columns = columnsOf(keys);
      const item: Constraint = name === 'PRIMARY' ? { kind: 'primaryKey', columns } : { kind: 'unique', name, columns };
      return { table: tableOf(keys[0], scope), item };
    });

/** Indexes, but for those that the server made for foreign keys. */
export const indexes =
  (server: Server): Source<Of<Index>> =>
  async (query, scope) => {
    const rows = await query(keysQuery(server)(scope));
    return indexesOf(server, rows, await query(foreignKeysQuery(scope)), scope);
  };

export function indexesOf(server: Server, rows: readonly Row[], foreignKeyRows: readonly Row[], scope: Scope): readonly Of<Index>[] {
  const made = new Set(foreignKeysOf(foreignKeyRows, scope).flatMap(({ table, item }) => madeFor(item).map((index) => idOf(table, index))));
  return keysOf(rows)
    .filter((keys) => !isConstraint(keys))
    .map((keys) => ({ table: tableOf(keys[0], scope), item: indexOf(keys, server) }))
    .filter(({ table, item }) => !made.has(idOf(table, item)));
}

const idOf = (table: ObjectName, { name, keys }: Pick<Index, 'name' | 'keys'>): string => JSON.stringify([table, name, keys]);

/**
 * The index for a foreign key has the key's name, or that of its first column:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
const madeFor = ({ name = '', columns }: ForeignKey): readonly Pick<Index, 'name' | 'keys'>[] =>
  [name, columns[0] ?? ''].map((each) => ({ name: each, keys: columns.map((column) => ({ column })) }));

function indexOf(keys: Keys, server: Server): Index {
  const [row] = keys;
  const type = text(row, 'type').toLowerCase();
  const isUnique = flag(row, 'unique');
  const options = someOf<MysqlIndexOptions>({
    kind: type === 'fulltext' || type === 'spatial' ? type : undefined,
    // MariaDB keeps long unique values by their hash, without being asked.
    using: type === 'hash' && !isUnique ? 'hash' : undefined,
  });
  return known<Index>({
    name: text(row, 'name'),
    keys: keys.map((key) => keyOf(key, server, type)),
    unique: isUnique,
    on: options && { [server]: options },
  });
}

function keyOf(row: Row, server: Server, type: string): IndexKey {
  const [expression, length] = [maybe(row, 'expression'), maybe(row, 'length')];
  const isPart = length !== undefined && type !== 'spatial';
  return {
    ...(expression === undefined
      ? { column: text(row, 'column') }
      : { expression: readExpression(expressionText(expression, server), server) }),
    ...(flag(row, 'descending') && { order: 'desc' }),
    ...(isPart && { on: { [server]: { length: Number(length) } } }),
  };
}
