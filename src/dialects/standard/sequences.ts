import type { AlterSequence, SequenceChanges } from '../../ops/alter-sequence.ts';
import type { CreateSequence } from '../../ops/create-sequence.ts';
import type { DropSequence } from '../../ops/drop-sequence.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeTable } from '../write.ts';
import { ifExists, ifNotExists, words } from './words.ts';

/** How a database says that numbers do not begin again. */
export type NoCycle = 'NO CYCLE' | 'NOCYCLE';

/** `NO MINVALUE` takes a bound away; Oracle writes it as one word. */
const bound = (word: 'MINVALUE' | 'MAXVALUE', value: number | null | undefined, noCycle: NoCycle): string | false =>
  value !== undefined && (value === null ? noCycle.replace('CYCLE', word) : `${word} ${value}`);

/** `START WITH 1 INCREMENT BY 1 …`, in the order of the SQL standard. */
export const sequenceWords = (options: SequenceChanges, noCycle: NoCycle): string =>
  words(
    options.start !== undefined && `START WITH ${options.start}`,
    options.increment !== undefined && `INCREMENT BY ${options.increment}`,
    bound('MINVALUE', options.minValue, noCycle),
    bound('MAXVALUE', options.maxValue, noCycle),
    options.cycle !== undefined && (options.cycle ? 'CYCLE' : noCycle),
    options.cache !== undefined && `CACHE ${options.cache}`,
  );

export const createSequence =
  (noCycle: NoCycle) =>
  (op: CreateSequence, { dialect }: LoweringContext): readonly Lowered[] => [
    schemaStatement(
      words('CREATE SEQUENCE', ifNotExists(op), writeTable(dialect, op.name), sequenceWords(op.options, noCycle)),
    ),
  ];

export const alterSequence =
  (noCycle: NoCycle) =>
  ({ name, to, restart }: AlterSequence, { dialect }: LoweringContext): readonly Lowered[] => [
    schemaStatement(
      words(
        'ALTER SEQUENCE',
        writeTable(dialect, name),
        restart !== undefined && `RESTART WITH ${restart}`,
        sequenceWords(to, noCycle),
      ),
    ),
  ];

export const dropSequence = (op: DropSequence, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP SEQUENCE', ifExists(op), writeTable(dialect, op.name))),
];
