import * as v from 'valibot';
import { EMPTY_SCHEMA, type SchemaModel, type SchemaView, putTable, viewOf } from '../schema/model.ts';
import { sameName } from '../schema/name.ts';
import type { Table, TableName } from '../schema/table.ts';
import { call, list } from '../typescript/index.ts';
import { type TableRef, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, type OpFunctions, isIrreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, objectName } from './shapes.ts';
import { nameSource } from './source.ts';

/** What a table is rebuilt for: changes of its columns and constraints. */
const CHANGES = ['addColumn', 'dropColumn', 'alterColumn', 'addConstraint', 'dropConstraint', 'renameConstraint', 'setTableOptions'] as const;

type Change = Extract<Op, { readonly op: (typeof CHANGES)[number] }>;

/**
 * Several changes of one table in one go. SQLite makes the table anew once for all of them; the other databases take
 * one change after the other. Without changes SQLite makes the table anew as it is.
 */
export interface RebuildTable extends OpBase {
  readonly op: 'rebuildTable';
  readonly table: TableName;
  readonly changes: readonly Change[];
}

/** `rebuildTable('account', [dropColumn('account', 'a'), alterColumn('account', 'b', { nullable: false })])` */
export function rebuildTable(table: TableRef, changes: readonly Change[] = []): RebuildTable {
  return { op: 'rebuildTable', table: toTableName(table), changes, ...origin() };
}

/**
 * Each change sees the table as those before it leave it. What went with a change from other tables comes back once the
 * table is as it was.
 */
function reverseAll(
  { table, changes }: RebuildTable,
  before: SchemaView,
  { reverse, evolve }: OpFunctions,
): readonly Op[] | Irreversible {
  const back: Change[] = [];
  const others: Op[] = [];
  let model = seen(table, changes, before).reduce(putTable, EMPTY_SCHEMA);
  for (const change of changes) {
    const undone = reverse(change, { ...viewOf(model), views: before.views });
    if (isIrreversible(undone)) return undone;
    const [own, other] = partition(undone, (op) => 'table' in op && sameName(op.table, table));
    back.unshift(...(own as readonly Change[]));
    others.unshift(...other);
    model = evolve(model, change);
  }
  return [{ op: 'rebuildTable', table, changes: back }, ...others];
}

/** The tables that the changes touch: only CASCADE goes beyond the one. */
function seen(table: TableName, changes: readonly Change[], before: SchemaView): readonly Table[] {
  if (changes.some((change) => 'cascade' in change && change.cascade)) return before.tables();
  const known = before.table(table);
  return known ? [known] : [];
}

const partition = <T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

export const rebuildTableDefinition: OpDefinition<RebuildTable> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('rebuildTable'),
      table: objectName,
      changes: v.custom<readonly Change[]>(Array.isArray, 'expected a list of changes'),
      ...baseFields,
    }),
    v.check(
      ({ changes }) => changes.every((change) => (CHANGES as readonly unknown[]).includes(change?.op)),
      `expected changes of columns and constraints: ${CHANGES.join(', ')}`,
    ),
    v.check(
      ({ table, changes }) => changes.every((change) => sameName(change.table, table)),
      'expected changes of the same table',
    ),
  ),
  describe: ({ table, changes }) => `rebuild table ${displayTable(table)} with ${changes.length} change${changes.length === 1 ? '' : 's'}`,
  reverse: reverseAll,
  evolve: (schema, { changes }, { evolve }) => changes.reduce<SchemaModel>(evolve, schema),
  source: ({ table, changes }, { source }) => call('rebuildTable', nameSource(table), list(changes.map(source))),
};
