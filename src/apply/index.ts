export { type Applied, type ApplyOptions, applyPlan } from './apply-plan.ts';
export { ensureVersion } from './ensure-version.ts';
export { hasTable, readHeads, sameHeads } from './heads.ts';
export { beginningOf, type Part } from './part.ts';
export { type ApplyRequest, type StampRequest, currentHeads, planApply, planStamp } from './plan-apply.ts';
export { expectRightDatabase } from './right-database.ts';
export { type DatabaseStatus, databaseStatus } from './status.ts';
export type { ApplyEvent } from './run.ts';
