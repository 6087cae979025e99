import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a project's cache is kept: in the user's cache folder (XDG Base Directory Specification), never in the project. */
export function cacheFile(root: string): string {
  const folder = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(folder, 'migsql', createHash('sha256').update(root).digest('hex').slice(0, 16));
}
