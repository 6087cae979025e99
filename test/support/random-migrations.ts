import fc from 'fast-check';
import * as m from '../../src/authoring.ts';
import { checkNames } from '../../src/ops/check-names.ts';
import { type Op, evolve } from '../../src/ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import type { ObjectKind, ObjectOf } from '../../src/schema/object.ts';
import type { FactEngine } from './facts.ts';
import { CHANGES, type Choose, type Draw, KEY, freshColumn, pick, reference } from './random-changes.ts';

function newTable(draw: Draw): Op {
  const { choose, fresh } = draw;
  const target = choose(2) === 0 ? reference(draw) : undefined;
  return m.createTable(fresh, [
    m.column(KEY, m.types.bigint(), { nullable: false, identity: choose(2) === 0 }),
    ...Array.from({ length: choose(3) }, (_, index) => freshColumn(`c${index}`, draw)),
    ...(target ? [m.column('target', m.types.bigint(), { references: target })] : []),
    m.primaryKey([KEY]),
  ], choose(3) === 0 ? { comment: "a table's comment" } : {});
}

const objectsOf = <K extends ObjectKind>({ schema }: Draw, kind: K): readonly ObjectOf<K>[] =>
  [...schema.objects.values()].filter((each): each is ObjectOf<K> => each.kind === kind);

function onView(draw: Draw): Op {
  const [view] = objectsOf(draw, 'view');
  return view && draw.choose(2) === 0 ? m.dropView(view.name) : m.createView(draw.fresh, 'SELECT 1 AS one');
}

function onSequence(draw: Draw): Op {
  const { choose, fresh } = draw;
  const [sequence] = objectsOf(draw, 'sequence');
  if (!sequence) return m.createSequence(fresh, { start: 5, increment: 2 });
  return pick(choose, [
    m.dropSequence(sequence.name),
    m.alterSequence(sequence.name, { increment: 3 + choose(5) }),
    m.alterSequence(sequence.name, { cycle: true }),
    m.createSequence(fresh, { start: 1, maxValue: 100, cycle: true, cache: 10 }),
  ]);
}

function onEnum(draw: Draw): Op {
  const { choose, fresh } = draw;
  const [known] = objectsOf(draw, 'enum');
  const first = known?.values[0];
  if (!known || first === undefined) return m.createEnum(fresh, ['low', 'high']);
  return pick(choose, [
    m.dropEnum(known.name),
    m.renameEnumValue(known.name, first, fresh),
    m.addEnumValue(known.name, fresh),
    m.addEnumValue(known.name, fresh, { before: first }),
  ]);
}

/** Objects beside tables. */
const onObjects = (draw: Draw): Op =>
  draw.engine === 'sqlite' ? onView(draw) : pick(draw.choose, [onView, onSequence, onEnum])(draw);

function nextOp(draw: Draw): Op {
  const { choose, schema } = draw;
  const tables = [...schema.tables.values()];
  if (tables.length === 0 || choose(8) === 0) return newTable(draw);
  if (choose(8) === 0) return onObjects(draw);
  return pick(choose, CHANGES)(pick(choose, tables), draw) ?? newTable(draw);
}

type Seeds = readonly (readonly number[])[];

const seedsOf = (longest: number): fc.Arbitrary<Seeds> =>
  fc.array(fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }), { minLength: longest, maxLength: longest });

interface Start {
  readonly schema: SchemaModel;
  /** What names that nothing has begin with. */
  readonly prefix: string;
}

/** Ops that a server takes one after the other: each fits the schema that those before it leave, and needs no rows. */
function opsFrom({ schema: start, prefix }: Start, seeds: Seeds, engine: FactEngine, prepared: (op: Op) => Op): readonly Op[] {
  let schema = start;
  return seeds.map((seed, number) => {
    let used = 0;
    const choose: Choose = (count) => (seed[used++ % seed.length] ?? 0) % count;
    const op = prepared(nextOp({ choose, fresh: `${prefix}${number}`, schema, engine }));
    schema = evolve(schema, op);
    return op;
  });
}

/** Sequences of ops that a server takes. */
export const validSequences = (engine: FactEngine, longest: number, prepared: (op: Op) => Op): fc.Arbitrary<readonly Op[]> =>
  seedsOf(longest).map((seeds) => opsFrom({ schema: EMPTY_SCHEMA, prefix: 'n' }, seeds, engine, prepared));

/** What two sides do to a schema that both begin at. */
export interface RandomSides {
  readonly base: readonly Op[];
  readonly left: readonly Op[];
  readonly right: readonly Op[];
}

/** Whether all that the ops name is there: what was dropped with something else may be asked for. */
function isKnown(ops: readonly Op[]): boolean {
  let schema = EMPTY_SCHEMA;
  return ops.every((op) => {
    const problems = checkNames(op, schema);
    schema = evolve(schema, op);
    return problems.length === 0;
  });
}

/** Sides that a server takes each for itself; they may give the same names to different things, or not. */
export const validSides = (engine: FactEngine, longest: number, prepared: (op: Op) => Op): fc.Arbitrary<RandomSides> =>
  fc.tuple(seedsOf(longest), seedsOf(3), seedsOf(3), fc.constantFrom('l', 'r')).map(([first, ofLeft, ofRight, prefix]) => {
    const base = opsFrom({ schema: EMPTY_SCHEMA, prefix: 'n' }, first, engine, prepared);
    const schema = base.reduce(evolve, EMPTY_SCHEMA);
    return {
      base,
      left: opsFrom({ schema, prefix: 'l' }, ofLeft, engine, prepared),
      right: opsFrom({ schema, prefix }, ofRight, engine, prepared),
    };
  }).filter(({ base, left, right }) => isKnown([...base, ...left]) && isKnown([...base, ...right]));
