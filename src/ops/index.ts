import { type AddColumn, addColumnDefinition } from './add-column.ts';
import { type AddConstraint, addConstraintDefinition } from './add-constraint.ts';
import { type AddEnumValue, addEnumValueDefinition } from './add-enum-value.ts';
import { type AlterColumn, alterColumnDefinition } from './alter-column.ts';
import { type AlterSequence, alterSequenceDefinition } from './alter-sequence.ts';
import { type BulkInsert, bulkInsertDefinition } from './bulk-insert.ts';
import { type CreateEnum, createEnumDefinition } from './create-enum.ts';
import { type CreateIndex, createIndexDefinition } from './create-index.ts';
import { type CreateRoutine, createRoutineDefinition } from './create-routine.ts';
import { type CreateSchema, createSchemaDefinition } from './create-schema.ts';
import { type CreateSequence, createSequenceDefinition } from './create-sequence.ts';
import { type CreateTable, createTableDefinition } from './create-table.ts';
import { type CreateTrigger, createTriggerDefinition } from './create-trigger.ts';
import { type CreateView, createViewDefinition } from './create-view.ts';
import { type CustomOp, customDefinition } from './custom.ts';
import { type DeleteRows, deleteRowsDefinition } from './delete-rows.ts';
import { type DescribesTable, describesTableDefinition } from './describes-table.ts';
import { type DropColumn, dropColumnDefinition } from './drop-column.ts';
import { type DropConstraint, dropConstraintDefinition } from './drop-constraint.ts';
import { type DropEnum, dropEnumDefinition } from './drop-enum.ts';
import { type DropIndex, dropIndexDefinition } from './drop-index.ts';
import { type DropRoutine, dropRoutineDefinition } from './drop-routine.ts';
import { type DropSchema, dropSchemaDefinition } from './drop-schema.ts';
import { type DropSequence, dropSequenceDefinition } from './drop-sequence.ts';
import { type DropTable, dropTableDefinition } from './drop-table.ts';
import { type DropTrigger, dropTriggerDefinition } from './drop-trigger.ts';
import { type DropView, dropViewDefinition } from './drop-view.ts';
import { type Execute, executeDefinition } from './execute.ts';
import { type Expects, expectsDefinition } from './expects.ts';
import { type Grant, grantDefinition } from './grant.ts';
import { type InsertFrom, insertFromDefinition } from './insert-from.ts';
import { type OnlyIf, onlyIfDefinition } from './only-if.ts';
import { type RebuildTable, rebuildTableDefinition } from './rebuild-table.ts';
import { type RefreshView, refreshViewDefinition } from './refresh-view.ts';
import { type RenameConstraint, renameConstraintDefinition } from './rename-constraint.ts';
import { type RenameEnumValue, renameEnumValueDefinition } from './rename-enum-value.ts';
import { type RenameIndex, renameIndexDefinition } from './rename-index.ts';
import { type RenameTable, renameTableDefinition } from './rename-table.ts';
import { type Requires, requiresDefinition } from './requires.ts';
import { type Revoke, revokeDefinition } from './revoke.ts';
import { type SetTableComment, setTableCommentDefinition } from './set-table-comment.ts';
import { type SetTableOptions, setTableOptionsDefinition } from './set-table-options.ts';
import { type UpdateRows, updateRowsDefinition } from './update-rows.ts';
import { type ValidateConstraint, validateConstraintDefinition } from './validate-constraint.ts';
import type { ForDialect } from './for-dialect.ts';
import type { SchemaModel, SchemaView } from '../schema/model.ts';
import type { Code } from '../typescript/index.ts';
import type { Irreversible, OpDefinition, OpFunctions } from './op.ts';

/** One schema operation as plain data that refers to everything by name. */
export type Op =
  | CreateTable
  | DropTable
  | RenameTable
  | DescribesTable
  | SetTableComment
  | SetTableOptions
  | RebuildTable
  | AddColumn
  | DropColumn
  | AlterColumn
  | CreateIndex
  | DropIndex
  | RenameIndex
  | AddConstraint
  | DropConstraint
  | RenameConstraint
  | ValidateConstraint
  | CreateEnum
  | DropEnum
  | AddEnumValue
  | RenameEnumValue
  | CreateSequence
  | AlterSequence
  | DropSequence
  | CreateSchema
  | DropSchema
  | CreateView
  | DropView
  | RefreshView
  | CreateRoutine
  | DropRoutine
  | CreateTrigger
  | DropTrigger
  | Grant
  | Revoke
  | BulkInsert
  | InsertFrom
  | UpdateRows
  | DeleteRows
  | Requires
  | Expects
  | OnlyIf
  | Execute
  | CustomOp;

export type OpName = Op['op'];
export type OpOf<N extends OpName> = Extract<Op, { readonly op: N }>;

/** What a migration may list: an op, or other ops per dialect. */
export type AuthoredOp = Op | ForDialect;

export const OPS: { readonly [N in OpName]: OpDefinition<OpOf<N>> } = {
  createTable: createTableDefinition,
  dropTable: dropTableDefinition,
  renameTable: renameTableDefinition,
  describesTable: describesTableDefinition,
  setTableComment: setTableCommentDefinition,
  setTableOptions: setTableOptionsDefinition,
  rebuildTable: rebuildTableDefinition,
  addColumn: addColumnDefinition,
  dropColumn: dropColumnDefinition,
  alterColumn: alterColumnDefinition,
  createIndex: createIndexDefinition,
  dropIndex: dropIndexDefinition,
  renameIndex: renameIndexDefinition,
  addConstraint: addConstraintDefinition,
  dropConstraint: dropConstraintDefinition,
  renameConstraint: renameConstraintDefinition,
  validateConstraint: validateConstraintDefinition,
  createEnum: createEnumDefinition,
  dropEnum: dropEnumDefinition,
  addEnumValue: addEnumValueDefinition,
  renameEnumValue: renameEnumValueDefinition,
  createSequence: createSequenceDefinition,
  alterSequence: alterSequenceDefinition,
  dropSequence: dropSequenceDefinition,
  createSchema: createSchemaDefinition,
  dropSchema: dropSchemaDefinition,
  createView: createViewDefinition,
  dropView: dropViewDefinition,
  refreshView: refreshViewDefinition,
  createRoutine: createRoutineDefinition,
  dropRoutine: dropRoutineDefinition,
  createTrigger: createTriggerDefinition,
  dropTrigger: dropTriggerDefinition,
  grant: grantDefinition,
  revoke: revokeDefinition,
  bulkInsert: bulkInsertDefinition,
  insertFrom: insertFromDefinition,
  updateRows: updateRowsDefinition,
  deleteRows: deleteRowsDefinition,
  requires: requiresDefinition,
  expects: expectsDefinition,
  onlyIf: onlyIfDefinition,
  execute: executeDefinition,
  custom: customDefinition,
};

/** The definition of an op's kind; the registry's keys guarantee that it fits. */
const definitionOf = <O extends Op>(op: O): OpDefinition<O> => OPS[op.op] as unknown as OpDefinition<O>;

export const describe = (op: Op): string => definitionOf(op).describe(op);
export const source = (op: Op): Code => definitionOf(op).source(op, ANY);
export const evolve = (schema: SchemaModel, op: Op): SchemaModel => definitionOf(op).evolve(schema, op, ANY);

/** Reversed ops stand where the op they undo was written. */
export function reverse(op: Op, before: SchemaView): readonly Op[] | Irreversible {
  const back = definitionOf(op).reverse(op, before, ANY);
  return 'irreversible' in back || !op.origin ? back : back.map((each) => ({ ...each, origin: op.origin! }));
}

const ANY: OpFunctions = { reverse, evolve, source };
