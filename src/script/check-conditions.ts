import type { Diagnostic } from '../diagnostics.ts';
import type { Plan } from '../plan/index.ts';
import { type Hazard, type Watch, hazardProblem, placeOf } from './hazards.ts';
import type { ScriptOptions } from './options.ts';

const LOST: Hazard = {
  what: 'the answer to a condition is kept by the session, and a resumed script has another one: what is asked for could be left out',
  instead: 'Leave out --resumable, or write the condition into the statements themselves.',
};

/**
 * MySQL runs a statement under a condition by a variable of the session and a prepared statement. In one transaction they
 * are there whole or not at all; a schema change is a block apart, behind which a resumed script would go on without them.
 */
export function conditionProblems({ dialect, steps, transaction }: Plan, { form }: Pick<ScriptOptions, 'form'>, watch: Watch): readonly Diagnostic[] {
  if (dialect !== 'mysql' || form !== 'resumable') return [];
  return steps.flatMap(({ blocks, file }) =>
    blocks.flatMap(({ statements, transactional }) =>
      statements
        .filter(({ origin, sql }) => origin.kind === 'op' && origin.op === 'onlyIf' && (!transactional || transaction === 'none') && sql.startsWith('EXECUTE'))
        .map((statement) => hazardProblem(LOST, watch, placeOf(statement, file))),
    ),
  );
}
