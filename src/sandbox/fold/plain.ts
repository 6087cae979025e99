import { DEEPEST_DATA } from '../limits.ts';

/**
 * Whether JSON says all of a value and nothing else: no `undefined`, no `-0`, no NaN, no bigint, no function. A text
 * that begins with U+0000 is what the interpreter marks places with, so it has to read them.
 */
export function isPlainData(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
      return value.charCodeAt(0) !== 0;
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return value === null || (depth <= DEEPEST_DATA && isPlainObject(value, depth + 1));
    default:
      return false;
  }
}

function isPlainObject(value: object, depth: number): boolean {
  if (Array.isArray(value)) return value.every((item) => isPlainData(item, depth));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  // A text spread into an object has this key here, and none in the interpreter.
  if ('0' in value) return false;
  for (const key in value) if (!isPlainData((value as Record<string, unknown>)[key], depth)) return false;
  return true;
}
