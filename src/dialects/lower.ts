import type { Diagnostic } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { Op } from '../ops/index.ts';
import type { SchemaView } from '../schema/model.ts';
import { type Dialect, type Lowered, type LoweringContext, Refusal, type Unsupported } from './dialect.ts';

type Lower = (op: Op, context: LoweringContext) => readonly Lowered[];

/** An op as statements of a dialect, or the problem that prevents it, at the op's place. */
export function lowerOp(op: Op, dialect: Dialect, schema: SchemaView): readonly Lowered[] | Diagnostic {
  // The mapped type ties each function to its own op; TypeScript cannot follow that through an index.
  const lower = dialect.lowering[op.op] as Lower | Unsupported;
  if (typeof lower !== 'function') return refused(op, dialect, lower.unsupported, lower.hint);
  try {
    const lowered = lower(op, { dialect, schema });
    return op.transactional === false ? lowered.map((each) => ({ ...each, transactional: false })) : lowered;
  } catch (error) {
    if (error instanceof Refusal) return refused(op, dialect, error.message, error.hint, error.line);
    throw error;
  }
}

function refused(op: Op, dialect: Dialect, reason: string, hint: string, line = 0): Diagnostic {
  const place = op.origin && line > 0 ? { file: op.origin.file, line: (op.origin.line ?? 1) + line } : op.origin;
  return problem('refused', { dialect: dialect.name, op: op.op, reason, hint }, place);
}
