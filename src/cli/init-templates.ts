import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fail, MigsqlError } from '../errors.ts';
import { renderOwnTemplate } from '../own-templates/index.ts';
import { packageFile } from '../package-root.ts';
import { readText } from '../sandbox/files.ts';
import { similar } from '../similar.ts';

/** What `init` begins a project with. */
export interface InitTemplate {
  readonly name: string;
  readonly description: string;
}

const folderOf = (name: string): string => packageFile(`templates/init/${name}`);

const templateNames = (): readonly string[] => readdirSync(folderOf('')).sort();

/** Those of the package. Each says what it is in the comment that its README begins with. */
export const initTemplates = (): readonly InitTemplate[] =>
  templateNames().map((name) => {
    const text = textAt(join(folderOf(name), 'README.md.hbs'), name);
    return { name, description: /^\{\{!--\s*(.*?)\s*--\}\}/.exec(text)?.[1] ?? '' };
  });

/** A file of a project that is begun. */
export interface DepositedFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a template: the package's by its name, or a folder by its path. What ends in `.hbs` is filled with `data` and
 * loses that ending; what is in `templates/` is for the project to fill, and comes as it is.
 *
 * @throws MigsqlError `unknown-template`, `broken-template`, or that a file cannot be read
 */
export function depositedFiles(template: string, data: object): readonly DepositedFile[] {
  if (!/[\\/]|^\.+$/.test(template)) {
    if (!templateNames().includes(template)) unknownTemplate(template);
    return [...filled(folderOf(template), data), ...verbatim(packageFile('templates/migration'), 'templates/migration')];
  }
  const folder = resolve(template);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) unknownTemplate(template);
  const files = filled(folder, data);
  return files.length ? files : unknownTemplate(template);
}

function unknownTemplate(template: string): never {
  const known = templateNames();
  return fail('unknown-template', { template, known, suggestions: similar(template, known), what: 'project' });
}

const filled = (folder: string, data: object): readonly DepositedFile[] =>
  filesIn(folder).map((path) => {
    const file = relative(process.cwd(), join(folder, path));
    const text = textAt(join(folder, path), file);
    const isFilled = path.endsWith('.hbs') && !path.startsWith('templates/');
    return isFilled ? { path: path.slice(0, -'.hbs'.length), text: renderOwnTemplate({ file, text }, data) } : { path, text };
  });

const verbatim = (folder: string, below: string): readonly DepositedFile[] =>
  filesIn(folder).map((path) => ({ path: `${below}/${path}`, text: textAt(join(folder, path), path) }));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

function textAt(path: string, file: string): string {
  const read = readText(path, file);
  if ('problem' in read) throw new MigsqlError([read.problem]);
  return read.text;
}
