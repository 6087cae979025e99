export { compareSchemas } from './compare-schemas.ts';
export { possibleRenames } from './possible-renames.ts';
export type { CompareOptions, Difference, Rename } from './difference.ts';
