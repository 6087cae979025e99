import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import type { IndexOptions } from '../schema/table-index.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, identifier, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';
import { indexOptions } from './table-shapes.ts';

export interface DropIndex extends OpBase {
  readonly op: 'dropIndex';
  /** MySQL, MariaDB and SQL Server look an index up by its table. */
  readonly table: TableName;
  readonly name: string;
  readonly ifExists?: boolean;
  readonly on?: IndexOptions;
}

/** `dropIndex('ix_account_email', 'account')` */
export function dropIndex(name: string, table: TableRef, settings: Pick<DropIndex, 'ifExists' | 'on'> = {}): DropIndex {
  return { ...settings, op: 'dropIndex', table: toTableName(table), name, ...origin() };
}

export const dropIndexDefinition: OpDefinition<DropIndex> = {
  shape: () => v.strictObject({
    op: v.literal('dropIndex'),
    table: objectName,
    name: identifier,
    ifExists: flag,
    on: v.exactOptional(indexOptions),
    ...baseFields,
  }),
  describe: ({ table, name }) => `drop index ${name} on ${displayTable(table)}`,
  reverse: ({ table, name }, before) => {
    const index = before.table(table)?.indexes.find((each) => each.name === name);
    if (index) return [{ op: 'createIndex', table, index }];
    return irreversible(`no op made index '${name}' on '${displayTable(table)}', so its columns are not known`);
  },
  evolve: (schema, { table, name }) =>
    changeTable(schema, table, (known) => ({ ...known, indexes: known.indexes.filter((index) => index.name !== name) })),
  source: ({ table, name, ifExists, on }) =>
    call('dropIndex', text(name), nameSource(table), settingsSource({ ifExists, on })),
};
