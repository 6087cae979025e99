import type { Constraint, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '../../schema/constraint.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, type Lowered, refuse, schemaStatement } from '../dialect.ts';
import { type ConstraintFeatures, checkFeatures } from '../standard/constraint-features.ts';
import * as standard from '../standard/constraints.ts';
import { words } from '../standard/words.ts';
import { writeName, writeNames, writeTable } from '../write.ts';

/**
 * A unique key of SQL Server takes NULL for a value like any other, so that `nullsNotDistinct` is what it does anyway.
 * Beware where it is not said: a unique constraint or index on a column that may be NULL takes one row with NULL there,
 * where other databases take any number. A unique index with the condition that the column is not NULL takes them all:
 * createIndex(…, { unique: true, where: sql`… IS NOT NULL` }).
 * https://learn.microsoft.com/sql/relational-databases/tables/unique-constraints-and-check-constraints
 *
 * A foreign key with a NULL among its columns is not checked, which is MATCH SIMPLE:
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
const FEATURES: ConstraintFeatures = {
  deferrable: [],
  match: ['simple'],
  notValid: true,
  nullsNotDistinct: true,
  exclusion: false,
};

/**
 * There is no RESTRICT; NO ACTION is checked at the end of the statement, never later, so it does the same:
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
const action = (given: ReferentialAction): ReferentialAction => (given === 'restrict' ? 'noAction' : given);

function translated({ onDelete, onUpdate, match: _, ...constraint }: ForeignKey): ForeignKey {
  return {
    ...constraint,
    ...(onDelete && { onDelete: action(onDelete) }),
    ...(onUpdate && { onUpdate: action(onUpdate) }),
  };
}

/**
 * "The series of cascading referential actions … must form a tree that contains no circular references" (error 1785):
 * https://learn.microsoft.com/sql/relational-databases/tables/primary-and-foreign-key-constraints
 */
function refuseOwnCascade({ columns, references, onDelete, onUpdate }: ForeignKey, table: TableName): void {
  const cascades = [onDelete, onUpdate].some((each) => each !== undefined && action(each) !== 'noAction');
  if (!cascades || !sameName(references.table, table)) return;
  refuse(
    `the foreign key on ${columns.join(', ')} references its own table and cascades, which SQL Server refuses`,
    'Leave onDelete and onUpdate out, and delete the rows below one in a statement of the application or a trigger.',
  );
}

/** A constraint as it stands in CREATE TABLE and behind ADD. */
export function constraintDefinition(constraint: Constraint, table: TableName, dialect: Dialect): string {
  checkFeatures(constraint, FEATURES, dialect);
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique':
      return keyDefinition(constraint, dialect);
    case 'foreignKey':
      refuseOwnCascade(constraint, table);
      return standard.constraintDefinition(translated(atOnce(constraint)), dialect);
    default:
      return standard.constraintDefinition(constraint, dialect);
  }
}

/** Every constraint is checked at once, so that nothing is said of it. */
function atOnce({ deferrable: _, initially: __, ...constraint }: ForeignKey): ForeignKey {
  return constraint;
}

const KEYS = { primaryKey: 'PRIMARY KEY', unique: 'UNIQUE' } as const;

/** A primary key is clustered and a unique constraint is not, unless they say otherwise. */
function keyDefinition({ kind, name, columns, on }: PrimaryKey | Unique, dialect: Dialect): string {
  const clustered = on?.mssql?.clustered;
  return words(
    name !== undefined && `CONSTRAINT ${writeName(dialect, name)}`,
    KEYS[kind],
    clustered !== undefined && (clustered ? 'CLUSTERED' : 'NONCLUSTERED'),
    `(${writeNames(dialect, columns)})`,
  );
}

/**
 * WITH NOCHECK leaves the rows that are there unchecked; the server does not trust the constraint in its plans until it
 * is validated: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (WITH CHECK | WITH NOCHECK)
 */
export function addStatement(table: TableName, constraint: Constraint, dialect: Dialect): Lowered {
  const unchecked = 'notValid' in constraint && constraint.notValid;
  return schemaStatement(
    words(
      `ALTER TABLE ${writeTable(dialect, table)}`,
      unchecked && 'WITH NOCHECK',
      `ADD ${constraintDefinition(constraint, table, dialect)}`,
    ),
  );
}
