import { type Dialect, Refusal } from '../dialects/dialect.ts';
import { writeFragment, writeType, writeValue } from '../dialects/write.ts';
import type { Constraint, ConstraintKind, Deferrability, ForeignKey } from '../schema/constraint.ts';
import { keyOf } from '../schema/name.ts';
import type { Collation, Column } from '../schema/table.ts';
import type { Index, IndexKey } from '../schema/table-index.ts';
import { chooseForDialect } from '../sql/dialect-name.ts';
import type { Fragment } from '../sql/fragment.ts';

/** What the dialect cannot write is compared as it is given. */
function written(value: unknown, write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (error instanceof Refusal) return JSON.stringify(value);
    throw error;
  }
}

export const expressionForm = (fragment: Fragment, dialect: Dialect): string =>
  dialect.stored.expression(written(fragment, () => writeFragment(dialect, fragment)));

const optionalForm = (fragment: Fragment | undefined, dialect: Dialect): string | undefined =>
  fragment && expressionForm(fragment, dialect);

export const typeForm = (column: Column, dialect: Dialect): string => typeAndDefault(column, dialect)[0];

export const defaultForm = (column: Column, dialect: Dialect): string | undefined => typeAndDefault(column, dialect)[1];

const typeAndDefault = remembered((column: Column, dialect: Dialect): readonly [type: string, value: string | undefined] => {
  const type = dialect.stored.type(written(column.type, () => writeType(dialect, column.type)), column);
  return dialect.stored.numbering(type, valueForm(column, type, dialect), column.name);
});

/** A literal NULL is no default at all. */
function valueForm({ default: value, type }: Column, as: string, dialect: Dialect): string | undefined {
  if (value === undefined || value === null) return undefined;
  const form = dialect.stored.default(written(value, () => writeValue(dialect, value, type)), as);
  return form === 'null' ? undefined : form;
}

export const identityForm = ({ identity, type }: Column, dialect: Dialect): string | undefined =>
  identity && JSON.stringify(sortedEntries(dialect.stored.identity(identity, type)));

export const generatedForm = ({ generated }: Column, dialect: Dialect): string | undefined =>
  generated &&
  JSON.stringify([expressionForm(generated.expression, dialect), generated.stored ?? dialect.stored.generatedIsStored]);

export function collationForm(collation: Collation | undefined, { name }: Dialect): string | undefined {
  const chosen = typeof collation === 'object' ? chooseForDialect(collation, name) : collation;
  return chosen?.toLowerCase();
}

type Options = { readonly [option: string]: unknown };

/** What is said of an option of the dialect; what is off is as if nothing were said. */
export const ownOptions = (on: object | undefined, { name }: Dialect): readonly (readonly [string, unknown])[] =>
  sortedEntries((on as { readonly [dialect: string]: Options } | undefined)?.[name] ?? {});

const sortedEntries = (options: object): readonly (readonly [string, unknown])[] =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined && value !== false && value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const deferral = ({ deferrable = false, initially }: Deferrability): unknown => [deferrable, initially === 'deferred'];

type ConstraintOf<K extends ConstraintKind> = Extract<Constraint, { readonly kind: K }>;

const CONSTRAINTS: { readonly [K in ConstraintKind]: (constraint: ConstraintOf<K>, dialect: Dialect) => unknown } = {
  primaryKey: ({ columns, on, ...rest }, dialect) => [columns, deferral(rest), ownOptions(on, dialect)],
  unique: ({ columns, nullsNotDistinct = false, on, ...rest }, dialect) => [
    columns, nullsNotDistinct, deferral(rest), ownOptions(on, dialect),
  ],
  foreignKey: (key, dialect) => [
    keyOf(key.references.table),
    columnPairs(key),
    dialect.stored.action(key.onDelete ?? 'noAction'),
    dialect.stored.action(key.onUpdate ?? 'noAction'),
    key.match ?? 'simple',
    deferral(key),
    key.notValid ?? false,
  ],
  check: ({ expression, notValid = false }, dialect) => [expressionForm(expression, dialect), notValid],
  exclusion: ({ elements, using = 'gist', where, ...rest }, dialect) => [
    elements.map((element) => [keyForm(element, dialect), element.operator, element.opclass]),
    using,
    optionalForm(where, dialect),
    deferral(rest),
  ],
};

/** In any order of the pairs. */
const columnPairs = ({ columns, references }: ForeignKey): readonly string[] =>
  columns.map((column, index) => JSON.stringify([column, references.columns[index]])).sort();

const keyForm = (key: { readonly column: string } | { readonly expression: Fragment }, dialect: Dialect): unknown =>
  'column' in key ? { column: key.column } : expressionForm(key.expression, dialect);

/** All of a constraint but its name. */
export const constraintForm = remembered((constraint: Constraint, dialect) => {
  // The mapped type ties each function to its own kind; TypeScript cannot follow that through an index.
  const form = CONSTRAINTS[constraint.kind] as (constraint: Constraint, dialect: Dialect) => unknown;
  return JSON.stringify([constraint.kind, form(constraint, dialect)]);
});

/** How an index is built, not what it is. */
const BUILDING = ['concurrently', 'algorithm', 'lock', 'online'];

/** All of an index but its name. */
export const indexForm = remembered(({ keys, unique, where, include = [], nullsNotDistinct = false, on }: Index, dialect) => {
  const options = ownOptions(on, dialect).filter(([option, value]) => !BUILDING.includes(option) && value !== 'btree');
  return JSON.stringify([
    keys.map((key) => indexKeyForm(key, dialect)), unique, optionalForm(where, dialect), [...include].sort(), nullsNotDistinct, options,
  ]);
});

function indexKeyForm(key: IndexKey, dialect: Dialect): unknown {
  const { order = 'asc', nulls = dialect.stored.nulls(order), collation, on } = key;
  return [keyForm(key, dialect), order, nulls, collationForm(collation, dialect), ownOptions(on, dialect)];
}

/** A function of data that does not change, asked again and again. */
function remembered<T extends object, F>(form: (item: T, dialect: Dialect) => F): (item: T, dialect: Dialect) => F {
  const known = new WeakMap<Dialect, WeakMap<T, F>>();
  return (item, dialect) => {
    const forms = known.get(dialect) ?? new WeakMap<T, F>();
    known.set(dialect, forms);
    const found = forms.get(item) ?? form(item, dialect);
    forms.set(item, found);
    return found;
  };
}

/** The text of a routine or a trigger: its words, but for what stands between them. */
export const textForm = (fragment: Fragment, dialect: Dialect): string =>
  dialect.stored.text(written(fragment, () => writeFragment(dialect, fragment)));

export const queryForm = textForm;
