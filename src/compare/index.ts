export { compareSchemas } from './compare-schemas.ts';
export { possibleRenames } from './possible-renames.ts';
export { foldedPath, spelledAs } from './spelling.ts';
export { type Pair, type TableText, type UnlikeTexts, sameTexts, unlikeTexts, withTextsAsFound } from './texts.ts';
export { routineForm } from './routines.ts';
export { viewForm } from './views.ts';
export type { CompareOptions, Difference, Rename } from './difference.ts';
