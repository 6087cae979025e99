import { displayConstraint } from '../../ops/display.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { words } from '../standard/words.ts';
import { writeName, writeNames } from '../write.ts';
import { constraintDefinition } from './constraints.ts';

/**
 * A constraint within its column's own definition, which IF NOT EXISTS passes over as a whole where the column is
 * there. ADD CONSTRAINT has no IF NOT EXISTS:
 * https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function inlineConstraint(constraint: Constraint, column: string, dialect: Dialect): string {
  const cannot = (reason: string): never =>
    refuse(
      `${reason} (${displayConstraint(constraint)}), so it cannot come with a column that may be there already`,
      "Leave 'ifNotExists' out, or add it by addConstraint(…).",
    );
  if (constraint.kind === 'exclusion') cannot('an exclusion constraint stands in no column');
  if ('notValid' in constraint && constraint.notValid) cannot("a column's own constraint has no NOT VALID");
  if ('columns' in constraint && constraint.columns.join('\0') !== column) cannot('the constraint has other columns');
  if (constraint.kind === 'unique' && constraint.on?.postgresql?.include)
    cannot("a column's own constraint includes no others");
  const { name, ...unnamed } = constraint;
  return words(name !== undefined && `CONSTRAINT ${writeName(dialect, name)}`, withoutColumn(unnamed, dialect));
}

/** `UNIQUE (code)` as `UNIQUE`, `FOREIGN KEY (a) REFERENCES b (c)` as `REFERENCES b (c)`. */
function withoutColumn(unnamed: Constraint, dialect: Dialect): string {
  const body = constraintDefinition(unnamed, dialect);
  if (!('columns' in unnamed)) return body;
  const columns = `(${writeNames(dialect, unnamed.columns)})`;
  return body.replace(unnamed.kind === 'foreignKey' ? `FOREIGN KEY ${columns} ` : ` ${columns}`, '');
}
