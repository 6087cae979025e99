import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * The folder of migsql's own package. Every form of this code lies directly below it: `src/` when run from
 * source, `dist/` when bundled (the build gives the CommonJS bundle its `import.meta.url`).
 */
export const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The absolute path of a file that ships with the package: `packageFile('templates/script/mssql.hbs')`. */
export const packageFile = (path: string): string => PACKAGE_ROOT + path;

/** What the build put into `dist/` for this file. */
export const builtModule = (file: string): unknown => createRequire(import.meta.url)(packageFile(`dist/${file}`));
