import * as v from 'valibot';
import { findObject, putObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { SequenceOptions } from '../schema/object.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, objectName, sequenceOptions } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

export interface CreateSequence extends OpBase {
  readonly op: 'createSequence';
  readonly name: ObjectName;
  readonly options: SequenceOptions;
  readonly ifNotExists?: boolean;
}

export interface CreateSequenceSettings extends SequenceOptions, Pick<CreateSequence, 'ifNotExists'> {}

/** `createSequence('order_number', { start: 1000 })`; `nextValue('order_number')` takes its next number. */
export function createSequence(name: TableRef, { ifNotExists, ...options }: CreateSequenceSettings = {}): CreateSequence {
  return { op: 'createSequence', name: toTableName(name), options, ...(ifNotExists && { ifNotExists }), ...origin() };
}

export const createSequenceDefinition: OpDefinition<CreateSequence> = {
  shape: () => v.strictObject({
    op: v.literal('createSequence'),
    name: objectName,
    options: sequenceOptions,
    ifNotExists: flag,
    ...baseFields,
  }),
  describe: ({ name }) => `create sequence ${displayTable(name)}`,
  reverse: ({ name, ifNotExists }, before) => {
    if (!ifNotExists) return [{ op: 'dropSequence', name }];
    if (before.object('sequence', name)) return [];
    return irreversible(`whether sequence '${displayTable(name)}' was there before is not known`);
  },
  evolve: (schema, { name, options, ifNotExists }) =>
    ifNotExists && findObject(schema, 'sequence', name) ? schema : putObject(schema, { kind: 'sequence', name, options }),
  source: ({ name, options, ifNotExists }) =>
    call('createSequence', nameSource(name), settingsSource({ ...options, ifNotExists })),
};
