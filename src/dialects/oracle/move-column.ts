import type { AlterColumn } from '../../ops/alter-column.ts';
import { shortened } from '../../ops/naming.ts';
import type { Table, TableName } from '../../schema/table.ts';
import { name as nameOf, sql } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import {
  type Dialect,
  type Lowered,
  type LoweringContext,
  dataStatement,
  emulated,
  refuse,
  schemaStatement,
} from '../dialect.ts';
import { longestName } from '../server.ts';
import { type ColumnFacts, missingFacts } from '../standard/column-facts.ts';
import { renameColumn } from '../standard/columns.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { columnRow, moving } from './blocks.ts';
import { addCheck, checkOf } from './checks.ts';
import { collationWords, writeDefault } from './column-values.ts';
import { columnComment } from './comments.ts';
import { converted } from './convert.ts';
import { keptDefault } from './defaults.ts';
import { refuseComputedFrom } from './dependents.ts';
import { dropStatement } from './drop-column.ts';
import { refuseLobIndex } from './keys.ts';
import { movedDependents } from './moved-dependents.ts';

/**
 * Gives a column with values another type: a new column takes the values and then the name, and becomes the table's
 * last. The old one takes its indexes and its checks along; they are made again.
 */
export const moveColumn = (
  op: AlterColumn,
  type: ColumnType,
  facts: ColumnFacts,
  context: LoweringContext,
): readonly Lowered[] =>
  emulated(
    'a new column takes the values, and then the name, and is the last of the table',
    moved(op, type, facts, context),
  );

export const renamed = (table: TableName, column: string, to: string, dialect: Dialect): readonly Lowered[] =>
  renameColumn(table, column, to, dialect).map((each) =>
    moving(columnRow(table, column, dialect), columnRow(table, to, dialect), each),
  );

/** A column that was computed keeps the values that it has. */
export function keepValues(op: AlterColumn, facts: ColumnFacts, context: LoweringContext): readonly Lowered[] {
  const type = op.to.type ?? facts.type;
  if (!type) return missingFacts(op, ['type']);
  const using = op.using ?? (op.to.type ? undefined : sql`${nameOf(op.column)}`);
  return moveColumn({ ...op, ...(using && { using }) }, type, facts, context);
}

function moved(
  op: AlterColumn,
  type: ColumnType,
  facts: ColumnFacts,
  context: LoweringContext,
): readonly Lowered[] {
  const { column, to } = op;
  const { dialect } = context;
  const { table, type: former } = facts;
  if (!table || !former || !facts.column) return refuseUnknown(op);
  refuseKeys(op, table);
  refuseComputedFrom(table, column, 'type');
  for (const index of table.indexes) refuseLobIndex(index, [{ ...facts.column, type }]);
  const alter = `ALTER TABLE ${writeTable(dialect, op.table)}`;
  const spare = spareName(table, column, dialect);
  const name = to.name ?? column;
  const { before, after } = movedDependents(op, table, context);
  const copy = `${writeName(dialect, spare)} = ${converted(op, former, type, dialect)}`;
  const check = checkOf(name, type, dialect);
  const words = finalWords(op, facts, dialect);
  const comment = to.comment === undefined ? facts.comment : to.comment;
  return [
    ...before,
    schemaStatement(`${alter} ADD ${[writeName(dialect, spare), ...typeWords(op, type, facts, dialect)].join(' ')}`),
    dataStatement(`UPDATE ${writeTable(dialect, op.table)} SET ${copy}`),
    dropStatement({ table: op.table, column }, table, dialect),
    ...renamed(op.table, spare, name, dialect),
    ...(words.length ? [schemaStatement(`${alter} MODIFY (${writeName(dialect, name)} ${words.join(' ')})`)] : []),
    ...(check === undefined ? [] : [addCheck(op.table, name, check, dialect)]),
    ...(comment === undefined || comment === null ? [] : [columnComment(op.table, name, comment, dialect)]),
    ...after,
  ];
}

/** A collation stays, where the new type has any. */
function typeWords(
  { column, to }: AlterColumn,
  type: ColumnType,
  facts: ColumnFacts,
  dialect: Dialect,
): readonly string[] {
  const kept = type.type === 'string' || type.type === 'enum' ? facts.collation : undefined;
  const collation = to.collation === undefined ? kept : to.collation;
  return [writeType(dialect, type), ...collationWords(column, type, collation ?? undefined, dialect)];
}

function refuseUnknown({ table, column }: AlterColumn): never {
  return refuse(
    `the change needs a new column in the place of '${column}', and no op made '${table.name}' to say what is on it`,
    'Write the steps by execute(…): add a column, fill it, drop the old one, rename it, make indexes and constraints.',
  );
}

function refuseKeys({ column }: AlterColumn, table: Table): void {
  const { primaryKey, uniques, foreignKeys } = dependentsOf(table, column);
  const [key] = [...(primaryKey ? [primaryKey] : []), ...uniques, ...foreignKeys];
  const isIdentity = table.columns.some(({ name, identity }) => name === column && identity);
  if (!key && !isIdentity) return;
  const what = key ? `in a ${key.kind} constraint` : 'an identity column';
  refuse(
    `the change needs a new column in the place of '${column}', which is ${what}`,
    key
      ? 'Drop the constraint before and add it again after.'
      : 'Keep the type, or add a new column and fill it by execute(…).',
  );
}

function spareName({ columns }: Table, column: string, dialect: Dialect): string {
  const taken = (name: string): boolean => columns.some((each) => each.name === name);
  const limit = longestName(dialect);
  let name = shortened(`${column}_new`, limit);
  for (let count = 2; taken(name); count++) name = shortened(`${column}_new${count}`, limit);
  return name;
}

/** Default and nullability of the new column, which has neither. */
function finalWords(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { to } = op;
  const former = facts.default ?? null;
  const nullable = to.nullable ?? facts.nullable ?? true;
  return [
    ...(to.default === undefined || to.default === null
      ? []
      : [`DEFAULT ${writeDefault(to.default, to.type ?? facts.type, dialect)}`]),
    ...(to.default === undefined && former !== null ? [`DEFAULT ${keptDefault(op, former, dialect)}`] : []),
    ...(nullable ? [] : ['NOT NULL']),
  ];
}
