import type { Constraint, Deferrability, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '../../schema/constraint.ts';
import { raw } from '../../sql/fragment.ts';
import { unread } from '../reading.ts';
import { type Owner, keyOf } from '../schema-facts.ts';
import {
  type Cursor, is, need, needGroup, needList, needName, needNames, needTable, peek, refuseHere, take, takeName, takeOneOf,
} from './cursor.ts';

/** `CONSTRAINT name`. MySQL and MariaDB take the word without a name. */
export function takeConstraintName(cursor: Cursor): { readonly name?: string } {
  if (!take(cursor, 'CONSTRAINT')) return {};
  const name = takeName(cursor);
  if (name === undefined && !isMysql(cursor)) refuseHere(cursor);
  return name === undefined ? {} : { name };
}

export const isMysql = ({ dialect }: Cursor): boolean => dialect === 'mysql' || dialect === 'mariadb';

const KINDS = ['PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY', 'CHECK'] as const;

/** Whether a constraint of the table stands here, and no column. */
export const isConstraint = (cursor: Cursor): boolean => peek(cursor) === 'CONSTRAINT' || KINDS.some((words) => is(cursor, words));

export function needConstraint(cursor: Cursor, owner: Owner): Constraint {
  const named = takeConstraintName(cursor);
  switch (takeOneOf(cursor, KINDS)) {
    case 'PRIMARY KEY':
      // Its name is always PRIMARY there.
      return { kind: 'primaryKey', ...(isMysql(cursor) ? {} : named), ...keyColumns(cursor, true), ...keyOptions(cursor) };
    case 'UNIQUE':
      return uniqueConstraint(cursor, named);
    case 'FOREIGN KEY': {
      const columns = needNames(cursor);
      return { kind: 'foreignKey', ...named, columns, ...needReferences(cursor, owner) };
    }
    case 'CHECK':
      return { kind: 'check', ...named, expression: raw(needGroup(cursor)), ...checkOptions(cursor) };
    default:
      return refuseHere(cursor);
  }
}

/** MySQL and MariaDB know a constraint without a name by that of its index. */
function uniqueConstraint(cursor: Cursor, named: { readonly name?: string }): Constraint {
  if (isMysql(cursor)) takeOneOf(cursor, ['KEY', 'INDEX']);
  const own = isMysql(cursor) ? takeName(cursor) : undefined;
  const name = named.name ?? own;
  return { kind: 'unique', ...(name !== undefined && { name }), ...keyColumns(cursor, false), ...uniqueOptions(cursor) };
}

/** SQL Server clusters a primary key by itself, and nothing else. */
function keyColumns(cursor: Cursor, clusters: boolean): Pick<PrimaryKey, 'columns' | 'on'> {
  const kind = cursor.dialect === 'mssql' ? takeOneOf(cursor, ['CLUSTERED', 'NONCLUSTERED']) : undefined;
  const clustered = kind && (kind === 'CLUSTERED') !== clusters ? { on: { mssql: { clustered: kind === 'CLUSTERED' } } } : {};
  return { columns: needList(cursor, keyColumn), ...clustered };
}

function keyColumn(cursor: Cursor): string {
  const name = needName(cursor);
  take(cursor, 'ASC');
  return name;
}

/** What may stand behind a key, on a column or on a table. */
export function keyOptions(cursor: Cursor): Deferrability {
  if (cursor.dialect !== 'oracle') return {};
  const options = deferrability(cursor);
  return checkedRows(cursor).notValid ? unread('it has a key whose rows are not checked') : options;
}

type OnConflict = NonNullable<NonNullable<Unique['on']>['sqlite']>['onConflict'] & {};
const CONFLICTS = ['ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'] as const;

/** The same, and what SQLite does where a row is there already. */
export function uniqueOptions(cursor: Cursor): Pick<Unique, 'on'> & Deferrability {
  if (cursor.dialect !== 'sqlite' || !take(cursor, 'ON CONFLICT')) return keyOptions(cursor);
  const conflict = takeOneOf(cursor, CONFLICTS) ?? refuseHere(cursor);
  return { on: { sqlite: { onConflict: conflict.toLowerCase() as OnConflict } } };
}

export const checkOptions = (cursor: Cursor): { readonly notValid?: true } => (cursor.dialect === 'oracle' ? checkedRows(cursor) : {});

/** `ENABLE NOVALIDATE` of Oracle: rows that are there are not checked. */
function checkedRows(cursor: Cursor): { readonly notValid?: true } {
  if (!take(cursor, 'ENABLE')) return {};
  if (take(cursor, 'NOVALIDATE')) return { notValid: true };
  take(cursor, 'VALIDATE');
  return {};
}

const ACTIONS: { readonly [words: string]: ReferentialAction | null } = {
  CASCADE: 'cascade',
  RESTRICT: 'restrict',
  'SET NULL': 'setNull',
  'SET DEFAULT': 'setDefault',
  'NO ACTION': null,
};

/** `REFERENCES table (columns) ON DELETE …`, without the columns of the key itself. */
export function needReferences(cursor: Cursor, owner: Owner): Omit<ForeignKey, 'kind' | 'name' | 'columns'> {
  need(cursor, 'REFERENCES');
  const table = needTable(cursor);
  const columns = is(cursor, '(') ? needNames(cursor) : keyOf(table, owner, cursor.before);
  const facts: { onDelete?: ReferentialAction; onUpdate?: ReferentialAction } = {};
  for (let clause = takeOneOf(cursor, CLAUSES); clause; clause = takeOneOf(cursor, CLAUSES)) {
    Object.assign(facts, clauseFact(clause, cursor));
  }
  const isDeferred = cursor.dialect === 'oracle' || cursor.dialect === 'sqlite';
  return { references: { table, columns }, ...facts, ...(isDeferred && deferrability(cursor)), ...checkOptions(cursor) };
}

const CLAUSES = ['ON DELETE', 'ON UPDATE', 'MATCH'] as const;

function clauseFact(clause: (typeof CLAUSES)[number], cursor: Cursor): Pick<ForeignKey, 'onDelete' | 'onUpdate'> {
  if (clause === 'MATCH') return take(cursor, 'SIMPLE') ? {} : unread('it says how NULL matches in a foreign key');
  const action = ACTIONS[takeOneOf(cursor, Object.keys(ACTIONS)) ?? refuseHere(cursor)];
  return action ? { [clause === 'ON DELETE' ? 'onDelete' : 'onUpdate']: action } : {};
}

function deferrability(cursor: Cursor): Deferrability {
  if (take(cursor, 'NOT DEFERRABLE') || !take(cursor, 'DEFERRABLE')) return {};
  const isDeferred = takeOneOf(cursor, ['INITIALLY DEFERRED', 'INITIALLY IMMEDIATE']) === 'INITIALLY DEFERRED';
  return { deferrable: true, ...(isDeferred && { initially: 'deferred' }) };
}
