import { type Lowering, needless, unsupported } from '../dialect.ts';
import { expects, onlyIf, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { DESCRIBED } from '../standard/described.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { deleteRows, updateRows } from '../standard/rows.ts';
import { dropSequence } from '../standard/sequences.ts';
import { addColumn } from './add-column.ts';
import { alterColumn } from './alter-column.ts';
import { addConstraint, dropConstraint, renameConstraint, validateConstraint } from './alter-constraints.ts';
import { setTableComment } from './comments.ts';
import { bulkInsert, insertFrom } from './data.ts';
import { dropColumn } from './drop-column.ts';
import { execute } from './execute.ts';
import { grant, revoke } from './grants.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { createRoutine, createTrigger, createView, dropRoutine, dropTrigger, dropView } from './modules.ts';
import { createSchema, dropSchema } from './schemas.ts';
import { alterSequence, createSequence } from './sequences.ts';
import { createTable, dropTable, renameTable, setTableOptions } from './tables.ts';
import { runOnlyIf, stopUnless } from './conditions.ts';

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable,
  describesTable: DESCRIBED,
  addColumn,
  dropColumn,
  alterColumn,
  createIndex,
  dropIndex,
  addConstraint,
  dropConstraint,
  setTableComment,
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  bulkInsert,
  execute,
  setTableOptions,
  rebuildTable: changeOneByOne,
  renameIndex,
  renameConstraint,
  validateConstraint,
  addEnumValue: addEnumValueInColumns,
  renameEnumValue: renameEnumValueInColumns,
  createSequence,
  alterSequence,
  dropSequence,
  createSchema,
  dropSchema,
  createView,
  dropView,
  refreshView: unsupported(
    'SQL Server has no materialized views',
    'An indexed view follows every change of its tables by itself: leave it out with forDialect(…).',
  ),
  createRoutine,
  dropRoutine,
  createTrigger,
  dropTrigger,
  grant,
  revoke,
  insertFrom,
  updateRows,
  deleteRows,
  requires: requires(stopUnless),
  expects: expects(stopUnless),
  onlyIf: onlyIf(runOnlyIf),
  custom,
};
