import type { Dialect } from '../dialects/dialect.ts';
import type { ColumnChanges, OptionChanges } from '../ops/alter-column.ts';
import type { Collation, Column, ColumnOptions, Table } from '../schema/table.ts';
import { collationForm, defaultForm, generatedForm, identityForm, ownOptions, typeForm } from './forms.ts';

/** A column in two schemas, with its table in each. */
export interface ColumnPair {
  readonly now: Column;
  readonly wanted: Column;
  readonly of: { readonly now: Table; readonly wanted: Table };
}

type Form = (column: Column, dialect: Dialect) => string | undefined;

const differs = ({ now, wanted }: ColumnPair, form: Form, dialect: Dialect): boolean =>
  form(now, dialect) !== form(wanted, dialect);

export const inPrimaryKey = ({ constraints }: Table, column: string): boolean =>
  constraints.some((each) => each.kind === 'primaryKey' && each.columns.includes(column));

/** Whether NULL may stand in it: a key and a numbered column take none, whatever is said. */
export const takesNull = ({ name, nullable, identity }: Column, table: Table): boolean =>
  nullable && !identity && !inPrimaryKey(table, name);

/** What of a column changes; nothing where the database stores the same. */
export function columnChanges(pair: ColumnPair, dialect: Dialect): ColumnChanges {
  const { now, wanted, of } = pair;
  const nullable = takesNull(wanted, of.wanted);
  if (takesNull(now, of.now) === nullable && isSame(now, wanted)) return {};
  const type = differs(pair, typeForm, dialect);
  const own = optionChanges(now.on, wanted.on, dialect);
  return {
    ...(type && { type: wanted.type }),
    ...(takesNull(now, of.now) !== nullable && { nullable }),
    ...((differs(pair, defaultForm, dialect) || (type && hasDefault(pair, dialect))) && { default: defaultOf(wanted, dialect) }),
    ...(hasOtherNumbers(pair, dialect) && { identity: wanted.identity ?? null }),
    ...(differs(pair, generatedForm, dialect) && { generated: wanted.generated ?? null }),
    ...collationChange(now.collation, wanted.collation, dialect),
    ...((now.comment ?? '') !== (wanted.comment ?? '') && { comment: wanted.comment || null }),
    ...(own && { on: own }),
  };
}

/** Not where the database numbers both, whatever is said. */
const hasOtherNumbers = ({ now, wanted, of }: ColumnPair, dialect: Dialect): boolean =>
  identityForm(now, dialect) !== identityForm(wanted, dialect) &&
  !(dialect.stored.numbersIntegerKey && isIntegerKey(now, of.now) && isIntegerKey(wanted, of.wanted));

const isIntegerKey = ({ name, type }: Column, { constraints, on }: Table): boolean =>
  type.type === 'integer' && !on?.sqlite?.withoutRowid && constraints.some((each) => each.kind === 'primaryKey' && each.columns.join() === name);

/** Nearly all columns: there is no need to ask what the database makes of them. */
const isSame = (now: Column, wanted: Column): boolean => now === wanted || JSON.stringify(now) === JSON.stringify(wanted);

/** A default is said again with a new type: what the former one became is the database's choice. */
const hasDefault = ({ now, wanted }: ColumnPair, dialect: Dialect): boolean =>
  defaultForm(now, dialect) !== undefined || defaultForm(wanted, dialect) !== undefined;

const defaultOf = (column: Column, dialect: Dialect): NonNullable<Column['default']> | null =>
  defaultForm(column, dialect) === undefined ? null : (column.default ?? null);

function collationChange(now: Collation | undefined, wanted: Collation | undefined, dialect: Dialect): ColumnChanges {
  const form = collationForm(wanted, dialect);
  return collationForm(now, dialect) === form ? {} : { collation: form === undefined ? null : wanted! };
}

/** Of the dialect's own options: what is no longer said is taken away. */
function optionChanges(
  now: ColumnOptions | undefined,
  wanted: ColumnOptions | undefined,
  dialect: Dialect,
): OptionChanges | undefined {
  const [former, after] = [now, wanted].map((on) => new Map(ownOptions(on, dialect))) as [Map<string, unknown>, Map<string, unknown>];
  const changed = [...new Set([...former.keys(), ...after.keys()])].filter((option) => former.get(option) !== after.get(option));
  if (changed.length === 0) return undefined;
  return { [dialect.name]: Object.fromEntries(changed.map((option) => [option, after.get(option) ?? null])) };
}
