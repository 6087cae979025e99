import * as v from 'valibot';
import { type Diagnostic, type Place } from '../diagnostics.ts';
import { problem } from '../errors.ts';
import type { CustomOp } from './custom.ts';
import { forDialectShape } from './for-dialect.ts';
import { type AuthoredOp, OPS, type OpName } from './index.ts';

/** Where what has no place of its own stands, if anywhere. */
type PlaceOf = () => Place | undefined;

/** Checked ops, and a problem for each thing wrong with them, at the op's own place or else at `placeOf()`. */
export function checkOps(value: unknown, placeOf: PlaceOf): { ops: readonly AuthoredOp[]; problems: readonly Diagnostic[] } {
  if (!Array.isArray(value)) {
    return { ops: [], problems: [problem('not-an-op', { found: show(value), expected: 'a list of ops' }, placeOf())] };
  }
  const problems = value.flatMap((op) => checkOp(op, placeOf));
  return { ops: problems.length ? [] : (value as AuthoredOp[]), problems };
}

function checkOp(value: unknown, placeOf: PlaceOf): readonly Diagnostic[] {
  const name: unknown = isObject(value) ? value['op'] : undefined;
  const shape = shapeOf(name);
  if (!shape || !isObject(value)) return [problem('not-an-op', { found: show(value), expected: 'an op' }, placeOf())];
  const at: PlaceOf = () => (isObject(value['origin']) ? (value['origin'] as unknown as Place) : placeOf());
  const result = v.safeParse(shape, value);
  if (!result.success) return result.issues.map((issue) => invalid(String(name), issue, at()));
  return nestedIn(value).flatMap((op) => checkOp(op, at));
}

/** The ops that an op of a right shape holds. */
function nestedIn(op: Record<string, unknown>): readonly unknown[] {
  switch (op['op']) {
    case 'forDialect':
      return Object.values(op['cases'] as Record<string, readonly unknown[]>).flat();
    case 'rebuildTable':
      return op['changes'] as readonly unknown[];
    case 'onlyIf':
      return op['ops'] as readonly unknown[];
    case 'custom': {
      const { undo, effect } = op as unknown as CustomOp;
      return [...(Array.isArray(undo) ? (undo as readonly unknown[]) : []), ...(effect.ops ?? [])];
    }
    default:
      return [];
  }
}

const made = new Map<unknown, v.GenericSchema>();

/** The shape of an op's kind, made once. */
function shapeOf(name: unknown): v.GenericSchema | undefined {
  if (name !== 'forDialect' && !isOpName(name)) return undefined;
  const shape = made.get(name) ?? (name === 'forDialect' ? forDialectShape() : OPS[name].shape());
  made.set(name, shape);
  return shape;
}

const isOpName = (name: unknown): name is OpName => typeof name === 'string' && Object.hasOwn(OPS, name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function invalid(op: string, issue: v.BaseIssue<unknown>, place: Place | undefined): Diagnostic {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return problem('invalid-op', { op, path: path.replace(/^\./, ''), reason: reasonOf(issue) }, place);
}

function reasonOf({ kind, type, expected, received, message, path }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'no such field';
  if (received === 'undefined' && expected === `"${String(path?.at(-1)?.key)}"`) return 'is missing';
  return message.startsWith('Invalid') && (kind === 'schema' || type !== 'check')
    ? `expected ${expected}, got ${received}`
    : message;
}

/** A value for people, short. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
