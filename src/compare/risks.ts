import type { Dialect } from '../dialects/dialect.ts';
import type { ColumnChanges } from '../ops/alter-column.ts';
import { displayTable } from '../ops/display.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { isWider } from '../sql/wider.ts';
import { constraintForm, typeForm } from './forms.ts';
import type { TablePair } from './table-pair.ts';

/** Why a change may lose values, or fail on the rows that are there. */
export function alterationRisk({ now }: TablePair, name: string, changes: ColumnChanges, dialect: Dialect): string | undefined {
  const { type, nullable } = changes;
  const column = now.columns.find((each) => each.name === name);
  const place = `'${displayTable(now.name)}.${name}'`;
  const fits = !type || !column || isWider(column.type, type) || isSerialOf(typeForm(column, dialect), typeForm({ ...column, type }, dialect));
  if (!fits) return `values of ${place} may not fit its new type`;
  return nullable === false ? `rows may hold NULL in ${place}` : undefined;
}

/** The same numbers, without a sequence of their own. */
const SERIALS: { readonly [type: string]: string } = { smallserial: 'smallint', serial: 'integer', bigserial: 'bigint' };

const isSerialOf = (from: string, to: string): boolean => SERIALS[from] === to;

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
