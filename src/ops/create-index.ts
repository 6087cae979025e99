import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import type { Index, IndexOptions } from '../schema/table-index.ts';
import type { Fragment } from '../sql/fragment.ts';
import { type IndexKeyRef, type TableRef, mapped, toIndexKey, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, fragment, identifier, indexKey, indexOptions, tableName } from './shapes.ts';
import { call, data, fragmentSource, indexKeySource, items, options, tableSource, text } from './source.ts';

export interface CreateIndex extends OpBase {
  readonly op: 'createIndex';
  readonly table: TableName;
  readonly index: Index;
}

export interface CreateIndexSettings {
  readonly unique?: boolean;
  readonly where?: Fragment;
  readonly on?: IndexOptions;
}

/** `createIndex('ix_account_email', 'account', ['email'], { unique: true })` */
export function createIndex(
  name: string,
  table: TableRef,
  keys: readonly IndexKeyRef[],
  { unique = false, ...rest }: CreateIndexSettings = {},
): CreateIndex {
  const index: Index = { ...rest, name, keys: mapped(keys, (items) => items.map(toIndexKey)), unique };
  return { op: 'createIndex', table: toTableName(table), index, ...origin() };
}

export const createIndexDefinition: OpDefinition<CreateIndex> = {
  shape: () => v.strictObject({
    op: v.literal('createIndex'),
    table: tableName,
    index: v.strictObject({
      name: identifier,
      keys: v.pipe(v.array(indexKey), v.minLength(1, 'expected at least one column')),
      unique: v.boolean(),
      where: v.exactOptional(fragment),
      on: v.exactOptional(indexOptions),
    }),
    ...baseFields,
  }),
  describe: ({ table, index }) => `create ${index.unique ? 'unique ' : ''}index ${index.name} on ${displayTable(table)}`,
  reverse: ({ table, index: { name, on } }) => [{ op: 'dropIndex', table, name, ...(on && { on }) }],
  evolve: (schema, { table, index }) =>
    changeTable(schema, table, (known) => ({ ...known, indexes: [...known.indexes, index] })),
  source: ({ table, index }) =>
    call(
      'createIndex',
      text(index.name),
      tableSource(table),
      items(index.keys.map(indexKeySource)),
      options({
        unique: index.unique ? 'true' : undefined,
        where: index.where && fragmentSource(index.where),
        on: index.on && data(index.on),
      }),
    ),
};
