import { type Lowering, unsupported } from '../dialect.ts';
import { dropColumn } from '../standard/columns.ts';
import { setTableComment } from '../standard/comments.ts';
import { addConstraint, dropConstraint } from '../standard/constraints.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { custom } from '../standard/custom.ts';
import { execute } from '../standard/execute.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { dropTable, renameTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { bulkInsert } from './data.ts';
import { createEnum, dropEnum } from './enums.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { createTable } from './tables.ts';

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
  setTableComment,
  createEnum,
  dropEnum,
  bulkInsert,
  execute,
  setTableOptions: NOT_YET,
  rebuildTable: changeOneByOne,
  renameIndex: NOT_YET,
  renameConstraint: NOT_YET,
  validateConstraint: NOT_YET,
  addEnumValue: NOT_YET,
  renameEnumValue: NOT_YET,
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
