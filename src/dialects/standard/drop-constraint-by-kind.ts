import { displayConstraint } from '../../ops/display.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { keepAutoIncrementKey } from './auto-increment.ts';
import { keptName } from './kept-constraints.ts';
import { constraintThere, drops } from './proofs.ts';
import { refuseCascade } from './no-cascade.ts';
import { ifExists, words } from './words.ts';

/**
 * Each kind of constraint goes by a word of its own; `check` is the dialect's word for checks. The index that InnoDB
 * made for a foreign key stays, as it does when the statement is written by hand.
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html
 */
export function dropConstraintByKind(
  op: DropConstraint,
  { dialect, schema }: LoweringContext,
  check: 'CHECK' | 'CONSTRAINT',
): readonly Lowered[] {
  const { table, name, kind } = op;
  if (kind === 'exclusion') refuse(`${dialect.title} has no exclusion constraints`, 'Leave it out with forDialect(…).');
  refuseCascade(op, 'the foreign keys that reference a key stay, and keep it', dialect);
  keepAutoIncrementKey(schema.table(table), displayConstraint(op), {
    constraint: (each) => (kind === 'primaryKey' ? each.kind === kind : each.name === name),
  });
  const named = words(KINDS[kind] ?? check, ifExists(op), writeName(dialect, name));
  const what = kind === 'primaryKey' ? primaryKey(op) : named;
  const statement = schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP ${what}`);
  return [drops(statement, constraintThere(table, keptName(op) ?? name), dialect)];
}

const KINDS: { readonly [K in DropConstraint['kind']]?: string } = { unique: 'INDEX', foreignKey: 'FOREIGN KEY' };

/** IF EXISTS (MariaDB) takes the name that every primary key has. */
const primaryKey = (op: DropConstraint): string => (op.ifExists ? 'CONSTRAINT IF EXISTS `PRIMARY`' : 'PRIMARY KEY');
