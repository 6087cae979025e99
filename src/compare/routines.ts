import type { DropRoutine } from '../ops/drop-routine.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { SchemaModel } from '../schema/model.ts';
import { findObject } from '../schema/model.ts';
import type { Routine } from '../schema/object.ts';
import type { Fragment } from '../sql/fragment.ts';
import { type Phase, difference } from './difference.ts';
import { textForm } from './forms.ts';
import { objectsOf } from './schemas.ts';
import { namesIn } from './words.ts';

const routinesOf = (model: SchemaModel): readonly Routine[] =>
  [...objectsOf(model, 'function'), ...objectsOf(model, 'procedure')].map((each) => each as Routine);

/** All of a routine but its name. */
export const routineForm = ({ definition, signature }: Pick<Routine, 'definition' | 'signature'>, dialect: Dialect): string =>
  JSON.stringify([textForm(definition, dialect), signature && textForm(signature, dialect)]);

const counterpart = (model: SchemaModel, { kind, name }: Routine): Routine | undefined =>
  findObject(model, kind, name) as Routine | undefined;

/** Those that are there and must become others. */
export const changedRoutines = (now: SchemaModel, wanted: SchemaModel, dialect: Dialect): readonly Routine[] =>
  routinesOf(now).filter((each) => {
    const after = counterpart(wanted, each);
    return after && routineForm(each, dialect) !== routineForm(after, dialect);
  });

const dropping = ({ kind, name, signature }: Routine): DropRoutine => ({ op: 'dropRoutine', kind, name, ...(signature && { signature }) });

/** Those that are no longer wanted: what used them is gone by now. */
export const dropRoutines: Phase = (now, wanted) =>
  routinesOf(now).filter((each) => !counterpart(wanted, each)).map((each) => difference(dropping(each)));

/** A changed one is dropped and made again: views and triggers that use it are gone by now. */
export const changeRoutines: Phase = (now, wanted, { dialect }) =>
  changedRoutines(now, wanted, dialect).flatMap((each) => {
    const after = counterpart(wanted, each)!;
    const isUsed = usedByTables(now, each) || usedByTables(wanted, each);
    const made = difference({ op: 'createRoutine', ...after, ...(isUsed && { orReplace: true }) });
    return isUsed ? [made] : [difference(dropping(each)), made];
  });

/** Those that the tables to come use, which must be there before them. */
export const createRoutinesForTables: Phase = (now, wanted) =>
  missing(now, wanted).filter((each) => usedByTables(wanted, each)).map((each) => difference({ op: 'createRoutine', ...each }));

export const createRoutines: Phase = (now, wanted) => missing(now, wanted).map((each) => difference({ op: 'createRoutine', ...each }));

const missing = (now: SchemaModel, wanted: SchemaModel): readonly Routine[] => routinesOf(wanted).filter((each) => !counterpart(now, each));

const usedByTables = ({ tables }: SchemaModel, { name }: Routine): boolean =>
  [...tables.values()].some(({ columns, constraints, indexes }) =>
    fragmentsIn([columns, constraints, indexes]).some((fragment) => namesIn(fragment).has(name.name.toLowerCase())),
  );

/** Every expression somewhere in data. */
function fragmentsIn(value: unknown): readonly Fragment[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sql' in value && Array.isArray(value.sql)) return [value as unknown as Fragment];
  return Object.values(value).flatMap(fragmentsIn);
}
