import type { ForeignKey } from '../schema/constraint.ts';
import { keyOf } from '../schema/name.ts';
import type { Column, Table } from '../schema/table.ts';
import { dropping } from './constraints.ts';
import { isOfRemadeEnum } from './enums.ts';
import { type Difference, type Phase, difference } from './difference.ts';
import { indexColumns, isKey } from './key-columns.ts';
import { losesService, madeIndex } from './key-indexes.ts';
import { type TablePair, goingTables, keptTables } from './table-pair.ts';
import { closesCircle } from './tables.ts';

/**
 * The foreign keys that are wanted no more, and those in the way of what follows: they rest on a table, a key or a
 * column that goes or changes its type, and come back when it is done.
 */
export const dropForeignKeys: Phase = (now, wanted, context) => {
  const going = goingTables(now, wanted, context);
  const pairs = new Map(keptTables(now, wanted, context).map((pair) => [keyOf(pair.now.name), pair]));
  const gone = new Set(going.map(({ name }) => keyOf(name)));
  const isOfRemade = isOfRemadeEnum(now, wanted, context.dialect);
  const makesIndex = context.dialect.stored.foreignKeyMakesIndex;
  const isInCircle = closesCircle(going);
  return [
    ...going.flatMap((table) =>
      table.constraints.filter((each) => isInCircle(each, table)).map((each) => dropping({ now: table }, each)),
    ),
    ...[...pairs.values()].flatMap((pair) =>
      foreignKeys(pair.now)
        .filter((key) => {
          const target = keyOf(key.references.table);
          return (
            pair.constraints.dropped.includes(key) ||
            gone.has(target) ||
            isInTheWay(key, pair, pairs.get(target), isOfRemade) ||
            (makesIndex && losesService(key, pair.constraints, pair.indexes))
          );
        })
        .map((key) => dropping(pair, key)),
    ),
    ...(makesIndex ? [...pairs.values()].flatMap(dropMadeIndexes) : []),
  ];
};

/** The index that a foreign key made outlives it. */
const dropMadeIndexes = ({ now, wanted, constraints }: TablePair): readonly Difference[] =>
  foreignKeys(now)
    .filter((key) => constraints.dropped.includes(key) && !wanted.constraints.some(({ name }) => name === key.name))
    .flatMap((key) => madeIndex(now, key) ?? [])
    .map((name) => difference({ op: 'dropIndex', table: now.name, name }));

const foreignKeys = ({ constraints }: Table): readonly ForeignKey[] =>
  constraints.flatMap((each) => (each.kind === 'foreignKey' ? [each] : []));

const isInTheWay = (key: ForeignKey, pair: TablePair, target: TablePair | undefined, isOfRemade: (column: Column) => boolean): boolean =>
  key.columns.some((column) => isRemadeOrRetyped(column, pair, isOfRemade)) ||
  (target !== undefined &&
    (key.references.columns.some((column) => isRemadeOrRetyped(column, target, isOfRemade)) || losesKey(key, target)));

const isRemadeOrRetyped = (column: string, { now, goes, changed }: TablePair, isOfRemade: (column: Column) => boolean): boolean =>
  now.columns.some((each) => each.name === column && isOfRemade(each)) ||
  goes.some(({ name }) => name === column) ||
  changed.some(({ name, changes }) => name === column && (changes.type !== undefined || changes.collation !== undefined));

/** Whether a key or a unique index of the referenced columns goes; another one might do, but which one it rests on is not known. */
const losesKey = ({ references }: ForeignKey, { constraints, indexes }: TablePair): boolean =>
  [
    ...constraints.dropped.filter(isKey).map(({ columns }) => columns),
    ...indexes.dropped.filter(({ unique }) => unique).map(indexColumns),
  ].some((columns) => columns.length === references.columns.length && columns.every((each) => references.columns.includes(each)));
