export { adoption } from './adopt.ts';
export { type Baseline, baseline, proveBaseline } from './baseline.ts';
export { type Drift, type DriftOptions, drift, isDrifted, schemasIn } from './drift.ts';
export { type FromDatabase, fromDatabase } from './from-database.ts';
export { planRepair } from './repair.ts';
export { type LiveSchema, type ReadOptions, readSchema } from './read-schema.ts';
export type { Uncompared } from './comparable.ts';
export type { Undecided } from './spelling/index.ts';
