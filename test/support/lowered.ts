import type { Diagnostic } from '../../src/diagnostics.ts';
import type { Dialect, Lowered } from '../../src/dialects/dialect.ts';
import { lowerOp } from '../../src/dialects/lower.ts';
import { longestName } from '../../src/dialects/server.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { DEFAULT_NAMING, named } from '../../src/ops/naming.ts';
import { EMPTY_SCHEMA, viewOf } from '../../src/schema/model.ts';

/** An op with the names that the default convention gives. */
export const namedFor = (op: Op, dialect: Dialect): Op => named(op, DEFAULT_NAMING, longestName(dialect));

/** The last op lowered in the schema that the others leave. */
function lastOf(dialect: Dialect, ops: readonly Op[]): readonly Lowered[] | Diagnostic {
  const last = ops.at(-1);
  if (!last) throw new Error('no op to lower');
  return lowerOp(last, dialect, viewOf(ops.slice(0, -1).reduce(evolve, EMPTY_SCHEMA)));
}

/** The statements of the last op, after the others. */
export function statementsOf(dialect: Dialect, ...ops: readonly Op[]): readonly string[] {
  const lowered = lastOf(dialect, ops);
  if ('code' in lowered) throw new Error(`${lowered.message} (${lowered.hint ?? ''})`);
  return lowered.map(({ sql }) => sql);
}

/** The statements of all ops, each after those before it. */
export const allStatementsOf = (dialect: Dialect, ops: readonly Op[]): readonly string[] =>
  ops.flatMap((_, index) => statementsOf(dialect, ...ops.slice(0, index + 1)));

/** Why the last op is refused, after the others. */
export function refusalOf(dialect: Dialect, ...ops: readonly Op[]): Diagnostic {
  const lowered = lastOf(dialect, ops);
  if (!('code' in lowered)) throw new Error(`expected a refusal, got ${JSON.stringify(lowered)}`);
  return lowered;
}
