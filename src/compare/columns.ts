import type { Dialect } from '../dialects/dialect.ts';
import type { AddColumn } from '../ops/add-column.ts';
import type { ColumnChanges } from '../ops/alter-column.ts';
import { displayTable } from '../ops/display.ts';
import type { Constraint } from '../schema/constraint.ts';
import { findTable } from '../schema/model.ts';
import type { Column } from '../schema/table.ts';
import { generatedFrom } from '../schema/uses.ts';
import { inPrimaryKey, takesNull } from './column-changes.ts';
import { type Phase, difference } from './difference.ts';
import { identityForm } from './forms.ts';
import { isKey, sameColumns } from './key-columns.ts';
import { inOrder } from './order.ts';
import { alterationRisk } from './risks.ts';
import { type ChangedColumn, type TablePair, alteration, conversion, keptTables, withoutNewIdentity } from './table-pair.ts';

export const dropColumns: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap(({ now: { name: table }, goes }) =>
    goes.map(({ name: column, generated }) =>
      difference(
        { op: 'dropColumn', table, column },
        generated ? undefined : `the values of '${displayTable(table)}.${column}' are lost`,
      ),
    ),
  );

/** What is computed comes after what it is computed from. */
export const addColumns: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) =>
    inOrder(pair.comes, (column) => pair.comes.filter((each) => generatedFrom(column, each.name))).map((column) =>
      difference(addition(pair, column), missingValue(pair, column)),
    ),
  );

/** A number needs a key in the same statement in some databases. */
function addition({ now, wanted }: TablePair, column: Column): AddColumn {
  const isOwnKey = (each: Constraint): boolean =>
    isKey(each) && sameColumns(each.columns, [column.name]);
  const constraints = column.identity ? wanted.constraints.filter(isOwnKey) : [];
  return { op: 'addColumn', table: now.name, column, constraints, indexes: [] };
}

function missingValue({ now, wanted }: TablePair, column: Column): string | undefined {
  const { name, default: value, generated, identity } = column;
  if (takesNull(column, wanted) || (value !== undefined && value !== null) || generated || identity) return undefined;
  return `rows of '${displayTable(now.name)}' have no value for '${name}', which takes no NULL`;
}

/** A column is numbered no more before its key goes; where it needs the key, it is numbered again once that is back. */
export const dropIdentities: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) =>
    pair.now.columns
      .filter(({ identity }) => identity)
      .filter((column) => losesIdentity(pair, column) || (context.dialect.stored.identityNeedsKey && losesKey(pair, column)))
      .map(({ name }) => difference(alteration(pair.now, name, { identity: null, ...typeWithout(pair, name, context.dialect) }))),
  );

/** Where numbering goes with a key of one type, the column has another type in the same statement. */
function typeWithout({ now, changed }: TablePair, column: string, dialect: Dialect): Pick<ColumnChanges, 'type'> {
  const type = changed.find(({ name }) => name === column)?.changes.type;
  const isOther = now.columns.some((each) => each.name === column && JSON.stringify(each.type) !== JSON.stringify(type));
  return type && isOther && dialect.stored.identityNeedsKey ? { type } : {};
}

const losesIdentity = ({ changed }: TablePair, column: Column): boolean =>
  changed.some(({ name, changes }) => name === column.name && changes.identity === null);

const losesKey = ({ goes, constraints }: TablePair, column: Column): boolean =>
  !goes.includes(column) &&
  constraints.dropped.some((each) => isKey(each) && each.columns.includes(column.name));

export const alterColumns: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap((pair) => {
    const changed = pair.changed.map((each) => withoutNewIdentity(pair.now, each, context.dialect));
    return [...changed, ...(context.dialect.stored.keyLeavesNotNull ? released(pair, context.before) : [])].flatMap(({ name, changes }) =>
      Object.keys(changes).length
        ? [difference(conversion(pair.now, name, changes, context.dialect), alterationRisk(pair, name, changes, context.dialect))]
        : [],
    );
  });

/** A column of a primary key that is gone takes no NULL yet, though nothing else says so. */
function released({ now, wanted, changed }: TablePair, before: Parameters<typeof findTable>[0]): readonly ChangedColumn[] {
  const former = findTable(before, now.name);
  if (!former) return [];
  const mayBeNull = new Set(wanted.columns.filter((column) => takesNull(column, wanted)).map(({ name }) => name));
  return now.columns
    .filter(({ name, nullable }) => nullable && inPrimaryKey(former, name) && mayBeNull.has(name))
    .filter(({ name }) => !changed.some((each) => each.name === name))
    .map(({ name }) => ({ name, changes: { nullable: true } }));
}

export const addIdentities: Phase = (now, wanted, context) =>
  keptTables(now, wanted, context).flatMap(({ now: table, changed }) =>
    changed
      .filter(({ name, changes }) => changes.identity && !identityForm(table.columns.find((each) => each.name === name)!, context.dialect))
      .map(({ name, changes: { identity } }) => difference(alteration(table, name, { identity: identity! }))),
  );
