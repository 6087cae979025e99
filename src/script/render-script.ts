import type { Diagnostic } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import { MigsqlError } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { filling, type OwnTemplates } from './fill.ts';
import { statementHazards, textHazard, watchFor, type Watch } from './hazards.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';
import { refusals } from './refusals.ts';
import { formOf, inSection } from './section-form.ts';
import { sections } from './sections.ts';

/** What a render needs beside the plan and the options. */
export interface Rendering {
  /** Told of each piece, when it was taken, how many statements it holds. */
  readonly onStatements?: (count: number) => void;
  /** The project's own templates. */
  readonly templates?: OwnTemplates;
}

/**
 * A plan as the text that the dialect's own client runs: UTF-8 without a mark, a newline at the end.
 * It comes in pieces, so that a large script is never held whole.
 *
 * @throws MigsqlError before the first piece: `refused-form` with every reason why the plan cannot be a script of that
 *   form, `script-hazard` where the client would not send what a statement says, `broken-template` and `unfit-template`
 */
export function renderScript(
  plan: Plan,
  options: ScriptOptions = DEFAULT_OPTIONS,
  rendering: Rendering = {},
): Generator<string> {
  const dialect = DIALECTS[plan.dialect];
  const watch = watchFor(dialect, options);
  refuse([...refusals(plan, options, dialect), ...statementHazards(plan, watch)]);
  return pieces(plan, options, watch, rendering);
}

function refuse(problems: readonly Diagnostic[]): void {
  if (problems.length) throw new MigsqlError(problems);
}

const NO_TEMPLATES: OwnTemplates = new Map();

function* pieces(plan: Plan, options: ScriptOptions, watch: Watch, { onStatements, templates = NO_TEMPLATES }: Rendering): Generator<string> {
  const form = formOf(plan, options, watch);
  const { fill, problems } = filling(templates, plan.dialect);
  // A form of its own, or a template, may be refused anywhere: then nothing is written.
  if (form || templates.size) for (const section of sections(plan, options, fill)) form?.(section);
  refuse(problems());
  for (const section of sections(plan, options, fill)) {
    const { text } = section;
    const hazard = textHazard(text, watch);
    if (hazard) refuse([inSection(section, (each) => textHazard(each, watch), hazard, watch)]);
    yield form ? form(section) : text;
    onStatements?.(section.statements ?? 0);
  }
}
