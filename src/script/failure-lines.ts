import type { FailurePoint, Plan } from '../plan/index.ts';
import { commentText } from './comment.ts';
import { headsArgument, headsText } from './facts.ts';
import type { ScriptForm } from './options.ts';

/** Blocks of one kind stand together, so that a long script has a short map. */
const MOST_LINES = 20;

/** For the header: where the script leaves the database when it stops, a line or two for each block. */
export function failureLines(points: readonly FailurePoint[], plan: Plan, form: ScriptForm): readonly string[] {
  const lines = points.length <= MOST_LINES ? points.map((point) => line(point, plan, form)) : summary(points);
  return lines.map(commentText);
}

function line({ block, transactional, steps, heads, midStep, leaves }: FailurePoint, { steps: all, to, fromAnything }: Plan, form: ScriptForm): string {
  const [first, last] = steps;
  const what = transactional ? 'transaction' : 'statement';
  const where = `block ${block} (${what}, step${first === last ? ` ${first}` : `s ${first} to ${last}`})`;
  const direction = all[first - 1]?.direction;
  const isOfRevision = direction === 'upgrade' || direction === 'downgrade';
  const partly = midStep && isOfRevision ? `; revision ${all[first - 1]?.revision} is there in part` : '';
  const but = leaves === undefined ? '' : ` but perhaps ${leaves}`;
  const held = fromAnything ? 'is as it was' : `holds ${headsText(heads)}`;
  const again = form === 'resumable' || direction === 'stamp';
  const next = again ? 'then run this file again' : isOfRevision ? `then run ${headsArgument(heads)}:${headsArgument(to)}` : LEFT_TO_REPAIR;
  return `${where}: nothing of it is there${but}; the version table ${held}${partly}; ${next}`;
}

const LEFT_TO_REPAIR = "then write a script for what is left: 'migsql drift --fix repair'";

/** Of very many blocks. */
function summary(points: readonly FailurePoint[]): readonly string[] {
  const apart = points.filter(({ transactional }) => !transactional).length;
  return [
    `${points.length} blocks, ${apart} of them outside transactions; each is committed before the next`,
    'the version table names the last revision that is there whole; the plan as JSON has a line for each block',
  ];
}
