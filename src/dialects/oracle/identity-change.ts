import type { AlterColumn } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import { type Dialect, type Lowered, refuse, schemaStatement } from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { writeName, writeTable } from '../write.ts';
import { passingOver } from './blocks.ts';
import { changedIdentity } from './identity.ts';

export const losesIdentity = ({ to }: AlterColumn, { identity }: ColumnFacts): boolean =>
  to.identity === null && identity !== null;

/**
 * DROP IDENTITY takes NOT NULL along: what of it the column keeps is said again, whether it is still there or not
 * (ORA-01442, ORA-01451).
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (drop_identity_clause)
 */
export function dropIdentity(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly Lowered[] {
  if (!losesIdentity(op, facts)) return [];
  const modify = (words: string): Lowered =>
    schemaStatement(`ALTER TABLE ${writeTable(dialect, op.table)} MODIFY (${writeName(dialect, op.column)} ${words})`);
  const nullable = op.to.nullable ?? op.existing?.nullable ?? facts.column?.nullable;
  return [
    modify('DROP IDENTITY'),
    ...(nullable === false ? [passingOver(-1442, modify('NOT NULL'))] : []),
    ...(op.to.nullable === true ? [passingOver(-1451, modify('NULL'))] : []),
  ];
}

/**
 * The clause of an identity that changes. A start makes the numbers begin anew, so that one that stays is not said;
 * no column becomes an identity that was not (ORA-30673):
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (identity_clause)
 */
export function identityChange(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { to, column } = op;
  const wanted = to.on?.oracle?.onNull;
  const onNull = wanted === undefined ? facts.on?.oracle?.onNull : wanted;
  // Without an identity there is none that NULL could be taken from.
  const isAsked = to.identity || (to.identity !== null && wanted !== undefined && (wanted || facts.identity));
  if (!isAsked) return [];
  const { identity: former } = facts;
  if (former === undefined) {
    return refuse(
      `no op made column '${displayTable(op.table)}.${column}', and whether it is an identity must be known`,
      'Say what it is today: { existing: { identity: {} } }.',
    );
  }
  if (former === null) {
    return refuse(
      `column '${column}' is no identity, and Oracle makes no column one that is there already`,
      `Give it a default from a sequence, as in { default: nextValue('…') }, or add a new column with an identity.`,
    );
  }
  const { start, ...rest } = to.identity ?? former;
  const isNewStart = start !== undefined && start !== former.start;
  return [changedIdentity(former, { ...rest, ...(isNewStart && { start }) }, onNull ?? false)];
}
