import type { AlterColumn } from '../../ops/alter-column.ts';
import { shortened } from '../../ops/naming.ts';
import type { Column, Table } from '../../schema/table.ts';
import { constraintUses, indexUses } from '../../schema/uses.ts';
import {
  type Dialect, type Lowered, type LoweringContext, dataStatement, emulated, refuse, schemaStatement,
} from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { writeName, writeTable, writeType } from '../write.ts';
import { collationWords } from './collation.ts';
import { addDefault, addEnumCheck } from './column-constraints.ts';
import { refuseUnpersisted } from './computed.ts';
import { columnDefinition } from './columns.ts';
import { commentChange } from './comments.ts';
import { type Released, around, dropColumnStatement, refuseKeyColumn } from './released.ts';
import { renameColumn } from './rename.ts';

/**
 * ALTER COLUMN changes no computed column and makes none of a plain one, so that the column is dropped and made anew,
 * behind the others: https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (ALTER COLUMN)
 * Nothing where the change is none of this kind.
 */
export function alterComputed(
  op: AlterColumn,
  facts: ColumnFacts,
  { dialect }: LoweringContext,
): readonly Lowered[] | undefined {
  const { generated } = op.to;
  if (facts.generated === undefined && generated !== undefined) refuseUnknown(op);
  if (!facts.generated) return generated ? refusePlain(op) : undefined;
  if (generated === undefined) refuseOthers(op);
  if (generated === undefined && (op.to.nullable ?? facts.nullable) === facts.nullable) return undefined;
  const { table, column } = facts;
  if (!table || !column) return refuseUnknown(op);
  const how = generated === null ? 'its values are copied to a plain column' : 'the computed column is made anew';
  const resting = restingOn(op, table, dialect);
  if (generated) refuseUnpersisted(table.constraints, [{ ...column, generated }]);
  return emulated(how, [
    ...(generated === null ? madePlain(op, column, resting, dialect) : madeAnew(op, column, resting, dialect)),
    ...(op.to.comment ?? column.comment ? commented(op, column, dialect) : []),
    ...resting.after,
  ]);
}

function restingOn(op: AlterColumn, { constraints, indexes }: Table, dialect: Dialect): Released {
  const own = constraints.filter((each) => constraintUses(each, op.column));
  const key = own.find(({ kind }) => kind === 'primaryKey');
  if (key) refuseKeyColumn(op, key.name);
  const onIt = indexes.filter((index) => indexUses(index, op.column));
  return around(op, { constraints: own, indexes: onIt, computed: [] }, dialect);
}

const finalName = ({ column, to }: AlterColumn): string => to.name ?? column;

function madeAnew(op: AlterColumn, column: Column, { before }: Released, dialect: Dialect): readonly Lowered[] {
  const { table, to } = op;
  const { generated = column.generated, nullable = column.nullable } = to;
  const { collation: _, ...rest } = column;
  const again = { ...(generated && { generated }), ...(to.type && { type: to.type }) };
  const changed = { ...rest, ...again, name: finalName(op), nullable };
  return [
    ...before,
    dropColumnStatement(op, op.column, dialect),
    schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${columnDefinition(changed, dialect, { table })}`),
  ];
}

/** Each row keeps the value that was computed last, in the declared type. */
function madePlain(op: AlterColumn, column: Column, { before }: Released, dialect: Dialect): readonly Lowered[] {
  const { table, to } = op;
  const { type = column.type, collation, nullable = column.nullable } = to;
  const name = finalName(op);
  const kept = shortened(`migsql_${name}`, dialect.lexicon.longestName);
  const target = writeTable(dialect, table);
  const collate = collationWords({ name, type, ...(collation && { collation }) }, dialect);
  const definition = [writeType(dialect, type), ...collate].join(' ');
  const required = `ALTER TABLE ${target} ALTER COLUMN ${writeName(dialect, name)} ${definition} NOT NULL`;
  return [
    schemaStatement(`ALTER TABLE ${target} ADD ${writeName(dialect, kept)} ${definition} NULL`),
    dataStatement(`UPDATE ${target} SET ${writeName(dialect, kept)} = ${writeName(dialect, op.column)}`),
    ...before,
    dropColumnStatement(op, op.column, dialect),
    renameColumn(table, kept, name, dialect),
    ...(nullable ? [] : [schemaStatement(required)]),
    ...(to.default === undefined || to.default === null
      ? []
      : [addDefault({ table, column: name, type, value: to.default, finalName: name }, dialect)]),
    ...(type.type === 'enum' ? [addEnumCheck(table, name, type, dialect)] : []),
  ];
}

/** The comment went with the column. */
function commented(op: AlterColumn, column: Column, dialect: Dialect): readonly Lowered[] {
  const { comment = column.comment ?? null } = op.to;
  return commentChange({ table: op.table, column: finalName(op) }, null, comment, dialect);
}

const refuseUnknown = ({ column }: AlterColumn): never =>
  refuse(
    `whether column '${column}' is computed, and what rests on it, is not known, for no op made it`,
    'Drop it and add it again: dropColumn(…), then addColumn(…).',
  );

const refusePlain = ({ column }: AlterColumn): never =>
  refuse(
    `'${column}' is a plain column, and SQL Server computes no column that has values of its own`,
    'Where its values can go, drop it and add a computed one: dropColumn(…), then addColumn(…, { generated: … }).',
  );

/** What an expression decides by itself, or a computed column has not. */
function refuseOthers({ column, to }: AlterColumn): void {
  if (to.type === undefined && to.collation === undefined && (to.default === undefined || to.default === null)) return;
  refuse(
    `column '${column}' is computed, so that its type, its collation and its values come from its expression`,
    'Change the expression: generated: … with CAST(… AS …) or COLLATE … in it.',
  );
}
