import type { Literal } from '../../sql/fragment.ts';
import { refuse } from '../dialect.ts';
import { checkFloat, shown } from './values.ts';

/** The smallest numbers that are not denormalised: databases other than PostgreSQL do not document smaller ones. */
const LEAST = { float: 2 ** -126, double: 2 ** -1022 } as const;

/** As `checkFloat`, for databases that hold normalised numbers alone. */
export function checkNormalFloat(value: Literal, type: keyof typeof LEAST): string {
  const text = checkFloat(value, type);
  const size = Math.abs(type === 'float' ? Math.fround(Number(text)) : Number(text));
  if (size !== 0 && size < LEAST[type]) {
    refuse(
      `${shown(value)} is too close to 0 for ${type}`,
      'Write 0, or use types.numeric(precision, scale) for the column.',
    );
  }
  return text;
}
