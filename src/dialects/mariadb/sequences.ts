import type { CreateSequence } from '../../ops/create-sequence.ts';
import type { DropSequence } from '../../ops/drop-sequence.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { drops, makes, tableThere } from '../standard/proofs.ts';
import * as standard from '../standard/sequences.ts';

export const createSequence = (op: CreateSequence, context: LoweringContext): readonly Lowered[] =>
  standard.createSequence('NOCYCLE')(op, context).map((each) => makes(each, tableThere(op.name), context.dialect));

export const dropSequence = (op: DropSequence, context: LoweringContext): readonly Lowered[] =>
  standard.dropSequence(op, context).map((each) => drops(each, tableThere(op.name), context.dialect));
