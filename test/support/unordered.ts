import type { SchemaModel } from '../../src/schema/model.ts';

const byText = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

/** A model as data in which the order of tables, columns, constraints and indexes does not count. */
export function unordered({ tables, objects }: SchemaModel): unknown {
  return {
    objects: Object.fromEntries([...objects].sort()),
    tables: byText(
      [...tables.values()].map(({ columns, constraints, indexes, ...rest }) => ({
        ...rest,
        columns: byText(columns.map((column) => Object.fromEntries(Object.entries(column).sort()))),
        constraints: byText(constraints),
        indexes: byText(indexes),
      })),
    ),
  };
}
