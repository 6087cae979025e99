import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { displayTable } from '../../ops/display.ts';
import { sameName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { type ConstraintFeatures, checkFeatures } from '../standard/constraint-features.ts';
import { constraintDefinition } from '../standard/constraints.ts';
import { words } from '../standard/words.ts';
import { writeName, writeNames } from '../write.ts';

/**
 * "MATCH clauses are parsed, but all foreign keys are handled as MATCH SIMPLE":
 * https://www.sqlite.org/foreignkeys.html#fk_unsupported
 */
const FEATURES: ConstraintFeatures = {
  deferrable: ['foreignKey'],
  match: ['simple'],
  notValid: false,
  nullsNotDistinct: false,
  exclusion: false,
};

/** A constraint of a table as CREATE TABLE writes it. */
export function tableConstraint(constraint: Constraint, table: TableName, dialect: Dialect): string {
  checkFeatures(constraint, FEATURES, dialect);
  switch (constraint.kind) {
    case 'foreignKey':
      return constraintDefinition(withinFile(constraint, table), dialect);
    case 'unique': {
      const { onConflict } = constraint.on?.sqlite ?? {};
      const clause = onConflict !== undefined && `ON CONFLICT ${onConflict.toUpperCase()}`;
      return words(constraintDefinition(atOnce(constraint), dialect), clause);
    }
    default:
      return constraintDefinition(atOnce(constraint), dialect);
  }
}

/** A foreign key or a check as it stands in its column's own definition. */
export function columnConstraint(constraint: Constraint, table: TableName, dialect: Dialect): string {
  const { name, ...unnamed } = constraint;
  if (unnamed.kind !== 'foreignKey') return tableConstraint(constraint, table, dialect);
  const ownColumns = `FOREIGN KEY (${writeNames(dialect, unnamed.columns)}) `;
  const references = tableConstraint(unnamed as ForeignKey, table, dialect).slice(ownColumns.length);
  return words(name !== undefined && `CONSTRAINT ${writeName(dialect, name)}`, references);
}

/** Only foreign keys have words for when they are checked; NOT DEFERRABLE is what the others are. */
function atOnce<C extends Constraint>(constraint: C): C {
  if (!('deferrable' in constraint || 'initially' in constraint)) return constraint;
  const { deferrable: _, initially: __, ...rest } = constraint as C & { deferrable?: boolean; initially?: string };
  return rest as unknown as C;
}

/** A foreign key references a table of its own database file, whose name it must not give. */
function withinFile(constraint: ForeignKey, table: TableName): ForeignKey {
  const { references } = constraint;
  const target: TableName = { name: references.table.name };
  if (!sameName({ ...references.table, name: table.name }, table)) {
    refuse(
      `a foreign key of '${displayTable(table)}' references '${displayTable(references.table)}', in another file`,
      'SQLite has no such foreign keys: keep both tables in one file, or leave it out for sqlite with forDialect(…).',
    );
  }
  return { ...constraint, references: { ...references, table: target } };
}
