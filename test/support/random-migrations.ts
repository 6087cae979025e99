import fc from 'fast-check';
import * as m from '../../src/authoring.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, findObject } from '../../src/schema/model.ts';
import type { Column, Table } from '../../src/schema/table.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import type { ColumnType } from '../../src/sql/types.ts';
import type { FactEngine } from './facts.ts';

/** Choices from a stream of numbers, so that fast-check can shrink what they led to. */
type Choose = (count: number) => number;

interface Draw {
  readonly choose: Choose;
  /** A name that nothing has. */
  readonly fresh: string;
  readonly schema: SchemaModel;
  readonly engine: FactEngine;
}

const pick = <T>(choose: Choose, items: readonly T[]): T => items[choose(items.length)]!;

const KEY = 'id';
const TYPES: readonly ColumnType[] = [
  m.types.integer(), m.types.bigint(), m.types.string(40), m.types.boolean(), m.types.numeric(8, 2), m.types.date(), m.types.text(),
];

function defaultFor({ type }: ColumnType, choose: Choose): string | number | boolean {
  if (type === 'boolean') return choose(2) === 0;
  if (type === 'date') return '2024-02-29';
  return type === 'integer' || type === 'bigint' || type === 'numeric' ? choose(100) : pick(choose, ['', 'x', "it's", 'é\\']);
}

function freshColumn(name: string, { choose }: Draw): Column {
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

/** Columns of which nothing is computed, so that their type and being may change. */
const free = ({ columns }: Table): readonly Column[] =>
  columns.some(({ generated }) => generated) ? [] : columns.filter(isPlain);

const uses = (constraint: Constraint, column: string): boolean =>
  constraint.kind === 'check' ? JSON.stringify(constraint.expression).includes(`"${column}"`) : 'columns' in constraint && constraint.columns.includes(column);

type Maker = (table: Table, draw: Draw) => Op | undefined;

/** With a column that fits, or nothing. */
const onColumn = (columns: (table: Table) => readonly Column[], make: (table: Table, column: Column, draw: Draw) => Op | undefined): Maker =>
  (table, draw) => {
    const fitting = columns(table);
    return fitting.length ? make(table, pick(draw.choose, fitting), draw) : undefined;
  };

const isReferenced = (schema: SchemaModel, { name }: Table): boolean =>
  [...schema.tables.values()].some((table) =>
    table.name.name !== name.name && table.constraints.some((each) => each.kind === 'foreignKey' && each.references.table.name === name.name),
  );

const ACTIONS = [undefined, 'cascade', 'restrict', 'setNull'] as const;

function reference(from: Table | string, { schema, choose, fresh }: Draw): ReturnType<typeof m.references> | undefined {
  const tables = [...schema.tables.values()];
  if (!tables.length) return undefined;
  const onDelete = pick(choose, ACTIONS);
  void from;
  return m.references(pick(choose, tables).name, KEY, { name: `fk_${fresh}`, ...(onDelete && { onDelete }) });
}

const MAKERS: readonly Maker[] = [
  ({ name }, { schema }) => (isReferenced(schema, { name } as Table) ? undefined : m.dropTable(name)),
  ({ name }, { fresh }) => m.renameTable(name, fresh),
  ({ name }, draw) => m.addColumn(name, freshColumn(draw.fresh, draw)),
  (table, draw) => {
    const target = reference(table, draw);
    return target && m.addColumn(table.name, m.column(draw.fresh, m.types.bigint(), { references: target, index: draw.choose(2) === 0 }));
  },
  onColumn(({ columns }) => columns.filter((each) => isNumber(each) && !each.generated), ({ name }, column, { fresh, engine }) =>
    m.addColumn(name, m.column(fresh, m.types.bigint(), {
      generated: { expression: m.sql`${m.name(column.name)} * 2`, stored: engine === 'postgresql' },
    }))),
  onColumn(free, ({ name }, column) => m.dropColumn(name, column.name)),
  onColumn(({ columns }) => columns.filter(isPlain), ({ name }, column, { fresh }) => m.alterColumn(name, column.name, { name: fresh })),
  onColumn(free, (table, column, { choose }) =>
    isNumber(column) && column.default === undefined && !table.constraints.some((each) => each.kind === 'foreignKey' && uses(each, column.name))
      ? m.alterColumn(table.name, column.name, { type: pick(choose, [m.types.bigint(), m.types.numeric(20, 0)]) })
      : undefined),
  onColumn(free, ({ name }, column) =>
    column.type.type === 'string' ? m.alterColumn(name, column.name, { type: m.types.string(column.type.length + 10) }) : undefined),
  onColumn(free, ({ name }, column) => m.alterColumn(name, column.name, { nullable: !column.nullable })),
  onColumn(free, ({ name }, column, { choose }) =>
    m.alterColumn(name, column.name, { default: column.default === undefined ? defaultFor(column.type, choose) : null })),
  onColumn(({ columns }) => columns.filter(isPlain), ({ name }, column, { choose }) =>
    m.alterColumn(name, column.name, { comment: pick(choose, [null, 'a', "b's"]) })),
  onColumn(({ columns }) => columns.filter(isPlain), ({ name }, column, { fresh, choose }) => {
    const key = pick(choose, [column.name, m.desc(column.name)]);
    const where = choose(3) === 0 ? { where: m.sql`${m.name(column.name)} IS NOT NULL` } : {};
    return m.createIndex(choose(4) === 0 ? null : fresh, name, [key], { unique: choose(2) === 0, ...where });
  }),
  ({ name, indexes }, { choose }) => (indexes.length ? m.dropIndex(pick(choose, indexes).name, name) : undefined),
  ({ name, indexes }, { choose, fresh }) => (indexes.length ? m.renameIndex(pick(choose, indexes).name, name, fresh) : undefined),
  onColumn(({ columns }) => columns.filter(isPlain), ({ name, constraints }, column, { fresh }) =>
    constraints.some((each) => each.kind === 'unique' && each.columns[0] === column.name)
      ? undefined
      : m.addConstraint(name, m.unique([column.name], { name: fresh }))),
  onColumn(({ columns }) => columns.filter(isNumber), ({ name }, column, { fresh }) =>
    m.addConstraint(name, m.check(m.sql`${m.name(column.name)} >= 0`, { name: fresh }))),
  ({ name, constraints }, { choose }) => {
    const going = constraints.filter(({ kind }) => kind !== 'primaryKey');
    if (!going.length) return undefined;
    const { name: constraint, kind } = pick(choose, going);
    return m.dropConstraint(name, constraint!, kind);
  },
  ({ name, constraints }, { choose, fresh }) => {
    const { name: constraint, kind } = pick(choose, constraints);
    return m.renameConstraint(name, constraint!, fresh, kind);
  },
  ({ name }, { choose }) => m.setTableComment(name, pick(choose, [null, 'one', "two's"])),
  onColumn(free, ({ name }, column, draw) =>
    m.rebuildTable(name, [m.addColumn(name, freshColumn(draw.fresh, draw)), m.dropColumn(name, column.name)])),
];

function newTable(draw: Draw): Op {
  const { choose, fresh } = draw;
  const target = choose(2) === 0 ? reference(fresh, draw) : undefined;
  return m.createTable(fresh, [
    m.column(KEY, m.types.bigint(), { nullable: false, identity: choose(2) === 0 }),
    ...Array.from({ length: choose(3) }, (_, index) => freshColumn(`c${index}`, draw)),
    ...(target ? [m.column('target', m.types.bigint(), { references: target })] : []),
    m.primaryKey([KEY]),
  ], choose(3) === 0 ? { comment: "a table's comment" } : {});
}

/** Objects beside tables. */
function onObjects({ choose, fresh, schema, engine }: Draw): Op {
  const view = [...schema.objects.values()].find(({ kind }) => kind === 'view');
  if (view && choose(2) === 0) return m.dropView(view.name);
  if (engine === 'sqlite' || choose(2) === 0) return m.createView(fresh, 'SELECT 1 AS one');
  const sequence = [...schema.objects.values()].find(({ kind }) => kind === 'sequence');
  if (sequence && choose(2) === 0) return m.dropSequence(sequence.name);
  const enumType = [...schema.objects.values()].find(({ kind }) => kind === 'enum');
  if (!enumType) return m.createEnum(fresh, ['low', 'high']);
  const { values = [] } = findObject(schema, 'enum', enumType.name) ?? {};
  return pick(choose, [m.createSequence(fresh, { start: 5, increment: 2 }), m.renameEnumValue(enumType.name, values[0]!, fresh)]);
}

function nextOp(draw: Draw): Op {
  const { choose, schema } = draw;
  const tables = [...schema.tables.values()];
  if (tables.length === 0 || choose(8) === 0) return newTable(draw);
  if (choose(10) === 0) return onObjects(draw);
  return pick(choose, MAKERS)(pick(choose, tables), draw) ?? newTable(draw);
}

/** Sequences of ops that a server takes: each fits the schema that those before it leave, and needs no rows. */
export const validSequences = (
  engine: FactEngine,
  longest: number,
  prepared: (op: Op) => Op,
): fc.Arbitrary<readonly Op[]> =>
  fc.array(fc.array(fc.nat(9999), { minLength: 10, maxLength: 10 }), { minLength: longest, maxLength: longest }).map((seeds) => {
    const ops: Op[] = [];
    let schema = EMPTY_SCHEMA;
    for (const [number, seed] of seeds.entries()) {
      let used = 0;
      const choose: Choose = (count) => (seed[used++ % seed.length] ?? 0) % count;
      const op = prepared(nextOp({ choose, fresh: `n${number}`, schema, engine }));
      ops.push(op);
      schema = evolve(schema, op);
    }
    return ops;
  });
