import { dirname } from 'node:path';
import { type Cache, cacheFile, openCache } from '../migrations/index.ts';
import { authoringText } from '../sandbox/package.ts';
import { VERSION } from '../version.ts';

/** The cache of a config file (absolute), beside that of its project's migrations. */
export function openConfigCache(file: string): Cache {
  const root = dirname(file);
  const territory = { project: root, folders: [root] };
  return openCache({ path: `${cacheFile(root)}-config`, key: `${VERSION}\n${authoringText()}`, territory });
}
