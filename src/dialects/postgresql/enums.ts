import type { AddEnumValue } from '../../ops/add-enum-value.ts';
import type { CreateEnum } from '../../ops/create-enum.ts';
import type { DropEnum } from '../../ops/drop-enum.ts';
import type { RenameEnumValue } from '../../ops/rename-enum-value.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeLiteral, writeTable } from '../write.ts';

/** Bytes, since labels are kept as names are: https://www.postgresql.org/docs/current/datatype-enum.html */
const LONGEST_LABEL = 63;

function checkLabels(values: readonly string[]): void {
  const tooLong = values.find((value) => Buffer.byteLength(value) > LONGEST_LABEL);
  if (tooLong !== undefined) refuse(`the enum value '${tooLong}' is longer than ${LONGEST_LABEL} bytes`, 'Shorten it.');
}

export function createEnum({ name, values }: CreateEnum, { dialect }: LoweringContext): readonly Lowered[] {
  checkLabels(values);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) refuse(`the enum value '${twice}' stands in the list twice`, 'Remove one of them.');
  const labels = values.map((value) => writeLiteral(dialect, value)).join(', ');
  return [schemaStatement(`CREATE TYPE ${writeTable(dialect, name)} AS ENUM (${labels})`)];
}

export const dropEnum = (op: DropEnum, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP TYPE', ifExists(op), writeTable(dialect, op.name))),
];

/**
 * Outside any transaction: within one, the value could not be used before its end.
 * https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
 */
export function addEnumValue(op: AddEnumValue, { dialect }: LoweringContext): readonly Lowered[] {
  const { name, value, before, after } = op;
  checkLabels([value]);
  const sql = words(
    `ALTER TYPE ${writeTable(dialect, name)} ADD VALUE`,
    ifNotExists(op),
    writeLiteral(dialect, value),
    before !== undefined && `BEFORE ${writeLiteral(dialect, before)}`,
    after !== undefined && `AFTER ${writeLiteral(dialect, after)}`,
  );
  const type = `enumtypid = to_regtype(${writeLiteral(dialect, writeTable(dialect, name))})`;
  const proof = `EXISTS (SELECT FROM pg_enum WHERE ${type} AND enumlabel = ${writeLiteral(dialect, value)})`;
  return [{ ...schemaStatement(sql), transactional: false, proof, mayHoldBefore: op.ifNotExists === true }];
}

/** Rows and defaults refer to a value by its number, so they follow. */
export function renameEnumValue(op: RenameEnumValue, { dialect }: LoweringContext): readonly Lowered[] {
  checkLabels([op.to]);
  const [value, to] = [op.value, op.to].map((each) => writeLiteral(dialect, each));
  return [schemaStatement(`ALTER TYPE ${writeTable(dialect, op.name)} RENAME VALUE ${value} TO ${to}`)];
}
