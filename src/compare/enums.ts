import type { Dialect } from '../dialects/dialect.ts';
import { type AddEnumValue, withValue } from '../ops/add-enum-value.ts';
import { displayTable } from '../ops/display.ts';
import { type EnumColumn, isOfEnum } from '../ops/enum-values.ts';
import { type SchemaModel, findObject } from '../schema/model.ts';
import { type ObjectName, sameName } from '../schema/name.ts';
import type { EnumType } from '../schema/object.ts';
import type { Column, Table } from '../schema/table.ts';
import { type Difference, type Phase, difference } from './difference.ts';
import { objectsOf } from './schemas.ts';

export const createEnums: Phase = (now, wanted) =>
  objectsOf(wanted, 'enum')
    .filter(({ name }) => !findObject(now, 'enum', name))
    .map(({ name, values }) => difference({ op: 'createEnum', name, values }));

/** Those that no column is of by now. */
export const dropEnums: Phase = (now, wanted) =>
  objectsOf(now, 'enum')
    .filter(({ name }) => !findObject(wanted, 'enum', name) && !columnsOf(now, name).length)
    .map(({ name }) => difference({ op: 'dropEnum', name }));

/** The types of both schemas whose values differ. */
const changedEnums = (now: SchemaModel, wanted: SchemaModel): readonly { readonly now: EnumType; readonly wanted: EnumType }[] =>
  objectsOf(wanted, 'enum').flatMap((each) => {
    const former = findObject(now, 'enum', each.name);
    return former && !isSame(former.values, each.values) ? [{ now: former, wanted: each }] : [];
  });

/** A type to which values only come, each in its place. */
export const addEnumValues: Phase = (now, wanted) =>
  changedEnums(now, wanted)
    .filter((pair) => columnsOf(now, pair.now.name).every(({ column }) => isSame(column.type.values, pair.now.values)))
    .flatMap((pair) => additions(pair.now, pair.wanted.values)?.map((op) => difference(op)) ?? []);

const isSame = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Elsewhere each column holds the list itself, and changes with its type. */
const hasEnumTypes = ({ lowering }: Dialect): boolean => typeof lowering.createEnum === 'function';

/** Nothing where values would have to go, or to change places. */
function additions({ name, values }: EnumType, wanted: readonly string[]): readonly AddEnumValue[] | undefined {
  const ops = wanted.flatMap((value, index): AddEnumValue[] =>
    values.includes(value) ? [] : [{ op: 'addEnumValue', name, value, ...place(wanted, index, values) }],
  );
  const after = ops.reduce(withValue, values);
  return isSame(after, wanted) ? ops : undefined;
}

/** Behind the value before it, which is there by then. */
function place(wanted: readonly string[], index: number, values: readonly string[]): Pick<AddEnumValue, 'before' | 'after'> {
  const [first] = values;
  if (index > 0) return { after: wanted[index - 1]! };
  return first === undefined ? {} : { before: first };
}

/** Other types are made anew: their columns hold texts meanwhile. */
export const remakeEnums: Phase = (now, wanted, { dialect }) =>
  remadeEnums(now, wanted, dialect).flatMap((pair) => remade(now, pair.now, pair.wanted));

const remadeEnums = (now: SchemaModel, wanted: SchemaModel, dialect: Dialect): ReturnType<typeof changedEnums> =>
  hasEnumTypes(dialect) ? changedEnums(now, wanted).filter((pair) => !additions(pair.now, pair.wanted.values)) : [];

function remade(schema: SchemaModel, { name, values: former }: EnumType, { values }: EnumType): readonly Difference[] {
  const columns = columnsOf(schema, name);
  const lost = former.filter((value) => !values.includes(value));
  const risk = lost.length ? `rows may hold ${lost.map((value) => `'${value}'`).join(', ')} of '${displayTable(name)}'` : undefined;
  return [
    ...columns.map(({ table, column }) => difference(retyped(table, column, { type: 'text' }))),
    difference({ op: 'dropEnum', name }),
    difference({ op: 'createEnum', name, values }),
    ...columns.map(({ table, column }) => difference(retyped(table, column, { type: 'enum', ...name, values }), risk)),
  ];
}

interface OfEnum {
  readonly table: Table;
  readonly column: EnumColumn;
}

const columnsOf = (schema: SchemaModel, name: ObjectName): readonly OfEnum[] =>
  [...schema.tables.values()].flatMap((table) =>
    table.columns.flatMap((column) => (isOfEnum(column, name) ? [{ table, column }] : [])),
  );

const retyped = (table: Table, column: Column, type: Column['type']): Difference['op'] => ({
  op: 'alterColumn', table: table.name, column: column.name, to: { type },
});

/** Whether a column's type is made anew though the column stays. */
export const isOfRemadeEnum = (now: SchemaModel, wanted: SchemaModel, dialect: Dialect): ((column: Column) => boolean) => {
  const names = remadeEnums(now, wanted, dialect).map((pair) => pair.now.name);
  return ({ type }) => type.type === 'enum' && names.some((name) => sameName(name, type));
};
