import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Check } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import { chooseForDialect } from '../../sql/dialect-name.ts';
import type { Fragment, Part } from '../../sql/fragment.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { addKeptConstraint } from '../standard/kept-constraints.ts';
import { writeName, writeTable } from '../write.ts';

type Rename = { readonly from: string; readonly to: string };

/**
 * MySQL refuses to rename a column that a check or an index expression mentions (error 3959, 3837), so the table's
 * checks are dropped before and added after with the new name.
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html#error_er_dependent_by_check_constraint
 */
export function aroundChecks(
  op: AlterColumn,
  context: LoweringContext,
  alter: (op: AlterColumn, context: LoweringContext) => readonly Lowered[],
): readonly Lowered[] {
  const { name } = op.to;
  const table = name === undefined ? undefined : context.schema.table(op.table);
  if (!table || name === undefined) return alter(op, context);
  const rename = { from: op.column, to: name };
  refuseIndexExpressions(table, rename);
  const checks = table.constraints.filter((each): each is Check => each.kind === 'check' && mentions(each.expression, rename));
  const { dialect } = context;
  const written = writeTable(dialect, op.table);
  return [
    ...checks.map((each) => schemaStatement(`ALTER TABLE ${written} DROP CHECK ${writeName(dialect, nameOf(each, rename))}`)),
    ...alter(op, context),
    ...checks.map((each) => addKeptConstraint({ op: 'addConstraint', table: op.table, constraint: renamed(each, rename) }, dialect)),
  ];
}

function refuseIndexExpressions({ indexes }: Table, rename: Rename): void {
  const index = indexes.find(({ keys }) => keys.some((key) => 'expression' in key && mentions(key.expression, rename)));
  if (!index) return;
  refuse(
    `MySQL does not rename '${rename.from}' while index '${index.name}' has an expression of it`,
    'Drop the index before, and create it again after.',
  );
}

const mentions = (fragment: Fragment, rename: Rename): boolean =>
  partsOf(fragment).some((part) => isName(part, rename) || holdsText(part, rename));

/** The parts that stand for MySQL. */
const partsOf = ({ sql }: Fragment): readonly Part[] =>
  sql.flatMap((part) =>
    typeof part === 'object' && 'forDialect' in part ? partsOf(chooseForDialect(part.forDialect, 'mysql') ?? { sql: [] }) : [part],
  );

const isName = (part: Part, { from }: Rename): part is { readonly name: readonly string[] } =>
  typeof part === 'object' && 'name' in part && part.name.at(-1)?.toLowerCase() === from.toLowerCase();

/** Whether hand-written SQL has the column's name as a word. */
const holdsText = (part: Part, { from }: Rename): boolean =>
  typeof part === 'string' && part.toLowerCase().split(/[^\p{L}\p{N}_$]+/u).includes(from.toLowerCase());

const BY_HAND = 'Drop the check with dropConstraint before, and add it again with addConstraint after.';

const nameOf = ({ name }: Check, { from }: Rename): string =>
  name ?? refuse(`MySQL does not rename '${from}' while a check mentions it, and that check has no known name`, BY_HAND);

function renamed({ expression, ...check }: Check, rename: Rename): Check {
  const parts = partsOf(expression);
  if (parts.some((part) => holdsText(part, rename))) {
    refuse(`MySQL does not rename '${rename.from}' while the check '${check.name}' mentions it in hand-written SQL`, BY_HAND);
  }
  const sql = parts.map((part) => (isName(part, rename) ? { name: [...part.name.slice(0, -1), rename.to] } : part));
  return { ...check, expression: { sql } };
}
