import type { AddColumn, AddColumnOptions, ColumnPosition } from '../../ops/add-column.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { autoIncrementStart } from './auto-increment.ts';
import { keepingBackslashes } from './inline-comments.ts';
import { keptConstraint } from './kept-constraints.ts';
import { checkKeyedIndex, howToChange, inlineIndex, ownIndexOptions } from './keyed-indexes.ts';
import { columnThere, makes } from './proofs.ts';
import { primaryKeyColumns } from './table-with-options.ts';
import { ownOf } from './text-options.ts';
import { refuseUncheckable } from './uncheckable-columns.ts';
import { ifNotExists, words } from './words.ts';

/** `AFTER a`, as the last words of a column's definition. */
export function positionWords(on: AddColumnOptions | undefined, dialect: Dialect): string {
  const { position } = ownOf<{ readonly position?: ColumnPosition }>(on, dialect) ?? {};
  if (position === undefined) return '';
  return position === 'first' ? 'FIRST' : `AFTER ${writeName(dialect, position.after)}`;
}

/**
 * `ALTER TABLE t ADD COLUMN …, ADD CONSTRAINT …, ADD INDEX …` in one statement: an AUTO_INCREMENT column must be a key
 * at once, and the table is changed once. REFERENCES in the column's own line would do nothing on MySQL:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 */
export function addKeyedColumn(op: AddColumn, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, column, constraints, indexes } = op;
  const known = schema.table(table);
  const columns = [...(known?.columns ?? []), column];
  const start = column.identity && autoIncrementStart(columns, op);
  refuseUncheckable([...(known?.constraints ?? []), ...constraints], columns);
  for (const index of indexes) checkKeyedIndex(index, columns, dialect);
  const kept = primaryKeyColumns(constraints).includes(column.name) ? { ...column, nullable: false } : column;
  const definition = dialect.columnDefinition(kept, dialect);
  const actions = [
    words('ADD COLUMN', ifNotExists(op), definition, positionWords(op.on, dialect)),
    ...constraints.map((each) => `ADD ${keptConstraint(each, dialect)}`),
    ...indexes.map((each) => `ADD ${inlineIndex(each, dialect)}`),
    ...(start === undefined ? [] : [`AUTO_INCREMENT = ${start}`]),
    ...indexes.flatMap(({ on }) => howToChange(ownIndexOptions(on, dialect))),
  ];
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${actions.join(', ')}`);
  return keepingBackslashes(makes(statement, columnThere(table, column.name), dialect), [column.comment]);
}
