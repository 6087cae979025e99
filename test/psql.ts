import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps the programs of each version: https://manpages.debian.org/pg_wrapper */
const VERSIONS = '/usr/lib/postgresql';

/**
 * The folders of PATH, behind the one of the newest psql where the first would be Debian's pg_wrapper: a script in Perl that
 * starts just that one, and that takes four times as long as psql itself.
 */
export function pathPastWrapper(path: string): string {
  const psql = path.split(delimiter).map((folder) => join(folder, 'psql')).find((file) => existsSync(file));
  if (!psql || !realpathSync(psql).endsWith('/pg_wrapper')) return path;
  const [newest] = readdirSync(VERSIONS)
    .map((version) => join(VERSIONS, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'psql')))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return newest ? `${newest}${delimiter}${path}` : path;
}
