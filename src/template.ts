import { createRequire } from 'node:module';
import Handlebars from 'handlebars/runtime.js';
import { fail } from './errors.ts';
import { packageFile } from './package-root.ts';

/** Our own instance: helpers and partials that anyone registers elsewhere do not reach ours. */
const engine = Handlebars.create();

const ready = new Map<string, Handlebars.TemplateDelegate>();

/**
 * The text of `templates/<path>`, as the build compiled it, filled with `data`. A template lays out what it is given
 * and decides nothing; a name that is not in `data` is an error of the template.
 */
export function renderTemplate(path: string, data: object): string {
  return templateAt(path)(data);
}

function templateAt(path: string): Handlebars.TemplateDelegate {
  const known = ready.get(path);
  if (known) return known;
  const compiled = built('templates.cjs') as Record<string, TemplateSpecification>;
  const template = engine.template(compiled[path] as TemplateSpecification);
  ready.set(path, template);
  return template;
}

/** A template that is not the package's. */
export interface OwnTemplate {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

/**
 * The text of a template of a project's own, filled with `data`. It is compiled as the package's are: a name that is not in
 * `data` is an error, nothing is escaped, and no helper reaches further than `data`.
 *
 * @throws MigsqlError `broken-template` with the line
 */
export function renderOwnTemplate({ file, text }: OwnTemplate, data: object): string {
  const { compile } = built('template-compiler.cjs') as Pick<typeof Handlebars, 'compile'>;
  try {
    return compile(text)(data);
  } catch (error) {
    const { message, lineNumber, column } = error as Error & { readonly lineNumber?: number; readonly column?: number };
    const line = lineNumber ?? Number(/^\w+ error on line (\d+)/.exec(message)?.[1] ?? 1);
    return fail('broken-template', { reason: inWords(message), known: Object.keys(data) }, { file, line, ...(column !== undefined && { column: column + 1 }) });
  }
}

/** What Handlebars says, without its own options, tokens and places. */
const inWords = (message: string): string =>
  (message.split('\n').at(-1) ?? '')
    .replace(/ - \d+:\d+$/, '')
    .replace(/^Expecting .*, got '(\w+)'$/, 'unexpected $1')
    .replace(/^You specified knownHelpersOnly, but used the unknown/, 'there is no')
    .replace('not defined in [object Object]', 'is not given');

/** What the build put into `dist/` for this file. */
const built = (file: string): unknown => createRequire(import.meta.url)(packageFile(`dist/${file}`));
