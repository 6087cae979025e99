import type { SchemaView } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import { type Cascade, cascadeOf, viewOn } from '../schema/referring.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, irreversible } from './op.ts';

/** What undoes an op with `cascade`: what undoes the op alone, then the foreign keys that went with it. */
export const undoCascade = (back: readonly Op[], before: SchemaView, cascade: Cascade): readonly Op[] => [
  ...back,
  ...cascadeOf(before, cascade).map((each): Op => ({ op: 'addConstraint', ...each })),
];

/** Where a view may go with what is dropped: how it comes back is not known, nor whether it must. */
export function viewGoes(before: SchemaView, name: ObjectName): Irreversible | undefined {
  const view = viewOn(before, name);
  if (!view) return undefined;
  const [first, second] = [displayTable(view), displayTable(name)];
  return irreversible(`view '${first}' names '${second}' and may go with it; drop the view in an op of its own before`);
}
