import { compareSchemas } from '../../src/compare/index.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';

/** A model as data, in one order only: tables, constraints, indexes and objects by their own texts. */
export const plainModel = ({ tables, objects }: SchemaModel): unknown => ({
  tables: Object.fromEntries(
    [...tables.entries()].map(([key, { constraints, indexes, ...rest }]) => [
      key,
      { ...rest, constraints: inOrder(constraints), indexes: inOrder(indexes) },
    ]),
  ),
  objects: Object.fromEntries(objects.entries()),
});

const inOrder = <T extends { readonly name?: string }>(items: readonly T[]): readonly T[] => {
  const text = (item: T): string => item.name ?? JSON.stringify(Object.entries(item).sort());
  return [...items].sort((a, b) => (text(a) < text(b) ? -1 : 1));
};

export const modelOf = (ops: readonly Op[]): SchemaModel => ops.reduce(evolve, EMPTY_SCHEMA);

/** What leads from one model to another, and back: nothing where the dialect stores the same. */
export const differences = (one: SchemaModel, other: SchemaModel, dialect: Dialect): readonly Op[] =>
  [...compareSchemas(one, other, { dialect }), ...compareSchemas(other, one, { dialect })].map(({ op }) => op);
