import * as v from 'valibot';
import { changeTable, findTable } from '../schema/model.ts';
import type { Table, TableName } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { call, list, text } from '../typescript/index.ts';
import { type IndexKeyRef, type IndexSettings, type TableRef, index as toIndex, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { indexKeySource, nameSource, settings as settingsSource } from './source.ts';
import { indexShape } from './table-shapes.ts';

export interface CreateIndex extends OpBase {
  readonly op: 'createIndex';
  readonly table: TableName;
  readonly index: Index;
  readonly ifNotExists?: boolean;
}

export interface CreateIndexSettings extends Omit<IndexSettings, 'name'>, Pick<CreateIndex, 'ifNotExists'> {}

/** `createIndex('ix_account_email', 'account', ['email'], { unique: true })`; `null`: the naming convention's name. */
export function createIndex(
  name: string | null,
  table: TableRef,
  keys: readonly IndexKeyRef[],
  { ifNotExists, ...settings }: CreateIndexSettings = {},
): CreateIndex {
  const index = toIndex(keys, { ...(name !== null && { name }), ...settings });
  return { op: 'createIndex', table: toTableName(table), index, ...(ifNotExists && { ifNotExists }), ...origin() };
}

const has = (table: Table | undefined, { name }: Index): boolean =>
  table?.indexes.some((index) => index.name === name) ?? false;

export const createIndexDefinition: OpDefinition<CreateIndex> = {
  shape: () => v.strictObject({
    op: v.literal('createIndex'),
    table: objectName,
    index: indexShape,
    ifNotExists: flag,
    ...baseFields,
  }),
  describe: ({ table, index }) =>
    `create ${index.unique ? 'unique ' : ''}index ${index.name === undefined ? '' : `${index.name} `}on ${displayTable(table)}`,
  reverse: ({ table, index, ifNotExists }, before) => {
    const { name, on } = index;
    const known = ifNotExists ? before.table(table) : undefined;
    if (has(known, index)) return [];
    // A table that ops made has the indexes that ops made; of another, nobody knows.
    if (ifNotExists && !known) return irreversible(`whether index '${name}' on '${displayTable(table)}' was there before is not known`);
    return [{ op: 'dropIndex', table, name, ...(on && { on }) }];
  },
  evolve: (schema, { table, index, ifNotExists }) =>
    ifNotExists && has(findTable(schema, table), index)
      ? schema
      : changeTable(schema, table, (known) => ({ ...known, indexes: [...known.indexes, index] })),
  source: ({ table, index: { name, keys, unique, ...rest }, ifNotExists }) =>
    call(
      'createIndex',
      name === undefined ? 'null' : text(name),
      nameSource(table),
      list(keys.map(indexKeySource)),
      settingsSource({ ...rest, unique: unique || undefined, ifNotExists }),
    ),
};
