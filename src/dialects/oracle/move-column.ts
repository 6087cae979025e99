import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Table } from '../../schema/table.ts';
import type { ColumnType } from '../../sql/types.ts';
import {
  type Dialect,
  type Lowered,
  type LoweringContext,
  dataStatement,
  refuse,
  schemaStatement,
} from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { renameColumn } from '../standard/columns.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { renamedConstraint, renamedIndex } from '../../schema/rename-column.ts';
import { writeName, writeTable, writeType, writeValue } from '../write.ts';
import { addCheck, checkOf } from './checks.ts';
import { columnComment } from './comments.ts';
import { constraintDefinition } from './constraints.ts';
import { converted } from './convert.ts';
import { keptDefault } from './defaults.ts';
import { dropFunctionBased, refuseShared, usesOthers } from './dependents.ts';
import { createStatement } from './indexes.ts';
import { refuseLobIndex } from './keys.ts';

/**
 * Gives a column with values another type: a new column takes the values and then the name, and becomes the table's
 * last. The old one takes its indexes and its checks along; they are made again.
 */
export function moveColumn(
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
  for (const index of table.indexes) refuseLobIndex(index, [{ ...facts.column, type }]);
  const alter = `ALTER TABLE ${writeTable(dialect, op.table)}`;
  const spare = spareName(table, column);
  const name = to.name ?? column;
  const { before, after } = dependents(op, table, context);
  const copy = `${writeName(dialect, spare)} = ${converted(op, former, type, dialect)}`;
  const check = checkOf(name, type, dialect);
  const words = finalWords(op, facts, dialect);
  const comment = to.comment === undefined ? facts.comment : to.comment;
  return [
    ...before,
    schemaStatement(`${alter} ADD ${writeName(dialect, spare)} ${writeType(dialect, type)}`),
    dataStatement(`UPDATE ${writeTable(dialect, op.table)} SET ${copy}`),
    schemaStatement(`${alter} DROP COLUMN ${writeName(dialect, column)}`),
    ...renameColumn(op.table, spare, name, dialect),
    ...(words.length ? [schemaStatement(`${alter} MODIFY (${writeName(dialect, name)} ${words.join(' ')})`)] : []),
    ...(check === undefined ? [] : [addCheck(op.table, name, check, dialect)]),
    ...(comment === undefined || comment === null ? [] : [columnComment(op.table, name, comment, dialect)]),
    ...after,
  ];
}

function refuseUnknown({ table, column }: AlterColumn): never {
  return refuse(
    `the new type needs a new column in the place of '${column}', and no op made '${table.name}' to say what is on it`,
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
    `the new type needs a new column in the place of '${column}', which is ${what}`,
    key
      ? 'Drop the constraint before and add it again after.'
      : 'Keep the type, or add a new column and fill it by execute(…).',
  );
}

function spareName({ columns }: Table, column: string): string {
  const taken = (name: string): boolean => columns.some((each) => each.name === name);
  let name = `${column.slice(0, 100)}_new`;
  for (let count = 2; taken(name); count++) name = `${column.slice(0, 100)}_new${count}`;
  return name;
}

/** Default and nullability of the new column, which has neither. */
function finalWords(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { to } = op;
  const former = facts.default ?? null;
  const nullable = to.nullable ?? facts.nullable ?? true;
  return [
    ...(to.default !== undefined && to.default !== null ? [`DEFAULT ${writeValue(dialect, to.default, to.type)}`] : []),
    ...(to.default === undefined && former !== null ? [`DEFAULT ${keptDefault(op, former, dialect)}`] : []),
    ...(nullable ? [] : ['NOT NULL']),
  ];
}

interface Around {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

function dependents({ table: name, column, to }: AlterColumn, table: Table, context: LoweringContext): Around {
  const { dialect } = context;
  const { checks, indexes } = dependentsOf(table, column);
  const [unnamed] = checks.filter((check) => check.name === undefined && usesOthers(check, table, column));
  if (unnamed) refuseShared(column, unnamed);
  const alter = `ALTER TABLE ${writeTable(dialect, name)}`;
  const named = checks.flatMap((check) => check.name ?? []);
  const renaming = { column, to: to.name ?? column };
  return {
    before: [
      ...dropFunctionBased(table, column, context),
      ...named.map((check) => schemaStatement(`${alter} DROP CONSTRAINT ${writeName(dialect, check)}`)),
    ],
    after: [
      ...checks.map((check) =>
        schemaStatement(`${alter} ADD ${constraintDefinition(renamedConstraint(check, name, renaming), dialect)}`),
      ),
      ...indexes.map((index) =>
        createStatement({ op: 'createIndex', table: name, index: renamedIndex(index, renaming) }, dialect),
      ),
    ],
  };
}
