import * as v from 'valibot';
import { putObject } from '../schema/model.ts';
import type { Routine, RoutineKind } from '../schema/object.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, fragment, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource, sqlSource } from './source.ts';

/** A function or a procedure. */
export interface CreateRoutine extends OpBase {
  readonly op: 'createRoutine';
  readonly kind: RoutineKind;
  readonly name: Routine['name'];
  /** All that follows the name, in the words of the dialect. */
  readonly definition: Routine['definition'];
  /** The types of its arguments, where the database tells routines of one name apart by them (PostgreSQL). */
  readonly signature?: Routine['signature'] & {};
  readonly orReplace?: boolean;
}

export interface CreateRoutineSettings {
  /** `'integer, text'` */
  readonly signature?: SqlSource;
  readonly orReplace?: boolean;
}

const creating = (kind: RoutineKind) =>
  (name: TableRef, definition: SqlSource, { signature, ...settings }: CreateRoutineSettings = {}): CreateRoutine => ({
    ...settings,
    op: 'createRoutine',
    kind,
    name: toTableName(name),
    definition: toFragment(definition),
    ...(signature !== undefined && { signature: toFragment(signature) }),
    ...origin(),
  });

/** `createFunction('twice', { postgresql: '(n integer) RETURNS integer LANGUAGE sql AS $$ SELECT 2 * n $$' })` */
export const createFunction = creating('function');
export const createProcedure = creating('procedure');

/** The op that makes a routine as it is. */
export const recreateRoutine = (routine: Routine): CreateRoutine => ({ op: 'createRoutine', ...routine });

export const createRoutineDefinition: OpDefinition<CreateRoutine> = {
  shape: () => v.strictObject({
    op: v.literal('createRoutine'),
    kind: v.picklist(['function', 'procedure']),
    name: objectName,
    definition: fragment,
    signature: v.exactOptional(fragment),
    orReplace: flag,
    ...baseFields,
  }),
  describe: ({ kind, name, orReplace }) => `create ${orReplace ? 'or replace ' : ''}${kind} ${displayTable(name)}`,
  reverse: ({ kind, name, signature, orReplace }, before) => {
    if (!orReplace) return [{ op: 'dropRoutine', kind, name, ...(signature && { signature }) }];
    const former = before.object(kind, name);
    if (former) return [{ ...recreateRoutine(former), orReplace }];
    return irreversible(`whether ${kind} '${displayTable(name)}' was there before is not known`);
  },
  evolve: (schema, { kind, name, definition, signature }) =>
    putObject(schema, { kind, name, definition, ...(signature && { signature }) }),
  source: ({ kind, name, definition, signature, orReplace }) =>
    call(
      kind === 'function' ? 'createFunction' : 'createProcedure',
      nameSource(name),
      sqlSource(definition),
      settingsSource({ signature, orReplace }),
    ),
};
