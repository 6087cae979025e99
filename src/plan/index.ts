export { type PlanBlock, type PlanEvent, planEvents } from './events.ts';
export { type FailurePoint, failureMap } from './failure-map.ts';
export { type PlanRequest, makePlan } from './make-plan.ts';
export { type ReplayedSchema, after, afterAll, atBase } from './replay.ts';
export { type OpContext, downgradeOps, upgradeOps } from './step-ops.ts';
export { type EvolveSql, evolveSql } from './raw-sql.ts';
export type { Block, Lineage, Origin, Plan, PlannedStep, Statement, TransactionMode } from './plan.ts';
export { TRANSACTION_MODES } from './plan.ts';
