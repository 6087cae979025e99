import * as v from 'valibot';
import type { ObjectName } from '../schema/name.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { OpBase, OpDefinition } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

/** Brings the rows of a materialized view up to date. */
export interface RefreshView extends OpBase {
  readonly op: 'refreshView';
  readonly name: ObjectName;
  readonly on?: { readonly postgresql?: { readonly concurrently?: boolean } };
}

export function refreshView(name: TableRef, settings: Pick<RefreshView, 'on'> = {}): RefreshView {
  return { ...settings, op: 'refreshView', name: toTableName(name), ...origin() };
}

export const refreshViewDefinition: OpDefinition<RefreshView> = {
  shape: () => v.strictObject({
    op: v.literal('refreshView'),
    name: objectName,
    on: v.exactOptional(v.strictObject({ postgresql: v.exactOptional(v.strictObject({ concurrently: flag })) })),
    ...baseFields,
  }),
  describe: ({ name }) => `refresh materialized view ${displayTable(name)}`,
  // Its rows follow from the tables, whichever way those go.
  reverse: ({ name, on }) => [{ op: 'refreshView', name, ...(on && { on }) }],
  evolve: (schema) => schema,
  source: ({ name, on }) => call('refreshView', nameSource(name), settingsSource({ on })),
};
