import type { Lowering } from '../dialect.ts';
import { dropColumn } from '../standard/columns.ts';
import { setTableComment } from '../standard/comments.ts';
import { addConstraint, dropConstraint } from '../standard/constraints.ts';
import { execute } from '../standard/execute.ts';
import { dropTable, renameTable } from '../standard/tables.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import { bulkInsert } from './data.ts';
import { createEnum, dropEnum } from './enums.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { createTable } from './tables.ts';

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
  createEnum,
  dropEnum,
  bulkInsert,
  execute,
};
