import { type Lowering, needless, unsupported } from '../dialect.ts';
import { addColumnWithComment } from '../standard/column-with-comment.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { custom } from '../standard/custom.ts';
import { execute } from '../standard/execute.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { dropIndexOnTable } from '../standard/indexes.ts';
import { dropTable } from '../standard/tables.ts';
import { renameTableInSchema, setTableCommentOption } from '../standard/table-with-options.ts';
import { alterColumn } from './alter-column.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { dropColumnWithDependents } from '../standard/drop-column-with-dependents.ts';
import { createIndex } from './indexes.ts';
import { createTable } from './tables.ts';

const NOT_YET = unsupported('it is not written yet', 'Write it with execute(…).');

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable: renameTableInSchema,
  addColumn: addColumnWithComment,
  dropColumn: dropColumnWithDependents(dropConstraint),
  alterColumn,
  createIndex,
  dropIndex: dropIndexOnTable,
  addConstraint,
  dropConstraint,
  setTableComment: setTableCommentOption,
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  bulkInsert,
  execute,
  setTableOptions: NOT_YET,
  rebuildTable: changeOneByOne,
  renameIndex: NOT_YET,
  renameConstraint: NOT_YET,
  validateConstraint: NOT_YET,
  addEnumValue: addEnumValueInColumns,
  renameEnumValue: renameEnumValueInColumns,
  createSequence: NOT_YET,
  alterSequence: NOT_YET,
  dropSequence: NOT_YET,
  createSchema: NOT_YET,
  dropSchema: NOT_YET,
  createView: NOT_YET,
  dropView: NOT_YET,
  refreshView: NOT_YET,
  createRoutine: NOT_YET,
  dropRoutine: NOT_YET,
  createTrigger: NOT_YET,
  dropTrigger: NOT_YET,
  grant: NOT_YET,
  revoke: NOT_YET,
  insertFrom,
  updateRows,
  deleteRows,
  custom,
};
