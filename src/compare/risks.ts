import type { Dialect } from '../dialects/dialect.ts';
import type { ColumnChanges } from '../ops/alter-column.ts';
import { displayTable } from '../ops/display.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import type { ColumnType } from '../sql/types.ts';
import { constraintForm } from './forms.ts';
import type { TablePair } from './table-pair.ts';

/** Why a change may lose values, or fail on the rows that are there. */
export function alterationRisk({ now }: TablePair, name: string, { type, nullable }: ColumnChanges): string | undefined {
  const column = now.columns.find((each) => each.name === name);
  const place = `'${displayTable(now.name)}.${name}'`;
  if (type && column && !isWider(column.type, type)) return `values of ${place} may not fit its new type`;
  return nullable === false ? `rows may hold NULL in ${place}` : undefined;
}

const INTEGERS: readonly ColumnType['type'][] = ['smallint', 'integer', 'bigint'];
/** The most digits of each. */
const DIGITS: { readonly [type: string]: number } = { smallint: 5, integer: 10, bigint: 19 };

/** Whether every value of a type is one of another. */
function isWider(from: ColumnType, to: ColumnType): boolean {
  if (to.type === 'text') return from.type === 'string' || from.type === 'enum' || from.type === 'text';
  if (from.type === 'string' && to.type === 'string') return to.length >= from.length;
  if (from.type === 'enum' && to.type === 'enum') return from.values.every((value) => to.values.includes(value));
  if (from.type === 'float') return to.type === 'float' || to.type === 'double';
  if (to.type === 'numeric') return to.precision - to.scale >= wholeDigits(from) && to.scale >= (from.type === 'numeric' ? from.scale : 0);
  const rank = INTEGERS.indexOf(from.type);
  return rank >= 0 ? INTEGERS.indexOf(to.type) >= rank : JSON.stringify(from) === JSON.stringify(to);
}

const wholeDigits = (type: ColumnType): number =>
  type.type === 'numeric' ? type.precision - type.scale : (DIGITS[type.type] ?? Infinity);

const REFUSALS: { readonly [K in Constraint['kind']]: string } = {
  primaryKey: 'have the same key, or none',
  unique: 'have the same values',
  foreignKey: 'reference what is not there',
  check: 'not meet the condition',
  exclusion: 'exclude each other',
};

/** A constraint that was there before, and only made way, holds for every row. */
export function constraintRisk(constraint: Constraint, before: Table | undefined, dialect: Dialect): string | undefined {
  const form = constraintForm(constraint, dialect);
  const wasThere = before?.constraints.some((each) => constraintForm(each, dialect) === form) ?? true;
  if (wasThere || ('notValid' in constraint && constraint.notValid)) return undefined;
  return `rows of '${displayTable(before!.name)}' may ${REFUSALS[constraint.kind]}`;
}

export const indexRisk = ({ unique }: Index, before: Table | undefined): string | undefined =>
  unique && before ? `rows of '${displayTable(before.name)}' may ${REFUSALS.unique}` : undefined;
