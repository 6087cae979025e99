import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { renameColumn } from '../standard/columns.ts';
import { writeFragment } from '../write.ts';
import { rebuild } from './rebuild.ts';

/**
 * Only the name changes in place; and it changes last, since RENAME COLUMN also corrects the text of checks, indexes,
 * triggers and views. A comment is not written: SQLite keeps none.
 */
export function alterColumn(op: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const { name, ...changes } = op.to;
  return [
    ...rebuilt({ ...op, to: changes }, context),
    ...(name === undefined ? [] : renameColumn(op.table, op.column, name, context.dialect)),
  ];
}

function rebuilt(op: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const { column, using } = op;
  const { comment: _, ...changes } = op.to;
  if (Object.values(changes).every((change) => change === undefined)) return [];
  return rebuild(op, context, {
    reason: `SQLite changes '${column}' only by rebuilding the table`,
    ...(using && { values: { [column]: writeFragment(context.dialect, using) } }),
  });
}
