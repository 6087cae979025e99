import type { CreateTrigger } from '../../ops/create-trigger.ts';
import type { Lowered, LoweringContext } from '../dialect.ts';
import { triggerStatement } from '../standard/schema-triggers.ts';

/** https://mariadb.com/docs/server/server-usage/triggers-events/triggers/create-trigger */
export const createTrigger = (op: CreateTrigger, { dialect }: LoweringContext): readonly Lowered[] => [
  triggerStatement(op, op.orReplace ? 'CREATE OR REPLACE' : 'CREATE', dialect),
];
