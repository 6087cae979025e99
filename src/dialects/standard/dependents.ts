import type { Check, ForeignKey, PrimaryKey, Unique } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { indexUses } from '../../schema/uses.ts';
import { mentions } from '../../sql/mentions.ts';

/** What of a table's own constraints and indexes rests on one of its columns. */
export interface Dependents {
  readonly primaryKey?: PrimaryKey;
  readonly uniques: readonly Unique[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Checks whose expression mentions the column. */
  readonly checks: readonly Check[];
  /** Indexes with the column among their keys, in an expression or in their condition. */
  readonly indexes: readonly Index[];
}

const NONE: Dependents = { uniques: [], foreignKeys: [], checks: [], indexes: [] };

/** Nothing for a table that no op made. */
export function dependentsOf(table: Table | undefined, column: string): Dependents {
  if (!table) return NONE;
  const { constraints, indexes } = table;
  const primaryKey = constraints.find((each) => each.kind === 'primaryKey' && each.columns.includes(column));
  return {
    ...(primaryKey?.kind === 'primaryKey' && { primaryKey }),
    uniques: constraints.filter((each): each is Unique => each.kind === 'unique' && each.columns.includes(column)),
    foreignKeys: constraints.filter(
      (each): each is ForeignKey => each.kind === 'foreignKey' && each.columns.includes(column),
    ),
    checks: constraints.filter((each): each is Check => each.kind === 'check' && mentions(each.expression, column)),
    indexes: indexes.filter((index) => indexUses(index, column)),
  };
}
