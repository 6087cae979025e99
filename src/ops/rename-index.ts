import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { TableName } from '../schema/table.ts';
import { call, text } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, identifier, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

export interface RenameIndex extends OpBase {
  readonly op: 'renameIndex';
  readonly table: TableName;
  readonly name: string;
  readonly to: string;
}

/** `renameIndex('ix_account_mail', 'account', 'ix_account_email')` */
export function renameIndex(name: string, table: TableRef, to: string): RenameIndex {
  return { op: 'renameIndex', table: toTableName(table), name, to, ...origin() };
}

export const renameIndexDefinition: OpDefinition<RenameIndex> = {
  shape: () => v.strictObject({ op: v.literal('renameIndex'), table: objectName, name: identifier, to: identifier, ...baseFields }),
  describe: ({ table, name, to }) => `rename index ${name} on ${displayTable(table)} to ${to}`,
  reverse: ({ table, name, to }) => [{ op: 'renameIndex', table, name: to, to: name }],
  evolve: (schema, { table, name, to }) =>
    changeTable(schema, table, (known) => ({
      ...known,
      indexes: known.indexes.map((index) => (index.name === name ? { ...index, name: to } : index)),
    })),
  source: ({ table, name, to }) => call('renameIndex', text(name), nameSource(table), text(to)),
};
