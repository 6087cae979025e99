/** Ops that fit a table as it is, each drawn from a stream of choices. */
import * as m from '../../src/authoring.ts';
import type { Op } from '../../src/ops/index.ts';
import type { Constraint, ForeignKey } from '../../src/schema/constraint.ts';
import { type SchemaModel, triggersOn } from '../../src/schema/model.ts';
import { sameName } from '../../src/schema/name.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import { constraintUses, isUsed } from '../../src/schema/uses.ts';
import type { ColumnType } from '../../src/sql/types.ts';
import type { FactEngine } from './facts.ts';

/** Choices from a stream of numbers, so that fast-check can shrink what they led to. */
export type Choose = (count: number) => number;

export interface Draw {
  readonly choose: Choose;
  /** A name that nothing has. */
  readonly fresh: string;
  readonly schema: SchemaModel;
  readonly engine: FactEngine;
}

/** An op for a table; nothing where none of its kind fits. */
export type Maker = (table: Table, draw: Draw) => Op | undefined;

export const pick = <T>(choose: Choose, items: readonly T[]): T => items[choose(items.length)]!;

const maybe = <T>(choose: Choose, oneOf: number, value: T): T | undefined => (choose(oneOf) === 0 ? value : undefined);

export const KEY = 'id';

const TYPES: readonly ColumnType[] = [
  m.types.integer(), m.types.bigint(), m.types.string(40), m.types.boolean(), m.types.numeric(8, 2), m.types.date(), m.types.text(),
];

function defaultFor({ type }: ColumnType, choose: Choose): string | number | boolean {
  if (type === 'boolean') return choose(2) === 0;
  if (type === 'date') return '2024-02-29';
  return type === 'integer' || type === 'bigint' || type === 'numeric' ? choose(100) : pick(choose, ['', 'x', "it's", 'é\\']);
}

export function freshColumn(name: string, { choose }: Draw): Column {
  const type = pick(choose, TYPES);
  const withDefault = choose(2) === 0;
  return m.column(name, type, {
    nullable: !withDefault || choose(2) === 0,
    ...(withDefault && { default: defaultFor(type, choose) }),
    ...(choose(4) === 0 && { comment: `about ${name}` }),
  });
}

const isPlain = ({ name, generated }: Column): boolean => name !== KEY && !generated;
const isNumber = ({ type }: Column): boolean => type.type === 'integer' || type.type === 'bigint';

const plain = ({ columns }: Table): readonly Column[] => columns.filter(isPlain);

/** Columns that nothing rests on. */
const unused = (table: Table): readonly Column[] => plain(table).filter(({ name }) => !isUsed(table, name));

/** Columns of which nothing is computed, so that their type may change. */
const free = (table: Table): readonly Column[] => (table.columns.some(({ generated }) => generated) ? [] : plain(table));

/** With a column that fits, or nothing. */
const onColumn = (columns: (table: Table) => readonly Column[], make: (table: Table, column: Column, draw: Draw) => Op | undefined): Maker =>
  (table, draw) => {
    const fitting = columns(table);
    return fitting.length ? make(table, pick(draw.choose, fitting), draw) : undefined;
  };

const onConstraint = (fits: (constraint: Constraint) => boolean, make: (table: Table, constraint: Constraint, draw: Draw) => Op | undefined): Maker =>
  (table, draw) => {
    const fitting = table.constraints.filter(fits);
    return fitting.length ? make(table, pick(draw.choose, fitting), draw) : undefined;
  };

/** For PostgreSQL alone. */
const postgresql = (make: Maker): Maker => (table, draw) => (draw.engine === 'postgresql' ? make(table, draw) : undefined);

const foreignKeysTo = ({ tables }: SchemaModel, name: Table['name']): readonly ForeignKey[] =>
  [...tables.values()].flatMap((table) =>
    sameName(table.name, name)
      ? []
      : table.constraints.filter((each): each is ForeignKey => each.kind === 'foreignKey' && sameName(each.references.table, name)),
  );

/** Whether others can reference the table. */
const hasKey = ({ constraints }: Table): boolean => constraints.some(({ kind }) => kind === 'primaryKey');

const ACTIONS = [undefined, 'cascade', 'restrict', 'setNull'] as const;

/** When a constraint is checked; SQLite knows it of foreign keys alone. */
const deferral = ({ choose }: Draw): { readonly deferrable?: boolean; readonly initially?: 'deferred' } =>
  pick(choose, [{}, {}, { deferrable: true }, { deferrable: true, initially: 'deferred' }]);

/** A reference to the key of any table, where there is one. */
export function reference(draw: Draw): ReturnType<typeof m.references> | undefined {
  const { schema, choose, fresh } = draw;
  const tables = [...schema.tables.values()].filter(hasKey);
  if (!tables.length) return undefined;
  const onDelete = pick(choose, ACTIONS);
  return m.references(pick(choose, tables).name, KEY, { name: `fk_${fresh}`, ...(onDelete && { onDelete }), ...deferral(draw) });
}

const doubled = (column: Column, engine: FactEngine): { readonly expression: ReturnType<typeof m.sql>; readonly stored: boolean } => ({
  expression: m.sql`${m.name(column.name)} * 2`,
  stored: engine === 'postgresql',
});

const TABLES: readonly Maker[] = [
  ({ name }, { schema }) => (foreignKeysTo(schema, name).length ? undefined : m.dropTable(name)),
  postgresql(({ name }) => m.dropTable(name, { cascade: true })),
  ({ name }, { fresh }) => m.renameTable(name, fresh),
  ({ name }, { choose }) => m.setTableComment(name, pick(choose, [null, 'one', "two's"])),
  postgresql(({ name }, { choose }) => m.setTableOptions(name, { postgresql: { with: { fillfactor: pick(choose, [70, 80]) } } })),
  onColumn(unused, ({ name }, column, draw) =>
    m.rebuildTable(name, [
      m.addColumn(name, freshColumn(draw.fresh, draw)),
      m.alterColumn(name, draw.fresh, { nullable: true }),
      m.dropColumn(name, column.name),
      m.addConstraint(name, m.check(m.sql`${m.name(draw.fresh)} IS NOT NULL`, { name: `ck_${draw.fresh}` })),
    ])),
];

const COLUMNS: readonly Maker[] = [
  ({ name }, draw) => m.addColumn(name, freshColumn(draw.fresh, draw)),
  ({ name }, draw) => {
    const target = reference(draw);
    const index = draw.choose(2) === 0;
    return target && m.addColumn(name, m.column(draw.fresh, m.types.bigint(), { references: target, index }));
  },
  onColumn(({ columns }) => columns.filter((each) => isNumber(each) && !each.generated), ({ name }, column, { fresh, engine }) =>
    m.addColumn(name, m.column(fresh, m.types.bigint(), { generated: doubled(column, engine) }))),
  onColumn(plain, (table, column, { engine }) =>
    // In PostgreSQL, what is computed from the column goes with it, and so do the keys of all columns.
    engine === 'postgresql' || !isUsed(table, column.name) ? m.dropColumn(table.name, column.name) : undefined),
  postgresql(({ name }, { choose }) => maybe(choose, 3, m.dropColumn(name, KEY, { cascade: true }))),
  onColumn(plain, ({ name }, column, { fresh }) => m.alterColumn(name, column.name, { name: fresh })),
  onColumn(free, (table, column, { choose }) =>
    isNumber(column) && column.default === undefined && !table.constraints.some((each) => each.kind !== 'check' && constraintUses(each, column.name)) && !column.identity
      ? m.alterColumn(table.name, column.name, { type: pick(choose, [m.types.bigint(), m.types.numeric(20, 0)]) })
      : undefined),
  onColumn(free, ({ name }, column) =>
    column.type.type === 'string' ? m.alterColumn(name, column.name, { type: m.types.string(column.type.length + 10) }) : undefined),
  onColumn(free, ({ name }, column) => (column.identity ? undefined : m.alterColumn(name, column.name, { nullable: !column.nullable }))),
  onColumn(free, ({ name }, column, { choose }) =>
    column.identity ? undefined : m.alterColumn(name, column.name, { default: column.default === undefined ? defaultFor(column.type, choose) : null })),
  onColumn(plain, ({ name }, column, { choose }) => m.alterColumn(name, column.name, { comment: pick(choose, [null, 'a', "b's"]) })),
  postgresql(onColumn(({ columns }) => columns.filter(({ generated }) => generated), ({ name }, column) => m.alterColumn(name, column.name, { generated: null }))),
  postgresql(onColumn(({ columns }) => columns.filter((each) => isNumber(each) && !each.nullable && !each.generated && each.default === undefined),
    ({ name }, column, { choose }) =>
      m.alterColumn(name, column.name, { identity: pick(choose, [null, true, { always: true }, { start: 50, increment: 5 }]) }))),
];

const INDEXES: readonly Maker[] = [
  onColumn(plain, ({ name, indexes }, column, { fresh, choose, engine }) => {
    const nulls = engine === 'postgresql' ? maybe(choose, 3, 'first' as const) : undefined;
    const key = pick(choose, [column.name, m.desc(column.name, nulls && { nulls })]);
    const where = maybe(choose, 3, m.sql`${m.name(column.name)} IS NOT NULL`);
    const include = engine === 'postgresql' ? maybe(choose, 3, [KEY]) : undefined;
    const byConvention = choose(4) === 0 && !indexes.some((each) => each.name === `ix_${name.name}_${column.name}`);
    return m.createIndex(byConvention ? null : fresh, name, [key], { unique: choose(2) === 0, ...(where && { where }), ...(include && { include }) });
  }),
  onColumn(plain, ({ name }, column, { fresh }) =>
    column.type.type === 'string' ? m.createIndex(fresh, name, [m.sql`lower(${m.name(column.name)})`]) : undefined),
  ({ name, indexes }, { choose }) => (indexes.length ? m.dropIndex(pick(choose, indexes).name, name) : undefined),
  ({ name, indexes }, { choose, fresh }) => (indexes.length ? m.renameIndex(pick(choose, indexes).name, name, fresh) : undefined),
];

const CONSTRAINTS: readonly Maker[] = [
  onColumn(plain, ({ name, constraints }, column, draw) =>
    constraints.some((each) => each.kind === 'unique' && each.columns[0] === column.name)
      ? undefined
      : m.addConstraint(name, m.unique([column.name], { name: draw.fresh, ...(draw.engine === 'postgresql' ? deferral(draw) : {}) }))),
  onColumn(({ columns }) => columns.filter(isNumber), ({ name }, column, { fresh, choose, engine }) =>
    m.addConstraint(name, m.check(m.sql`${m.name(column.name)} >= 0`, { name: fresh, ...(engine === 'postgresql' && choose(2) === 0 && { notValid: true }) }))),
  postgresql(onColumn(({ columns }) => columns.filter(({ type, generated }) => type.type === 'bigint' && !generated), ({ name }, column, draw) => {
    const target = reference(draw);
    return target && m.addConstraint(name, m.foreignKey([column.name], target.table, [KEY], { ...target.options, notValid: true }));
  })),
  postgresql(onConstraint((each) => 'notValid' in each && each.notValid === true, ({ name }, { kind, name: constraint }) =>
    kind === 'check' || kind === 'foreignKey' ? m.validateConstraint(name, constraint!, kind) : undefined)),
  postgresql(({ name }, draw) =>
    m.addConstraint(name, m.exclude([{ expression: m.sql`int8range(0, 1)`, operator: '&&' }], { name: draw.fresh, where: m.sql`false`, ...deferral(draw) }))),
  onConstraint(({ kind }) => kind !== 'primaryKey', ({ name }, constraint) => m.dropConstraint(name, constraint.name!, constraint.kind)),
  postgresql(onConstraint(({ kind }) => kind === 'primaryKey', ({ name }, constraint) =>
    m.dropConstraint(name, constraint.name!, constraint.kind, { cascade: true }))),
  onConstraint(() => true, ({ name }, constraint, { fresh }) => m.renameConstraint(name, constraint.name!, fresh, constraint.kind)),
];

const TRIGGERS: readonly Maker[] = [
  ({ name }, { fresh, engine }) =>
    engine === 'sqlite' ? m.createTrigger(fresh, name, `AFTER DELETE ON ${name.name} BEGIN SELECT 1; END`) : undefined,
  postgresql(({ name }, { fresh }) =>
    m.createTrigger(fresh, name, `BEFORE UPDATE ON ${name.name} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`)),
  ({ name }, { choose, schema }) => {
    const triggers = triggersOn(schema, name);
    return triggers.length ? m.dropTrigger(pick(choose, triggers).name.name, name) : undefined;
  },
];

/** Columns and constraints are changed more often than the rest. */
export const CHANGES: readonly Maker[] = [...TABLES, ...COLUMNS, ...COLUMNS, ...INDEXES, ...CONSTRAINTS, ...TRIGGERS];
