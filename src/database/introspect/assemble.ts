import type { Constraint } from '../../schema/constraint.ts';
import { EMPTY_SCHEMA, type SchemaModel, putObject, putTable } from '../../schema/model.ts';
import { type ObjectName, keyOf } from '../../schema/name.ts';
import type { SchemaObject } from '../../schema/object.ts';
import type { Column, Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';

/** A table without what belongs to it. */
export type TableShell = Omit<Table, 'columns' | 'constraints' | 'indexes'>;

/** Something that belongs to a table. */
export interface Of<T> {
  readonly table: ObjectName;
  readonly item: T;
}

/** What a catalogue says, kind by kind. What belongs to no table of it is of a system table, or of a view. */
export interface Catalogue {
  readonly tables: readonly TableShell[];
  readonly columns: readonly Of<Column>[];
  readonly constraints: readonly Of<Constraint>[];
  readonly indexes: readonly Of<Index>[];
  readonly objects: readonly SchemaObject[];
}

/** The model of a catalogue, without the tables that are excepted and what rests on them. */
export function assemble({ tables, objects, ...items }: Catalogue, except: readonly ObjectName[]): SchemaModel {
  const excepted = new Set(except.map(keyOf));
  const [columns, constraints, indexes] = [byTable(items.columns), byTable(items.constraints), byTable(items.indexes)];
  const whole = tables
    .filter(({ name }) => !excepted.has(keyOf(name)))
    .map((table): Table => ({
      ...table,
      columns: columns(table.name),
      constraints: constraints(table.name),
      indexes: indexes(table.name),
    }));
  const others = objects.filter((object) => object.kind !== 'trigger' || !excepted.has(keyOf(object.table)));
  return others.reduce(putObject, whole.reduce(putTable, EMPTY_SCHEMA));
}

function byTable<T>(all: readonly Of<T>[]): (table: ObjectName) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const { table, item } of all) {
    const key = keyOf(table);
    const items = found.get(key);
    if (items) items.push(item);
    else found.set(key, [item]);
  }
  return (table) => found.get(keyOf(table)) ?? [];
}
