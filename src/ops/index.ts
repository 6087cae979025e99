import { type AddColumn, addColumnDefinition } from './add-column.ts';
import { type AddConstraint, addConstraintDefinition } from './add-constraint.ts';
import { type AlterColumn, alterColumnDefinition } from './alter-column.ts';
import { type BulkInsert, bulkInsertDefinition } from './bulk-insert.ts';
import { type CreateEnum, createEnumDefinition } from './create-enum.ts';
import { type CreateIndex, createIndexDefinition } from './create-index.ts';
import { type CreateTable, createTableDefinition } from './create-table.ts';
import { type DropColumn, dropColumnDefinition } from './drop-column.ts';
import { type DropConstraint, dropConstraintDefinition } from './drop-constraint.ts';
import { type DropEnum, dropEnumDefinition } from './drop-enum.ts';
import { type DropIndex, dropIndexDefinition } from './drop-index.ts';
import { type DropTable, dropTableDefinition } from './drop-table.ts';
import { type Execute, executeDefinition } from './execute.ts';
import type { ForDialect } from './for-dialect.ts';
import type { SchemaModel, SchemaView } from '../schema/model.ts';
import type { Irreversible, OpDefinition } from './op.ts';
import { type RenameTable, renameTableDefinition } from './rename-table.ts';
import { type SetTableComment, setTableCommentDefinition } from './set-table-comment.ts';

/** One schema operation as plain data that refers to everything by name. */
export type Op =
  | CreateTable
  | DropTable
  | RenameTable
  | AddColumn
  | DropColumn
  | AlterColumn
  | CreateIndex
  | DropIndex
  | AddConstraint
  | DropConstraint
  | SetTableComment
  | CreateEnum
  | DropEnum
  | BulkInsert
  | Execute;

export type OpName = Op['op'];
export type OpOf<N extends OpName> = Extract<Op, { readonly op: N }>;

/** What a migration may list: an op, or other ops per dialect. */
export type AuthoredOp = Op | ForDialect;

export const OPS: { readonly [N in OpName]: OpDefinition<OpOf<N>> } = {
  createTable: createTableDefinition,
  dropTable: dropTableDefinition,
  renameTable: renameTableDefinition,
  addColumn: addColumnDefinition,
  dropColumn: dropColumnDefinition,
  alterColumn: alterColumnDefinition,
  createIndex: createIndexDefinition,
  dropIndex: dropIndexDefinition,
  addConstraint: addConstraintDefinition,
  dropConstraint: dropConstraintDefinition,
  setTableComment: setTableCommentDefinition,
  createEnum: createEnumDefinition,
  dropEnum: dropEnumDefinition,
  bulkInsert: bulkInsertDefinition,
  execute: executeDefinition,
};

/** The definition of an op's kind; the registry's keys guarantee that it fits. */
const definitionOf = <O extends Op>(op: O): OpDefinition<O> => OPS[op.op] as unknown as OpDefinition<O>;

export const describe = (op: Op): string => definitionOf(op).describe(op);
export const source = (op: Op): string => definitionOf(op).source(op);
export const evolve = (schema: SchemaModel, op: Op): SchemaModel => definitionOf(op).evolve(schema, op);

/** Reversed ops stand where the op they undo was written. */
export function reverse(op: Op, before: SchemaView): readonly Op[] | Irreversible {
  const back = definitionOf(op).reverse(op, before);
  return 'irreversible' in back || !op.origin ? back : back.map((each) => ({ ...each, origin: op.origin! }));
}
