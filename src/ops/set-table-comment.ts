import * as v from 'valibot';
import { changeTable } from '../schema/model.ts';
import type { Table, TableName } from '../schema/table.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { data, nameSource } from './source.ts';

export interface SetTableComment extends OpBase {
  readonly op: 'setTableComment';
  readonly table: TableName;
  /** `null` takes the comment away. */
  readonly comment: string | null;
}

/** `setTableComment('account', 'One row per customer account')` */
export function setTableComment(table: TableRef, comment: string | null): SetTableComment {
  return { op: 'setTableComment', table: toTableName(table), comment, ...origin() };
}

function commented({ comment: _, ...table }: Table, comment: string | null): Table {
  return comment === null ? table : { ...table, comment };
}

export const setTableCommentDefinition: OpDefinition<SetTableComment> = {
  shape: () => v.strictObject({
    op: v.literal('setTableComment'),
    table: objectName,
    comment: v.nullable(v.string()),
    ...baseFields,
  }),
  describe: ({ table, comment }) => `${comment === null ? 'drop' : 'set'} comment of table ${displayTable(table)}`,
  reverse: ({ table }, before) => {
    const known = before.table(table);
    if (known) return [{ op: 'setTableComment', table, comment: known.comment ?? null }];
    return irreversible(`no op made table '${displayTable(table)}', so its former comment is not known`);
  },
  evolve: (schema, { table, comment }) => changeTable(schema, table, (known) => commented(known, comment)),
  source: ({ table, comment }) => call('setTableComment', nameSource(table), data(comment)),
};
