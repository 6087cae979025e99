import type { Diagnostic } from '../diagnostics.ts';
import { DIALECTS } from '../dialects/index.ts';
import { MigsqlError } from '../errors.ts';
import type { Plan } from '../plan/index.ts';
import { statementHazards, textHazard, watchFor, type Watch } from './hazards.ts';
import { DEFAULT_OPTIONS, type ScriptOptions } from './options.ts';
import { refusals } from './refusals.ts';
import { formOf, inSection } from './section-form.ts';
import { sections } from './sections.ts';

/**
 * A plan as the text that the dialect's own client runs: UTF-8 without a mark, a newline at the end.
 * It comes in pieces, so that a large script is never held whole.
 *
 * @param onStatements told of each piece, when it was taken, how many statements it holds
 * @throws MigsqlError before the first piece: `refused-form` with every reason why the plan cannot be a script of that
 *   form, `script-hazard` where the client would not send what a statement says
 */
export function renderScript(
  plan: Plan,
  options: ScriptOptions = DEFAULT_OPTIONS,
  onStatements: (count: number) => void = () => {},
): Generator<string> {
  const dialect = DIALECTS[plan.dialect];
  const watch = watchFor(dialect, options);
  refuse([...refusals(plan, options, dialect), ...statementHazards(plan, watch)]);
  return pieces(plan, options, watch, onStatements);
}

function refuse(problems: readonly Diagnostic[]): void {
  if (problems.length) throw new MigsqlError(problems);
}

function* pieces(plan: Plan, options: ScriptOptions, watch: Watch, onStatements: (count: number) => void): Generator<string> {
  const form = formOf(plan, options, watch);
  // A form of its own may be refused anywhere: then nothing is written.
  if (form) for (const section of sections(plan, options)) form(section);
  for (const section of sections(plan, options)) {
    const { text } = section;
    const hazard = textHazard(text, watch);
    if (hazard) refuse([inSection(section, (each) => textHazard(each, watch), hazard, watch)]);
    yield form ? form(section) : text;
    onStatements(section.statements ?? 0);
  }
}
