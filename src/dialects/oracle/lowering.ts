import type { Lowering } from '../dialect.ts';
import { dropConstraint } from '../standard/constraints.ts';
import { enumInColumns } from '../standard/enums-in-columns.ts';
import { dropIndex } from '../standard/indexes.ts';
import { dropTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn } from './columns.ts';
import { setTableComment } from './comments.ts';
import { addConstraint } from './constraints.ts';
import { bulkInsert, execute } from './data.ts';
import { createIndex } from './indexes.ts';
import { createTable, renameTable } from './tables.ts';

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
  createEnum: enumInColumns,
  dropEnum: enumInColumns,
  bulkInsert,
  execute,
};
