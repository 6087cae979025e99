/** The public API: what migrations import, and the compiler for programs. */
export * from './authoring.ts';
export {
  type Applied, type ApplyEvent, type ApplyOptions, type ApplyRequest, type DatabaseStatus, applyPlan, currentHeads, databaseStatus, ensureVersion, planApply, planStamp,
} from './apply/index.ts';
export { type CompileRequest, type Project, type ProjectRevision, compile, openProject } from './compiler.ts';
export { type Config, findConfig, loadConfig } from './config.ts';
export { type Connection, DatabaseError, type OpenConnection, openConnection } from './database/index.ts';
export { type Diagnostic, type Place, formatDiagnostic } from './diagnostics.ts';
export { type ErrorCode, type ErrorDetails, MigsqlError } from './errors.ts';
export {
  type Baseline, type Drift, type DriftOptions, type LiveSchema, type ReadOptions, adoption, baseline, drift, isDrifted, planRepair, proveBaseline, readSchema,
} from './live/index.ts';
export type { Migration } from './migration.ts';
export { type Difference, type Rename, compareSchemas, possibleRenames } from './compare/index.ts';
export { type Desired, type SchemaPath } from './desired/index.ts';
export { desiredSchema } from './desired-schema.ts';
export type { DataFile } from './ops/bulk-insert.ts';
export type { DataRow, DataTable } from './ops/data-table.ts';
export type { AuthoredOp, Op, OpName, OpOf } from './ops/index.ts';
export { type Block, type Origin, type Plan, type PlanEvent, type PlannedStep, type Statement, type TransactionMode, planEvents } from './plan/index.ts';
export {
  type Direction, type Graph, type GraphNode, type Revision, type Step, type VersionChange, type WalkRequest,
  bases, buildGraph, directionOf, heads, history, labelsInEffect, parseRange, parseTarget, resolve, tips, walk,
} from './revisions/index.ts';
export type { Quoting } from './dialects/configure.ts';
export type { NamingConvention } from './ops/naming.ts';
export { DEFAULT_OPTIONS, type Rendering, type ScriptClient, type ScriptOptions, renderScript } from './script/index.ts';
export type { Check, Constraint, ForeignKey, PrimaryKey, Unique } from './schema/constraint.ts';
export type { Column, Table, TableName } from './schema/table.ts';
export type { DialectName } from './sql/dialect-name.ts';
export type { Fragment, Literal, Value } from './sql/fragment.ts';
export type { ColumnType } from './sql/types.ts';
export { type Phase, type Rehearsal, type RehearseEvent, type RehearseRequest, rehearse } from './rehearse/index.ts';
export { type Replay, type ReplayedRevision, replay, schemaAt } from './replay.ts';
export { type ReviewedScript, planReviewed } from './reviewed-script/index.ts';
export { type ToSqlOptions, toSql } from './to-sql.ts';
export { VERSION } from './version.ts';
