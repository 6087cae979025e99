import type { AddColumn } from '../../ops/add-column.ts';
import type { AddConstraint } from '../../ops/add-constraint.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import type { DropColumn } from '../../ops/drop-column.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import { type Op, evolve } from '../../ops/index.ts';
import type { RebuildTable } from '../../ops/rebuild-table.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import type { SetTableOptions } from '../../ops/set-table-options.ts';
import { EMPTY_SCHEMA, type SchemaView, findTable, putTable } from '../../schema/model.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { isUsed } from '../../schema/uses.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { has } from '../server.ts';
import { withOwnCollation } from '../standard/collation.ts';
import * as standard from '../standard/columns.ts';
import { addInPlace, canBeAdded } from './add-in-place.ts';
import { checkAddColumn, checkDropColumn } from './columns-checked.ts';
import { type Change, rebuild } from './rebuild.ts';

export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const known = context.schema.table(op.table);
  if (op.ifNotExists && known?.columns.some(({ name }) => name === op.column.name)) return [];
  checkAddColumn(op);
  if (canBeAdded(op, context)) return addInPlace(op, context);
  return rebuild(op.table, [op], context, `SQLite adds '${op.column.name}' only by rebuilding the table`);
}

/** What is used elsewhere cannot be dropped: https://www.sqlite.org/lang_altertable.html#altertabdropcol */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  checkDropColumn(op);
  const known = context.schema.table(op.table);
  const stands = !known || !isUsed(known, op.column);
  if (stands && has(context, 3, 35)) return standard.dropColumn(op, context);
  return rebuild(op.table, [op], context, `SQLite drops '${op.column}' only by rebuilding the table`);
}

/** A comment is not written: SQLite keeps none. */
export function alterColumn(written: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const op = withOwnCollation(written, context.dialect);
  if (!isChanged(op, true)) return [];
  return changed(op.table, [op], context, `SQLite changes '${op.column}' only by rebuilding the table`);
}

/** Whether SQLite has anything of what changes. */
function isChanged({ to }: AlterColumn, withName: boolean): boolean {
  const { comment: _, on: __, name, ...rest } = to;
  return (withName && name !== undefined) || Object.values(rest).some((each) => each !== undefined);
}

const CONSTRAINTS = 'SQLite changes constraints only by rebuilding the table';

/** `addConstraint`, `dropConstraint` and `renameConstraint`. */
export const changeConstraint = (
  op: AddConstraint | DropConstraint | RenameConstraint,
  context: LoweringContext,
): readonly Lowered[] => rebuild(op.table, [op], context, CONSTRAINTS);

/** Options of other databases change nothing here. */
export function setTableOptions(op: SetTableOptions, context: LoweringContext): readonly Lowered[] {
  const { strict, withoutRowid } = op.on.sqlite ?? {};
  const known = context.schema.table(op.table);
  const former = known?.on?.sqlite ?? {};
  const differs = (to: boolean | undefined, from = false): boolean => to !== undefined && (to !== from || !known);
  if (!differs(strict, former.strict) && !differs(withoutRowid, former.withoutRowid)) return [];
  return rebuild(op.table, [op], context, 'SQLite changes the options of a table only by rebuilding it');
}

export const rebuildTable = ({ table, changes }: RebuildTable, context: LoweringContext): readonly Lowered[] =>
  changed(table, changes, context, 'SQLite makes a table anew from what it knows of it');

const renames = (change: Change): change is AlterColumn & { readonly to: { readonly name: string } } =>
  change.op === 'alterColumn' && change.to.name !== undefined;

/**
 * One rebuild for all changes, but for new names: RENAME COLUMN also corrects the text of triggers and views, and
 * stands between the changes before it and those after it:
 * https://www.sqlite.org/lang_altertable.html#alter_table_rename_column
 */
export function changed(
  table: TableName,
  changes: readonly Change[],
  context: LoweringContext,
  reason: string,
): readonly Lowered[] {
  const at = has(context, 3, 25) ? changes.findIndex(renames) : -1;
  const op = changes[at];
  if (!op || !renames(op)) return rebuild(table, changes, context, reason);
  const { name, ...to } = op.to;
  const first = [...changes.slice(0, at), ...(isChanged(op, false) ? [{ ...op, to }] : [])];
  const then = changes.slice(at + 1);
  return [
    ...(first.length ? rebuild(table, first, context, reason) : []),
    ...standard.renameColumn(table, op.column, name, context.dialect),
    ...(then.length ? changed(table, then, after(changes.slice(0, at + 1), table, context), reason) : []),
  ];
}

/** The context with one table as some changes leave it. */
function after(changes: readonly Op[], table: TableName, context: LoweringContext): LoweringContext {
  const known = context.schema.table(table);
  if (!known) return context;
  const made = findTable(changes.reduce(evolve, putTable(EMPTY_SCHEMA, known)), table);
  const schema: SchemaView = {
    ...context.schema,
    table: (asked) => (sameName(asked, table) ? made : context.schema.table(asked)),
  };
  return { ...context, schema };
}
