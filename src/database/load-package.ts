import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail } from '../errors.ts';

/** Marks a package that is not installed, for none of its values is `undefined`. */
const MISSING = undefined;

/**
 * Loads the first of several packages that is installed: where the project is, or else where migsql is.
 *
 * @param database whose driver it is, for people
 * @throws MigsqlError `no-driver`
 */
export function loadPackage<T>(names: readonly string[], projectFolder: string, database: string): T {
  const places = [createRequire(join(projectFolder, 'package.json')), createRequire(import.meta.url)];
  for (const require of places) {
    for (const name of names) {
      const loaded = loadFrom<T>(require, name, { database, packages: [name], folder: projectFolder });
      if (loaded !== MISSING) return loaded;
    }
  }
  return fail('no-driver', { database, packages: names, folder: projectFolder });
}

function loadFrom<T>(require: NodeJS.Require, name: string, facts: { database: string; packages: readonly string[]; folder: string }): T | undefined {
  try {
    return require(name) as T;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'MODULE_NOT_FOUND' && message.includes(`'${name}'`);
    return missing ? MISSING : fail('no-driver', { ...facts, reason: message.split('\n')[0] ?? '' });
  }
}
