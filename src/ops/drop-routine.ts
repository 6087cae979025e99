import * as v from 'valibot';
import { removeObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { RoutineKind } from '../schema/object.ts';
import type { Fragment } from '../sql/fragment.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { recreateRoutine } from './create-routine.ts';
import { displayTable } from './display.ts';
import { type SqlSource, toFragment } from './execute.ts';
import { regrant } from './grant.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, flag, fragment, objectName } from './shapes.ts';
import { nameSource, settings as settingsSource } from './source.ts';

/** A function or a procedure. */
export interface DropRoutine extends OpBase {
  readonly op: 'dropRoutine';
  readonly kind: RoutineKind;
  readonly name: ObjectName;
  /** The types of its arguments, where the database tells routines of one name apart by them (PostgreSQL). */
  readonly signature?: Fragment;
  readonly ifExists?: boolean;
  /** What rests on it goes with it. */
  readonly cascade?: boolean;
}

export interface DropRoutineSettings extends Pick<DropRoutine, 'ifExists' | 'cascade'> {
  readonly signature?: SqlSource;
}

const dropping = (kind: RoutineKind) =>
  (name: TableRef, { signature, ...settings }: DropRoutineSettings = {}): DropRoutine => ({
    ...settings,
    op: 'dropRoutine',
    kind,
    name: toTableName(name),
    ...(signature !== undefined && { signature: toFragment(signature) }),
    ...origin(),
  });

export const dropFunction = dropping('function');
export const dropProcedure = dropping('procedure');

export const dropRoutineDefinition: OpDefinition<DropRoutine> = {
  shape: () => v.strictObject({
    op: v.literal('dropRoutine'),
    kind: v.picklist(['function', 'procedure']),
    name: objectName,
    signature: v.exactOptional(fragment),
    ifExists: flag,
    cascade: flag,
    ...baseFields,
  }),
  describe: ({ kind, name }) => `drop ${kind} ${displayTable(name)}`,
  reverse: ({ kind, name }, before) => {
    const former = before.object(kind, name);
    if (former) return [recreateRoutine(former), ...regrant(before, kind, name)];
    return irreversible(`no op made ${kind} '${displayTable(name)}', so its definition is not known`);
  },
  evolve: (schema, { kind, name }) => removeObject(schema, kind, name),
  source: ({ kind, name, signature, ifExists, cascade }) =>
    call(
      kind === 'function' ? 'dropFunction' : 'dropProcedure',
      nameSource(name),
      settingsSource({ signature, ifExists, cascade }),
    ),
};
