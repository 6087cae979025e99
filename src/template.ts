import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { packageFile } from './package-root.ts';

/** Our own instance: helpers and partials that anyone registers elsewhere do not reach ours. */
const engine = Handlebars.create();

/** `preventIndent`: a partial's lines stay as they are, for an indented literal would be another value. */
const OPTIONS: CompileOptions = { strict: true, noEscape: true, preventIndent: true };

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/**
 * The text of `templates/<path>` filled with `data`. A template lays out what it is given and decides nothing;
 * a name that is not in `data` is an error of the template.
 */
export function renderTemplate(path: string, data: object): string {
  return templateAt(path)(data);
}

function templateAt(path: string): Handlebars.TemplateDelegate {
  const known = compiled.get(path);
  if (known) return known;
  const template = engine.compile(readFileSync(packageFile(`templates/${path}`), 'utf8'), OPTIONS);
  compiled.set(path, template);
  return template;
}
