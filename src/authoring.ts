/**
 * What a migration or a config file may import from `migsql`: builders of plain data, and nothing else.
 * The build bundles this module on its own; it lives inside the sandbox.
 */
export { defineConfig, env } from './config/source.ts';
export type { ConfigSource, EnvReference } from './config/source.ts';
export { irreversible, migration } from './migration.ts';
export type { Downgrade, MigrationSource } from './migration.ts';
export { addColumn } from './ops/add-column.ts';
export { addConstraint } from './ops/add-constraint.ts';
export { addEnumValue } from './ops/add-enum-value.ts';
export { alterColumn } from './ops/alter-column.ts';
export { alterSequence } from './ops/alter-sequence.ts';
export {
  asc, check, column, desc, exclude, foreignKey, index, primaryKey, references, unique,
} from './ops/builders.ts';
export type { TableRef } from './ops/builders.ts';
export { bulkInsert, fromFile } from './ops/bulk-insert.ts';
export { createEnum } from './ops/create-enum.ts';
export { createIndex } from './ops/create-index.ts';
export { createFunction, createProcedure } from './ops/create-routine.ts';
export { createSchema } from './ops/create-schema.ts';
export { createSequence } from './ops/create-sequence.ts';
// Where a schema is said, nothing is created: the same definition reads as what it is.
export { createTable, createTable as table } from './ops/create-table.ts';
export { createTrigger } from './ops/create-trigger.ts';
export { createView } from './ops/create-view.ts';
export type { CustomOp, CustomRefusal, CustomStatement } from './ops/custom.ts';
export { type Field, type Given, type Params, type Shape, shape } from './ops/custom-shape.ts';
export { defineOp, drops, makes, refused, restores } from './ops/define-op.ts';
export type { CustomDefinition, CustomSql, Effect, Restores } from './ops/define-op.ts';
export { deleteRows } from './ops/delete-rows.ts';
export { describesTable } from './ops/describes-table.ts';
export { dropColumn } from './ops/drop-column.ts';
export { dropConstraint } from './ops/drop-constraint.ts';
export { dropEnum } from './ops/drop-enum.ts';
export { dropIndex } from './ops/drop-index.ts';
export { dropFunction, dropProcedure } from './ops/drop-routine.ts';
export { dropSchema } from './ops/drop-schema.ts';
export { dropSequence } from './ops/drop-sequence.ts';
export { dropTable } from './ops/drop-table.ts';
export { dropTrigger } from './ops/drop-trigger.ts';
export { dropView } from './ops/drop-view.ts';
export { execute } from './ops/execute.ts';
export { expects } from './ops/expects.ts';
export { forDialect } from './ops/for-dialect.ts';
export { PUBLIC, grant } from './ops/grant.ts';
export { insertFrom } from './ops/insert-from.ts';
export { onlyIf } from './ops/only-if.ts';
export { rebuildTable } from './ops/rebuild-table.ts';
export { refreshView } from './ops/refresh-view.ts';
export { renameConstraint } from './ops/rename-constraint.ts';
export { renameEnumValue } from './ops/rename-enum-value.ts';
export { renameIndex } from './ops/rename-index.ts';
export { renameTable } from './ops/rename-table.ts';
export { requires } from './ops/requires.ts';
export { revoke } from './ops/revoke.ts';
export { setTableComment } from './ops/set-table-comment.ts';
export { setTableOptions } from './ops/set-table-options.ts';
export { updateRows } from './ops/update-rows.ts';
export { validateConstraint } from './ops/validate-constraint.ts';
export { json, list, literal, name, nextValue, now, raw, sql, sqlFor, today, type, uuid, variable } from './sql/fragment.ts';
export { types } from './sql/types.ts';
