import fc from 'fast-check';
import * as m from '../../src/authoring.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import type { Table } from '../../src/schema/table.ts';
import type { ColumnType } from '../../src/sql/types.ts';

/** Choices from a stream of numbers, so that fast-check can shrink what they led to. */
type Choose = (count: number) => number;

const TYPES: readonly ColumnType[] = [m.types.integer(), m.types.string(40), m.types.boolean(), m.types.numeric(8, 2), m.types.date()];

const pick = <T>(choose: Choose, items: readonly T[]): T => items[choose(items.length)]!;

function columnNamed(name: string, choose: Choose): ReturnType<typeof m.column> {
  const type = pick(choose, TYPES);
  return m.column(name, type, { nullable: true, ...(choose(4) === 0 && { comment: `about ${name}` }) });
}

type Maker = (table: Table, fresh: string, choose: Choose) => Op | undefined;

const anyColumn = (table: Table, choose: Choose): string => pick(choose, table.columns).name;

/** Ops that fit a table; `fresh` is a name that nothing has. */
const ON_TABLE: readonly Maker[] = [
  ({ name }) => m.dropTable(name),
  ({ name }, fresh) => m.renameTable(name, fresh),
  ({ name }, fresh, choose) => m.addColumn(name, columnNamed(fresh, choose)),
  (table, _, choose) => (table.columns.length > 1 ? m.dropColumn(table.name, anyColumn(table, choose)) : undefined),
  (table, fresh, choose) => m.alterColumn(table.name, anyColumn(table, choose), { name: fresh }),
  (table, _, choose) => m.alterColumn(table.name, anyColumn(table, choose), { type: pick(choose, TYPES), nullable: choose(2) === 0 }),
  (table, _, choose) => m.alterColumn(table.name, anyColumn(table, choose), { comment: pick(choose, [null, 'a', 'b']) }),
  (table, _, choose) => m.alterColumn(table.name, anyColumn(table, choose), { default: pick(choose, [null, 1, 'x']) }),
  (table, fresh, choose) => m.createIndex(fresh, table.name, [anyColumn(table, choose)], { unique: choose(2) === 0 }),
  ({ name, indexes }, _, choose) => (indexes.length ? m.dropIndex(pick(choose, indexes).name, name) : undefined),
  (table, fresh, choose) => m.addConstraint(table.name, m.unique([anyColumn(table, choose)], { name: fresh })),
  ({ name }, fresh) => m.addConstraint(name, m.check(m.sql`1 = 1`, { name: fresh })),
  ({ name, constraints }, _, choose) => {
    if (constraints.length === 0) return undefined;
    const { name: constraint, kind } = pick(choose, constraints);
    return m.dropConstraint(name, constraint!, kind);
  },
  ({ name }, _, choose) => m.setTableComment(name, pick(choose, [null, 'one', 'two'])),
];

function nextOp(schema: SchemaModel, number: number, choose: Choose): Op {
  const tables = [...schema.tables.values()];
  const fresh = `n${number}`;
  if (tables.length === 0 || choose(15) === 0) {
    const columns = Array.from({ length: 1 + choose(3) }, (_, index) => columnNamed(`c${index}`, choose));
    return m.createTable(fresh, [...columns, m.primaryKey(['c0'], { name: `pk_${fresh}` })]);
  }
  if (choose(8) === 0) {
    const [from, to] = [pick(choose, tables), pick(choose, tables)];
    const key = m.foreignKey([anyColumn(from, choose)], to.name, [anyColumn(to, choose)], { name: fresh });
    return m.addConstraint(from.name, key);
  }
  return pick(choose, ON_TABLE)(pick(choose, tables), fresh, choose) ?? m.createEnum(fresh, ['a', 'b']);
}

/** Sequences of ops, each of which fits the schema that those before it leave. */
export const opSequences = (longest: number): fc.Arbitrary<readonly Op[]> =>
  fc.array(fc.array(fc.nat(9999), { minLength: 8, maxLength: 8 }), { minLength: longest, maxLength: longest }).map((seeds) => {
    const ops: Op[] = [];
    let schema = EMPTY_SCHEMA;
    for (const [number, seed] of seeds.entries()) {
      let used = 0;
      const op = nextOp(schema, number, (count) => (seed[used++ % seed.length] ?? 0) % count);
      ops.push(op);
      schema = evolve(schema, op);
    }
    return ops;
  });
