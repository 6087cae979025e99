import { displayTable } from '../ops/display.ts';
import { type SchemaModel, findObject, findTable } from '../schema/model.ts';
import type { Column, Table } from '../schema/table.ts';
import type { Rename } from './difference.ts';
import { objectsOf } from './schemas.ts';

/** What may be renames: a thing that goes and one of like shape that comes. Whoever knows is asked; none is ever taken for one. */
export const possibleRenames = (before: SchemaModel, after: SchemaModel): readonly Rename[] => [
  ...tableRenames(before, after),
  ...columnRenames(before, after),
  ...valueRenames(before, after),
];

/** The most alike first; each thing once. */
function paired<T>(gone: readonly T[], come: readonly T[], likeness: (gone: T, come: T) => number): readonly (readonly [T, T])[] {
  const scored = gone.flatMap((from) => come.map((to) => ({ from, to, score: likeness(from, to) }))).filter(({ score }) => score > 0);
  const used = new Set<T>();
  return [...scored].sort((a, b) => b.score - a.score).flatMap(({ from, to }) => {
    if (used.has(from) || used.has(to)) return [];
    used.add(from).add(to);
    return [[from, to] as const];
  });
}

const shape = ({ name, type }: Column): string => JSON.stringify([name, type]);

/** Half of the columns of both, or more, are the same. */
function likeTables(gone: Table, come: Table): number {
  if (gone.name.schema !== come.name.schema) return 0;
  const shapes = new Set(gone.columns.map(shape));
  const common = come.columns.filter((column) => shapes.has(shape(column))).length;
  const share = common / Math.max(gone.columns.length, come.columns.length);
  return share >= 0.5 ? share : 0;
}

function tableRenames(before: SchemaModel, after: SchemaModel): readonly Rename[] {
  const gone = [...before.tables.values()].filter(({ name }) => !findTable(after, name));
  const come = [...after.tables.values()].filter(({ name }) => !findTable(before, name));
  return paired(gone, come, likeTables).map(([from, to]) => ({ from: displayTable(from.name), to: displayTable(to.name) }));
}

/** Of one type; most alike where nullability and default are the same as well. */
function likeColumns(gone: Column, come: Column): number {
  if (JSON.stringify(gone.type) !== JSON.stringify(come.type) || Boolean(gone.generated) !== Boolean(come.generated)) return 0;
  return 1 + Number(gone.nullable === come.nullable) + Number(JSON.stringify(gone.default) === JSON.stringify(come.default));
}

const columnRenames = (before: SchemaModel, after: SchemaModel): readonly Rename[] =>
  [...before.tables.values()].flatMap(({ name, columns }) => {
    const wanted = findTable(after, name)?.columns ?? [];
    const missing = (column: Column, others: readonly Column[]): boolean => !others.some((each) => each.name === column.name);
    const gone = columns.filter((column) => missing(column, wanted));
    const come = wanted.filter((column) => missing(column, columns));
    return paired(gone, come, likeColumns).map(([from, to]) => ({
      from: `${displayTable(name)}.${from.name}`,
      to: `${displayTable(name)}.${to.name}`,
    }));
  });

/** In the same place of the list. */
const valueRenames = (before: SchemaModel, after: SchemaModel): readonly Rename[] =>
  objectsOf(before, 'enum').flatMap(({ name, values }) => {
    const wanted = findObject(after, 'enum', name)?.values ?? [];
    return values.flatMap((value, index) => {
      const to = wanted[index];
      const isOther = to !== undefined && !wanted.includes(value) && !values.includes(to);
      return isOther ? [{ from: `${displayTable(name)}.${value}`, to: `${displayTable(name)}.${to}` }] : [];
    });
  });
