import type { SchemaModel } from '../../src/schema/model.ts';

/** As JSON, in which the order of an object's fields does not count. JSON.stringify with a replacer takes thrice as long. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields.sort(byName).map(([name, each]) => `${JSON.stringify(name)}:${textOf(each)}`).join()}}`;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

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
