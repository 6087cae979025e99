import { type Lowering, needless } from '../dialect.ts';
import { deleteCounted, insertCounted, updateCounted } from '../standard/counted-before.ts';
import { expects, onlyIf, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { DESCRIBED } from '../standard/described.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { NO_VALIDATION } from '../standard/kept-constraints.ts';
import { renameKeyedIndex } from '../standard/keyed-indexes.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { NO_REFRESH, createView, dropView } from '../standard/plain-views.ts';
import { renameKeptConstraint } from '../standard/rename-kept-constraint.ts';
import { dropRoutine, dropTrigger } from '../standard/schema-triggers.ts';
import { stopByMissingTable } from '../standard/stop-unless.ts';
import {
  dropTable, renameTableInSchema, setTableCommentOption, setTableOptions,
} from '../standard/table-with-options.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { grant, revoke } from './grants.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { createRoutine, createTrigger } from './routines.ts';
import { createSchema, dropSchema } from './schemas.ts';
import { NO_SEQUENCES } from './sequences.ts';
import { createTable } from './tables.ts';
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
  renameConstraint: renameKeptConstraint('CHECK'),
  validateConstraint: NO_VALIDATION,
  addEnumValue: addEnumValueInColumns,
  renameEnumValue: renameEnumValueInColumns,
  createSequence: NO_SEQUENCES,
  alterSequence: NO_SEQUENCES,
  dropSequence: NO_SEQUENCES,
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
  insertFrom: insertCounted(stopByMissingTable),
  updateRows: updateCounted(stopByMissingTable),
  deleteRows: deleteCounted(stopByMissingTable),
  requires: requires(stopUnless),
  expects: expects(stopUnless),
  onlyIf: onlyIf(runOnlyIf),
  custom,
};
