import type { AddColumn } from '../../ops/add-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { has } from '../server.ts';
import { words } from '../standard/words.ts';
import { writeTable } from '../write.ts';
import { columnText, defaultText } from './columns.ts';
import { columnConstraint } from './constraints.ts';
import { indexStatement } from './indexes.ts';
import { isStrict } from './tables.ts';

/** Whether ADD COLUMN takes it: https://www.sqlite.org/lang_altertable.html#altertabaddcol */
export function canBeAdded({ column, constraints }: AddColumn, { dialect }: LoweringContext): boolean {
  // Before 3.37 it did not look at the rows that are there.
  const checksRows = has({ dialect }, 3, 37);
  if (column.identity || !constraints.every((each) => canStandInline(each, column, checksRows))) return false;
  if (!column.generated) return hasConstantDefault(column, dialect);
  const isUnchecked = column.nullable && column.type.type !== 'enum';
  return column.generated.stored !== true && (isUnchecked || checksRows);
}

/** A foreign key would not be checked for a default of rows that are there. */
function canStandInline({ kind }: Constraint, { default: value, generated }: Column, checksRows: boolean): boolean {
  if (kind === 'check') return checksRows;
  return kind === 'foreignKey' && (value ?? null) === null && !generated;
}

/** A default that is no constant, or NOT NULL without one, is refused where there are rows. */
function hasConstantDefault({ nullable, default: value, type }: Column, dialect: Dialect): boolean {
  if (value === undefined || value === null) return nullable;
  return !isFragment(value) && !defaultText(value, type, dialect).startsWith('(');
}

export function addInPlace(op: AddColumn, { dialect, schema }: LoweringContext): readonly Lowered[] {
  const { table, column, constraints, indexes } = op;
  const known = schema.table(table);
  const definition = words(
    columnText(column, dialect, known !== undefined && isStrict(known)),
    ...constraints.map((each) => columnConstraint(each, table, dialect)),
  );
  return [
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD COLUMN ${definition}`),
    ...indexes.map((index) => schemaStatement(indexStatement(table, index, dialect))),
  ];
}
