import type { Dialect } from '../dialects/dialect.ts';
import { findObject } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import type { Trigger } from '../schema/object.ts';
import { type Phase, difference } from './difference.ts';
import { textForm } from './forms.ts';
import { changedRoutines } from './routines.ts';
import { objectsOf } from './schemas.ts';
import { goingTables } from './table-pair.ts';
import { namesIn } from './words.ts';

/** All of a trigger but its name. */
export const triggerForm = ({ table, definition }: Trigger, dialect: Dialect): string => JSON.stringify([keyOf(table), textForm(definition, dialect)]);

/** Those of a table or a view that goes go with it. */
export const dropTriggers: Phase = (now, wanted, context) => {
  const { dialect } = context;
  const gone = new Set(goingTables(now, wanted, context).map(({ name }) => keyOf(name)));
  const routines = changedRoutines(now, wanted, dialect);
  return objectsOf(now, 'trigger')
    .filter((trigger) => {
      const after = findObject(wanted, 'trigger', trigger.name);
      const isSame = after && triggerForm(trigger, dialect) === triggerForm(after, dialect);
      const rests = routines.some(({ name }) => namesIn(trigger.definition).has(name.name.toLowerCase()));
      return !gone.has(keyOf(trigger.table)) && (!isSame || rests);
    })
    .map(({ name: { name }, table }) => difference({ op: 'dropTrigger', name, table }));
};

export const createTriggers: Phase = (now, wanted) =>
  objectsOf(wanted, 'trigger')
    .filter(({ name }) => !findObject(now, 'trigger', name))
    .map(({ name: { name }, table, definition }) => difference({ op: 'createTrigger', name, table, definition }));
