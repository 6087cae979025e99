import { type Lowering, needless } from '../dialect.ts';
import { DESCRIBED } from '../standard/described.ts';
import { alterSequence } from '../standard/sequences.ts';
import { deleteCounted, updateCounted } from '../standard/counted-before.ts';
import { expects, onlyIf, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { NO_VALIDATION } from '../standard/kept-constraints.ts';
import { renameKeyedIndex } from '../standard/keyed-indexes.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { NO_REFRESH, createView, dropView } from '../standard/plain-views.ts';
import { renameKeptConstraint } from '../standard/rename-kept-constraint.ts';
import { insertFrom } from '../standard/rows.ts';
import { createRoutine, dropRoutine, dropTrigger } from '../standard/schema-triggers.ts';
import { stopBySignal } from '../standard/stop-unless.ts';
import {
  dropTable, renameTableInSchema, setTableCommentOption, setTableOptions,
} from '../standard/table-with-options.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { grant, revoke } from './grants.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { createSchema, dropSchema } from './schemas.ts';
import { createSequence, dropSequence } from './sequences.ts';
import { createTable } from './tables.ts';
import { createTrigger } from './triggers.ts';
import { runOnlyIf, stopUnless } from './conditions.ts';

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable: renameTableInSchema,
  describesTable: DESCRIBED,
  addColumn,
  dropColumn,
  alterColumn,
  createIndex,
  dropIndex,
  addConstraint,
  dropConstraint,
  setTableComment: setTableCommentOption,
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  bulkInsert,
  execute,
  setTableOptions,
  rebuildTable: changeOneByOne,
  renameIndex: renameKeyedIndex,
  renameConstraint: renameKeptConstraint('CONSTRAINT'),
  validateConstraint: NO_VALIDATION,
  addEnumValue: addEnumValueInColumns,
  renameEnumValue: renameEnumValueInColumns,
  createSequence,
  alterSequence: alterSequence('NOCYCLE'),
  dropSequence,
  createSchema,
  dropSchema,
  createView,
  dropView,
  refreshView: NO_REFRESH,
  createRoutine,
  dropRoutine,
  createTrigger,
  dropTrigger,
  grant,
  revoke,
  insertFrom,
  updateRows: updateCounted(stopBySignal),
  deleteRows: deleteCounted(stopBySignal),
  requires: requires(stopUnless),
  expects: expects(stopUnless),
  onlyIf: onlyIf(runOnlyIf),
  custom,
};
