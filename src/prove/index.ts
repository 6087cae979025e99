import { compareSchemas } from '../compare/index.ts';
import { writeFragment } from '../dialects/write.ts';
import type { Place } from '../diagnostics.ts';
import { grantsOf } from '../ops/grant.ts';
import { type Op, describe, evolve } from '../ops/index.ts';
import { type OpContext, type ReplayedSchema, afterAll, downgradeOps } from '../plan/index.ts';
import type { ReplayedRevision } from '../replay.ts';
import type { SchemaModel } from '../schema/model.ts';
import { recognise } from '../sql/recognise.ts';
import { splitWithProblems } from '../sql/split.ts';
import { dataLoss } from './data-loss.ts';

/**
 * How a revision's downgrade undoes its upgrade. `exact`: the schema is as it was before, and no rows are lost. `lossy`: the
 * schema is, but some rows are not. `unproved`: the schema is as far as it is known, but hand-written SQL or SQL about rows
 * does more than ops tell. `impossible`: there is no way back. `broken`: it leads elsewhere.
 */
export type Verdict = 'exact' | 'lossy' | 'unproved' | 'impossible' | 'broken';

export interface Reason {
  readonly text: string;
  readonly place?: Place;
}

export interface Proof {
  readonly revision: string;
  readonly title: string;
  readonly file: string;
  readonly verdict: Verdict;
  /** Why it is no better; empty where it is exact. */
  readonly reasons: readonly Reason[];
  /** Whether the downgrade is written by hand. */
  readonly written: boolean;
}

/** Undoes a revision on the schema that it leaves, and compares with the schema before it. */
export function prove({ migration, ops, before, after }: ReplayedRevision, context: OpContext): Proof {
  const { id: revision, title, file, downgrade } = migration;
  const proof = (verdict: Verdict, reasons: readonly Reason[] = []): Proof => {
    return { revision, title, file, verdict, reasons, written: downgrade !== 'reversed' };
  };
  const back = downgradeOps(migration, context, before);
  if (back.problems.length) return proof('impossible', back.problems.map(({ message, place }) => ({ text: message, ...(place && { place }) })));
  const left = leftOver(described(before, ops), afterAll(after, back.ops), context);
  if (left.length) return proof('broken', left.map((text) => ({ text, place: { file } })));
  const lost = losses(ops, before);
  if (lost.length) return proof('lossy', lost);
  const unread = after.model.opaque !== before.model.opaque;
  const unproved = [...ops, ...back.ops].filter((op) => (isSql(op) && unread) || mayChangeRows(op, context));
  return unproved.length ? proof('unproved', distinct(unproved.map(unprovedReason))) : proof('exact');
}

/** What a revision says of tables that were there before it holds before it as well. */
const described = (before: ReplayedSchema, ops: readonly Op[]): ReplayedSchema =>
  afterAll(before, ops.filter(({ op }) => op === 'describesTable'));

/** What would still have to be done to be where the upgrade began. */
function leftOver(before: ReplayedSchema, back: ReplayedSchema, { dialect }: OpContext): readonly string[] {
  const differences = compareSchemas(...apart(back.model, before.model), { dialect }).map(({ op }) => `'${describe(op)}' is still to be done`);
  const [now, then] = [heldIn(back), heldIn(before)];
  return [
    ...differences,
    ...then.filter((each) => !now.includes(each)).map((each) => `'${each}' is still to be granted`),
    ...now.filter((each) => !then.includes(each)).map((each) => `'${each}' is still to be revoked`),
  ];
}

/** Both without the tables that nobody touched: of a long chain few are looked at. */
function apart(a: SchemaModel, b: SchemaModel): readonly [SchemaModel, SchemaModel] {
  const without = (one: SchemaModel, other: SchemaModel): SchemaModel => ({ ...one, tables: one.tables.filter((table, key) => other.tables.get(key) !== table) });
  return [without(a, b), without(b, a)];
}

const heldIn = ({ model }: ReplayedSchema): readonly string[] =>
  [...model.grants.values()].flatMap(grantsOf).map((op) => `${describe(op).replace(/^grant /, '')}${op.withGrantOption ? ', to grant on' : ''}`);

function losses(ops: readonly Op[], { model }: ReplayedSchema): readonly Reason[] {
  let current = model;
  return ops.flatMap((op) => {
    const loss = dataLoss(op, current);
    current = evolve(current, op);
    return loss === undefined ? [] : [reasonAt(`${describe(op)}: ${loss} do not come back`, op)];
  });
}

const reasonAt = (text: string, { origin }: Op): Reason => ({ text, ...(origin && { place: origin }) });

const unprovedReason = (op: Op): Reason => reasonAt(`${describe(op)}: what it does is not known`, op);

const distinct = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];

const isSql = (op: Op): boolean => op.op === 'execute' || op.op === 'custom';

/** What is undone by SQL, or written in it for anything but the schema. */
function mayChangeRows(op: Op, { dialect }: OpContext): boolean {
  if (op.op !== 'execute') return op.op === 'custom' || ('reverse' in op && op.reverse !== undefined);
  const { statements } = splitWithProblems(writeFragment(dialect, op.sql), dialect.name);
  return statements.some(({ sql }) => recognise(sql, dialect.name).kind !== 'schema');
}
