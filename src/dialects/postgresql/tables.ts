import type { CreateTable } from '../../ops/create-table.ts';
import type { DropTable } from '../../ops/drop-table.ts';
import type { Constraint } from '../../schema/constraint.ts';
import type { Index } from '../../schema/table-index.ts';
import { type Dialect, type Lowered, type LoweringContext, refuse, schemaStatement } from '../dialect.ts';
import { columnComments, tableComment } from '../standard/comments.ts';
import { cascade, ifExists, ifNotExists, words } from '../standard/words.ts';
import { writeFragment, writeName, writeTable } from '../write.ts';
import { conditional } from './columns.ts';
import { constraintDefinition } from './constraints.ts';
import { createIndex } from './indexes.ts';
import { withParameters } from './storage.ts';

/** The table, then its indexes and comments: CREATE TABLE has no place for them. */
export function createTable(op: CreateTable, context: LoweringContext): readonly Lowered[] {
  const { table, columns, comment } = op;
  const { dialect } = context;
  checkTable(op);
  const doubled = op.ifNotExists ? [] : doubledKeys(op, dialect);
  const constraints = op.constraints.filter((each) => !doubled.includes(each));
  const created = schemaStatement(tableStatement({ ...op, constraints }, dialect));
  if (isThere(op, context)) return [created];
  return [
    created,
    ...doubled.map((each) => schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${constraintDefinition(each, dialect)}`)),
    ...indexesOf(op, context),
    ...(comment === undefined ? [] : [tableComment(table, comment, dialect)]),
    ...columnComments(table, columns, dialect),
  ];
}

/**
 * Of keys that are the same but for their names CREATE TABLE makes one, without a word: `transformIndexConstraints` in
 * https://github.com/postgres/postgres/blob/REL_17_STABLE/src/backend/parser/parse_utilcmd.c
 */
function doubledKeys({ constraints }: CreateTable, dialect: Dialect): readonly Constraint[] {
  const forms = constraints.map((each) => {
    if (each.kind === 'check' || each.kind === 'foreignKey') return undefined;
    const { name: _, ...unnamed } = each;
    return constraintDefinition(unnamed, dialect).replace(/^PRIMARY KEY/, 'UNIQUE');
  });
  return constraints.filter((_, index) => forms[index] !== undefined && forms.indexOf(forms[index]) < index);
}

function tableStatement(op: CreateTable, dialect: Dialect): string {
  const { unlogged, inherits, partitionBy, with: parameters, tablespace } = op.on?.postgresql ?? {};
  return words(
    words('CREATE', op.temporary && 'TEMPORARY', unlogged && 'UNLOGGED', 'TABLE', ifNotExists(op)),
    writeTable(dialect, op.table),
    tableItems(op, dialect),
    inherits && `INHERITS (${inherits.map((parent) => writeTable(dialect, parent)).join(', ')})`,
    partitionBy && `PARTITION BY ${writeFragment(dialect, partitionBy)}`,
    withParameters(parameters, dialect),
    tablespace && `TABLESPACE ${writeName(dialect, tablespace)}`,
  );
}

function tableItems({ columns, constraints }: CreateTable, dialect: Dialect): string {
  const lines = [
    ...columns.map((column) => dialect.columnDefinition(column, dialect)),
    ...constraints.map((constraint) => constraintDefinition(constraint, dialect)),
  ];
  return `(\n  ${lines.join(',\n  ')}\n)`;
}

/** What the server refuses, or takes without effect: https://www.postgresql.org/docs/current/sql-createtable.html */
function checkTable({ table, temporary, on }: CreateTable): void {
  const { unlogged, inherits, partitionBy, with: parameters } = on?.postgresql ?? {};
  if (temporary && unlogged) refuse('a temporary table is never logged', "Leave 'unlogged' out.");
  if (temporary && table.schema !== undefined)
    refuse(`temporary table '${table.name}' is in the session's own schema`, `Leave the schema '${table.schema}' out.`);
  if (!partitionBy) return;
  const apart = 'its rows are in its partitions';
  if (inherits) refuse('a partitioned table inherits from no other', "Leave 'inherits' or 'partitionBy' out.");
  if (unlogged) refuse(`a partitioned table is not unlogged itself: ${apart}`, 'Say it of each partition.');
  if (parameters) refuse(`a partitioned table has no storage parameters: ${apart}`, 'Say it of each partition.');
}

/** A table that an op made already is left as it is. */
function isThere(op: CreateTable, { schema }: LoweringContext): boolean {
  const { table, columns, indexes, comment } = op;
  const hasMore = indexes.length > 0 || comment !== undefined || columns.some((column) => column.comment !== undefined);
  return op.ifNotExists === true && hasMore && schema.table(table) !== undefined;
}

function indexesOf(op: CreateTable, context: LoweringContext): readonly Lowered[] {
  const { table, indexes } = op;
  const mayHaveRows = op.ifNotExists && !op.on?.postgresql?.partitionBy;
  const wanted = mayHaveRows ? indexes : indexes.map(atOnce);
  return wanted.flatMap((index) => createIndex({ op: 'createIndex', table, index, ...conditional(op) }, context));
}

/** A new table has no rows whose writing could wait for the index, so it can stay in the table's transaction. */
function atOnce({ on, ...index }: Index): Index {
  if (!on?.postgresql) return { ...index, ...(on && { on }) };
  const { concurrently: _, ...postgresql } = on.postgresql;
  return { ...index, on: { ...on, postgresql } };
}

export const dropTable = (op: DropTable, { dialect }: LoweringContext): readonly Lowered[] => [
  schemaStatement(words('DROP TABLE', ifExists(op), writeTable(dialect, op.table), cascade(op))),
];
