export { cacheFile } from './cache-file.ts';
export { type Cache, openCache } from './cache.ts';
export { compile, placeOfField } from './compile.ts';
export { compileSql } from './compile-sql.ts';
export { findMigrationFiles } from './find.ts';
export { type MigrationFile, loadFacts, titleOf } from './load.ts';
export { checkOrigins } from './origins.ts';
export type { WrittenOp } from './write.ts';
export { migrationFile } from './write-file.ts';
