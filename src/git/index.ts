export { type CommittedFile, filesOf } from './files.ts';
export { type Repository, commitOf, openRepository, prefixOf } from './repository.ts';
