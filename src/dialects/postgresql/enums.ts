import type { CreateEnum } from '../../ops/create-enum.ts';
import type { DropEnum } from '../../ops/drop-enum.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeLiteral, writeTable } from '../write.ts';

/** Bytes, since labels are kept as names are: https://www.postgresql.org/docs/current/datatype-enum.html */
const LONGEST_LABEL = 63;

export function createEnum({ name, values }: CreateEnum, { dialect }: LoweringContext): readonly Lowered[] {
  const tooLong = values.find((value) => Buffer.byteLength(value) > LONGEST_LABEL);
  if (tooLong !== undefined) refuse(`the enum value '${tooLong}' is longer than ${LONGEST_LABEL} bytes`, 'Shorten it.');
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) refuse(`the enum value '${twice}' stands in the list twice`, 'Remove one of them.');
  const labels = values.map((value) => writeLiteral(dialect, value)).join(', ');
  return [schemaStatement(`CREATE TYPE ${writeTable(dialect, name)} AS ENUM (${labels})`)];
}

export const dropEnum = ({ name }: DropEnum, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(`DROP TYPE ${writeTable(dialect, name)}`),
];
