import type { CreateRoutine } from '../../ops/create-routine.ts';
import type { CreateTrigger } from '../../ops/create-trigger.ts';
import { type Lowered, type LoweringContext, emulated } from '../dialect.ts';
import { makes, routineThere } from '../standard/proofs.ts';
import { routineStatement } from '../standard/routines.ts';
import { dropRoutine, dropTrigger, triggerStatement } from '../standard/schema-triggers.ts';

const HOW = 'the old one is dropped before, and its privileges and place go with it';

/** MySQL has no OR REPLACE but for views: https://dev.mysql.com/doc/refman/8.4/en/create-procedure.html */
export function createRoutine(op: CreateRoutine, context: LoweringContext): readonly Lowered[] {
  const { dialect } = context;
  const create = makes(routineStatement(op, 'CREATE', dialect), routineThere(op.name, op.kind), dialect);
  if (!op.orReplace) return [create];
  const { kind, name } = op;
  return emulated(HOW, [...dropRoutine({ op: 'dropRoutine', kind, name, ifExists: true }, context), create]);
}

export function createTrigger(op: CreateTrigger, context: LoweringContext): readonly Lowered[] {
  const create = triggerStatement(op, 'CREATE', context.dialect);
  if (!op.orReplace) return [create];
  const { name, table } = op;
  return emulated(HOW, [...dropTrigger({ op: 'dropTrigger', name, table, ifExists: true }, context), create]);
}
