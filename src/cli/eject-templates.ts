import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../config.ts';
import { fail } from '../errors.ts';
import { packageFile } from '../package-root.ts';
import { scriptTemplatePaths } from '../script/index.ts';
import { similar } from '../similar.ts';
import { templatePaths } from '../template.ts';
import { type Report, shownPath } from './report.ts';
import type { NewFile } from './write-files.ts';

/** A template that a project may have of its own. */
export interface FileTemplate {
  readonly path: string;
  /** What it lays out: the comment that it begins with. */
  readonly description: string;
}

const pathsOfAll = (): readonly string[] => [...templatePaths().filter((path) => path.startsWith('migration/')), ...scriptTemplatePaths()];

export const fileTemplates = (): readonly FileTemplate[] =>
  pathsOfAll().map((path) => ({ path, description: /^\{\{!--\s*(.*?)\s*--\}\}/.exec(textOf(path))?.[1] ?? '' }));

const textOf = (path: string): string => readFileSync(packageFile(`templates/${path}`), 'utf8');

/**
 * Copies templates of the package into the project's folder of them, to be edited there.
 *
 * @param asked paths of templates or of folders of them, as `script/postgresql`
 * @throws MigsqlError `invalid-usage` where the config names no folder; `unknown-template`
 */
export function ejectTemplates({ templates: folder, root }: Config, asked: readonly string[], force: boolean): Report {
  if (folder === undefined) {
    fail('invalid-usage', { reason: 'the config names no folder of templates', instead: "Add to it: templates: 'templates'." });
  }
  const paths = [...new Set(asked.flatMap(matching))];
  const files = paths.map((path): NewFile => {
    const absolute = join(folder, path);
    return { path: absolute, name: relative(root, absolute), text: [textOf(path)] };
  });
  const written = files.map(({ path }) => shownPath(path));
  return { data: { written }, lines: written.map((name) => `wrote ${name}`), writings: [{ files, isNew: !force, makesFolders: true }] };
}

function matching(asked: string): readonly string[] {
  const wanted = asked.replaceAll('\\', '/').replace(/\/+$/, '');
  const known = pathsOfAll();
  const found = known.filter((path) => [path, path.replace(/\.hbs$/, '')].includes(wanted) || path.startsWith(`${wanted}/`));
  return found.length ? found : fail('unknown-template', { template: asked, known, suggestions: similar(wanted, known), what: 'file' });
}
