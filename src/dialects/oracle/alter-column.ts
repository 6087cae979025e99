import type { AlterColumn } from '../../ops/alter-column.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { type ColumnFacts, columnFacts, missingFacts } from '../standard/column-facts.ts';
import { renameColumn } from '../standard/columns.ts';
import { renamedIndex } from '../../schema/rename-column.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { addCheck, checkOf, dropCheck, renameCheck } from './checks.ts';
import { columnComment } from './comments.ts';
import { defaultWords } from './defaults.ts';
import { dropFunctionBased, functionBasedIndexes } from './dependents.ts';
import { changesInPlace } from './in-place.ts';
import { createStatement } from './indexes.ts';
import { moveColumn } from './move-column.ts';

/**
 * One MODIFY for type, default and nullability; then the comment, then the name. A type that MODIFY gives to an empty
 * column alone is given to a new column, which takes the place of the old one:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (modify_column_clauses)
 */
export function alterColumn(op: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column, to } = op;
  const { dialect } = context;
  const facts = columnFacts(op, context);
  if (to.type !== undefined && facts.type === undefined) return missingFacts(op, ['type']);
  if (to.type && facts.type && (op.using || !changesInPlace(facts.type, to.type)))
    return moveColumn(op, to.type, facts, context);
  const checks = checkChange(op, facts, dialect);
  const indexes = indexChange(op, facts, context);
  return [
    ...checks.before,
    ...indexes.before,
    ...modify(op, facts, dialect),
    ...(to.comment === undefined ? [] : [columnComment(table, column, to.comment, dialect)]),
    ...(to.name === undefined ? [] : renameColumn(table, column, to.name, dialect)),
    ...checks.after,
    ...indexes.after,
  ];
}

/** What has not changed is not said: MODIFY refuses a NOT NULL or NULL that is there already (ORA-01442, ORA-01451). */
function modify(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly Lowered[] {
  const { table, column, to } = op;
  const words = [
    ...newType(op, facts, dialect),
    ...defaultWords(op, facts, dialect),
    ...(to.nullable === undefined || to.nullable === facts.nullable ? [] : [to.nullable ? 'NULL' : 'NOT NULL']),
  ];
  if (words.length === 0) return [];
  return [
    schemaStatement(
      `ALTER TABLE ${writeTable(dialect, table)} MODIFY (${writeName(dialect, column)} ${words.join(' ')})`,
    ),
  ];
}

/** The type, where it is another one. */
function newType({ to }: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const type = to.type && writeType(dialect, to.type);
  return type === undefined || (facts.type && type === writeType(dialect, facts.type)) ? [] : [type];
}

interface Around {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

/** The check that a type brings along changes with it, and carries the column's name. */
function checkChange({ table, column, to }: AlterColumn, { type }: ColumnFacts, dialect: Dialect): Around {
  const name = to.name ?? column;
  const former = type && checkOf(column, type, dialect);
  const after = to.type ? checkOf(column, to.type, dialect) : former;
  if (former === after) {
    const renamed = former !== undefined && name !== column;
    return {
      before: [],
      after: renamed ? [renameCheck(table, { table, column }, { table, column: name }, dialect)] : [],
    };
  }
  const check = to.type && checkOf(name, to.type, dialect);
  return {
    before: former === undefined ? [] : [dropCheck(table, column, dialect)],
    after: check === undefined ? [] : [addCheck(table, name, check, dialect)],
  };
}

/**
 * MODIFY gives no other type to a column on which a function-based index rests (ORA-30556):
 * https://docs.oracle.com/en/error-help/db/ora-30556/
 */
function indexChange(op: AlterColumn, facts: ColumnFacts, context: LoweringContext): Around {
  const { table, column, to } = op;
  const { dialect } = context;
  if (newType(op, facts, dialect).length === 0) return { before: [], after: [] };
  const renaming = { column, to: to.name ?? column };
  return {
    before: dropFunctionBased(facts.table, column, context),
    after: functionBasedIndexes(facts.table, column).map((index) =>
      createStatement({ op: 'createIndex', table, index: renamedIndex(index, renaming) }, dialect),
    ),
  };
}
