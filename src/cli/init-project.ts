import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { CONFIG_NAMES } from '../config.ts';
import { fail } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { renderTemplate } from '../template.ts';
import { layout, texts } from '../typescript/index.ts';
import type { Report } from './report.ts';
import { type NewFile, refuseExisting, writeNewFiles } from './write-files.ts';

/**
 * Writes a config file and a folder for migrations.
 *
 * @throws MigsqlError `invalid-usage` when the folder is an empty text, `file-exists` when there is a config file, `unwritable-file`
 */
export function initProject(folder: string, dialects: readonly DialectName[]): Report {
  if (folder === '') fail('invalid-usage', { reason: 'FOLDER is empty', instead: 'Name a folder, or leave it out.' });
  const file = (path: string, text: string): NewFile => {
    const absolute = resolve(folder, path);
    return { path: absolute, name: relative(process.cwd(), absolute), text: [text] };
  };
  refuseExisting(CONFIG_NAMES.map((name) => file(name, '')));
  const files = [
    file('migsql.config.ts', renderTemplate('init/migsql.config.ts.hbs', { dialect: layout(texts(dialects)) })),
    // Git keeps no empty folders.
    ...(existsSync(join(folder, 'migrations')) ? [] : [file('migrations/.gitkeep', '')]),
  ];
  writeNewFiles(files);
  const written = files.map(({ name }) => name);
  const next = "Next: migsql revision -m 'create the first table'";
  return { data: { written }, lines: [...written.map((name) => `wrote ${name}`), next] };
}
