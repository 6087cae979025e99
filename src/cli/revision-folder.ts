import { relative, resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import type { Project } from '../compiler.ts';
import { fail } from '../errors.ts';

/**
 * The folder for a new migration: the one asked for, else the one of the config that holds the first parent, else
 * the first.
 *
 * @throws MigsqlError `invalid-usage` when a migration there would not be found
 */
export function folderFor({ config, graph }: Project, parents: readonly string[], asked: string | undefined): string {
  const [first = config.root] = config.migrations;
  if (asked === undefined) {
    const parent = graph.nodes.get(parents[0] ?? '')?.revision;
    return config.migrations.find((folder) => parent && isInside(resolve(config.root, parent.file), folder)) ?? first;
  }
  const folder = resolve(asked);
  if (isSearched(folder, config)) return folder;
  const known = config.migrations.map((each) => relative(process.cwd(), each) || '.').join(', ');
  return fail('invalid-usage', {
    reason: `'${asked}' is no migrations folder of the config`,
    instead: `Choose one of ${known}, or add it to 'migrations' in the config.`,
  });
}

const isSearched = (folder: string, { migrations, recursive }: Config): boolean =>
  migrations.some((each) => folder === each || (recursive && isInside(folder, each)));

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
