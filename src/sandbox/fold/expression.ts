import { tokenText } from '../cursor.ts';
import { decodeEscapes, decodeText } from '../strings.ts';
import { type Folding, giveUp, is, isName, next, spend, take, takeName } from './state.ts';
import { passType } from './types.ts';

/** Deeper nesting is left to the interpreter, which has its own limit. */
const DEEPEST = 60;

/** The value of the expression that stands here; the cursor stands behind it afterwards. */
export function foldExpression(folding: Folding): unknown {
  if (++folding.depth > DEEPEST) giveUp();
  let value = foldOperand(folding);
  while (is(folding, '+')) {
    next(folding);
    const right = foldOperand(folding);
    if (typeof value !== 'string' || typeof right !== 'string') giveUp();
    value += right;
  }
  folding.depth--;
  return value;
}

/** A value with what may follow it: members, calls, templates, TypeScript's `!`, then `as` and `satisfies`. */
function foldOperand(folding: Folding): unknown {
  const { cursor } = folding;
  let nameStart = cursor.start;
  let value = foldPrimary(folding);
  let receiver: unknown;
  for (;;) {
    if (is(folding, '.')) {
      next(folding);
      nameStart = cursor.start;
      receiver = value;
      value = member(value, takeName(folding));
    } else if (is(folding, '(')) value = call(folding, value, receiver, nameStart);
    else if (cursor.kind === 'template' || cursor.kind === 'templateHead') value = tagged(folding, value, receiver);
    else if (is(folding, '!') && !cursor.afterBreak && cursor.text.charAt(cursor.end) !== '=') next(folding);
    else return typeof value === 'function' ? giveUp() : typed(folding, value);
  }
}

/** Behind a type nothing but another type can follow. */
function typed(folding: Folding, value: unknown): unknown {
  while ((isName(folding, 'as') || isName(folding, 'satisfies')) && !folding.cursor.afterBreak) {
    next(folding);
    passType(folding);
  }
  return value;
}

function foldPrimary(folding: Folding): unknown {
  const { cursor } = folding;
  switch (cursor.kind) {
    case 'string':
    case 'template':
      return text(folding);
    case 'number':
      return number(folding);
    case 'templateHead':
      return template(folding);
    case 'name':
      return named(folding);
    case 'punctuator':
      return bracketed(folding);
    default:
      return giveUp();
  }
}

function text(folding: Folding): string {
  const value = decodeText(tokenText(folding.cursor)) ?? giveUp();
  next(folding);
  return value;
}

/** Longer ones take their time; a number that a name follows at once is none. */
const NUMBER = /^(?!0[\d_])(?:\d+(?:_\d+)*n?|[\d.a-fA-FxXoO+-]+n?)$/;
const LONGEST_NUMBER = 1000;
const NAME_PART = /[\w$\\]|[^\0-\x7f]/;

function number(folding: Folding): number | bigint {
  const { text, start, end } = folding.cursor;
  const token = text.slice(start, end);
  const isPlain = end - start <= LONGEST_NUMBER && NUMBER.test(token) && !NAME_PART.test(text.charAt(end));
  const digits = isPlain ? token.replaceAll('_', '') : giveUp();
  next(folding);
  const value = digits.endsWith('n') ? BigInt(digits.slice(0, -1)) : Number(digits);
  return Number.isNaN(value) ? giveUp() : value;
}

function bracketed(folding: Folding): unknown {
  if (is(folding, '[')) return list(folding);
  if (is(folding, '{')) return record(folding);
  if (is(folding, '(')) {
    next(folding);
    const value = foldExpression(folding);
    take(folding, ')');
    return value;
  }
  if (!is(folding, '-')) giveUp();
  next(folding);
  if (folding.cursor.kind !== 'number') giveUp();
  return -number(folding);
}

function named(folding: Folding): unknown {
  const name = takeName(folding);
  if (name === 'true') return true;
  if (name === 'false') return false;
  return name === 'null' ? null : bound(folding, name);
}

function bound(folding: Folding, name: string): unknown {
  if (name === 'undefined') return undefined;
  const found = folding.bindings.get(name) ?? giveUp();
  const binding = typeof found === 'function' ? found() : found;
  folding.bindings.set(name, binding);
  spend(folding, binding.weight);
  if (binding.hasOps) folding.ops++;
  return binding.value;
}

function list(folding: Folding): readonly unknown[] {
  const items: unknown[] = [];
  next(folding);
  while (!is(folding, ']')) {
    items.push(foldExpression(folding));
    if (is(folding, ',')) next(folding);
    else if (!is(folding, ']')) giveUp();
  }
  next(folding);
  return items;
}

function record(folding: Folding): object {
  const fields: Record<string, unknown> = {};
  next(folding);
  while (!is(folding, '}')) {
    field(folding, fields);
    if (is(folding, ',')) next(folding);
    else if (!is(folding, '}')) giveUp();
  }
  next(folding);
  return fields;
}

function field(folding: Folding, fields: Record<string, unknown>): void {
  const { cursor } = folding;
  const { kind } = cursor;
  const key = kind === 'string' ? (decodeText(tokenText(cursor)) ?? giveUp()) : tokenText(cursor);
  if (key === '__proto__' || (kind === 'number' && !/^(?:0|[1-9]\d{0,8})$/.test(key))) giveUp();
  if (kind !== 'name' && kind !== 'string' && kind !== 'number') giveUp();
  next(folding);
  if (kind === 'name' && (is(folding, ',') || is(folding, '}'))) {
    const value = bound(folding, key);
    fields[key] = typeof value === 'function' ? giveUp() : value;
    return;
  }
  take(folding, ':');
  fields[key] = foldExpression(folding);
}

/** A field of plain data, or a function of migsql's. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) giveUp();
  return (value as Record<string, unknown>)[name];
}

/**
 * Only migsql has functions here; one that throws is called again by the interpreter, which knows the place.
 * A builder that would take an op apart sees another `origin` there, so that is left to the interpreter, too.
 */
function call(folding: Folding, callee: unknown, receiver: unknown, nameStart: number): unknown {
  if (typeof callee !== 'function') giveUp();
  next(folding);
  const { ops } = folding;
  const given: unknown[] = [];
  while (!is(folding, ')')) {
    given.push(foldExpression(folding));
    if (is(folding, ',')) next(folding);
    else if (!is(folding, ')')) giveUp();
  }
  next(folding);
  if ((folding.ops > ops && !folding.holders.has(callee)) || given.some(isOp)) giveUp();
  return withOrigin(folding, Reflect.apply(callee as () => unknown, receiver, given), nameStart);
}

const isOp = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && ('op' in value || 'irreversible' in value);

/**
 * Ops, and the reason of an irreversible step, know where they were written. Since no argument was one, an op is the
 * builder's own.
 */
function withOrigin(folding: Folding, value: unknown, nameStart: number): unknown {
  if (!isOp(value)) return value;
  folding.ops++;
  return Object.assign(value, { origin: folding.placeOf(nameStart) });
}

interface Pieces {
  readonly cooked: readonly string[];
  readonly raw: readonly string[];
  readonly holes: readonly unknown[];
}

function template(folding: Folding): string {
  const { cooked, holes } = pieces(folding);
  if (!holes.every((hole) => typeof hole === 'string')) giveUp();
  return cooked.map((piece, index) => piece + ((holes[index] as string | undefined) ?? '')).join('');
}

function tagged(folding: Folding, tag: unknown, receiver: unknown): unknown {
  if (typeof tag !== 'function') giveUp();
  const { ops } = folding;
  const { cooked, raw, holes } = pieces(folding);
  if (folding.ops > ops) giveUp();
  const strings = Object.defineProperty(cooked, 'raw', { value: raw });
  const value: unknown = Reflect.apply(tag as () => unknown, receiver, [strings, ...holes]);
  return isOp(value) ? giveUp() : value;
}

function pieces(folding: Folding): Pieces {
  const { cursor } = folding;
  const found = { cooked: [] as string[], raw: [] as string[], holes: [] as unknown[] };
  for (;;) {
    const { kind } = cursor;
    const inner = cursor.text.slice(
      cursor.start + 1,
      cursor.end - (kind === 'templateHead' || kind === 'templateMiddle' ? 2 : 1),
    );
    found.cooked.push(decodeEscapes(inner, true) ?? giveUp());
    found.raw.push(inner.replace(/\r\n?/g, '\n'));
    next(folding);
    if (kind === 'template' || kind === 'templateTail') return found;
    found.holes.push(foldExpression(folding));
    if (cursor.kind !== 'templateMiddle' && cursor.kind !== 'templateTail') giveUp();
  }
}
