import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import { type Op, type OpName, describe } from '../ops/index.ts';

/** Whether an op makes something of its own, or adds to what another makes. */
const PARTS: { readonly [N in OpName]?: 'whole' | 'addition' } = {
  createTable: 'whole',
  createEnum: 'whole',
  createSequence: 'whole',
  createSchema: 'whole',
  createView: 'whole',
  createRoutine: 'whole',
  custom: 'whole',
  addColumn: 'addition',
  alterColumn: 'addition',
  addConstraint: 'addition',
  createIndex: 'addition',
  createTrigger: 'addition',
  addEnumValue: 'addition',
  alterSequence: 'addition',
  setTableComment: 'addition',
  setTableOptions: 'addition',
  grant: 'addition',
};

/** A problem for each op that says nothing of what is there in the end. */
export const checkDefinitions = (ops: readonly Op[]): readonly Diagnostic[] =>
  ops
    .filter(({ op }) => PARTS[op] === undefined)
    .map((op) => problem('no-definition', { op: op.op, does: describe(op) }, op.origin));

/** Definitions have no order: what adds to a table, an enum type or a sequence is read when all of those are known. */
export const inOrder = (ops: readonly Op[]): readonly Op[] =>
  (['whole', 'addition'] as const).flatMap((part) => ops.filter(({ op }) => PARTS[op] === part));
