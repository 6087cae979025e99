import type { SchemaModel } from '../../src/schema/model.ts';

const byText = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

/** A model as data in which the order of tables, columns, constraints and indexes does not count. */
export function unordered({ tables, enums }: SchemaModel): unknown {
  return {
    enums: Object.fromEntries([...enums].sort()),
    tables: byText(
      [...tables.values()].map(({ columns, constraints, indexes, name, comment }) => ({
        name,
        comment,
        columns: byText(columns.map((column) => Object.fromEntries(Object.entries(column).sort()))),
        constraints: byText(constraints),
        indexes: byText(indexes),
      })),
    ),
  };
}
