import type { Fragment, Part } from '../sql/fragment.ts';

const known = new WeakMap<Fragment, ReadonlySet<string>>();

/** Every word and name of a text in lower case, those of routines among them: what it may use. */
export function namesIn(fragment: Fragment): ReadonlySet<string> {
  const found = known.get(fragment) ?? new Set(fragment.sql.flatMap(namesInPart));
  known.set(fragment, found);
  return found;
}

function namesInPart(part: Part): readonly string[] {
  if (typeof part === 'string') return part.toLowerCase().match(/[\p{L}\p{N}_$#@]+/gu) ?? [];
  if ('nextValue' in part) return [part.nextValue.name.toLowerCase()];
  if ('name' in part) return part.name.map((each) => each.toLowerCase());
  return 'forDialect' in part ? Object.values(part.forDialect).flatMap((each) => [...namesIn(each)]) : [];
}
