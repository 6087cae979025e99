import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import { changeTable, putTable, sameTable, type SchemaModel } from '../schema/model.ts';
import type { Column, Default, Identity, Table, TableName } from '../schema/table.ts';
import type { Index, IndexKey } from '../schema/table-index.ts';
import type { Fragment, Value } from '../sql/fragment.ts';
import { renameMentioned } from '../sql/mentions.ts';
import type { ColumnType } from '../sql/types.ts';
import { type TableRef, toDefault, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, columnType, defaultValue, fragment, identifier, identityShape, tableName } from './shapes.ts';
import { call, data, fragmentSource, options, tableSource, text, typeSource, valueSource } from './source.ts';

/** What of a column changes. `null` takes a default or a comment away. */
export interface ColumnChanges {
  readonly name?: string;
  readonly type?: ColumnType;
  readonly nullable?: boolean;
  readonly default?: Default | null;
  readonly comment?: string | null;
}

/** What is known of a column that no op made, for dialects that must restate it. */
export interface ExistingColumn extends Omit<ColumnChanges, 'name'> {
  /** Given when the database numbers the rows. */
  readonly identity?: Identity;
}

export interface AlterColumn extends OpBase {
  readonly op: 'alterColumn';
  readonly table: TableName;
  readonly column: string;
  readonly to: ColumnChanges;
  /** How old values become the new type (PostgreSQL). */
  readonly using?: Fragment;
  readonly existing?: ExistingColumn;
}

type WithValues<T extends { readonly default?: unknown }> = Omit<T, 'default'> & {
  readonly default?: Value | Fragment | null;
};

export interface AlterColumnSettings {
  readonly using?: Fragment;
  readonly existing?: WithValues<ExistingColumn>;
}

const normalised = <T extends { readonly default?: unknown }>(changes: WithValues<T>): T =>
  ('default' in changes && changes.default !== undefined && changes.default !== null
    ? { ...changes, default: toDefault(changes.default) }
    : changes) as unknown as T;

/** `alterColumn('account', 'balance', { type: types.numeric(12, 2), nullable: false })` */
export function alterColumn(
  table: TableRef,
  column: string,
  to: WithValues<ColumnChanges>,
  settings: AlterColumnSettings = {},
): AlterColumn {
  const { existing, ...rest } = settings;
  return {
    ...rest,
    op: 'alterColumn',
    table: toTableName(table),
    column,
    to: normalised<ColumnChanges>(to),
    ...(existing && { existing: normalised<ExistingColumn>(existing) }),
    ...origin(),
  };
}

const isChange = (changes: ColumnChanges): boolean => Object.values(changes).some((value) => value !== undefined);

/** The column after the change. */
export function changed(column: Column, { default: value, comment, ...rest }: ColumnChanges): Column {
  const { default: oldDefault, comment: oldComment, ...facts } = column;
  const newDefault = value === undefined ? oldDefault : value;
  const newComment = comment === undefined ? oldComment : comment;
  return {
    ...facts,
    ...rest,
    ...(newDefault !== undefined && newDefault !== null && { default: newDefault }),
    ...(newComment !== undefined && newComment !== null && { comment: newComment }),
  };
}

function reverse(op: AlterColumn, before: { table: (name: TableName) => Table | undefined }): readonly Op[] | Irreversible {
  const { name, ...rest } = op.to;
  const facts: ExistingColumn = op.existing ?? {};
  const changing = Object.keys(rest) as (keyof typeof rest)[];
  const needed = changing.filter((key) => !(key in facts));
  const known = needed.length ? before.table(op.table)?.columns.find((column) => column.name === op.column) : undefined;
  if (needed.length && !known) {
    return irreversible(
      `no op made column '${displayTable(op.table)}.${op.column}', so its former ${needed.join(', ')} is not known; ` +
        'give it with { existing: { … } }',
    );
  }
  const former = Object.fromEntries(changing.map((key) => [key, formerOf(key, facts, known)]));
  const to: ColumnChanges = { ...(name !== undefined && { name: op.column }), ...former };
  return [{ op: 'alterColumn', table: op.table, column: name ?? op.column, to }];
}

const formerOf = (key: keyof Omit<ColumnChanges, 'name'>, facts: ExistingColumn, known: Column | undefined): unknown =>
  key in facts ? facts[key] : (known?.[key] ?? null);

function evolve(schema: SchemaModel, op: AlterColumn): SchemaModel {
  const after = changeTable(schema, op.table, (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.name === op.column ? changed(column, op.to) : column)),
  }));
  const { name } = op.to;
  return name === undefined ? after : renameReferences(after, op.table, op.column, name);
}

/** Constraints and indexes follow a renamed column, in its table and in those that reference it. */
function renameReferences(schema: SchemaModel, table: TableName, from: string, to: string): SchemaModel {
  const rename = (names: readonly string[]): readonly string[] => names.map((name) => (name === from ? to : name));
  const own = (constraint: Constraint): Constraint =>
    constraint.kind === 'check'
      ? { ...constraint, expression: renameMentioned(constraint.expression, from, to) }
      : { ...constraint, columns: rename(constraint.columns) };
  const foreign = (constraint: Constraint): Constraint =>
    constraint.kind === 'foreignKey' && sameTable(constraint.references.table, table)
      ? { ...constraint, references: { table, columns: rename(constraint.references.columns) } }
      : constraint;
  const key = (each: IndexKey): IndexKey => {
    if ('expression' in each) return { ...each, expression: renameMentioned(each.expression, from, to) };
    return each.column === from ? { ...each, column: to } : each;
  };
  const index = (each: Index): Index => ({
    ...each,
    keys: each.keys.map(key),
    ...(each.where && { where: renameMentioned(each.where, from, to) }),
  });
  const here = changeTable(schema, table, (known) => ({
    ...known,
    constraints: known.constraints.map(own),
    indexes: known.indexes.map(index),
  }));
  const referring = [...here.tables.values()].filter(({ constraints }) => constraints.some((c) => foreign(c) !== c));
  return referring.reduce(
    (model, known) => putTable(model, { ...known, constraints: known.constraints.map(foreign) }),
    here,
  );
}

const facts = () => ({
  type: v.exactOptional(columnType),
  nullable: v.exactOptional(v.boolean()),
  default: v.exactOptional(v.nullable(defaultValue)),
  comment: v.exactOptional(v.nullable(v.string())),
});

const changesSource = ({ name, type, nullable, default: value, comment, identity }: ColumnChanges & ExistingColumn): string | undefined =>
  options({
    name: name === undefined ? undefined : text(name),
    type: type && typeSource(type),
    nullable: nullable?.toString(),
    default: value === undefined ? undefined : valueSource(value),
    comment: comment === undefined ? undefined : comment === null ? 'null' : text(comment),
    identity: identity && data(identity),
  });

export const alterColumnDefinition: OpDefinition<AlterColumn> = {
  shape: () => v.strictObject({
    op: v.literal('alterColumn'),
    table: tableName,
    column: identifier,
    to: v.pipe(
      v.strictObject({ name: v.exactOptional(identifier), ...facts() }),
      v.check(isChange, 'expected at least one change: name, type, nullable, default or comment'),
    ),
    using: v.exactOptional(fragment),
    existing: v.exactOptional(v.strictObject({ ...facts(), identity: v.exactOptional(identityShape) })),
    ...baseFields,
  }),
  describe: ({ table, column, to }) => {
    const changes = Object.keys(to).map((key) => (key === 'name' ? `rename to ${to.name}` : key));
    return `alter column ${displayTable(table)}.${column}: ${changes.join(', ')}`;
  },
  reverse,
  evolve,
  source: ({ table, column, to, using, existing }) =>
    call(
      'alterColumn',
      tableSource(table),
      text(column),
      changesSource(to) ?? '{}',
      options({ using: using && fragmentSource(using), existing: existing && changesSource(existing) }),
    ),
};
