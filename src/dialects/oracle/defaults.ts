import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Default } from '../../schema/table.ts';
import { type Dialect, Refusal, refuse } from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { writeDefault } from './column-values.ts';

/** `DEFAULT …` where it changes, or is written in another way for a new type. A default goes by becoming NULL. */
export function defaultWords(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { to } = op;
  const former = facts.default ?? null;
  if (to.default === null) return facts.default === null ? [] : ['DEFAULT NULL'];
  if (to.default !== undefined) return [`DEFAULT ${writeDefault(to.default, to.type ?? facts.type, dialect)}`];
  if (to.type === undefined || former === null) return [];
  const kept = keptDefault(op, former, dialect);
  return kept === writeDefault(former, facts.type, dialect) ? [] : [`DEFAULT ${kept}`];
}

/** The former default in the form of the new type. */
export function keptDefault({ column, to }: AlterColumn, value: Default, dialect: Dialect): string {
  try {
    return writeDefault(value, to.type, dialect);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(
      `the default of '${column}' does not fit its new type: ${error.message}`,
      "Say what becomes of it: add 'default: …' with a value of the new type, or 'default: null', to the changes.",
    );
  }
}
