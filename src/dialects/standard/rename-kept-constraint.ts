import { displayTable } from '../../ops/display.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Lowered, type LoweringContext, emulated, refuse, schemaStatement } from '../dialect.ts';
import { writeName, writeTable } from '../write.ts';
import { keptConstraint } from './kept-constraints.ts';
import { renameKeyedIndex } from './keyed-indexes.ts';
import { type Condition, constraintThere, drops, makes, moves } from './proofs.ts';

/**
 * A primary key is called PRIMARY whatever a migration calls it, so there is nothing to rename; a unique constraint is
 * its index. Checks and foreign keys have no RENAME: they are made again under the new name. `check` is the dialect's
 * word for checks.
 */
export const renameKeptConstraint =
  (check: 'CHECK' | 'CONSTRAINT') =>
  (op: RenameConstraint, context: LoweringContext): readonly Lowered[] => {
    if (op.kind === 'primaryKey') return [];
    if (op.kind === 'unique') return renameKeyedIndex({ ...op, op: 'renameIndex' }, context);
    return emulated('it is made again under the new name', madeAgain(op, context, check));
  };

/**
 * A check is exchanged in one statement. MySQL adds and drops foreign keys in one only where it need not copy the
 * table, so the new one comes before the old one goes: at no time is there none.
 * https://dev.mysql.com/doc/refman/8.4/en/alter-table.html#alter-table-foreign-key
 */
function madeAgain(op: RenameConstraint, context: LoweringContext, check: string): readonly Lowered[] {
  const { dialect } = context;
  const alter = `ALTER TABLE ${writeTable(dialect, op.table)}`;
  const add = `ADD ${keptConstraint({ ...definitionOf(op, context), name: op.to }, dialect)}`;
  const old = writeName(dialect, op.name);
  const [before, after] = [op.name, op.to].map((name) => constraintThere(op.table, name)) as [Condition, Condition];
  if (op.kind === 'check') return [moves(schemaStatement(`${alter} DROP ${check} ${old}, ${add}`), before, after, dialect)];
  return [
    makes(schemaStatement(`${alter} ${add}`), after, dialect),
    drops(schemaStatement(`${alter} DROP FOREIGN KEY ${old}`), before, dialect),
  ];
}

function definitionOf({ table, name, kind }: RenameConstraint, { dialect, schema }: LoweringContext): Constraint {
  const known = schema.table(table)?.constraints.find((each) => each.name === name && each.kind === kind);
  return (
    known ??
    refuse(
      `${dialect.title} has no RENAME CONSTRAINT, and no op made constraint '${name}' of '${displayTable(table)}'`,
      'Drop it with dropConstraint(…) and add it with addConstraint(…) under the new name.',
    )
  );
}
