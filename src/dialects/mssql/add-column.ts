import type { AddColumn } from '../../ops/add-column.ts';
import { isUnchecked } from '../../schema/constraint.ts';
import { type Lowered, type LoweringContext, schemaStatement } from '../dialect.ts';
import { writeTable } from '../write.ts';
import { columnLength, onlyIf } from './batches.ts';
import { columnDefinition } from './columns.ts';
import { columnComments } from './comments.ts';
import { refuseUnpersisted } from './computed.ts';
import { addStatement, constraintDefinition } from './constraints.ts';
import { createIndexStatement } from './indexes.ts';
import { refuseLargeConstraint, refuseLargeIndex } from './keys.ts';

/** `ALTER TABLE t ADD c …, CONSTRAINT …`, without the word COLUMN; then its comment and its indexes. */
export function addColumn(op: AddColumn, context: LoweringContext): readonly Lowered[] {
  const { table, column, ifNotExists } = op;
  const { dialect } = context;
  const statements = addStatements(op, context);
  if (!ifNotExists) return statements;
  const isMissing = `${columnLength(table, column.name, dialect)} IS NULL`;
  return onlyIf(isMissing, 'the server is asked for the column', statements);
}

function addStatements(op: AddColumn, { dialect }: LoweringContext): readonly Lowered[] {
  const { table, column, constraints, indexes } = op;
  for (const constraint of constraints) refuseLargeConstraint(constraint, [column]);
  refuseUnpersisted(constraints, [column]);
  for (const index of indexes) refuseLargeIndex(index, [column]);
  const inPrimaryKey = constraints.some(({ kind }) => kind === 'primaryKey');
  // WITH NOCHECK speaks of all that its ALTER TABLE adds.
  const late = constraints.filter(isUnchecked);
  const items = [
    columnDefinition(column, dialect, { table, fillsRows: true, inPrimaryKey }),
    ...constraints.filter((each) => !isUnchecked(each)).map((each) => constraintDefinition(each, table, dialect)),
  ];
  return [
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${items.join(', ')}`),
    ...late.map((each) => addStatement(table, each, dialect)),
    ...columnComments(table, [column], dialect),
    ...indexes.map((index) => createIndexStatement(table, index, dialect)),
  ];
}
