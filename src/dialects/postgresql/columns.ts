import type { AddColumn } from '../../ops/add-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { Column } from '../../schema/table.ts';
import { generatedFrom } from '../../schema/uses.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { columnComments } from '../standard/comments.ts';
import { generatedIdentity, isWholeNumber } from '../standard/identity.ts';
import { cascade, ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeName, writeTable, writeType, writeValue } from '../write.ts';
import { collateColumn } from './collations.ts';
import { addAction } from './constraints.ts';
import { generatedWords } from './generated.ts';
import { createIndex } from './indexes.ts';
import { inlineConstraint } from './inline-constraints.ts';

/** `name TYPE [COLLATE …] [GENERATED …] [DEFAULT …] [NOT NULL]` */
export function columnDefinition(column: Column, dialect: Dialect): string {
  const { name, type, nullable, default: value, generated } = column;
  return words(
    writeName(dialect, name),
    writeType(dialect, type),
    collateColumn(column, dialect),
    ...generatedIdentity(column, isWholeNumber),
    generated && generatedWords(generated, dialect),
    value !== undefined && `DEFAULT ${writeValue(dialect, value, type)}`,
    !nullable && 'NOT NULL',
  );
}

/** The column with its constraints in one statement, so that the table is locked and read once; then its indexes. */
export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column } = op;
  const { dialect } = context;
  const alter = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${addActions(op, dialect).join(', ')}`);
  if (isThere(op, context)) return [alter];
  return [alter, ...indexesOf(op, context), ...columnComments(table, [column], dialect)];
}

function addActions(op: AddColumn, dialect: Dialect): readonly string[] {
  const { column, constraints } = op;
  const add = words('ADD COLUMN', ifNotExists(op), dialect.columnDefinition(column, dialect));
  if (op.ifNotExists) return [words(add, ...constraints.map((each) => inlineConstraint(each, column.name, dialect)))];
  return [add, ...constraints.map((constraint) => addAction(constraint, dialect))];
}

const indexesOf = ({ table, indexes, ...op }: AddColumn, context: LoweringContext): readonly Lowered[] =>
  indexes.flatMap((index) => createIndex({ op: 'createIndex', table, index, ...conditional(op) }, context));

/** What comes with a table or a column that may be there already may be there as well. */
export const conditional = (op: Pick<AddColumn, 'ifNotExists'>): Pick<AddColumn, 'ifNotExists'> =>
  op.ifNotExists ? { ifNotExists: true } : {};

/** A column that an op made already is left as it is, with its comment. */
function isThere(op: AddColumn, { schema }: LoweringContext): boolean {
  const { table, column, indexes } = op;
  if (!op.ifNotExists || (indexes.length === 0 && column.comment === undefined)) return false;
  return schema.table(table)?.columns.some(({ name }) => name === column.name) ?? false;
}

/**
 * Constraints and indexes of the table that name the column go with it; what is computed from it keeps it, and goes in
 * the same statement: https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function dropColumn(op: DropColumn, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, column } = op;
  const computed = schema.table(table)?.columns.filter((each) => generatedFrom(each, column)) ?? [];
  const drop = (name: string): string => words('DROP COLUMN', ifExists(op), writeName(dialect, name), cascade(op));
  const drops = [...computed.map(({ name }) => name), column].map(drop);
  return [schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${drops.join(', ')}`)];
}
