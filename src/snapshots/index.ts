export { type SnapshotsFound, compareSnapshots } from './compare.ts';
export { type Snapshot, snapshotsOf } from './render.ts';
