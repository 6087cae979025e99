import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Default } from '../../schema/table.ts';
import { isFragment } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Lowered, type LoweringContext, Refusal, refuse, schemaStatement } from '../dialect.ts';
import { withOwnCollation } from '../standard/collation.ts';
import { renameColumn } from '../standard/columns.ts';
import { columnComment } from '../standard/comments.ts';
import { writeFragment, writeLiteral, writeName, writeTable } from '../write.ts';
import { changeType } from './change-type.ts';
import { expressionChange, remadeColumn } from './generated.ts';
import { identityChange } from './identity.ts';

/**
 * One statement a change: what computes or numbers the values goes first, then type, nullability and default; a new
 * identity, which needs NOT NULL and no default; the comment, and the name last.
 */
export function alterColumn(written: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const op = withOwnCollation(written, context.dialect);
  const { table, column, to } = op;
  const { dialect } = context;
  const remade = remadeColumn(op, context);
  if (remade) return remade;
  const identity = identityChange(op, context);
  const actions = [
    ...expressionChange(op, context),
    ...identity.drop,
    ...typeActions(op, context),
    ...(to.nullable === undefined ? identity.nullability : [to.nullable ? 'DROP NOT NULL' : 'SET NOT NULL']),
    ...(to.type === undefined && to.default !== undefined ? defaultActions(op, to.default, context) : []),
  ];
  const alter = `ALTER TABLE ${writeTable(dialect, table)} ALTER COLUMN ${writeName(dialect, column)}`;
  const altered = (action: string): Lowered => schemaStatement(`${alter} ${action}`);
  return [
    ...actions.map(altered),
    ...identity.release,
    ...identity.set.map(altered),
    ...(to.comment === undefined ? [] : [columnComment(table, column, to.comment, dialect)]),
    ...identity.advance,
    ...(to.name === undefined ? [] : renameColumn(table, column, to.name, dialect)),
  ];
}

/**
 * TYPE converts the default as well, but only as far as an assignment would, and never by USING; so a default that
 * may not follow, or would go on to need its former type, is taken away before and set again after:
 * https://www.postgresql.org/docs/current/sql-altertable.html
 */
function typeActions(op: AlterColumn, context: LoweringContext): readonly string[] {
  const { to } = op;
  const change = changeType(op, context);
  if (!change) return [];
  if (to.type === undefined) return [change.words];
  const after = to.default === undefined && change.resetsDefault ? formerDefault(op, context) : to.default;
  if (after === undefined) return [change.words];
  const restored = after === null ? [] : defaultActions(op, after, context);
  return ['DROP DEFAULT', change.words, ...restored];
}

function formerDefault(
  { table, column, existing }: AlterColumn,
  { schema }: LoweringContext,
): Default | null | undefined {
  if (existing?.default !== undefined) return existing.default ?? undefined;
  return schema.table(table)?.columns.find(({ name }) => name === column)?.default;
}

function defaultActions(op: AlterColumn, value: Default | null, context: LoweringContext): readonly string[] {
  return [value === null ? 'DROP DEFAULT' : `SET DEFAULT ${writeDefault(op, value, context)}`];
}

function writeDefault(op: AlterColumn, value: Default, context: LoweringContext): string {
  if (isFragment(value)) return writeFragment(context.dialect, value);
  try {
    return writeLiteral(context.dialect, value, defaultType(op, context));
  } catch (error) {
    if (!(error instanceof Refusal) || op.to.default !== undefined) throw error;
    return refuse(
      `the default of '${op.column}' does not fit its new type: ${error.message}`,
      "Say what becomes of it: add 'default: …' with a value of the new type, or 'default: null', to the changes.",
    );
  }
}

/** Only a literal needs the type, so an expression does not make the chain be replayed. */
function defaultType(
  { table, column, to, existing }: AlterColumn,
  { schema }: LoweringContext,
): ColumnType | undefined {
  return to.type ?? existing?.type ?? schema.table(table)?.columns.find(({ name }) => name === column)?.type;
}
