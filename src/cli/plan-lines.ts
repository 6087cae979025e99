import { DIALECTS } from '../dialects/index.ts';
import { destroysData } from '../ops/destroys.ts';
import { failureMap, type Plan, type PlannedStep, statementsOf } from '../plan/index.ts';
import { atomicity } from '../script/header.ts';

/** What stands in one line. */
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What a plan would do, for a person who is asked whether to go on. */
export function planLines(plan: Plan): readonly string[] {
  const statements = plan.steps.reduce((sum, step) => sum + statementsOf(step).length, 0);
  const blocks = failureMap(plan).length;
  return [
    ...plan.steps.flatMap((step, index) => stepLines(step, `${index + 1}/${plan.steps.length}`)),
    `${counted(statements, 'statement')} in ${counted(blocks, 'block')}; atomic: ${atomicity(plan, DIALECTS[plan.dialect])}`,
  ];
}

function stepLines(step: PlannedStep, number: string): readonly string[] {
  const { direction, revision, title } = step;
  const statements = statementsOf(step);
  return [`  ${number} ${direction} ${revision}: ${title} (${counted(statements.length, 'statement')})`, ...risksOf(step).map((risk) => `      careful: ${risk}`)];
}

/** The ops whose rows or values do not come back. */
export function risksOf(step: PlannedStep): readonly string[] {
  const risks = statementsOf(step).flatMap(({ origin }) => {
    if (origin.kind !== 'op' || !destroysData(origin.op)) return [];
    const place = origin.file === undefined ? '' : ` (${origin.file}${origin.line === undefined ? '' : `:${origin.line}`})`;
    return [`${origin.description}${place}`];
  });
  return [...new Set(risks)];
}
