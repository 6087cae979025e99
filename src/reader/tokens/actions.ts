/** What the ALTER TABLE of several databases has in common. */
import type { AlterColumn, ColumnChanges } from '../../ops/alter-column.ts';
import type { Op } from '../../ops/index.ts';
import { findTable } from '../../schema/model.ts';
import type { Column, TableName } from '../../schema/table.ts';
import { addedConstraint, constraintNamed } from '../schema-facts.ts';
import type { Item } from './create-table.ts';
import { type Cursor, need, needName, take } from './cursor.ts';

/** What a line adds to a table that is there. */
export function added(item: Item, table: TableName, { before }: Cursor): readonly Op[] {
  if ('index' in item) return [{ op: 'createIndex', table, index: item.index }];
  if ('constraint' in item) return addedConstraint(table, item.constraint, before);
  return [{ op: 'addColumn', table, ...item, indexes: [] }];
}

/** `RENAME COLUMN a TO b`, behind RENAME. */
export function renamedColumn(cursor: Cursor, table: TableName): Op {
  take(cursor, 'COLUMN');
  const column = needName(cursor);
  need(cursor, 'TO');
  return changed(table, column, { name: needName(cursor) });
}

export const changed = (table: TableName, column: string, to: ColumnChanges): AlterColumn => ({ op: 'alterColumn', table, column, to });

/** The column before the statement, where an op made it. */
export const formerColumn = ({ before }: Cursor, table: TableName, column: string): Column | undefined =>
  findTable(before, table)?.columns.find(({ name }) => name.toLowerCase() === column.toLowerCase());

/** `DROP CONSTRAINT name`, behind those words. */
export function droppedConstraint(cursor: Cursor, table: TableName): Op {
  const ifExists = take(cursor, 'IF EXISTS');
  const name = needName(cursor);
  const { kind } = constraintNamed(table, name, cursor.before);
  return { op: 'dropConstraint', table, name, kind, ...(ifExists && { ifExists }) };
}

const FACTS = ['default', 'identity', 'generated', 'collation', 'comment', 'on'] as const;

/** A column that is said anew in full, in these letters: what is not said of it is gone. */
export function restated(table: TableName, written: Column, former: Column | undefined, name = former?.name ?? written.name): Op {
  const { name: to, type, nullable } = written;
  const facts = FACTS.filter((fact) => fact !== 'on').flatMap((fact) => {
    if (written[fact] !== undefined) return [[fact, written[fact]]];
    return former && former[fact] === undefined ? [] : [[fact, null]];
  });
  const on = restatedOptions(written, former);
  return changed(table, name, { ...(to !== name && { name: to }), type, nullable, ...Object.fromEntries(facts), ...(on && { on }) });
}

/** Options that are not said any more are taken away one by one. */
function restatedOptions({ on = {} }: Column, former: Column | undefined): ColumnChanges['on'] {
  const options = ['mysql', 'mariadb'] as const;
  const pairs = options.flatMap((dialect) => {
    const gone = Object.keys(former?.on?.[dialect] ?? {}).map((option) => [option, null]);
    const all = { ...Object.fromEntries(gone), ...on[dialect] };
    return Object.keys(all).length > 0 ? [[dialect, all]] : [];
  });
  return pairs.length > 0 ? (Object.fromEntries(pairs) as ColumnChanges['on'] & {}) : undefined;
}
