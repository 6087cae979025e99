import { createRequire } from 'node:module';
import Handlebars from 'handlebars/runtime.js';
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
  const compiled = createRequire(import.meta.url)(packageFile('dist/templates.cjs')) as Record<string, TemplateSpecification>;
  const template = engine.template(compiled[path] as TemplateSpecification);
  ready.set(path, template);
  return template;
}
