import Handlebars from 'handlebars/runtime.js';
import { builtModule } from './package-root.ts';

/** Our own instance: helpers and partials that anyone registers elsewhere do not reach ours. */
const engine = Handlebars.create();

const ready = new Map<string, Handlebars.TemplateDelegate>();

/** As the build compiled them, by their paths in `templates/`. */
const compiled = (): Readonly<Record<string, TemplateSpecification>> =>
  builtModule('templates.cjs') as Record<string, TemplateSpecification>;

export const templatePaths = (): readonly string[] => Object.keys(compiled());

/**
 * The text of `templates/<path>`, filled with `data`. A template lays out what it is given and decides nothing; a name
 * that is not in `data` is an error of the template.
 */
export function renderTemplate(path: string, data: object): string {
  const known = ready.get(path);
  if (known) return known(data);
  const template = engine.template(compiled()[path] as TemplateSpecification);
  ready.set(path, template);
  return template(data);
}
