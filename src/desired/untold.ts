import type { Constraint, ForeignKey } from '../schema/constraint.ts';
import { type SchemaModel, changeTable, findTable, putObject } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import { type ObjectKind, type SchemaObject, objectKey } from '../schema/object.ts';
import type { Table, TableName } from '../schema/table.ts';

/** What the sources have no words for, and so do not ask to be taken away. */
export interface Untold {
  /** Tables of drizzle-orm: it knows no comments, no collations, no constraints that are put off … */
  readonly tables: readonly TableName[];
  /** Kinds of objects that no source could name. */
  readonly kinds: readonly ObjectKind[];
}

export const NOTHING_UNTOLD: Untold = { tables: [], kinds: [] };

/** The model with what its sources could not tell, as that is now. */
export function withUntold(wanted: SchemaModel, { tables, kinds }: Untold, now: SchemaModel): SchemaModel {
  const told = tables.reduce((model, name) => {
    const known = findTable(now, name);
    return known ? changeTable(model, name, (table) => completed(table, known)) : model;
  }, wanted);
  const kept = [...now.objects.values()].filter((object) => kinds.includes(object.kind) && isMissing(object, told));
  return kept.reduce(putObject, told);
}

/** A trigger goes with its table. */
const isMissing = (object: SchemaObject, model: SchemaModel): boolean =>
  !model.objects.has(objectKey(object.kind, keyOf(object.name))) &&
  (object.kind !== 'trigger' || findTable(model, object.table) !== undefined);

function completed(table: Table, known: Table): Table {
  const exclusions = known.constraints.filter(({ kind }) => kind === 'exclusion');
  return {
    ...filled(table, known, ['comment', 'on']),
    columns: table.columns.map((each) => filled(each, namesake(each, known.columns), ['comment', 'collation', 'on'])),
    constraints: [...table.constraints.map((each) => putOff(each, namesake(each, known.constraints))), ...exclusions],
    indexes: table.indexes.map((each) => filled(each, namesake(each, known.indexes), ['include', 'nullsNotDistinct'])),
  };
}

/** A constraint that is checked when, and as, the one of its name is. */
function putOff(constraint: Constraint, known: Constraint | undefined): Constraint {
  if (constraint.kind === 'check' || known?.kind !== constraint.kind) return constraint;
  if (constraint.kind === 'foreignKey') return filled(constraint, known as ForeignKey, ['deferrable', 'initially', 'match']);
  return filled(constraint, known as typeof constraint, ['deferrable', 'initially']);
}

const namesake = <T extends { readonly name?: string }>({ name }: T, items: readonly T[]): T | undefined =>
  items.find((item) => item.name === name);

/** The item with the fields of another that it has not. */
function filled<T extends object>(item: T, other: T | undefined, fields: readonly (keyof T)[]): T {
  const missing = fields.filter((field) => item[field] === undefined && other?.[field] !== undefined);
  return { ...item, ...Object.fromEntries(missing.map((field) => [field, other?.[field]])) };
}
