import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Default } from '../../schema/table.ts';
import { type Dialect, Refusal, refuse } from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { writeType, writeValue } from '../write.ts';

/** `DEFAULT …` where it changes, or must be said again in a new type's form. A default goes by becoming NULL. */
export function defaultWords(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { to } = op;
  if (to.default === null) return facts.default === null ? [] : ['DEFAULT NULL'];
  if (to.default !== undefined) return [`DEFAULT ${writeValue(dialect, to.default, to.type ?? facts.type)}`];
  const otherType = to.type && facts.type && writeType(dialect, to.type) !== writeType(dialect, facts.type);
  return otherType && facts.default ? [`DEFAULT ${keptDefault(op, facts.default, dialect)}`] : [];
}

/** The former default in the form of the new type. */
export function keptDefault({ column, to }: AlterColumn, value: Default, dialect: Dialect): string {
  try {
    return writeValue(dialect, value, to.type);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(
      `the default of '${column}' does not fit its new type: ${error.message}`,
      "Say what becomes of it: add 'default: …' with a value of the new type, or 'default: null', to the changes.",
    );
  }
}
