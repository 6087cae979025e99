import { type Lowering, needless, unsupported } from '../dialect.ts';
import { bulkInsertOf } from '../standard/data.ts';
import { expects, requires } from '../standard/conditions.ts';
import { custom } from '../standard/custom.ts';
import { DESCRIBED } from '../standard/described.ts';
import { ENUMS_IN_COLUMNS } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { deleteRows, insertFrom, updateRows } from '../standard/rows.ts';
import { addColumn, alterColumn, changeConstraint, dropColumn, rebuildTable, setTableOptions } from './changes.ts';
import { addEnumValue, renameEnumValue } from './enums.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { createTable, dropTable, renameTable } from './tables.ts';
import { createTrigger, dropTrigger } from './triggers.ts';
import { validateConstraint } from './validate.ts';
import { createView, dropView } from './views.ts';
import { stopUnless } from './guard.ts';

/** A statement of 500 rows stays far below the 1,000,000 bytes of https://www.sqlite.org/limits.html#max_sql_length. */
const ROWS_PER_STATEMENT = 500;

const NO_SEQUENCES = unsupported(
  'SQLite has no sequences',
  'Number rows by an identity primary key, or keep the last number in a table of its own.',
);
const NO_SCHEMAS = unsupported(
  'a schema of SQLite is a database file, which ATTACH names',
  'Attach the file to the connection that runs the script, or leave the schema out with forDialect(…).',
);
const NO_ROUTINES = unsupported(
  'SQLite keeps no routines: an application registers its functions itself',
  'Register the function where the connection is opened, and leave this out with forDialect(…).',
);
const NO_GRANTS = unsupported(
  'SQLite has no users and no privileges',
  'Protect the database file, and leave this out with forDialect(…).',
);
const NO_MATERIALIZED_VIEWS = unsupported(
  'SQLite has no materialized views',
  'Keep the rows in a table: deleteRows(…) and insertFrom(…) bring it up to date.',
);

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
  addConstraint: changeConstraint,
  dropConstraint: changeConstraint,
  renameConstraint: changeConstraint,
  validateConstraint,
  setTableComment: needless('SQLite keeps no comments; they are for readers of the migration'),
  createEnum: needless(ENUMS_IN_COLUMNS),
  dropEnum: needless(ENUMS_IN_COLUMNS),
  bulkInsert: bulkInsertOf(ROWS_PER_STATEMENT),
  execute,
  setTableOptions,
  rebuildTable,
  renameIndex,
  addEnumValue,
  renameEnumValue,
  createSequence: NO_SEQUENCES,
  alterSequence: NO_SEQUENCES,
  dropSequence: NO_SEQUENCES,
  createSchema: NO_SCHEMAS,
  dropSchema: NO_SCHEMAS,
  createView,
  dropView,
  refreshView: NO_MATERIALIZED_VIEWS,
  createRoutine: NO_ROUTINES,
  dropRoutine: NO_ROUTINES,
  createTrigger,
  dropTrigger,
  grant: NO_GRANTS,
  revoke: NO_GRANTS,
  insertFrom,
  updateRows,
  deleteRows,
  requires: requires(stopUnless),
  expects: expects(stopUnless),
  onlyIf: unsupported(
    'SQLite has no statement that runs others only where a condition holds',
    'Write the condition into the statements themselves (WHERE, IF NOT EXISTS), or leave this out with forDialect(…).',
  ),
  custom,
};
