export { compareSchemas } from './compare-schemas.ts';
export type { CompareOptions, Difference, Rename } from './difference.ts';
