import type { AlterColumn } from '../../ops/alter-column.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { ownCollation } from '../standard/collation.ts';
import { type ColumnFacts, missingFacts } from '../standard/column-facts.ts';
import { writeType } from '../write.ts';
import { collationWords, keepsCollation } from './collation.ts';

/** What ALTER COLUMN says, and how far that is from what was. */
export interface Restated {
  readonly newType: string;
  readonly formerType?: string;
  readonly nullable: boolean;
  readonly becomesRequired: boolean;
  readonly keepsNullability: boolean;
  /** ` COLLATE …`; a collation that is not said again becomes the database's. */
  readonly collate: string;
  readonly recollated: boolean;
}

/**
 * Type, collation and nullability are stated together: what is left out becomes the session's or the database's
 * default, not what it was.
 */
export function restated(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): Restated | undefined {
  const { to } = op;
  const keepsNullability = to.nullable === undefined || to.nullable === facts.nullable;
  if (to.type === undefined && to.collation === undefined && keepsNullability) return undefined;
  const type = to.type ?? facts.type;
  const nullable = to.nullable ?? facts.nullable;
  const missing = factsMissing(op, facts);
  if (missing.length || type === undefined || nullable === undefined) return missingFacts(op, missing);
  const newType = writeType(dialect, type);
  const formerType = facts.type && writeType(dialect, facts.type);
  const collate = collateWords(op, type, facts, dialect);
  const recollated = to.collation !== undefined && ownCollation(to.collation, dialect) !== ownCollation(facts.collation, dialect);
  if (newType === formerType && keepsNullability && !recollated) return undefined;
  if (nullable && facts.column?.identity) {
    refuse(
      `the identity column '${op.column}' cannot hold NULL`,
      "Leave 'nullable' out: the database numbers every row.",
    );
  }
  const becomesRequired = !nullable && facts.nullable !== false;
  const former = formerType === undefined ? {} : { formerType };
  return { newType, ...former, nullable, becomesRequired, keepsNullability, collate, recollated };
}

/** "If not specified, the column is assigned the default collation of the database" (ALTER TABLE, COLLATE). */
function collateWords(op: AlterColumn, type: ColumnType, facts: ColumnFacts, dialect: Dialect): string {
  const { column: name, to } = op;
  const kept = facts.collation !== null && keepsCollation(type) ? facts.collation : undefined;
  const collation = to.collation === undefined ? kept : to.collation;
  return collationWords({ name, type, ...(collation !== undefined && { collation }) }, dialect)
    .map((words) => ` ${words}`)
    .join('');
}

/** Another type takes the default away, so that it must be known to come back. */
const isUnknownDefault = ({ to }: AlterColumn, facts: ColumnFacts): boolean =>
  to.type !== undefined && to.default === undefined && facts.default === undefined;

type Missing = Parameters<typeof missingFacts>[1];

function factsMissing(op: AlterColumn, facts: ColumnFacts): Missing {
  const { to } = op;
  const type = to.type ?? facts.type;
  const losesCollation = to.collation === undefined && facts.collation === undefined && type && keepsCollation(type);
  return [
    ...(type === undefined ? (['type'] as const) : []),
    ...(to.nullable === undefined && facts.nullable === undefined ? (['nullable'] as const) : []),
    ...(isUnknownDefault(op, facts) ? (['default'] as const) : []),
    ...(losesCollation ? (['collation'] as const) : []),
  ];
}
