import type { CreateRoutine } from '../../ops/create-routine.ts';
import type { CreateTrigger } from '../../ops/create-trigger.ts';
import type { DropRoutine } from '../../ops/drop-routine.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { cascade, ifExists, words } from './words.ts';

const ROUTINES = { function: 'FUNCTION', procedure: 'PROCEDURE' } as const;

const body = (definition: CreateRoutine['definition'], dialect: Dialect): string =>
  writeFragment(dialect, definition).trim();

/** `CREATE FUNCTION f …`; `create` is how it begins. Its body may hold terminators of its own. */
export const routineStatement = ({ kind, name, definition }: CreateRoutine, create: string, dialect: Dialect): Lowered => ({
  ...schemaStatement(`${create} ${ROUTINES[kind]} ${writeTable(dialect, name)} ${body(definition, dialect)}`),
  compound: true,
});

export const createRoutine = (op: CreateRoutine, { dialect }: LoweringContext): readonly Lowered[] => [
  routineStatement(op, op.orReplace ? 'CREATE OR REPLACE' : 'CREATE', dialect),
];

/** Where routines of one name are told apart by their arguments, `withSignature`. */
export const dropRoutine = (op: DropRoutine, { dialect }: LoweringContext, withSignature = false): readonly Lowered[] => {
  const signature = withSignature && op.signature ? `(${writeFragment(dialect, op.signature)})` : '';
  return [
    schemaStatement(
      words('DROP', ROUTINES[op.kind], ifExists(op), writeTable(dialect, op.name) + signature, cascade(op)),
    ),
  ];
};

/** `CREATE TRIGGER t …`; the definition says when, and on which table. */
export const triggerStatement = (
  { name, definition }: CreateTrigger,
  create: string,
  dialect: Dialect,
): Lowered => ({
  ...schemaStatement(`${create} TRIGGER ${writeName(dialect, name)} ${body(definition, dialect)}`),
  compound: true,
});
