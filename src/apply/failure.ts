import { DatabaseError } from '../database/connection.ts';
import { MigsqlError, fail } from '../errors.ts';
import type { ApplyFailure } from '../errors/apply.ts';
import { statementsOf } from '../plan/index.ts';
import type { Item, RunBlock } from './blocks.ts';
import type { Run } from './run.ts';

export interface Failed {
  readonly each: RunBlock;
  readonly blocks: number;
  /** What was sent last, perhaps in a block before. */
  readonly item: Item | undefined;
}

/** Tells what a run stopped at, and where that left the database. @throws always */
export function failApply(error: unknown, run: Run, { each, blocks, item: last }: Failed): never {
  if (error instanceof MigsqlError || !(error instanceof DatabaseError)) throw error;
  const item = last && each.items.includes(last) ? last : each.items[0];
  const failure = failureOf(run, each, blocks, item);
  const { origin } = item.statement;
  const place = origin.kind === 'op' && origin.file !== undefined ? { file: origin.file, ...(origin.line !== undefined && { line: origin.line }) } : undefined;
  if (error.kind === 'connection-lost') fail('connection-lost', { ...failure, reason: error.message }, place);
  if (error.kind === 'canceled' && run.signal?.aborted) fail('apply-canceled', failure, place);
  fail('apply-failed', { ...failure, reason: error.message, ...(error.code !== undefined && { code: error.code }) }, place);
}

function failureOf({ plan, part }: Run, { block, items: [first] }: RunBlock, blocks: number, item: Item): ApplyFailure {
  const done = first.number === 1 ? Math.max(first.at, part.skip) : first.at;
  const { leaves } = item.statement;
  return {
    revision: item.step.revision,
    block: block.number,
    blocks,
    ...(!plan.fromAnything && { heads: block.heads }),
    ...(done > 0 && { part: { done, of: statementsOf(first.step).length } }),
    ...(!block.transactional && leaves !== undefined && { leaves }),
  };
}
