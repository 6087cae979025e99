import { type AlterColumn, changed } from '../../ops/alter-column.ts';
import { displayTable } from '../../ops/display.ts';
import type { Column, Generated } from '../../schema/table.ts';
import { isUsed } from '../../schema/uses.ts';
import { type Dialect, type Lowered, type LoweringContext, emulated, refuse, schemaStatement } from '../dialect.ts';
import { has, needs } from '../server.ts';
import { type ColumnFacts, columnFacts } from '../standard/column-facts.ts';
import { columnComments } from '../standard/comments.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';

/**
 * `GENERATED ALWAYS AS (…) STORED`. Which of the two is written out: version 18 made VIRTUAL what stands where nothing
 * does, and those before know STORED alone.
 * https://www.postgresql.org/docs/current/ddl-generated-columns.html
 */
export function generatedWords({ expression, stored = true }: Generated, dialect: Dialect): string {
  if (!stored) needs(dialect, 'a virtual generated column', 18);
  return `GENERATED ALWAYS AS (${writeFragment(dialect, expression)}) ${stored ? 'STORED' : 'VIRTUAL'}`;
}

const isStored = ({ stored = true }: Generated): boolean => stored;

/** `DROP EXPRESSION`, which keeps the values; `SET EXPRESSION AS (…)`, which computes them anew. */
export function expressionChange(op: AlterColumn, context: LoweringContext): readonly string[] {
  const { generated } = op.to;
  if (generated === undefined) return [];
  if (generated === null) return dropExpression(op, context);
  return [`SET EXPRESSION AS (${writeFragment(context.dialect, generated.expression)})`];
}

/** A virtual column has no values to keep: https://www.postgresql.org/docs/18/sql-altertable.html */
function dropExpression(op: AlterColumn, context: LoweringContext): readonly string[] {
  const former = has(context, 18) ? columnFacts(op, context).generated : undefined;
  if (former && !isStored(former))
    refuse(`column '${op.column}' is virtual, and has no values to keep`, 'Drop it, and add a column of its name.');
  return ['DROP EXPRESSION'];
}

/**
 * The column dropped and added again where it becomes a generated one: PostgreSQL changes the expression in place from
 * version 17 on, and makes no other column a generated one. What is computed takes the place of what the rows held, as
 * it would in place. A view that rests on the column stops the script.
 * https://www.postgresql.org/docs/17/release-17.html
 */
export function remadeColumn(op: AlterColumn, context: LoweringContext): readonly Lowered[] | undefined {
  const { table, column, to } = op;
  const { dialect } = context;
  if (!to.generated) return undefined;
  const facts = columnFacts(op, context);
  if (isChangedInPlace(op, facts, context)) return undefined;
  const after = afterChange(op, context);
  const actions = `DROP COLUMN ${writeName(dialect, column)}, ADD COLUMN ${dialect.columnDefinition(after, dialect)}`;
  return emulated('the column is dropped and added again: it is the last then, without privileges of its own', [
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ${actions}`),
    ...columnComments(table, [after], dialect),
  ]);
}

/** Not with another type, which one of the two expressions may not have. */
function isChangedInPlace({ to }: AlterColumn, { generated }: ColumnFacts, context: LoweringContext): boolean {
  if (!to.generated || !generated || isStored(generated) !== isStored(to.generated)) return false;
  return to.type === undefined && to.collation === undefined && has(context, 17);
}

/** The column as it is made again; what rests on it would go, or keep it from going. */
function afterChange({ table, column, to }: AlterColumn, { schema }: LoweringContext): Column {
  const known = schema.table(table);
  const before = known?.columns.find(({ name }) => name === column);
  const place = `'${displayTable(table)}.${column}'`;
  if (!known || !before) {
    return refuse(
      `no op made column ${place}, so what rests on it, and must be made anew with it, is not known`,
      'Write it with execute(…): ALTER TABLE … DROP COLUMN …, ADD COLUMN ….',
    );
  }
  if (isUsed(known, column)) {
    refuse(
      `column ${place} must be dropped and added again for that, and constraints, indexes or columns rest on it`,
      'Drop them before, and add them again after it.',
    );
  }
  const { name = column, ...changes } = to;
  const after = { ...changed(before, changes), name };
  if (after.default !== undefined || after.identity !== undefined)
    refuse(`column ${place} has a value already`, "Add 'default: null' or 'identity: null' to the changes.");
  return after;
}
