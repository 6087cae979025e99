import type { AlterColumn } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { type ColumnFacts, missingFacts } from '../standard/column-facts.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { generatedWords } from './column-values.ts';

/** Whether the column is computed before and after. */
export const isComputed = ({ to }: AlterColumn, facts: ColumnFacts): boolean =>
  Boolean(facts.generated) && to.generated !== null;

/** Whether a column that was computed is to hold values of its own. */
export const becomesPlain = ({ to }: AlterColumn, { generated }: ColumnFacts): boolean =>
  to.generated === null && Boolean(generated);

/**
 * A virtual column gets another expression; no column becomes virtual that was not (ORA-54026), and a virtual one has
 * no default (ORA-54025): https://docs.oracle.com/en/database/oracle/oracle-database/19/admin/managing-tables.html
 * (Modifying an Existing Column Definition)
 */
export function refuseGenerated(op: AlterColumn, facts: ColumnFacts): void {
  const { column, to } = op;
  if (isComputed(op, facts) && op.using)
    refuse(
      `column '${column}' is computed, and its values are not converted`,
      "Leave 'using' out, or add 'generated: null'.",
    );
  if (to.generated === undefined) return refuseDefault(op, facts);
  if (facts.generated === undefined) {
    refuse(
      `no op made column '${displayTable(op.table)}.${column}', and whether it is computed must be known`,
      'Say what it has today, with null where it is not computed: { existing: { generated: … } }.',
    );
  }
  if (to.generated === null) return;
  if (facts.generated === null) {
    return refuse(
      `column '${column}' holds values of its own, and Oracle makes no such column a computed one`,
      'Drop the column, and add it again: column(…, { generated: sql`…` }).',
    );
  }
  if (Boolean(to.generated.stored) !== Boolean(facts.generated.stored))
    refuse(
      `column '${column}' is to be kept in another way`,
      "Drop the column, and add it again with 'stored' as wanted.",
    );
  refuseKey(op, facts);
}

function refuseDefault({ column, to }: AlterColumn, { generated }: ColumnFacts): void {
  if (generated && to.default !== undefined && to.default !== null)
    refuse(`column '${column}' is computed, and has no default`, "Leave 'default' out, or add 'generated: null'.");
}

/** The index of a key is an index on the column (ORA-54022), and it is not for a change of the column to drop a key. */
function refuseKey({ column }: AlterColumn, { table }: ColumnFacts): void {
  const { primaryKey, uniques } = dependentsOf(table, column);
  const key = primaryKey ?? uniques[0];
  if (!key) return;
  refuse(
    `the expression of '${column}' changes, and Oracle refuses that while a ${key.kind} constraint is on it`,
    'Drop the constraint before and add it again after.',
  );
}

/** The whole of what computes it, where that or the type is another one. */
export function virtualWords(
  op: AlterColumn,
  facts: ColumnFacts,
  hasNewType: boolean,
  dialect: Dialect,
): readonly string[] {
  const { column: name, to } = op;
  const generated = to.generated ?? facts.generated;
  const type = to.type ?? facts.type;
  if (!generated || (!to.generated && !hasNewType)) return [];
  return type ? generatedWords({ name, type, nullable: true, generated }, dialect) : missingFacts(op, ['type']);
}
