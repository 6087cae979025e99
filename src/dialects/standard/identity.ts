import type { Column, Identity } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import { refuse } from '../dialect.ts';
import { type NoCycle, sequenceWords } from './sequences.ts';

/** Which types the database can number. */
export type CanNumber = (type: ColumnType) => boolean;

export const isWholeNumber: CanNumber = ({ type }) => type === 'smallint' || type === 'integer' || type === 'bigint';

/** A column's identity, once it is known that the database can number the column; nothing where it has none. */
export function checkedIdentity({ name, type, identity, default: value }: Column, canNumber: CanNumber): Identity | undefined {
  if (!identity) return undefined;
  if (!canNumber(type)) {
    refuse(
      `the identity column '${name}' is of type ${type.type}`,
      'Numbers by the database need types.smallint(), types.integer() or types.bigint().',
    );
  }
  if (value !== undefined) {
    refuse(
      `the identity column '${name}' has a default as well`,
      'Leave the default out: the database numbers the rows.',
    );
  }
  return identity;
}

/** `GENERATED … AS IDENTITY (…)`, as the SQL standard has it; none where the column has no identity. */
export function generatedIdentity(column: Column, canNumber: CanNumber, noCycle: NoCycle = 'NO CYCLE'): readonly string[] {
  const identity = checkedIdentity(column, canNumber);
  if (!identity) return [];
  const options = sequenceWords(identity, noCycle);
  return [`GENERATED ${identity.always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${options && ` (${options})`}`];
}
