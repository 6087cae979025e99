import { readDefault, readExpression } from '../../../dialects/read-default.ts';
import { readType } from '../../../dialects/read-type.ts';
import type { Column } from '../../../schema/table.ts';
import { type ColumnType, types } from '../../../sql/types.ts';
import type { Of } from '../assemble.ts';
import { type Row, flag, grouped, known, maybe, text } from '../row.ts';
import { TABLES } from './tables.ts';
import { type ColumnText, readTableText } from './table-text.ts';

/**
 * Columns, computed ones among them, with the text of their table: https://www.sqlite.org/pragma.html#pragma_table_xinfo
 */
export const columnsQuery = (): string => `
SELECT t.name AS "table", c.name AS name, c.type AS type, c."notnull" AS required, c.dflt_value AS expression,
  c.pk = 1 AND NOT t.wr AND (SELECT count(*) FROM pragma_table_info(t.name) WHERE pk) = 1 AS is_key,
  (SELECT sql FROM sqlite_schema s WHERE s.type = 'table' AND s.name = t.name) AS sql
FROM (SELECT * FROM ${TABLES}) t, pragma_table_xinfo(t.name) c
WHERE c.hidden <> 1
ORDER BY t.name, c.cid`;

export const columnsOf = (rows: readonly Row[]): readonly Of<Column>[] =>
  grouped(rows, 'table').flatMap((group) => {
    const { columns } = readTableText(text(group[0], 'sql'));
    const table = { name: text(group[0], 'table') };
    return group.map((row) => ({ table, item: columnOf(row, columns.get(text(row, 'name').toLowerCase()) ?? {}) }));
  });

function columnOf(row: Row, { collation, generated, enum: list }: ColumnText): Column {
  const type = list ? types.enum(list.name, list.values) : readType(text(row, 'type'), 'sqlite');
  const expression = maybe(row, 'expression');
  const isNumbered = flag(row, 'is_key') && isRowid(type);
  return known<Column>({
    name: text(row, 'name'),
    type,
    nullable: !flag(row, 'required') && !isNumbered,
    default: expression === undefined || generated ? undefined : readDefault(expression, type, 'sqlite'),
    identity: isNumbered ? {} : undefined,
    generated: generated && {
      expression: readExpression(generated.expression, 'sqlite'),
      stored: generated.stored,
    },
    collation: collation?.toUpperCase() === 'BINARY' ? undefined : collation,
  });
}

/** Exactly INTEGER PRIMARY KEY is the number of the row: https://www.sqlite.org/lang_createtable.html#rowid */
const isRowid = ({ type }: ColumnType): boolean => type === 'integer';
