import type { Literal } from '../../sql/fragment.ts';
import { refuse } from '../dialect.ts';

/** A value as a person would recognise it in a message, shortened. */
export function shown(value: Literal): string {
  const text =
    typeof value === 'string' ? `'${value}'` : typeof value === 'object' ? shownObject(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function shownObject(value: Exclude<Literal, string | number | boolean>): string {
  if (value === null) return 'null';
  if ('bigint' in value) return value.bigint;
  return 'bytes' in value ? `${value.bytes.length / 2} bytes` : 'a JSON document';
}

export const refuseValue = (value: Literal, what: string, hint: string): never =>
  refuse(`${shown(value)} is not ${what}`, hint);
