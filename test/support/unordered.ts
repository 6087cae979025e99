import type { SchemaModel } from '../../src/schema/model.ts';

/** As text, in which the order of an object's fields does not count. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  );

const byText = (values: readonly unknown[]): string[] => values.map(textOf).sort();

/** A model as data in which the order of tables, columns, constraints and indexes does not count. */
export function unordered({ tables, objects }: SchemaModel): unknown {
  return {
    objects: Object.fromEntries([...objects].sort()),
    tables: byText(
      [...tables.values()].map(({ columns, constraints, indexes, ...rest }) => ({
        ...rest,
        columns: byText(columns),
        constraints: byText(constraints),
        indexes: byText(indexes),
      })),
    ),
  };
}
