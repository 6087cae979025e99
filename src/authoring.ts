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
export { alterColumn } from './ops/alter-column.ts';
export { asc, check, column, desc, foreignKey, primaryKey, unique } from './ops/builders.ts';
export { bulkInsert } from './ops/bulk-insert.ts';
export { createEnum } from './ops/create-enum.ts';
export { createIndex } from './ops/create-index.ts';
export { createTable } from './ops/create-table.ts';
export { dropColumn } from './ops/drop-column.ts';
export { dropConstraint } from './ops/drop-constraint.ts';
export { dropEnum } from './ops/drop-enum.ts';
export { dropIndex } from './ops/drop-index.ts';
export { dropTable } from './ops/drop-table.ts';
export { execute } from './ops/execute.ts';
export { forDialect } from './ops/for-dialect.ts';
export { renameTable } from './ops/rename-table.ts';
export { setTableComment } from './ops/set-table-comment.ts';
export { json, list, literal, name, now, raw, sql, sqlFor, today, type, uuid } from './sql/fragment.ts';
export { types } from './sql/types.ts';
