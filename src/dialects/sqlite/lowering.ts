import type { Lowering } from '../dialect.ts';
import { bulkInsertOf } from '../standard/data.ts';
import { execute } from '../standard/execute.ts';
import { dropIndex } from '../standard/indexes.ts';
import { dropTable, renameTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { createIndex } from './indexes.ts';
import { createTable } from './tables.ts';

/** A statement of 500 rows stays far below the 1,000,000 bytes of https://www.sqlite.org/limits.html#max_sql_length. */
const ROWS_PER_STATEMENT = 500;

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
  // SQLite keeps no comments; they are for readers of the migration.
  setTableComment: () => [],
  // There are no enum types: each column of types.enum(…) holds the list in a check.
  createEnum: () => [],
  dropEnum: () => [],
  bulkInsert: bulkInsertOf(ROWS_PER_STATEMENT),
  execute,
};
