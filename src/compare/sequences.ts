import type { Dialect } from '../dialects/dialect.ts';
import type { SequenceChanges } from '../ops/alter-sequence.ts';
import { displayTable } from '../ops/display.ts';
import { type SchemaModel, findObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { SequenceOptions } from '../schema/object.ts';
import { isFragment } from '../sql/fragment.ts';
import { type Phase, difference } from './difference.ts';
import { objectsOf } from './schemas.ts';
import { namesIn } from './words.ts';

export const createSequences: Phase = (now, wanted) =>
  objectsOf(wanted, 'sequence')
    .filter(({ name }) => !findObject(now, 'sequence', name))
    .map(({ name, options }) => difference({ op: 'createSequence', name, options }));

export const alterSequences: Phase = (now, wanted, { dialect }) =>
  objectsOf(wanted, 'sequence').flatMap(({ name, options }) => {
    const to = changedOptions(findObject(now, 'sequence', name)?.options ?? options, options, dialect);
    return Object.keys(to).length ? [difference({ op: 'alterSequence', name, to })] : [];
  });

/** Those that no default takes its numbers from by now. */
export const dropSequences: Phase = (now, wanted) =>
  objectsOf(now, 'sequence')
    .filter(({ name }) => !findObject(wanted, 'sequence', name) && !isUsed(now, name))
    .map(({ name }) => difference({ op: 'dropSequence', name }, `the number that '${displayTable(name)}' came to is lost`));

const isUsed = ({ tables }: SchemaModel, { name }: ObjectName): boolean =>
  [...tables.values()].some(({ columns }) =>
    columns.some(({ default: value }) => isFragment(value) && namesIn(value).has(name.toLowerCase())),
  );

/** Bounds that are said no more are taken away; of other options, the database's own values are said. */
function changedOptions(now: SequenceOptions, wanted: SequenceOptions, { stored }: Dialect): SequenceChanges {
  const [former, after] = [now, wanted].map((options) => stored.sequence(options));
  const changed = (Object.keys({ ...former, ...after }) as (keyof SequenceOptions)[]).filter((key) => former?.[key] !== after?.[key]);
  return Object.fromEntries(changed.map((key) => [key, after?.[key] ?? null]));
}
