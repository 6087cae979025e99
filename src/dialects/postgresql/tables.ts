import type { CreateTable } from '../../ops/create-table.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { columnComments, tableComment } from '../standard/comments.ts';
import * as standard from '../standard/tables.ts';

/** The table, then its comments: CREATE TABLE has no place for them. */
export function createTable(op: CreateTable, context: LoweringContext): readonly Lowered[] {
  const { table, columns, comment } = op;
  return [
    ...standard.createTable(op, context),
    ...(comment === undefined ? [] : [tableComment(table, comment, context.dialect)]),
    ...columnComments(table, columns, context.dialect),
  ];
}
