import type { Trigger, View } from '../../../schema/object.ts';
import { raw } from '../../../sql/fragment.ts';
import { behindName, viewText } from '../definition-text.ts';
import { type Row, text } from '../row.ts';

/** Their texts in the order in which they were made: https://www.sqlite.org/schematab.html */
const query = (type: string) => (): string =>
  `SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = '${type}' ORDER BY rowid`;

export const viewsQuery = query('view');
export const triggersQuery = query('trigger');

const definitionOf = (row: Row): string => behindName(text(row, 'sql'), 'sqlite');

export const viewsOf = (rows: readonly Row[]): readonly View[] =>
  rows.map((row) => {
    const { query: sql, columns } = viewText(definitionOf(row), 'sqlite');
    return { kind: 'view', name: { name: text(row, 'name') }, query: raw(sql), ...(columns && { columns }) };
  });

export const triggersOf = (rows: readonly Row[]): readonly Trigger[] =>
  rows.map((row) => ({
    kind: 'trigger',
    name: { name: text(row, 'name') },
    table: { name: text(row, 'table') },
    definition: raw(definitionOf(row)),
  }));
