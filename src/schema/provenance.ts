import { Map as ImmutableMap } from 'immutable';
import type { Place } from '../diagnostics.ts';
import type { Table } from './table.ts';

/** What made a part of the schema as it is now. */
export interface Maker {
  readonly revision: string;
  /** Where the op stands; the file alone where it says no line. */
  readonly place: Place;
}

/**
 * Who made each table, column, constraint, index and other object. They are the keys themselves, since nothing of a model
 * is ever changed in its place: a column that a renamed table takes along is the same column.
 */
export type Provenance = ImmutableMap<object, Maker>;

export const UNKNOWN_MAKERS: Provenance = /* @__PURE__ */ ImmutableMap();

/** With the parts of a table that are new or other than they were; what is only copied keeps its maker. */
export function stampTable(made: Provenance, maker: Maker, former: Table | undefined, table: Table): Provenance {
  const parts = partsOf(table).filter((part) => !made.has(part));
  if (parts.length === 0) return made;
  const before = new Map(former && partsOf(former).map((part) => [textOf(part), part]));
  return made.withMutations((all) => {
    for (const part of parts) {
      const same = before.get(textOf(part));
      all.set(part, (same && made.get(same)) ?? maker);
    }
  });
}

const partsOf = (table: Table): readonly object[] => [table, ...table.columns, ...table.constraints, ...table.indexes];

/** A table's own text says nothing of its parts, which have makers of their own. */
const textOf = (part: object): string =>
  JSON.stringify('columns' in part && 'indexes' in part ? { ...part, columns: 0, constraints: 0, indexes: 0 } : part);
