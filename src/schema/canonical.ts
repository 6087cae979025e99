import { compare } from '../diagnostics.ts';

/** A plain value with its fields in the order of their names: equal values are equal text. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => compare(a, b)).map(([key, field]) => [key, canonical(field)]));
}
