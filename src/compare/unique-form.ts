import type { Dialect } from '../dialects/dialect.ts';
import type { Constraint, Unique } from '../schema/constraint.ts';
import { type SchemaModel, putTable } from '../schema/model.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { ownOptions } from './forms.ts';

/**
 * Where a unique index and a unique constraint are the same to the database, the wanted table has it in the form of the
 * one before.
 */
export const uniqueAs = (after: SchemaModel, before: SchemaModel, dialect: Dialect): SchemaModel =>
  dialect.stored.uniqueIndexIsConstraint
    ? [...after.tables].reduce((model, [key, table]) => {
        const former = before.tables.get(key);
        return former ? putTable(model, inFormOf(table, former, dialect)) : model;
      }, after)
    : after;

function inFormOf(table: Table, former: Table, dialect: Dialect): Table {
  const indexes = former.indexes.filter((index) => isPlainUnique(index, dialect));
  const uniques = former.constraints.filter(isUnique);
  const toConstraint = table.indexes.filter(
    (index) => isPlainUnique(index, dialect) && !indexes.some((each) => same(columnsOf(each), columnsOf(index))) && uniques.some(({ columns }) => same(columns, columnsOf(index))),
  );
  const toIndex = table.constraints
    .filter(isUnique)
    .filter(({ columns }) => !uniques.some((each) => same(each.columns, columns)) && indexes.some((each) => same(columnsOf(each), columns)));
  return {
    ...table,
    constraints: [...table.constraints.filter((each) => !toIndex.some((other) => other === each)), ...toConstraint.map(constraintOf)],
    indexes: [...table.indexes.filter((each) => !toConstraint.includes(each)), ...toIndex.map(indexOf)],
  };
}

const isUnique = (constraint: Constraint): constraint is Unique => constraint.kind === 'unique';

const columnsOf = ({ keys }: Index): readonly string[] => keys.map((key) => ('column' in key ? key.column : ''));

const same = (a: readonly string[], b: readonly string[]): boolean => JSON.stringify(a) === JSON.stringify(b);

const isPlainUnique = ({ unique, keys, where, on }: Index, dialect: Dialect): boolean =>
  unique && !where && ownOptions(on, dialect).length === 0 &&
  keys.every((key) => 'column' in key && key.order !== 'desc' && ownOptions(key.on, dialect).length === 0);

const constraintOf = (index: Index): Unique => ({ kind: 'unique', columns: columnsOf(index), ...(index.name !== undefined && { name: index.name }) });

const indexOf = ({ name, columns }: Unique): Index =>
  ({ ...(name !== undefined && { name }), keys: columns.map((column) => ({ column })), unique: true }) as Index;
