import type { Dialect } from '../dialects/dialect.ts';
import type { Constraint, Unique } from '../schema/constraint.ts';
import { type SchemaModel, putTable } from '../schema/model.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { indexColumns, sameColumns } from './key-columns.ts';
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
  const isPlain = (index: Index): boolean => isPlainUnique(index, dialect);
  const had = { indexes: former.indexes.filter(isPlain).map(indexColumns), constraints: former.constraints.filter(isUnique).map(({ columns }) => columns) };
  const isIn = (lists: readonly (readonly string[])[], columns: readonly string[]): boolean => lists.some((each) => sameColumns(each, columns));
  const isConstraint = (columns: readonly string[]): boolean => isIn(had.constraints, columns) && !isIn(had.indexes, columns);
  const isIndex = (columns: readonly string[]): boolean => isIn(had.indexes, columns) && !isIn(had.constraints, columns);
  const toConstraint = table.indexes.filter((index) => isPlain(index) && isConstraint(indexColumns(index)));
  const toIndex = table.constraints.filter(isUnique).filter(({ columns }) => isIndex(columns));
  return {
    ...table,
    constraints: [...table.constraints.filter((each) => !toIndex.some((other) => other === each)), ...toConstraint.map(constraintOf)],
    indexes: [...table.indexes.filter((each) => !toConstraint.includes(each)), ...toIndex.map(indexOf)],
  };
}

const isUnique = (constraint: Constraint): constraint is Unique => constraint.kind === 'unique';

const isPlainUnique = ({ unique, keys, where, on }: Index, dialect: Dialect): boolean =>
  unique && !where && ownOptions(on, dialect).length === 0 &&
  keys.every((key) => 'column' in key && key.order !== 'desc' && ownOptions(key.on, dialect).length === 0);

const constraintOf = (index: Index): Unique => ({
  kind: 'unique',
  columns: indexColumns(index),
  ...(index.name !== undefined && { name: index.name }),
});

const indexOf = ({ name, columns }: Unique): Index =>
  ({ ...(name !== undefined && { name }), keys: columns.map((column) => ({ column })), unique: true }) as Index;
