import type { DropColumn, MssqlDependent } from '../../ops/drop-column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { constraintUses, generatedFrom, indexUses } from '../../schema/uses.ts';
import { type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { ifExists as ifExistsWords, words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { dropConstraint } from './alter-constraints.ts';
import { refuseCascade } from './batches.ts';
import { dropDefault, dropEnumCheck } from './column-constraints.ts';
import { dropFound } from './found-constraints.ts';
import { dropIndex } from './indexes.ts';
import { refuseReferred } from './referred.ts';

const ASKED = "on: { mssql: { drop: ['default', 'check', 'foreignKey'] } }";

const KINDS: readonly Constraint['kind'][] = ['foreignKey', 'check', 'unique', 'primaryKey'];

/**
 * SQL Server drops a column only when nothing rests on it any more, so that its indexes and constraints go before, and
 * the columns that are computed from it with theirs; a default goes too, and what the author asks the server to find:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (DROP COLUMN)
 */
export function dropColumn(op: DropColumn, context: LoweringContext): readonly Lowered[] {
  refuseCascade(op, 'columns', `Let the server find what rests on it: ${ASKED}.`);
  refuseReferred(op.table, op.column, context.schema, 'drops');
  const known = context.schema.table(op.table);
  const computed = known?.columns.filter((each) => generatedFrom(each, op.column)) ?? [];
  const gone = [...computed.map(({ name }) => name), op.column];
  const indexes = known?.indexes.filter((index) => gone.some((name) => indexUses(index, name))) ?? [];
  const constraints = known?.constraints.filter((each) => gone.some((name) => constraintUses(each, name))) ?? [];
  const asked = op.on?.mssql?.drop ?? [];
  const named = KINDS.filter((kind) => !(asked as readonly string[]).includes(kind)).flatMap((kind) =>
    constraints.filter((each) => each.kind === kind),
  );
  return [
    ...indexes.flatMap(({ name }) => dropIndex({ ...target(op), op: 'dropIndex', name }, context)),
    ...named.flatMap((each) => dropNamed(op, each, context)),
    ...columnsOwn(op, asked, context),
    ...gone.map((name) => dropStatement(op, name, context)),
  ];
}

const target = ({ table, ifExists }: DropColumn): Pick<DropColumn, 'table' | 'ifExists'> => ({
  table,
  ...(ifExists && { ifExists }),
});

/** Its list of values, its default and what the server is asked for. */
function columnsOwn(
  op: DropColumn,
  asked: readonly MssqlDependent[],
  { dialect, schema }: LoweringContext,
): readonly Lowered[] {
  const { table, column, ifExists = false } = op;
  const known = schema.table(table)?.columns.find(({ name }) => name === column);
  const hasList = known?.type.type === 'enum' && !asked.includes('check');
  const hasDefault = !known || known.default !== undefined || asked.includes('default');
  return [
    ...(asked.includes('foreignKey') ? [dropFound('foreignKey', table, column, dialect)] : []),
    ...(asked.includes('check') ? [dropFound('check', table, column, dialect)] : []),
    ...(hasList ? [dropEnumCheck(table, column, ifExists, dialect)] : []),
    ...(hasDefault ? [dropDefault(table, column, dialect)] : []),
  ];
}

/** IF EXISTS came with SQL Server 2016. */
const dropStatement = (op: DropColumn, column: string, { dialect }: LoweringContext): Lowered =>
  schemaStatement(
    words('ALTER TABLE', writeTable(dialect, op.table), 'DROP COLUMN', ifExistsWords(op), writeName(dialect, column)),
  );

function dropNamed(op: DropColumn, { name, kind }: Constraint, context: LoweringContext): readonly Lowered[] {
  if (name !== undefined) return dropConstraint({ ...target(op), op: 'dropConstraint', name, kind }, context);
  return refuse(
    `SQL Server keeps column '${op.column}' while its ${kind} constraint is there, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that the database gave it.',
  );
}
