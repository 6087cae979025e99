import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { DataTable } from '../ops/data-table.ts';
import type { Op } from '../ops/index.ts';
import type { SchemaView } from '../schema/model.ts';
import { type Dialect, type Lowered, type LoweringContext, type Needless, Refusal, type Unsupported, refuse } from './dialect.ts';

type Lower = (op: Op, context: LoweringContext) => readonly Lowered[];

const NO_DATA: LoweringContext['data'] = new Map<string, DataTable>();

/** An op as statements of a dialect, or the problem that prevents it, at the op's place. */
export function lowerOp(op: Op, dialect: Dialect, schema: SchemaView, data = NO_DATA): readonly Lowered[] | Diagnostic {
  try {
    const lowered = lower(op, { dialect, schema, data });
    return op.transactional === false ? lowered.map((each) => ({ ...each, transactional: false })) : lowered;
  } catch (error) {
    if (error instanceof Refusal) return refused(op, dialect, error);
    if (error instanceof MigsqlError) return inData(op, error);
    throw error;
  }
}

/** As the dialect's table has it. Ops that hold others lower them through this as well. */
export function lower(op: Op, context: LoweringContext): readonly Lowered[] {
  // The mapped type ties each function to its own op; TypeScript cannot follow that through an index.
  const entry = context.dialect.lowering[op.op] as Lower | Needless | Unsupported;
  if (typeof entry === 'function') return entry(op, context);
  return 'needless' in entry ? [] : refuse(entry.unsupported, entry.hint);
}

/** A refusal as the problem that it is at the op's place. */
export function refused(op: Op, dialect: Dialect, { message, hint, line, place }: Refusal): Diagnostic {
  const below = op.origin && line > 0 ? { file: op.origin.file, line: (op.origin.line ?? 1) + line } : op.origin;
  return problem('refused', { dialect: dialect.name, op: nameOf(op), reason: message, hint }, place ?? below);
}

/** What is wrong in a file of rows: the same in every dialect, at a line of that file. */
function inData(op: Op, error: MigsqlError): Diagnostic {
  const [first] = error.diagnostics as readonly [Diagnostic];
  return { ...first, message: `${nameOf(op)}: ${first.message}` };
}

/** What the author calls the op. */
const nameOf = (op: Op): string => (op.op === 'custom' ? op.name : op.op);
