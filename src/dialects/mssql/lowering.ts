import type { Lowering } from '../dialect.ts';
import { dropConstraint } from '../standard/constraints.ts';
import { enumInColumns } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { dropIndexOnTable } from '../standard/indexes.ts';
import { dropTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { setTableComment } from './comments.ts';
import { addConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { dropColumn } from './drop-column.ts';
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
  dropIndex: dropIndexOnTable,
  addConstraint,
  dropConstraint,
  setTableComment,
  createEnum: enumInColumns,
  dropEnum: enumInColumns,
  bulkInsert,
  execute,
};
