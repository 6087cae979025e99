import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { CONFIG_NAMES } from '../config.ts';
import { fail } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { layout, texts } from '../typescript/index.ts';
import { depositedFiles } from './init-templates.ts';
import type { Report } from './report.ts';
import { type NewFile, refuseExisting } from './write-files.ts';

/** A project as the command line says it. */
export interface NewProject {
  readonly folder: string;
  /** A name of the package's, or the path of a folder. */
  readonly template: string;
  readonly dialects: readonly DialectName[];
  /** Overwrite what is in the way. */
  readonly force: boolean;
}

/**
 * What a template holds: a config file, folders for migrations, and what is to be edited.
 *
 * @throws MigsqlError `invalid-usage` when the folder is an empty text; of a code of `depositedFiles`; `file-exists` for each that does
 * and, even with `force`, for another config file
 */
export function initProject({ folder, template, dialects, force }: NewProject): Report {
  if (folder === '') fail('invalid-usage', { reason: 'FOLDER is empty', instead: 'Name a folder, or leave it out.' });
  const file = (path: string, text: string): NewFile => {
    const absolute = resolve(folder, path);
    return { path: absolute, name: relative(process.cwd(), absolute), text: [text] };
  };
  const data = { name: basename(resolve(folder)), dialects, dialect: layout(texts(dialects)) };
  const files = depositedFiles(template, data).map(({ path, text }) => file(path, text)).filter(isNeeded);
  const others = CONFIG_NAMES.map((name) => file(name, '')).filter(({ path }) => !files.some((each) => each.path === path));
  refuseExisting(force ? others : [...others, ...files]);
  const written = files.map(({ name }) => name);
  const next = "Next: migsql revision -m 'create the first table'";
  return { data: { written }, lines: [...written.map((name) => `wrote ${name}`), next], writings: [{ files, isNew: !force, makesFolders: true }] };
}

/** Git keeps no empty folders, and one that is there needs no file to be kept. */
const isNeeded = ({ path }: NewFile): boolean => basename(path) !== '.gitkeep' || !existsSync(dirname(path));
