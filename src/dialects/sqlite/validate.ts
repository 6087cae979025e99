import { displayConstraint, displayTable } from '../../ops/display.ts';
import type { ValidateConstraint } from '../../ops/validate-constraint.ts';
import { type Lowered, type LoweringContext, emulated, refuse } from '../dialect.ts';
import { guardForeignKeys } from './rebuild-guard.ts';

/**
 * A check holds for every row since it is there. Rows may break a foreign key wherever a connection did not turn the
 * keys on, which is how each begins: https://www.sqlite.org/foreignkeys.html#fk_enable
 */
export function validateConstraint(op: ValidateConstraint, { schema, dialect }: LoweringContext): readonly Lowered[] {
  if (op.kind === 'check') return [];
  const known = schema.table(op.table);
  const constraint = known?.constraints.find(({ name }) => name === op.name);
  if (!known || constraint?.kind !== 'foreignKey') {
    return refuse(
      `no op gave '${displayTable(op.table)}' a foreign key '${op.name}', so what it references is not known`,
      'Correct the name, or write execute({ sqlite: … }) with PRAGMA foreign_key_check.',
    );
  }
  const message = `rows of ${displayTable(op.table)} violate ${displayConstraint(op)}`;
  const parent = constraint.references.table.name;
  return emulated('PRAGMA foreign_key_check', guardForeignKeys(known, parent, message, dialect));
}
