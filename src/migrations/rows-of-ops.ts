import { type DataFile, isDataFile } from '../ops/bulk-insert.ts';
import type { DeleteRows } from '../ops/delete-rows.ts';
import type { AuthoredOp, Op } from '../ops/index.ts';

/** The columns of a file of rows, where they are known. */
type ColumnsOf = (op: AuthoredOp, rows: DataFile) => readonly string[] | undefined;

/** The ops with the columns of their files of rows filled in, however deep they stand in other ops. */
export function mapRows<O extends AuthoredOp>(ops: readonly O[], columnsOf: ColumnsOf): readonly O[] {
  return ops.map((op) => mapOp(op, columnsOf) as O);
}

function mapOp(op: AuthoredOp, columnsOf: ColumnsOf): AuthoredOp {
  switch (op.op) {
    case 'bulkInsert':
      return isDataFile(op.rows) ? { ...op, columns: columnsOf(op, op.rows) ?? op.columns } : op;
    case 'deleteRows':
      return mapMatching(op, columnsOf);
    case 'forDialect': {
      const cases = Object.entries(op.cases).map(([dialect, each]) => [dialect, mapRows(each, columnsOf)]);
      return { ...op, cases: Object.fromEntries(cases) };
    }
    case 'onlyIf':
      return { ...op, ops: mapRows(op.ops, columnsOf) };
    case 'custom': {
      const { undo, effect } = op;
      const undone = Array.isArray(undo) ? mapRows(undo as readonly Op[], columnsOf) : undo;
      return { ...op, undo: undone, effect: { ...effect, ...(effect.ops && { ops: mapRows(effect.ops, columnsOf) }) } };
    }
    default:
      return op;
  }
}

function mapMatching(op: DeleteRows, columnsOf: ColumnsOf): DeleteRows {
  const { matching } = op;
  if (!matching || !isDataFile(matching.rows)) return op;
  return { ...op, matching: { ...matching, columns: columnsOf(op, matching.rows) ?? matching.columns } };
}
