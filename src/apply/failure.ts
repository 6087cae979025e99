import { DatabaseError } from '../database/connection.ts';
import type { Place } from '../diagnostics.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { fail } from '../errors.ts';
import type { ApplyFailure } from '../errors/apply.ts';
import { type PlanBlock, type Statement, statementsOf } from '../plan/index.ts';
import type { Item, RunBlock } from './blocks.ts';
import { mayLeavePart } from './run-block.ts';
import type { Run } from './run.ts';

/**
 * Tells what a run stopped at, and where that left the database.
 *
 * @param index of the block, from 0; the first where the run had not come so far
 * @param last what was sent last, perhaps in a block before
 * @throws always
 */
export function failApply(error: unknown, run: Run, blocks: readonly RunBlock[], index: number, last?: Item): never {
  const each = blocks[index];
  if (!(error instanceof DatabaseError) || !each) throw error;
  const sent = last && each.items.includes(last) ? last : undefined;
  const failure = failureOf(run, each, blocks.length, sent);
  const place = placeOf((sent ?? each.items[0]).statement);
  if (error.kind === 'connection-lost') fail('connection-lost', { ...failure, reason: error.message }, place);
  if (error.kind === 'canceled' && run.signal?.aborted) fail('apply-canceled', failure, place);
  fail('apply-failed', { ...failure, reason: error.message, ...(error.code !== undefined && { code: error.code }) }, place);
}

const placeOf = ({ origin }: Statement): Place | undefined =>
  origin.kind === 'op' && origin.file !== undefined ? { file: origin.file, ...(origin.line !== undefined && { line: origin.line }) } : undefined;

function failureOf({ plan, part, ledger, dialect }: Run, { block, items: [first] }: RunBlock, blocks: number, sent: Item | undefined): ApplyFailure {
  const { step } = sent ?? first;
  const done = first.number === 1 ? Math.max(first.at, part.skip) : first.at;
  const leaves = sent && leavingsOf(sent.statement, block, dialect);
  return {
    revision: step.revision,
    block: block.number,
    blocks,
    ...(!plan.fromAnything && { heads: block.heads }),
    ...(done > 0 && { part: { done, of: statementsOf(first.step).length } }),
    ...(leaves !== undefined && { leaves }),
    ledger: ledger !== undefined,
  };
}

function leavingsOf(statement: Statement, block: PlanBlock, dialect: Dialect): string | undefined {
  if (mayLeavePart(statement, block, dialect)) return 'what it has committed by itself';
  return block.transactional ? undefined : statement.leaves;
}
