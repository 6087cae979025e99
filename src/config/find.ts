import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fail } from '../errors.ts';

export const CONFIG_NAMES = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `migsql.config.${extension}`);

/**
 * The absolute path of the config file: the one named, or the one in `folder` or the nearest folder above it.
 *
 * @throws MigsqlError `no-config`; `invalid-usage` when the name is empty; `several-configs` when the nearest folder with any holds two
 */
export function findConfig(folder: string, named?: string): string {
  if (named === '') fail('invalid-usage', { reason: '--config is empty', instead: 'Name a file, or leave it out.' });
  if (named !== undefined) return resolve(folder, named);
  for (let above = resolve(folder); ; above = dirname(above)) {
    const found = CONFIG_NAMES.map((name) => join(above, name)).filter((file) => existsSync(file));
    if (found.length > 1) fail('several-configs', { files: found.map((file) => relative(folder, file)) });
    if (found[0] !== undefined) return found[0];
    if (above === dirname(above)) return fail('no-config', { folder: resolve(folder) });
  }
}
