import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fail, MigsqlError, problem } from '../errors.ts';
import { readText } from '../sandbox/files.ts';
import { similar } from '../similar.ts';
import type { OwnTemplate } from './template.ts';

/** Where a project's own templates are. */
export interface TemplateFolder {
  /** Absolute. */
  readonly folder: string | undefined;
  /** What messages are relative to. */
  readonly root: string;
}

/** The own template of a path, where there is one. @throws MigsqlError `missing-templates`, `unreadable-file`, `not-utf8` */
export function ownTemplate(path: string, where: TemplateFolder): OwnTemplate | undefined {
  const folder = existing(where);
  return folder !== undefined && existsSync(join(folder, path)) ? readTemplate(path, folder, where.root) : undefined;
}

/**
 * All own templates below a folder of them, by their paths.
 *
 * @param known the paths that are asked for: any other one would do nothing
 * @throws MigsqlError of `ownTemplate`; `unused-template` for each of another name
 */
export function ownTemplates(below: string, known: readonly string[], where: TemplateFolder): ReadonlyMap<string, OwnTemplate> {
  const folder = existing(where);
  if (folder === undefined || !existsSync(join(folder, below))) return new Map();
  const paths = readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' })
    .map((path) => `${below}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.hbs'))
    .sort();
  const unused = paths.filter((path) => !known.includes(path));
  if (unused.length) throw new MigsqlError(unused.map((path) => unusedTemplate(path, known, relative(where.root, join(folder, path)))));
  return new Map(paths.map((path) => [path, readTemplate(path, folder, where.root)]));
}

const unusedTemplate = (path: string, known: readonly string[], file: string) =>
  problem('unused-template', { known, suggestions: similar(path, known) }, { file });

function existing({ folder, root }: TemplateFolder): string | undefined {
  if (folder !== undefined && !existsSync(folder)) fail('missing-templates', { folder: relative(root, folder) });
  return folder;
}

function readTemplate(path: string, folder: string, root: string): OwnTemplate {
  const absolute = join(folder, path);
  const file = relative(root, absolute);
  const read = readText(absolute, file);
  if ('problem' in read) throw new MigsqlError([read.problem]);
  return { file, text: read.text };
}
