import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Package } from '../../sandbox/packages.ts';

/** The drizzle-orm that a file would import, as Node finds it: in the `node_modules` of its folder, or of one above. */
export function installedDrizzle(folder: string): Package | undefined {
  const found = join(folder, 'node_modules', 'drizzle-orm');
  try {
    const { exports } = JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')) as { readonly exports: unknown };
    return { folder: realpathSync(found), exports };
  } catch {
    const above = dirname(folder);
    return above === folder ? undefined : installedDrizzle(above);
  }
}
