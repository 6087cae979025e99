import type { Constraint } from '../../../schema/constraint.ts';
import type { Of } from '../assemble.ts';
import { type Row, list, text } from '../row.ts';
import { TABLES } from './tables.ts';
import { readTableText } from './table-text.ts';

/** Constraints stand in the text of their table alone; names in it may be in letters of another case. */
export const constraintsQuery = (): string => `
SELECT t.name AS "table", s.sql AS sql, (SELECT json_group_array(name) FROM pragma_table_xinfo(t.name)) AS columns,
  (SELECT json_group_array(name) FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk ORDER BY pk)) AS "key"
FROM (SELECT * FROM ${TABLES}) t JOIN sqlite_schema s ON s.type = 'table' AND s.name = t.name
ORDER BY t.name`;

interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export function constraintsOf(rows: readonly Row[]): readonly Of<Constraint>[] {
  const shapes = rows.map((row): Shape => ({ name: text(row, 'table'), columns: list(row, 'columns'), key: list(row, 'key') }));
  const byName = new Map(shapes.map((shape) => [shape.name.toLowerCase(), shape]));
  return rows.flatMap((row) => {
    const table = { name: text(row, 'table') };
    const { constraints } = readTableText(text(row, 'sql'));
    return constraints.map((item) => ({ table, item: asDeclared(item, byName.get(table.name.toLowerCase()), byName) }));
  });
}

/** Without columns, a foreign key references the primary key: https://www.sqlite.org/foreignkeys.html#fk_composite */
function asDeclared(constraint: Constraint, own: Shape | undefined, shapes: ReadonlyMap<string, Shape>): Constraint {
  if (!('columns' in constraint)) return constraint;
  const columns = namesIn(own, constraint.columns);
  if (constraint.kind !== 'foreignKey') return { ...constraint, columns };
  const { table, columns: named } = constraint.references;
  const other = shapes.get(table.name.toLowerCase());
  const referenced = named.length ? namesIn(other, named) : (other?.key ?? []);
  return { ...constraint, columns, references: { table: { name: other?.name ?? table.name }, columns: referenced } };
}

const namesIn = (shape: Shape | undefined, names: readonly string[]): readonly string[] =>
  names.map((name) => shape?.columns.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name);

