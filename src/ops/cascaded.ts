import type { SchemaView } from '../schema/model.ts';
import { type Rests, referring, viewOn } from '../schema/referring.ts';
import type { TableName } from '../schema/table.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, irreversible } from './op.ts';

/**
 * What undoes an op with `cascade`: after the op's own reverse, the foreign keys that went with it.
 *
 * @param table what views may rest on
 */
export function cascaded(
  back: readonly Op[],
  before: SchemaView,
  rests: Rests,
  table?: TableName,
): readonly Op[] | Irreversible {
  const view = table && viewOn(before, table);
  if (view) {
    return irreversible(
      `view '${displayTable(view)}' names '${displayTable(table)}' and may go with it; drop the view in an op of its own before`,
    );
  }
  return [...back, ...referring(before.tables(), rests).map((each): Op => ({ op: 'addConstraint', ...each }))];
}
