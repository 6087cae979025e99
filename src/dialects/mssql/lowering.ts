import { type Lowering, needless, unsupported } from '../dialect.ts';
import { dropConstraint } from '../standard/constraints.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { custom } from '../standard/custom.ts';
import { execute } from '../standard/execute.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { dropIndexOnTable } from '../standard/indexes.ts';
import { dropTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { setTableComment } from './comments.ts';
import { addConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { dropColumn } from './drop-column.ts';
import { createIndex } from './indexes.ts';
import { createTable, renameTable } from './tables.ts';

const NOT_YET = unsupported('it is not written yet', 'Write it with execute(…).');

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable,
  addColumn,
  dropColumn,
  alterColumn,
  createIndex,
  dropIndex: dropIndexOnTable,
  addConstraint,
  dropConstraint,
  setTableComment,
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
