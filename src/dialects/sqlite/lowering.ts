import { type Lowering, needless, unsupported } from '../dialect.ts';
import { bulkInsertOf } from '../standard/data.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { custom } from '../standard/custom.ts';
import { execute } from '../standard/execute.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { dropIndex } from '../standard/indexes.ts';
import { dropTable, renameTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { createIndex } from './indexes.ts';
import { createTable } from './tables.ts';

/** A statement of 500 rows stays far below the 1,000,000 bytes of https://www.sqlite.org/limits.html#max_sql_length. */
const ROWS_PER_STATEMENT = 500;

const NOT_YET = unsupported('it is not written yet', 'Write it with execute(…).');

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable,
  addColumn,
  dropColumn,
  alterColumn,
  createIndex,
  dropIndex,
  addConstraint,
  dropConstraint,
  setTableComment: needless('SQLite keeps no comments; they are for readers of the migration'),
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  bulkInsert: bulkInsertOf(ROWS_PER_STATEMENT),
  execute,
  setTableOptions: NOT_YET,
  rebuildTable: NOT_YET,
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
