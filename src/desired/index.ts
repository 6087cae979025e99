export type { DesiredContext } from './context.ts';
export { SCHEMA_KINDS, type SchemaKind, type SchemaPath } from './kinds.ts';
export { type Desired, loadDesired } from './load.ts';
export { type Untold, withUntold } from './untold.ts';
