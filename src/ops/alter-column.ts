import * as v from 'valibot';
import type { Constraint } from '../schema/constraint.ts';
import { changeTable, putTable, referrersOf, type SchemaModel } from '../schema/model.ts';
import { renamedConstraint, renamedGenerated, renamedIndex, renamedReference } from '../schema/rename-column.ts';
import type { Collation, Column, ColumnOptions, Default, Generated, Identity, Table, TableName } from '../schema/table.ts';
import type { Fragment, Value } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type Code, call, object, text } from '../typescript/index.ts';
import type { AddColumnOptions } from './add-column.ts';
import { type ColumnSettings, type TableRef, toDefault, toGenerated, toTableName } from './builders.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, irreversible } from './op.ts';
import { origin } from './origin.ts';
import {
  addColumnOptions, baseFields, collationShape, columnType, defaultValue, fragment, generatedShape, identifier,
  identityShape, objectName, optionChanges,
} from './shapes.ts';
import { data, fieldsOf, fragmentSource, generatedSource, options, nameSource, typeSource, valueSource } from './source.ts';

/** What of a column changes. `null` takes a default, a comment, an identity … away. */
export interface ColumnChanges {
  readonly name?: string;
  readonly type?: ColumnType;
  readonly nullable?: boolean;
  readonly default?: Default | null;
  readonly comment?: string | null;
  readonly identity?: Identity | null;
  readonly generated?: Generated | null;
  readonly collation?: Collation | null;
  readonly on?: OptionChanges;
}

/** Options of any dialect; `null` takes one away. */
export type OptionChanges = {
  readonly [D in keyof ColumnOptions]: { readonly [O in keyof NonNullable<ColumnOptions[D]>]: NonNullable<ColumnOptions[D]>[O] | null };
};

/** What is known of a column that no op made, for dialects that must restate it. */
export type ExistingColumn = Omit<ColumnChanges, 'name'>;

export interface AlterColumn extends OpBase {
  readonly op: 'alterColumn';
  readonly table: TableName;
  readonly column: string;
  readonly to: ColumnChanges;
  /** How old values become the new type (PostgreSQL). */
  readonly using?: Fragment;
  readonly existing?: ExistingColumn;
  readonly on?: AddColumnOptions;
}

/** As an author writes it: plain values, `identity: true`, an expression alone. */
type Written<T extends ExistingColumn> = Omit<T, 'default' | 'identity' | 'generated'> & {
  readonly default?: Value | Fragment | null;
  readonly identity?: boolean | Identity | null;
  readonly generated?: ColumnSettings['generated'] | null;
};

export interface AlterColumnSettings {
  readonly using?: Fragment;
  readonly existing?: Written<ExistingColumn>;
  readonly on?: AddColumnOptions;
}

function normalised<T extends ExistingColumn>({ default: value, identity, generated, ...rest }: Written<T>): T {
  return {
    ...rest,
    ...(value !== undefined && { default: value === null ? null : toDefault(value) }),
    ...(identity !== undefined && { identity: identity === true ? {} : identity === false ? null : identity }),
    ...(generated !== undefined && { generated: generated === null ? null : toGenerated(generated) }),
  } as unknown as T;
}

/** `alterColumn('account', 'balance', { type: types.numeric(12, 2), nullable: false })` */
export function alterColumn(
  table: TableRef,
  column: string,
  to: Written<ColumnChanges>,
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
export function changed(column: Column, changes: ColumnChanges): Column {
  const collation = mergedCollation(column.collation, changes.collation);
  const whole = Object.entries({ ...column, ...changes, collation, on: mergedOptions(column.on, changes.on) });
  return Object.fromEntries(whole.filter(([, value]) => value !== undefined && !isNothing(value))) as unknown as Column;
}

/** Databases for which no name is given keep the one that they have. */
function mergedCollation(former: Collation | undefined, change: Collation | null | undefined): Collation | null | undefined {
  if (change === undefined) return former;
  if (former === undefined || typeof change !== 'object' || change === null || 'default' in change) return change;
  return { ...(typeof former === 'string' ? { default: former } : former), ...change };
}

/** `null` takes away what is there; a literal NULL as the default is no default at all. */
const isNothing = (value: unknown): boolean => value === null;

type Options = { readonly [dialect: string]: { readonly [option: string]: unknown } };

/** The options with their changes, without those that are off; nothing where none is left. */
function mergedOptions(former: ColumnOptions = {}, changes: OptionChanges = {}): ColumnOptions | undefined {
  const [before, after] = [former as Options, changes as Options];
  const dialects = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const merged = dialects.map((name) => {
    const options = Object.entries({ ...before[name], ...after[name] }).filter(([, value]) => value !== null && value !== false);
    return [name, Object.fromEntries(options)] as const;
  });
  const left = merged.filter(([, options]) => Object.keys(options).length > 0);
  return left.length ? (Object.fromEntries(left) as ColumnOptions) : undefined;
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
  const former = Object.fromEntries(changing.map((key) => [key, formerOf(key, op, known)]));
  const to: ColumnChanges = { ...(name !== undefined && { name: op.column }), ...former };
  const existing = op.existing && { existing: factsAfter(op.existing, rest) };
  return [{ op: 'alterColumn', table: op.table, column: name ?? op.column, to, ...existing }];
}

/** What the author said of the column, as it is after the change. */
const factsAfter = (facts: ExistingColumn, { on, ...changes }: ExistingColumn): ExistingColumn => {
  const options = optionsAfter(facts.on, on);
  return { ...facts, ...changes, ...(options && { on: options }) };
};

/** Per dialect, so that what a change says nothing of stays; `null` still says that there is none. */
function optionsAfter(former: OptionChanges = {}, changes: OptionChanges = {}): OptionChanges | undefined {
  const dialects = [...new Set([...Object.keys(former), ...Object.keys(changes)])];
  const pairs = dialects.map((name) => [name, { ...(former as Options)[name], ...(changes as Options)[name] }]);
  return pairs.length ? (Object.fromEntries(pairs) as OptionChanges) : undefined;
}

function formerOf(key: keyof ExistingColumn, op: AlterColumn, known: Column | undefined): unknown {
  const facts: ExistingColumn = op.existing ?? {};
  if (key === 'on') return formerOptions(op.to.on ?? {}, facts.on ?? known?.on ?? {});
  return key in facts ? facts[key] : (known?.[key] ?? null);
}

/** What each option was; one that was not said is taken away again. */
function formerOptions(changes: OptionChanges, former: OptionChanges): OptionChanges {
  const pairs = Object.entries(changes as Options).map(([dialect, options]) => {
    const known = (former as Options)[dialect];
    return [dialect, Object.fromEntries(Object.keys(options).map((option) => [option, known?.[option] ?? null]))];
  });
  return Object.fromEntries(pairs) as OptionChanges;
}

function evolve(schema: SchemaModel, op: AlterColumn): SchemaModel {
  const after = changeTable(schema, op.table, (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.name === op.column ? changed(column, op.to) : column)),
  }));
  const { name } = op.to;
  return name === undefined ? after : renameReferences(after, op.table, op.column, name);
}

/** Constraints, indexes and generated columns follow a renamed column, in its table and in those that reference it. */
function renameReferences(schema: SchemaModel, table: TableName, column: string, to: string): SchemaModel {
  const renaming = { column, to };
  const here = changeTable(schema, table, (known) => ({
    ...known,
    columns: known.columns.map((each) => renamedGenerated(each, renaming)),
    constraints: known.constraints.map((each) => renamedConstraint(each, table, renaming)),
    indexes: known.indexes.map((each) => renamedIndex(each, renaming)),
  }));
  const follow = (constraint: Constraint): Constraint => renamedReference(constraint, table, renaming);
  return referrersOf(here, table).reduce(
    (model, known) => putTable(model, { ...known, constraints: known.constraints.map(follow) }),
    here,
  );
}

const facts = () => ({
  type: v.exactOptional(columnType),
  nullable: v.exactOptional(v.boolean()),
  default: v.exactOptional(v.nullable(defaultValue)),
  comment: v.exactOptional(v.nullable(v.string())),
  identity: v.exactOptional(v.nullable(identityShape)),
  generated: v.exactOptional(v.nullable(generatedShape)),
  collation: v.exactOptional(v.nullable(collationShape)),
  on: v.exactOptional(optionChanges),
});

const changesSource = ({ name, type, nullable, default: value, generated, ...rest }: ColumnChanges): Code =>
  object({
    name: name === undefined ? undefined : text(name),
    type: type && typeSource(type),
    nullable: nullable?.toString(),
    default: value === undefined ? undefined : valueSource(value),
    generated: generated === null ? 'null' : generated && generatedSource(generated),
    ...fieldsOf(rest),
  });

export const alterColumnDefinition: OpDefinition<AlterColumn> = {
  shape: () => v.pipe(
    v.strictObject({
      op: v.literal('alterColumn'),
      table: objectName,
      column: identifier,
      to: v.pipe(
        v.strictObject({ name: v.exactOptional(identifier), ...facts() }),
        v.check(isChange, 'expected at least one change: name, type, nullable, default or comment'),
        v.check(
          ({ default: value, identity, generated }) => [value, identity, generated].filter((each) => each !== undefined && each !== null).length <= 1,
          "expected one of 'default', 'identity' and 'generated': each of them gives the column its value",
        ),
      ),
      using: v.exactOptional(fragment),
      existing: v.exactOptional(v.strictObject(facts())),
      on: v.exactOptional(addColumnOptions),
      ...baseFields,
    }),
    v.check(({ to, using }) => using === undefined || to.type !== undefined, "expected a new 'type' with 'using', which makes its values"),
  ),
  describe: ({ table, column, to }) => {
    const changes = Object.keys(to).map((key) => (key === 'name' ? `rename to ${to.name}` : key));
    return `alter column ${displayTable(table)}.${column}: ${changes.join(', ')}`;
  },
  reverse,
  evolve,
  source: ({ table, column, to, using, existing, on }) =>
    call(
      'alterColumn',
      nameSource(table),
      text(column),
      changesSource(to),
      options({
        using: using && fragmentSource(using),
        existing: existing && changesSource(existing),
        on: on && data(on),
      }),
    ),
};
