import { readFileSync } from 'node:fs';
import { packageFile } from './package-root.ts';

/** migsql's own version. */
export const VERSION: string = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
