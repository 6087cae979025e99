import type { AlterColumn } from '../../ops/alter-column.ts';
import { renamedIndex } from '../../schema/rename-column.ts';
import { type Dialect, type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { withOwnCollation } from '../standard/collation.ts';
import { type ColumnFacts, columnFacts, missingFacts } from '../standard/column-facts.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { addCheck, checkOf, dropCheck, renameCheck } from './checks.ts';
import { NO_COLLATION, collationWords } from './column-values.ts';
import { columnComment } from './comments.ts';
import { defaultWords } from './defaults.ts';
import { dropFunctionBased, functionBasedIndexes, refuseComputedFrom } from './dependents.ts';
import { becomesPlain, isComputed, refuseGenerated, virtualWords } from './generated.ts';
import { dropIdentity, identityChange, losesIdentity } from './identity-change.ts';
import { changesInPlace } from './in-place.ts';
import { createStatement } from './indexes.ts';
import { keepValues, moveColumn, renamed } from './move-column.ts';

/**
 * One MODIFY for type, default and nullability; then the comment, then the name. A type that MODIFY gives to an empty
 * column alone is given to a new column, which takes the place of the old one:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html (modify_column_clauses)
 */
export function alterColumn(written: AlterColumn, context: LoweringContext): readonly Lowered[] {
  const op = withOwnCollation(written, context.dialect);
  const { to } = op;
  const facts = columnFacts(op, context);
  if (to.type !== undefined && facts.type === undefined) return missingFacts(op, ['type']);
  if (to.name !== undefined) refuseComputedFrom(facts.table, op.column, 'name');
  if (newType(op, facts, context.dialect).length) refuseComputedFrom(facts.table, op.column, 'type');
  refuseGenerated(op, facts);
  // Refuses a column that is no identity, also where the rest of the change would have its way.
  identityChange(op, facts, context.dialect);
  if (becomesPlain(op, facts)) return keepValues(op, facts, context);
  return needsNewColumn(op, facts) && to.type
    ? moveColumn(op, to.type, facts, context)
    : changeInPlace(op, facts, context);
}

function needsNewColumn(op: AlterColumn, facts: ColumnFacts): boolean {
  const { using, to } = op;
  if (!to.type || !facts.type || isComputed(op, facts)) return false;
  return using !== undefined || !changesInPlace(facts.type, to.type);
}

function changeInPlace(op: AlterColumn, facts: ColumnFacts, context: LoweringContext): readonly Lowered[] {
  const { table, column, to } = op;
  const { dialect } = context;
  const checks = checkChange(op, facts, dialect);
  const indexes = indexChange(op, facts, context);
  return [
    ...checks.before,
    ...indexes.before,
    ...dropIdentity(op, facts, dialect),
    ...modify(op, facts, dialect),
    ...(to.comment === undefined ? [] : [columnComment(table, column, to.comment, dialect)]),
    ...(to.name === undefined ? [] : renamed(table, column, to.name, dialect)),
    ...checks.after,
    ...indexes.after,
  ];
}

/** What has not changed is not said: MODIFY refuses a NOT NULL or NULL that is there already (ORA-01442, ORA-01451). */
function modify(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly Lowered[] {
  const { table, column, to } = op;
  const isChanged = to.nullable !== undefined && to.nullable !== facts.nullable && !losesIdentity(op, facts);
  const type = newType(op, facts, dialect);
  const words = [
    ...(isComputed(op, facts) && to.generated ? wholeType(op, facts, dialect) : type),
    ...newCollation(op, facts, dialect),
    ...(isComputed(op, facts)
      ? virtualWords(op, facts, type.length > 0, dialect)
      : [...identityChange(op, facts, dialect), ...defaultWords(op, facts, dialect)]),
    ...(isChanged ? [to.nullable ? 'NULL' : 'NOT NULL'] : []),
  ];
  if (words.length === 0) return [];
  return [
    schemaStatement(
      `ALTER TABLE ${writeTable(dialect, table)} MODIFY (${writeName(dialect, column)} ${words.join(' ')})`,
    ),
  ];
}

/** Without a type, a virtual column would get that of its new expression. */
function wholeType(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const type = op.to.type ?? facts.type;
  return type ? [writeType(dialect, type)] : missingFacts(op, ['type']);
}

/** The type, where it is another one. */
function newType({ to }: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const type = to.type && writeType(dialect, to.type);
  return type === undefined || (facts.type && type === writeType(dialect, facts.type)) ? [] : [type];
}

/** A key keeps its collation, unless the new one compares alike: https://docs.oracle.com/en/error-help/db/ora-43923/ */
function newCollation(op: AlterColumn, facts: ColumnFacts, dialect: Dialect): readonly string[] {
  const { column, to } = op;
  const type = to.type ?? facts.type;
  if (to.collation === undefined) return [];
  if (to.collation === null) return facts.collation === null ? [] : [NO_COLLATION];
  return type ? collationWords(column, type, to.collation, dialect) : missingFacts(op, ['type']);
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
    const isRenamed = former !== undefined && name !== column;
    return {
      before: [],
      after: isRenamed ? [renameCheck(table, { table, column }, { table, column: name }, dialect)] : [],
    };
  }
  const check = to.type && checkOf(name, to.type, dialect);
  return {
    before: former === undefined ? [] : [dropCheck(table, column, dialect)],
    after: check === undefined ? [] : [addCheck(table, name, check, dialect)],
  };
}

/**
 * MODIFY gives no other type to a column on which a function-based index rests (ORA-30556), and no other expression to
 * a virtual column with an index (ORA-54022):
 * https://docs.oracle.com/en/error-help/db/ora-30556/
 */
function indexChange(op: AlterColumn, facts: ColumnFacts, context: LoweringContext): Around {
  const { table, column, to } = op;
  const { dialect } = context;
  if (newType(op, facts, dialect).length === 0 && !to.generated) return { before: [], after: [] };
  const renaming = { column, to: to.name ?? column };
  return {
    before: dropFunctionBased(facts.table, column, context),
    after: functionBasedIndexes(facts.table, column).map((index) =>
      createStatement({ table, index: renamedIndex(index, renaming) }, dialect),
    ),
  };
}
