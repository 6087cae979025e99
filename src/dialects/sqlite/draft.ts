import { displayConstraint, displayTable } from '../../ops/display.ts';
import { evolve } from '../../ops/index.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import type { DropConstraint } from '../../ops/drop-constraint.ts';
import type { RenameConstraint } from '../../ops/rename-constraint.ts';
import { EMPTY_SCHEMA, findTable, putTable } from '../../schema/model.ts';
import type { Table } from '../../schema/table.ts';
import { constraintUses, indexUses } from '../../schema/uses.ts';
import type { Fragment } from '../../sql/fragment.ts';
import { mentions } from '../../sql/mentions.ts';
import { type Dialect, refuse } from '../dialect.ts';
import { writeFragment, writeName } from '../write.ts';
import { checkAddColumn, checkDropColumn } from './columns-checked.ts';
import type { Change } from './rebuild.ts';

/** What a column of the new table holds: SQL over the old table. */
interface Source {
  readonly sql: string;
  /** The old column, where it is taken over as it is. */
  readonly column?: string;
}

/** A table that is still to be made, and where its columns come from; a column without a source has its default. */
export interface Draft {
  readonly table: Table;
  readonly sources: ReadonlyMap<string, Source>;
}

export const draftOf = (table: Table, dialect: Dialect): Draft => ({
  table,
  sources: new Map(table.columns.map(({ name }) => [name, { sql: writeOld(table, name, dialect), column: name }])),
});

/**
 * A quoted name that is no column is taken for a text, unless its table stands before it:
 * https://www.sqlite.org/quirks.html#double_quoted_string_literals_are_accepted
 */
function writeOld({ name: table }: Table, column: string, dialect: Dialect): string {
  const written = writeName(dialect, column);
  return written === column ? written : `${writeName(dialect, table.name)}.${written}`;
}

/** The draft after one more change, which sees it as those before left it. */
export function drafted(draft: Draft, change: Change, dialect: Dialect): Draft {
  checkChange(change, draft);
  const { table } = draft;
  const after = findTable(evolve(putTable(EMPTY_SCHEMA, table), change), table.name) ?? table;
  return { table: withoutGone(table, after), sources: sourcesAfter(draft, change, dialect) };
}

/** What names a column that is gone goes with it. */
function withoutGone(before: Table, after: Table): Table {
  const isThere = new Set(after.columns.map(({ name }) => name));
  const isFewer = after.columns.length < before.columns.length;
  const gone = isFewer ? before.columns.filter(({ name }) => !isThere.has(name)) : [];
  return {
    ...after,
    constraints: after.constraints.filter((constraint) => !gone.some(({ name }) => constraintUses(constraint, name))),
    indexes: after.indexes.filter((index) => !gone.some(({ name }) => indexUses(index, name))),
  };
}

function sourcesAfter(draft: Draft, change: Change, dialect: Dialect): Draft['sources'] {
  const sources = new Map(draft.sources);
  if (change.op === 'addColumn') sources.delete(change.column.name);
  if (change.op === 'dropColumn') sources.delete(change.column);
  if (change.op === 'alterColumn') alterSource(sources, draft, change, dialect);
  return sources;
}

function alterSource(sources: Map<string, Source>, draft: Draft, op: AlterColumn, dialect: Dialect): void {
  const { column, using, to } = op;
  const source = using ? { sql: usingText(using, draft, dialect) } : sources.get(column);
  sources.delete(column);
  if (source && !to.generated) sources.set(to.name ?? column, source);
}

/** The expression stands over the old table, whose columns it must name as they were. */
function usingText(using: Fragment, { table, sources }: Draft, dialect: Dialect): string {
  const changed = table.columns.find(({ name }) => mentions(using, name) && sources.get(name)?.column !== name);
  if (changed) {
    refuse(
      `'using' names the column '${changed.name}', which the same rebuild makes or fills before`,
      'Put this change into a rebuildTable(…) of its own.',
    );
  }
  return writeFragment(dialect, using);
}

function checkChange(change: Change, draft: Draft): void {
  switch (change.op) {
    case 'addColumn':
      return checkAddColumn(change);
    case 'dropColumn':
      return checkDropColumn(change);
    case 'alterColumn':
      return checkAlterColumn(change, draft);
    case 'dropConstraint':
    case 'renameConstraint':
      return checkKnown(change, draft.table);
    default:
  }
}

function checkAlterColumn({ column: name, to, using }: AlterColumn, { table, sources }: Draft): void {
  const column = table.columns.find((each) => each.name === name);
  if (!column) {
    refuse(
      `SQLite changes a column only by rebuilding its table, and no op gave '${displayTable(table.name)}' a '${name}'`,
      'Correct the name, or write the rebuild as SQL with execute({ sqlite: … }).',
    );
  }
  const isComputed = to.generated === undefined ? column.generated : to.generated;
  if (using && isComputed) {
    refuse(
      `'using' gives values to '${name}', which is computed`,
      "Leave 'using' out: the column's own expression gives the values.",
    );
  }
  if (to.generated === null && column.generated && !sources.has(name)) {
    refuse(
      `'${name}' is to keep values that the same rebuild was to compute`,
      'Put the end of its expression into a rebuildTable(…) of its own.',
    );
  }
  const type = to.type ?? column.type;
  if (to.identity === null && column.identity && type.type === 'integer') {
    refuse(
      `SQLite numbers the rows of every INTEGER PRIMARY KEY, as '${name}' would be`,
      'Give it another type with it, types.bigint() for example.',
    );
  }
}

/** A constraint that is dropped or renamed must be one that the new table would have. */
function checkKnown(op: DropConstraint | RenameConstraint, { name, constraints }: Table): void {
  if (!constraints.some((constraint) => constraint.name === op.name)) {
    refuse(
      'SQLite changes constraints only by rebuilding the table, ' +
        `and no op gave '${displayTable(name)}' a constraint '${op.name}'`,
      'Correct the name, or write the rebuild as SQL with execute({ sqlite: … }).',
    );
  }
  if (op.op !== 'dropConstraint' || !op.cascade) return;
  refuse(
    `SQLite drops ${displayConstraint(op)} alone: foreign keys that rest on it stay`,
    "Leave 'cascade' out, and drop them before.",
  );
}
