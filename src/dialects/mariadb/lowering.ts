import type { Lowering } from '../dialect.ts';
import { dropColumnWithDependents } from '../standard/drop-column-with-dependents.ts';
import { enumInColumns } from '../standard/enums-in-columns.ts';
import { execute } from '../standard/execute.ts';
import { dropIndexOnTable } from '../standard/indexes.ts';
import { dropTable } from '../standard/tables.ts';
import { renameTableInSchema, setTableCommentOption } from '../standard/table-with-options.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { addConstraint, dropConstraint } from './constraints.ts';
import { bulkInsert } from './data.ts';
import { createIndex } from './indexes.ts';
import { createTable } from './tables.ts';

export const lowering: Lowering = {
  createTable,
  dropTable,
  renameTable: renameTableInSchema,
  addColumn,
  dropColumn: dropColumnWithDependents(dropConstraint),
  alterColumn,
  createIndex,
  dropIndex: dropIndexOnTable,
  addConstraint,
  dropConstraint,
  setTableComment: setTableCommentOption,
  createEnum: enumInColumns,
  dropEnum: enumInColumns,
  bulkInsert,
  execute,
};
