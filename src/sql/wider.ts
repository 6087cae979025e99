import type { ColumnType } from './types.ts';

const INTEGERS: readonly ColumnType['type'][] = ['smallint', 'integer', 'bigint'];
/** The most digits of each. */
const DIGITS: { readonly [type: string]: number } = { smallint: 5, integer: 10, bigint: 19 };

/** Whether every value of a type is one of another, in every dialect; where it is not certain, it is not. */
export function isWider(from: ColumnType, to: ColumnType): boolean {
  if (to.type === 'text') return from.type === 'string' || from.type === 'enum' || from.type === 'text';
  if (from.type === 'string' && to.type === 'string') return to.length >= from.length;
  if (from.type === 'binary' && to.type === 'binary') return (to.length ?? Infinity) >= (from.length ?? Infinity);
  if (from.type === 'enum' && to.type === 'enum') return from.values.every((value) => to.values.includes(value));
  if (from.type === 'float') return to.type === 'float' || to.type === 'double';
  if (to.type === 'numeric') return to.precision - to.scale >= wholeDigits(from) && to.scale >= (from.type === 'numeric' ? from.scale : 0);
  const rank = INTEGERS.indexOf(from.type);
  return rank >= 0 ? INTEGERS.indexOf(to.type) >= rank : JSON.stringify(from) === JSON.stringify(to);
}

const wholeDigits = (type: ColumnType): number =>
  type.type === 'numeric' ? type.precision - type.scale : (DIGITS[type.type] ?? Infinity);
