import { lowerOp } from '../dialects/lower.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { AlterColumn, ColumnChanges } from '../ops/alter-column.ts';
import type { Op } from '../ops/index.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type SchemaModel, findTable, putTable, viewOf } from '../schema/model.ts';
import type { Column, Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
import { computedFrom, constraintUses, indexUses } from '../schema/uses.ts';
import { columnChanges } from './column-changes.ts';
import type { Context } from './difference.ts';
import { constraintForm, indexForm, typeForm } from './forms.ts';
import { withoutServing } from './key-indexes.ts';
import { type Match, matched } from './match.ts';
import { namesOf } from './names.ts';

/** A column that stays, and what of it changes. */
export interface ChangedColumn {
  readonly name: string;
  readonly changes: ColumnChanges;
}

/** A table in two schemas, and what must be done about it. */
export interface TablePair {
  readonly now: Table;
  readonly wanted: Table;
  /** Columns that are wanted no more, and those that are dropped to be made anew. */
  readonly goes: readonly Column[];
  readonly comes: readonly Column[];
  readonly changed: readonly ChangedColumn[];
  readonly constraints: Match<Constraint>;
  readonly indexes: Match<Index>;
}

/** The tables of both schemas that have a column in common; without one, nothing of the table would be left. */
export const keptTables = (now: SchemaModel, wanted: SchemaModel, context: Context): readonly TablePair[] =>
  [...wanted.tables.values()].flatMap((table) => {
    const pair = pairOf(findTable(now, table.name), table, now, context);
    return pair && isKept(pair) ? [pair] : [];
  });

const isKept = ({ now, wanted, goes }: TablePair): boolean =>
  (now.columns.length > goes.length || now.columns.length === 0 || wanted.columns.length === 0) &&
  (now.temporary ?? false) === (wanted.temporary ?? false);

/** Tables that go; those that come; what cannot become what is wanted does both. */
export const goingTables = (now: SchemaModel, wanted: SchemaModel, context: Context): readonly Table[] =>
  [...now.tables.values()].filter((table) => {
    const pair = pairOf(table, findTable(wanted, table.name), now, context);
    return !pair || !isKept(pair);
  });

const known = new WeakMap<Table, { readonly wanted: Table; readonly context: Context; readonly pair: TablePair }>();

/** Asked by every phase, and the same as long as the table is. */
function pairOf(table: Table | undefined, wanted: Table | undefined, now: SchemaModel, context: Context): TablePair | undefined {
  if (!table || !wanted) return undefined;
  const found = known.get(table);
  if (found?.wanted === wanted && found.context === context) return found.pair;
  const pair = compared(table, wanted, now, context);
  known.set(table, { wanted, context, pair });
  return pair;
}

function compared(table: Table, wanted: Table, now: SchemaModel, context: Context): TablePair {
  const { dialect } = context;
  const changes = changesOf(table, wanted, dialect);
  const goes = goingColumns(table, wanted, changes, now, dialect);
  const names = new Set(goes.map(({ name }) => name));
  const going = [...names];
  const constraints = withoutUsers(matchedConstraints(table, wanted, now, context), (each) => going.some((name) => constraintUses(each, name)));
  const indexes = withoutUsers(matchedIndexes(table, wanted, now, context), (each) => going.some((name) => indexUses(each, name)));
  return {
    now: table,
    wanted,
    goes,
    comes: wanted.columns.filter(({ name }) => names.has(name) || !table.columns.some((each) => each.name === name)),
    changed: changes.filter(({ name }) => !names.has(name)),
    constraints,
    indexes: dialect.stored.foreignKeyMakesIndex ? withoutServing(indexes, constraints) : indexes,
  };
}

function changesOf(table: Table, wanted: Table, dialect: Dialect): readonly ChangedColumn[] {
  const after = new Map(wanted.columns.map((column) => [column.name, column]));
  return table.columns.flatMap((column) => {
    const other = after.get(column.name);
    const changes = other ? columnChanges({ now: column, wanted: other, of: { now: table, wanted } }, dialect) : {};
    return Object.keys(changes).length ? [{ name: column.name, changes }] : [];
  });
}

/** What is computed goes with what it is computed from, before it: none can change its type under it. */
function goingColumns(
  table: Table,
  wanted: Table,
  changes: readonly ChangedColumn[],
  now: SchemaModel,
  dialect: Dialect,
): readonly Column[] {
  const stays = new Set(wanted.columns.map(({ name }) => name));
  const remade = new Set(changes.filter((change) => isRemade(table, wanted, change, now, dialect)).map(({ name }) => name));
  const goes = table.columns.filter(({ name }) => !stays.has(name) || remade.has(name));
  const retyped = changes.filter(({ changes: { type, collation } }) => type !== undefined || collation !== undefined);
  const computed = [...goes, ...retyped].flatMap(({ name }) => [...computedFrom(table, name)].reverse());
  return [...new Set([...computed, ...goes])];
}

/** A column that cannot become what is wanted is made anew. */
function isRemade(table: Table, wanted: Table, change: ChangedColumn, now: SchemaModel, dialect: Dialect): boolean {
  const { name, changes } = change;
  if (changes.generated) return true;
  const to = withoutNewIdentity(table, change, dialect).changes;
  if (Object.keys(to).length && !isTaken(alteration(table, name, to), now, dialect)) return true;
  return to !== changes && !isTaken(alteration(table, name, { identity: changes.identity! }), beforeIdentity(now, wanted, name), dialect);
}

/** The column with its other changes, where a new identity needs its key, which comes later. */
export function withoutNewIdentity({ columns }: Table, change: ChangedColumn, { stored }: Dialect): ChangedColumn {
  const { identity, ...changes } = change.changes;
  const isNew = identity && !columns.find(({ name }) => name === change.name)?.identity;
  return isNew && stored.identityNeedsKey ? { ...change, changes } : change;
}

/** The schema in which a column takes its identity: the table is what it must be but for that. */
function beforeIdentity(now: SchemaModel, wanted: Table, name: string): SchemaModel {
  const columns = wanted.columns.map((column) => {
    const { identity: _, ...rest } = column;
    return column.name === name ? rest : column;
  });
  return putTable(now, { ...wanted, columns });
}

export const alteration = (table: Table, column: string, to: ColumnChanges): AlterColumn => ({
  op: 'alterColumn', table: table.name, column, to,
});

/** With the way that values take to a new type, where they do not take it by themselves. */
export function conversion(table: Table, column: string, to: ColumnChanges, dialect: Dialect): AlterColumn {
  const now = table.columns.find(({ name }) => name === column);
  const over = now && to.type && dialect.stored.conversion(typeForm(now, dialect), typeForm({ ...now, type: to.type }, dialect));
  const op = alteration(table, column, to);
  if (!over || !to.type || to.type.type === 'enum') return op;
  return { ...op, using: { sql: [{ name: [column] }, over.map((type) => `::${type}`).join('') + '::', { type: to.type }] } };
}

/** Whether the dialect can do it. */
const isTaken = (op: Op, now: SchemaModel, dialect: Dialect): boolean => !('code' in lowerOp(op, dialect, viewOf(now)));

/** What is kept but uses a column that goes must go as well, and come back. */
function withoutUsers<T>({ kept, dropped, added }: Match<T>, uses: (item: T) => boolean): Match<T> {
  const going = kept.filter(({ now }) => uses(now));
  return {
    kept: kept.filter((each) => !going.includes(each)),
    dropped: [...dropped, ...going.map(({ now }) => now)],
    added: [...added, ...going.map(({ wanted }) => wanted)],
  };
}

const matchedConstraints = (table: Table, wanted: Table, now: SchemaModel, { dialect, before }: Context): Match<Constraint> =>
  matched(table.constraints, wanted.constraints, (each) => constraintForm(each, dialect), ({ name, kind }, { name: to }) =>
    (kind === 'primaryKey' && !dialect.stored.namesPrimaryKey) ||
    canRename({ op: 'renameConstraint', table: table.name, name: name!, to: to!, kind }, clashing(table, before, dialect), now, dialect));

/** Names that none of a table's constraints can take. */
const clashing = ({ constraints }: Table, before: SchemaModel, { stored }: Dialect): ReadonlySet<string | undefined> =>
  stored.constraintNamesClash ? namesOf(before) : new Set(constraints.map(({ name }) => name));

const matchedIndexes = (table: Table, wanted: Table, now: SchemaModel, { dialect, before }: Context): Match<Index> =>
  matched(table.indexes, wanted.indexes, (each) => indexForm(each, dialect), ({ name }, { name: to }) =>
    canRename({ op: 'renameIndex', table: table.name, name, to }, namesOf(before), now, dialect));

/** Not to a name that something else has, and will have lost only later. */
const canRename = (op: Op & { readonly to: string }, taken: ReadonlySet<string | undefined>, now: SchemaModel, dialect: Dialect): boolean =>
  !taken.has(op.to) && isTaken(op, now, dialect);
