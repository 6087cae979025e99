import { displayTable } from '../../ops/display.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Column, Identity, Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { refuse } from '../dialect.ts';

const KEYED = 'Add primaryKey([…]), unique([…]) or an index that begins with the column.';

/** Whether a constraint makes a key that begins with the column. */
export const isKeyOf = (constraint: Constraint, column: string): boolean =>
  (constraint.kind === 'primaryKey' || constraint.kind === 'unique') && constraint.columns[0] === column;

/** Constraints and indexes of a table, or of a column that is added. */
export interface Keys {
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
}

/** Whether a key begins with the column, as one must for AUTO_INCREMENT. */
const isKeyed = ({ constraints, indexes }: Keys, column: string): boolean =>
  constraints.some((each) => isKeyOf(each, column)) ||
  indexes.some(({ keys: [first] }) => first !== undefined && 'column' in first && first.column === column);

/** Refuses what AUTO_INCREMENT cannot do: https://dev.mysql.com/doc/refman/8.4/en/example-auto-increment.html */
export function checkAutoIncrement({ name, type, identity, default: value }: Column): void {
  if (!identity) return;
  if (type.type !== 'smallint' && type.type !== 'integer' && type.type !== 'bigint' && type.type !== 'native') {
    refuse(
      `identity column '${name}' is of type ${type.type}`,
      'AUTO_INCREMENT counts in an integer: use types.bigint().',
    );
  }
  if (value !== undefined) {
    refuse(`identity column '${name}' has a default`, 'AUTO_INCREMENT is its default already: leave the default out.');
  }
  checkIdentity(name, identity);
}

function checkIdentity(name: string, { always, increment, start, ...limits }: Identity): void {
  // Not to begin again is what AUTO_INCREMENT does.
  const limit = Object.entries(limits).find(([, value]) => value !== undefined && value !== false)?.[0];
  if (limit !== undefined) {
    refuse(
      `AUTO_INCREMENT counts on to the end of its type, so '${name}' takes no ${limit}`,
      `Leave { ${limit} } out.`,
    );
  }
  if (always) {
    refuse(
      `an INSERT may always give its own number to an AUTO_INCREMENT column, so '${name}' cannot be 'always'`,
      'Leave { always: true } out.',
    );
  }
  if (increment !== undefined && increment !== 1) {
    refuse(
      `AUTO_INCREMENT counts by the server's auto_increment_increment, not by ${increment} for '${name}' alone`,
      'Leave { increment } out.',
    );
  }
  if (start !== undefined && start < 1)
    refuse(`AUTO_INCREMENT of '${name}' cannot start at ${start}`, 'Start at 1 or more.');
}

/** The first number where it is not 1, for CREATE TABLE's own option; the table's identity column must be a key. */
export function autoIncrementStart(columns: readonly Column[], keys: Keys): number | undefined {
  const [first, second] = columns.filter(({ identity }) => identity);
  if (!first) return undefined;
  if (second)
    refuse(`a table has one AUTO_INCREMENT column, not '${first.name}' and '${second.name}'`, 'Keep one of them.');
  checkKeyed(first.name, keys);
  const { start = 1 } = first.identity ?? {};
  return start === 1 ? undefined : start;
}

/** https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html */
export function checkKeyed(column: string, keys: Keys): void {
  if (!isKeyed(keys, column)) refuse(`AUTO_INCREMENT column '${column}' must be a key`, KEYED);
}

/** What is dropped of a table's keys. */
interface Dropped {
  readonly constraint?: (constraint: Constraint) => boolean;
  readonly index?: (index: Index) => boolean;
}

/** An AUTO_INCREMENT column must be a key at all times, so the server refuses to drop the only one. */
export function keepAutoIncrementKey(table: Table | undefined, what: string, dropped: Dropped): void {
  const column = table?.columns.find(({ identity }) => identity)?.name;
  if (!table || column === undefined || !isKeyed(table, column)) return;
  const constraints = table.constraints.filter((each) => !dropped.constraint?.(each));
  const indexes = table.indexes.filter((each) => !dropped.index?.(each));
  if (isKeyed({ constraints, indexes }, column)) return;
  refuse(
    `${what} is the only key of AUTO_INCREMENT column '${displayTable(table.name)}.${column}'`,
    `Add another key first, as in addConstraint('${table.name.name}', unique(['${column}'], { name: … })).`,
  );
}
