import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Constraint, Unique } from '../../schema/constraint.ts';
import type { Column, TableName } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { EMPTY_SCHEMA, viewOf } from '../../schema/model.ts';
import { type Dialect, type Lowered, refuse, schemaStatement } from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { dependentsOf } from '../standard/dependents.ts';
import { isIndexKey } from '../../schema/uses.ts';
import * as standard from '../standard/indexes.ts';
import { mentions } from '../../sql/mentions.ts';
import { renamedConstraint, renamedIndex } from '../../schema/rename-column.ts';
import { writeName, writeTable } from '../write.ts';
import type { Restated } from './alter-column.ts';
import { constraintDefinition } from './constraints.ts';
import { refuseLargeConstraint, refuseLargeKey } from './keys.ts';

/** Statements around a change, for what rests on the column. */
export interface Released {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

/**
 * SQL Server refuses to alter a column that a constraint or an index rests on, but for longer `nvarchar` and
 * `varbinary`, and to rename one that a check or an index condition mentions; so those go first and come back:
 * https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql (ALTER COLUMN)
 * https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-15000-to-15999
 * (15336)
 */
export function released(
  op: AlterColumn,
  facts: ColumnFacts,
  change: Restated | undefined,
  dialect: Dialect,
): Released {
  const { column, to } = op;
  const { primaryKey, uniques, foreignKeys, checks, indexes } = dependentsOf(facts.table, column);
  if (change && primaryKey) refuseKeyColumn(op, primaryKey.name);
  if (to.type && facts.column) refuseLargeKeys(uniques, indexes, { ...facts.column, type: to.type });
  const alters = change !== undefined;
  const constrained = alters && !isWidening(change);
  const rebuilt = constrained && (change.becomesRequired || change.newType !== change.formerType);
  const constraints: readonly Constraint[] = [
    ...(alters ? foreignKeys : []),
    ...(constrained || to.name !== undefined ? checks : []),
    ...(constrained ? uniques : []),
  ];
  const gone = indexes.filter((index) =>
    index.where && mentions(index.where, column) ? alters || to.name !== undefined : rebuilt && isIndexKey(index, column),
  );
  const again = { column, to: to.name ?? column };
  return {
    before: [
      ...constraints.map((each) => dropStatement(op, each, dialect)),
      ...gone.flatMap(({ name }) =>
        standard.dropIndexOnTable({ op: 'dropIndex', table: op.table, name }, viewless(dialect)),
      ),
    ],
    after: [
      ...gone.flatMap((index) =>
        standard.createIndex(
          { op: 'createIndex', table: op.table, index: renamedIndex(index, again) },
          viewless(dialect),
        ),
      ),
      ...constraints
        .toReversed()
        .map((each) => addStatement(op.table, renamedConstraint(each, op.table, again), dialect)),
    ],
  };
}

/** Neither lowering asks for the schema. */
const viewless = (dialect: Dialect): Parameters<typeof standard.createIndex>[1] => ({
  dialect,
  schema: viewOf(EMPTY_SCHEMA),
  data: new Map(),
});

function refuseKeyColumn({ table, column }: AlterColumn, key: string | undefined): never {
  return refuse(
    `column '${column}' is in the primary key of '${table.name}', and SQL Server alters no such column`,
    `Drop the foreign keys to it and the key${key === undefined ? '' : ` '${key}'`}, alter it, and add them again.`,
  );
}

function refuseLargeKeys(uniques: readonly Unique[], indexes: readonly Index[], column: Column): void {
  for (const unique of uniques) refuseLargeConstraint(unique, [column]);
  for (const { keys } of indexes) {
    const names = keys.flatMap((key) => ('column' in key ? [key.column] : []));
    refuseLargeKey(names, [column], 'an index');
  }
}

const SIZED = /^(nvarchar|varbinary)\((\d+|max)\)$/;

function isWidening({ formerType = '', newType, keepsNullability }: Restated): boolean {
  const [, base, size] = SIZED.exec(formerType) ?? [];
  const [, newBase, newSize] = SIZED.exec(newType) ?? [];
  const length = (text: string | undefined): number => (text === 'max' ? Infinity : Number(text));
  return keepsNullability && base !== undefined && base === newBase && length(newSize) >= length(size);
}

function dropStatement({ table, column }: AlterColumn, { name, kind }: Constraint, dialect: Dialect): Lowered {
  if (name !== undefined)
    return schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT ${writeName(dialect, name)}`);
  return refuse(
    `SQL Server changes column '${column}' only without its ${kind} constraint, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that the database gave it, and add it again after.',
  );
}

const addStatement = (table: TableName, constraint: Constraint, dialect: Dialect): Lowered =>
  schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${constraintDefinition(constraint, table, dialect)}`);
