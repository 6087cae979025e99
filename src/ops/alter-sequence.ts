import * as v from 'valibot';
import { type SchemaModel, findObject, putObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { SequenceOptions } from '../schema/object.ts';
import { call } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import { type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName, sequenceChanges } from './shapes.ts';
import { data, nameSource, settings as settingsSource } from './source.ts';

/** What of a sequence changes. `null` takes a bound away, so that the database's own holds. */
export type SequenceChanges = Omit<SequenceOptions, 'minValue' | 'maxValue'> & {
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
};

export interface AlterSequence extends OpBase {
  readonly op: 'alterSequence';
  readonly name: ObjectName;
  readonly to: SequenceChanges;
  /** The number that comes next. */
  readonly restart?: number;
}

/** `alterSequence('order_number', { increment: 10 }, { restart: 5000 })` */
export function alterSequence(
  name: TableRef,
  to: SequenceChanges,
  settings: Pick<AlterSequence, 'restart'> = {},
): AlterSequence {
  return { ...settings, op: 'alterSequence', name: toTableName(name), to, ...origin() };
}

function evolve(schema: SchemaModel, { name, to }: AlterSequence): SchemaModel {
  const known = findObject(schema, 'sequence', name);
  return known ? putObject(schema, { ...known, options: changed(known.options, to) }) : schema;
}

/** The options after the change. */
export const changed = (options: SequenceOptions, to: SequenceChanges): SequenceOptions =>
  Object.fromEntries(Object.entries({ ...options, ...to }).filter(([, value]) => value !== null));

const isBound = (option: string): boolean => option === 'minValue' || option === 'maxValue';

export const alterSequenceDefinition: OpDefinition<AlterSequence> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('alterSequence'),
      name: objectName,
      to: sequenceChanges,
      restart: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
      ...baseFields,
    }),
    v.check(({ to, restart }) => restart !== undefined || Object.keys(to).length > 0, 'expected at least one change'),
  ),
  describe: ({ name }) => `alter sequence ${displayTable(name)}`,
  reverse: ({ name, to, restart }, before) => {
    if (restart !== undefined) return irreversible(`the number that '${displayTable(name)}' came to before is not known`);
    const known = before.object('sequence', name)?.options as { readonly [option: string]: unknown } | undefined;
    const former = Object.keys(to).map((key) => [key, known?.[key] ?? (known && isBound(key) ? null : undefined)] as const);
    const lost = former.find(([, value]) => value === undefined);
    if (lost) return irreversible(`no op said what '${lost[0]}' of sequence '${displayTable(name)}' was before`);
    return [{ op: 'alterSequence', name, to: Object.fromEntries(former) }];
  },
  evolve,
  source: ({ name, to, restart }) => call('alterSequence', nameSource(name), data(to), settingsSource({ restart })),
};
