import { type AlterSequence, type SequenceChanges, changed } from '../../ops/alter-sequence.ts';
import type { CreateSequence } from '../../ops/create-sequence.ts';
import type { SequenceOptions } from '../../schema/object.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import * as standard from '../standard/sequences.ts';
import { writeTable } from '../write.ts';
import { objectId, onlyIf } from './batches.ts';

/**
 * A sequence begins at the least number of its type unless it is told where, which is -9223372036854775808, and cycles
 * back to it; other databases count from 1, and back to it. So what they take for granted is said:
 * https://learn.microsoft.com/sql/t-sql/statements/create-sequence-transact-sql
 */
function whole(options: SequenceOptions): SequenceOptions {
  const { increment = 1, minValue, maxValue } = options;
  const first = increment > 0 ? (minValue ?? 1) : (maxValue ?? -1);
  const { start = first } = options;
  return { ...options, start, increment, ...(options.cycle && bounds({ ...options, start, increment })) };
}

/** The number that a cycle goes back to. */
function bounds({ start, increment = 1, minValue, maxValue }: SequenceOptions): SequenceOptions {
  if (increment > 0) return { minValue: minValue ?? Math.min(1, start ?? 1) };
  return { maxValue: maxValue ?? Math.max(-1, start ?? -1) };
}

/** One number at a time is no cache. */
function sequenceWords({ cache, ...options }: SequenceChanges): string {
  if (cache === undefined || cache > 1)
    return standard.sequenceWords({ ...options, ...(cache !== undefined && { cache }) }, 'NO CYCLE');
  return [standard.sequenceWords(options, 'NO CYCLE'), 'NO CACHE'].filter((text) => text !== '').join(' ');
}

export function createSequence(
  { name, options, ifNotExists }: CreateSequence,
  { dialect }: LoweringContext,
): readonly Lowered[] {
  const numbers = sequenceWords(whole(options));
  const create = schemaStatement(`CREATE SEQUENCE ${writeTable(dialect, name)} AS bigint ${numbers}`);
  if (!ifNotExists) return [create];
  return onlyIf(`${objectId(name, dialect, 'SO')} IS NULL`, 'the server is asked for the sequence', [create]);
}

/** https://learn.microsoft.com/sql/t-sql/statements/alter-sequence-transact-sql */
export function alterSequence({ name, to, restart }: AlterSequence, context: LoweringContext): readonly Lowered[] {
  const { dialect, schema } = context;
  if (to.start !== undefined) {
    refuse(
      'ALTER SEQUENCE of SQL Server changes no start',
      `Say the number that comes next: alterSequence(…, {}, { restart: ${to.start} }).`,
    );
  }
  const known = schema.object('sequence', name)?.options;
  const options = { ...to, ...(to.cycle && known && bounds(changed(known, to))) };
  const parts = [`ALTER SEQUENCE ${writeTable(dialect, name)}`, restart === undefined ? '' : `RESTART WITH ${restart}`];
  return [schemaStatement([...parts, sequenceWords(options)].filter((text) => text !== '').join(' '))];
}

/** https://learn.microsoft.com/sql/t-sql/functions/next-value-for-transact-sql */
export const nextValue = (sequence: string): string => `NEXT VALUE FOR ${sequence}`;
