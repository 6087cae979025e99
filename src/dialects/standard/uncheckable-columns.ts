import type { Check, Constraint, ForeignKey } from '../../schema/constraint.ts';
import type { Column } from '../../schema/table.ts';
import { refuse } from '../dialect.ts';
import { mentions } from '../../sql/mentions.ts';

/**
 * Refuses checks of columns that the server fills or changes by itself:
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html (MariaDB refuses the same).
 */
export function refuseUncheckable(constraints: readonly Constraint[], columns: readonly Column[]): void {
  for (const check of constraints) if (check.kind === 'check') refuseOwnChanges(check, constraints, columns);
}

function refuseOwnChanges(check: Check, constraints: readonly Constraint[], columns: readonly Column[]): void {
  const { name = 'without a name', expression } = check;
  const counted = columns.find((column) => column.identity && mentions(expression, column.name));
  if (counted) {
    refuse(
      `the check '${name}' is of AUTO_INCREMENT column '${counted.name}', which takes none`,
      'Leave the check out.',
    );
  }
  for (const key of constraints) {
    const changed =
      key.kind === 'foreignKey' && changesColumns(key)
        ? key.columns.find((each) => mentions(expression, each))
        : undefined;
    if (changed === undefined) continue;
    refuse(
      `the check '${name}' is of column '${changed}', which a foreign key changes by itself`,
      "Leave the check out, or give the foreign key 'restrict' or 'noAction' in place of its action.",
    );
  }
}

const changesColumns = ({ onDelete, onUpdate }: ForeignKey): boolean =>
  onDelete === 'setNull' || onUpdate === 'setNull' || onUpdate === 'cascade';
