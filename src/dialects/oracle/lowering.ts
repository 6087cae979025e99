import { type Lowering, needless, unsupported } from '../dialect.ts';
import { expects, onlyIf, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { DESCRIBED } from '../standard/described.ts';
import { ENUMS_IN_COLUMNS, addEnumValueInColumns, renameEnumValueInColumns } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { changeOneByOne } from '../standard/one-by-one.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { setTableComment } from './comments.ts';
import { addConstraint, dropConstraint, renameConstraint, validateConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { dropColumn } from './drop-column.ts';
import { grant, revoke } from './grants.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { createRoutine, createTrigger, dropRoutine, dropTrigger } from './routines.ts';
import { alterSequence, createSequence, dropSequence } from './sequences.ts';
import { forSqlplus } from './sqlplus-lines.ts';
import { setTableOptions } from './table-options.ts';
import { createTable, dropTable, renameTable } from './tables.ts';
import { createView, dropView, refreshView } from './views.ts';
import { runOnlyIf, stopUnless } from './conditions.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-SCHEMA.html makes objects, no schema. */
const SCHEMAS_ARE_USERS = unsupported(
  'a schema of Oracle is a user, with a password or none, quotas and privileges',
  'Have the DBA make the user, or write CREATE USER with execute(…); leave this op out: forDialect({ oracle: [], … }).',
);

/** What holds hand-written SQL, or long lists, goes through `forSqlplus`. */
export const lowering: Lowering = {
  createTable: forSqlplus(createTable),
  dropTable,
  renameTable,
  describesTable: DESCRIBED,
  addColumn: forSqlplus(addColumn),
  dropColumn,
  alterColumn: forSqlplus(alterColumn),
  createIndex: forSqlplus(createIndex),
  dropIndex,
  renameIndex,
  addConstraint: forSqlplus(addConstraint),
  dropConstraint,
  renameConstraint,
  validateConstraint,
  setTableComment,
  setTableOptions,
  rebuildTable: changeOneByOne,
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  addEnumValue: addEnumValueInColumns,
  renameEnumValue: renameEnumValueInColumns,
  createSequence,
  alterSequence,
  dropSequence,
  createSchema: SCHEMAS_ARE_USERS,
  dropSchema: SCHEMAS_ARE_USERS,
  createView: forSqlplus(createView),
  dropView,
  refreshView,
  createRoutine: forSqlplus(createRoutine),
  dropRoutine,
  createTrigger: forSqlplus(createTrigger),
  dropTrigger,
  grant,
  revoke,
  bulkInsert: forSqlplus(bulkInsert),
  insertFrom: forSqlplus(insertFrom),
  updateRows: forSqlplus(updateRows),
  deleteRows: forSqlplus(deleteRows),
  requires: forSqlplus(requires(stopUnless)),
  expects: forSqlplus(expects(stopUnless)),
  onlyIf: forSqlplus(onlyIf(runOnlyIf)),
  execute: forSqlplus(execute),
  custom: forSqlplus(custom),
};
