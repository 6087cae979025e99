import * as v from 'valibot';
import { putObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { View } from '../schema/object.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnNames, flag, fragment, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource, sqlSource } from './source.ts';

export interface CreateView extends OpBase, Omit<View, 'kind'> {
  readonly op: 'createView';
  readonly orReplace?: boolean;
}

export interface CreateViewSettings extends Pick<CreateView, 'columns' | 'materialized' | 'orReplace'> {}

/** `` createView('rich', sql`SELECT id FROM customer WHERE balance > 100`) `` */
export function createView(name: TableRef, query: SqlSource, settings: CreateViewSettings = {}): CreateView {
  return { ...settings, op: 'createView', name: toTableName(name), query: toFragment(query), ...origin() };
}

const viewOf = ({ name, query, columns, materialized }: CreateView): View => ({
  kind: 'view',
  name,
  query,
  ...(columns && { columns }),
  ...(materialized && { materialized }),
});

/** The op that makes a view as it is. */
export function recreateView({ kind: _, ...view }: View, orReplace: boolean): CreateView {
  return { op: 'createView', ...view, ...(orReplace && { orReplace }) };
}

/** What kind of view, in words. */
export const displayView = ({ name, materialized }: { readonly name: ObjectName; readonly materialized?: boolean }): string =>
  `${materialized ? 'materialized ' : ''}view ${displayTable(name)}`;

export const createViewDefinition: OpDefinition<CreateView> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('createView'),
      name: objectName,
      query: fragment,
      columns: v.exactOptional(columnNames),
      materialized: flag,
      orReplace: flag,
      ...baseFields,
    }),
    v.check(({ materialized, orReplace }) => !materialized || !orReplace, 'a materialized view cannot be replaced: drop it before'),
  ),
  describe: (op) => `create ${op.orReplace ? 'or replace ' : ''}${displayView(op)}`,
  reverse: ({ name, materialized, orReplace }, before) => {
    if (!orReplace) return [{ op: 'dropView', name, ...(materialized && { materialized }) }];
    const former = before.object('view', name);
    if (former) return [recreateView(former, true)];
    return irreversible(`whether view '${displayTable(name)}' was there before is not known`);
  },
  evolve: (schema, op) => putObject(schema, viewOf(op)),
  source: ({ name, query, columns, materialized, orReplace }) =>
    call('createView', nameSource(name), sqlSource(query), settingsSource({ columns, materialized, orReplace })),
};
