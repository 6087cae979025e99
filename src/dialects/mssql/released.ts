import type { AlterColumn } from '../../ops/alter-column.ts';
import type { Constraint, ConstraintKind } from '../../schema/constraint.ts';
import { renamedConstraint, renamedGenerated, renamedIndex } from '../../schema/rename-column.ts';
import type { Column, Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { constraintUses, generatedFrom, indexUses } from '../../schema/uses.ts';
import { mentions } from '../../sql/mentions.ts';
import { type Dialect, type Lowered, emulated, refuse, schemaStatement } from '../dialect.ts';
import type { ColumnFacts } from '../standard/column-facts.ts';
import { words } from '../standard/words.ts';
import { writeName, writeTable } from '../write.ts';
import { columnDefinition } from './columns.ts';
import { columnComments } from './comments.ts';
import { addStatement } from './constraints.ts';
import { createIndexStatement } from './indexes.ts';
import { refuseLargeConstraint, refuseLargeIndex } from './keys.ts';
import type { Restated } from './restated.ts';

/** Statements around a change, for what rests on the column. */
export interface Released {
  readonly before: readonly Lowered[];
  readonly after: readonly Lowered[];
}

/** What goes before a change and comes back after it. */
export interface Resting {
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly computed: readonly Column[];
}

/**
 * SQL Server refuses to alter a column that a constraint, an index or a computed column rests on, but for longer
 * `nvarchar` and `varbinary` under a key or an index, and to rename one that a check, an index condition or a computed
 * column mentions; so those go first and come back:
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
  const { table, column } = facts;
  if (!table || (!change && op.to.name === undefined)) return { before: [], after: [] };
  const resting = restingOn(op, table, change);
  const keys = table.constraints.filter((each) => each.kind === 'primaryKey');
  const inKey = (name: string): Constraint | undefined => keys.find((each) => constraintUses(each, name));
  const key = (change && inKey(op.column)) ?? resting.computed.map(({ name }) => inKey(name)).find(Boolean);
  if (key) refuseKeyColumn(op, key.name);
  if (op.to.type && column) refuseLargeKeys(table, { ...column, type: op.to.type });
  return around(op, resting, dialect);
}

function restingOn({ column, to }: AlterColumn, table: Table, change: Restated | undefined): Resting {
  const alters = change !== undefined;
  const constrained = alters && !isWidening(change);
  const rebuilt = constrained && (change.becomesRequired || change.newType !== change.formerType || change.recollated);
  const goes: { readonly [K in ConstraintKind]: boolean } = {
    foreignKey: alters,
    check: constrained || to.name !== undefined,
    unique: constrained,
    primaryKey: false,
    exclusion: false,
  };
  const computed = table.columns.filter((each) => generatedFrom(each, column));
  const onComputed = (uses: (name: string) => boolean): boolean => computed.some(({ name }) => uses(name));
  return {
    computed,
    constraints: table.constraints.filter(
      (each) =>
        (goes[each.kind] && constraintUses(each, column)) || onComputed((name) => constraintUses(each, name)),
    ),
    indexes: table.indexes.filter(
      (index) =>
        (index.where && mentions(index.where, column)) ||
        (rebuilt && indexUses(index, column)) ||
        onComputed((name) => indexUses(index, name)),
    ),
  };
}

const ORDER: readonly ConstraintKind[] = ['foreignKey', 'check', 'unique', 'primaryKey'];

/** Foreign keys go first, since they may rest on a unique key of the same table, and come back last. */
export function around(op: AlterColumn, { constraints, indexes, computed }: Resting, dialect: Dialect): Released {
  const { table, column, to } = op;
  const again = { column, to: to.name ?? column };
  const ordered = ORDER.flatMap((kind) => constraints.filter((each) => each.kind === kind));
  const definition = (each: Column): string =>
    columnDefinition(renamedGenerated(each, again), dialect, { table, fillsRows: true });
  return {
    before: [
      ...ordered.map((each) => dropStatement(op, each, dialect)),
      ...indexes.map(({ name }) =>
        schemaStatement(`DROP INDEX ${writeName(dialect, name)} ON ${writeTable(dialect, table)}`),
      ),
      ...anew(computed.map((each) => dropColumnStatement(op, each.name, dialect))),
    ],
    after: [
      ...anew(
        computed.flatMap((each) => [
          schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} ADD ${definition(each)}`),
          ...columnComments(table, [each], dialect),
        ]),
      ),
      ...indexes.map((index) => createIndexStatement(table, renamedIndex(index, again), dialect)),
      ...ordered
        .toReversed()
        .map((each) => addStatement(table, renamedConstraint(each, table, again), dialect)),
    ],
  };
}

const anew = (statements: readonly Lowered[]): readonly Lowered[] =>
  emulated('what is computed from the column is made anew, behind the other columns', statements);

export const dropColumnStatement = ({ table }: AlterColumn, column: string, dialect: Dialect): Lowered =>
  schemaStatement(words('ALTER TABLE', writeTable(dialect, table), 'DROP COLUMN', writeName(dialect, column)));

export function refuseKeyColumn({ table, column }: AlterColumn, key: string | undefined): never {
  return refuse(
    `column '${column}' is in the primary key of '${table.name}', and SQL Server alters no such column`,
    `Drop the foreign keys to it and the key${key === undefined ? '' : ` '${key}'`}, alter it, and add them again.`,
  );
}

function refuseLargeKeys({ constraints, indexes }: Table, column: Column): void {
  for (const each of constraints) refuseLargeConstraint(each, [column]);
  for (const index of indexes) refuseLargeIndex(index, [column]);
}

const SIZED = /^(nvarchar|varbinary)\((\d+|max)\)$/;

function isWidening({ formerType = '', newType, keepsNullability, recollated }: Restated): boolean {
  const [, base, size] = SIZED.exec(formerType) ?? [];
  const [, newBase, newSize] = SIZED.exec(newType) ?? [];
  const length = (text: string | undefined): number => (text === 'max' ? Infinity : Number(text));
  return (
    keepsNullability && !recollated && base !== undefined && base === newBase && length(newSize) >= length(size)
  );
}

function dropStatement({ table, column }: AlterColumn, { name, kind }: Constraint, dialect: Dialect): Lowered {
  if (name !== undefined)
    return schemaStatement(`ALTER TABLE ${writeTable(dialect, table)} DROP CONSTRAINT ${writeName(dialect, name)}`);
  return refuse(
    `SQL Server changes column '${column}' only without its ${kind} constraint, which has no name to drop it by`,
    'Drop it by execute(…) before, with the name that the database gave it, and add it again after.',
  );
}
