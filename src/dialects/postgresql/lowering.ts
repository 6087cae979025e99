import type { Lowering } from '../dialect.ts';
import { setTableComment } from '../standard/comments.ts';
import { expects, onlyIf, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { DESCRIBED } from '../standard/described.ts';
import { execute } from '../standard/execute.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { createRoutine } from '../standard/routines.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { createSchema, dropSchema } from '../standard/schemas.ts';
import { alterSequence, createSequence, dropSequence } from '../standard/sequences.ts';
import { renameTable } from '../standard/tables.ts';
import { createView, dropView } from '../standard/views.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { addConstraint, dropConstraint, renameConstraint, validateConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { grant, revoke } from './grants.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { createTrigger, dropRoutine, dropTrigger } from './routines.ts';
import { setTableOptions } from './table-options.ts';
import { createTable, dropTable } from './tables.ts';
import { refreshView } from './views.ts';
import { runOnlyIf, stopUnless } from './conditions.ts';

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable,
  describesTable: DESCRIBED,
  setTableComment,
  setTableOptions,
  rebuildTable: changeOneByOne,
  addColumn,
  dropColumn,
  alterColumn,
  createIndex,
  dropIndex,
  renameIndex,
  addConstraint,
  dropConstraint,
  renameConstraint,
  validateConstraint,
  createEnum,
  dropEnum,
  addEnumValue,
  renameEnumValue,
  createSequence: createSequence('NO CYCLE'),
  alterSequence: alterSequence('NO CYCLE'),
  dropSequence,
  createSchema,
  dropSchema,
  createView,
  dropView,
  refreshView,
  createRoutine,
  dropRoutine,
  createTrigger,
  dropTrigger,
  grant,
  revoke,
  bulkInsert,
  insertFrom,
  updateRows,
  deleteRows,
  execute,
  requires: requires(stopUnless),
  expects: expects(stopUnless),
  onlyIf: onlyIf(runOnlyIf),
  custom,
};
