import { DIALECT_NAMES, type PerDialect } from '../sql/dialect-name.ts';
import { type Fragment, isFragment } from '../sql/fragment.ts';
import { type TableRef, toTableName } from './builders.ts';
import type { CustomName, CustomOp, CustomRefusal, CustomStatement } from './custom.ts';
import { type Given, type Params, type Shape, parametersOf, show } from './custom-shape.ts';
import type { Op } from './index.ts';
import { type Irreversible, isIrreversible } from './op.ts';
import { origin } from './origin.ts';

/** The SQL of an op: a statement, several, or a refusal. */
export type CustomSql = CustomRefusal | Fragment | CustomStatement | readonly (Fragment | CustomStatement)[];

/** What an op of a project's own is, as functions of its parameters. They run where the migration is evaluated. */
export interface CustomDefinition<S extends Shape> {
  /** What the op takes: `{ policy: shape.name(), to: shape.optional(shape.list(shape.name())) }` */
  readonly shape: S;
  /** One line, for comments and tickets. */
  readonly describe: (given: Params<S>) => string;
  /** Its SQL per dialect; a dialect that is not named, without `default`, is refused. */
  readonly lower: PerDialect<CustomRefusal | ((given: Params<S>) => CustomSql)>;
  /** What undoes it: ops, `restores(…)`, or `irreversible('why')`. */
  readonly reverse?: (given: Params<S>) => readonly Op[] | Restores | Irreversible;
  /** What it does to the schema that migsql replays: `makes(…)`, `drops(…)`, or ops of the same effect. */
  readonly evolve?: (given: Params<S>) => Effect | readonly (Effect | Op)[];
}

export interface Restores {
  readonly restore: CustomName;
}

export type Effect = { readonly makes: CustomName } | { readonly drops: CustomName };

/** No such thing in a database: `refused('MySQL has no policies', 'Use a view.')` */
export const refused = (reason: string, hint: string): CustomRefusal => ({ unsupported: reason, hint });

const customName = (kind: string, name: TableRef, table?: TableRef): CustomName => ({
  kind,
  name: toTableName(name),
  ...(table !== undefined && { table: toTableName(table) }),
});

/** The op makes a thing, which the op that drops it can bring back: `makes('policy', policy, table)` */
export const makes = (kind: string, name: TableRef, table?: TableRef): Effect => ({
  makes: customName(kind, name, table),
});

/** The op drops a thing, or changes it, so that what made it no longer says what it is. */
export const drops = (kind: string, name: TableRef, table?: TableRef): Effect => ({
  drops: customName(kind, name, table),
});

/** The op is undone by the op that made the thing. */
export const restores = (kind: string, name: TableRef, table?: TableRef): Restores => ({
  restore: customName(kind, name, table),
});

const DIALECTS: readonly string[] = [...DIALECT_NAMES, 'default'];

/** The builder of a project's own op. Its functions are worked out when it is called, so that the op is plain data. */
export function defineOp<const S extends Shape>(
  op: string,
  definition: CustomDefinition<S>,
): (given: Given<S>) => CustomOp {
  const unknown = Object.keys(definition.lower).find((dialect) => !DIALECTS.includes(dialect));
  if (unknown !== undefined) {
    throw new TypeError(`defineOp('${op}'): lower.${unknown}: expected one of ${DIALECTS.join(', ')}`);
  }
  return (given) => {
    const parameters = parametersOf(op, definition.shape, given);
    const cases = Object.entries(definition.lower).map(([dialect, lower]) => [
      dialect,
      lowered(`${op}: lower.${dialect}`, typeof lower === 'function' ? lower(parameters) : lower),
    ]);
    return {
      op: 'custom',
      name: op,
      description: textOf(op, definition.describe(parameters)),
      lowered: Object.fromEntries(cases),
      undo: undo(op, definition, parameters),
      effect: effect(op, definition.evolve?.(parameters) ?? []),
      ...origin(),
    };
  };
}

function textOf(op: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new TypeError(`${op}: describe: expected a text, got ${show(text)}`);
}

function lowered(where: string, given: CustomSql): readonly CustomStatement[] | CustomRefusal {
  if (isRecord(given) && 'unsupported' in given) return given as CustomRefusal;
  return [given].flat().map((each) => {
    if (isFragment(each)) return { sql: each };
    if (isRecord(each) && isFragment(each['sql'])) return each as unknown as CustomStatement;
    throw new TypeError(`${where}: expected sql\`…\`, { sql: sql\`…\` }, a list of them or refused(…)`);
  });
}

/** How many reversals are being worked out, one within the other. */
let undoing = 0;

/**
 * What undoes the op. What undoes the undoing is never asked, so that two ops may undo each other: `createPolicy` gives
 * `dropPolicy`, which gives no further `createPolicy`.
 */
function undo<S extends Shape>(op: string, { reverse }: CustomDefinition<S>, parameters: Params<S>): CustomOp['undo'] {
  if (!reverse) return { irreversible: `'${op}' does not say what undoes it` };
  if (undoing > 0) return { irreversible: `'${op}' is itself part of a downgrade` };
  undoing++;
  try {
    const given = reverse(parameters);
    // The reason alone: where it was written is the op's own place.
    if (isRecord(given) && isIrreversible(given)) return { irreversible: given.irreversible };
    if (Array.isArray(given) || (isRecord(given) && 'restore' in given)) return given as CustomOp['undo'];
    throw new TypeError(`${op}: reverse: expected a list of ops, restores(…) or irreversible(…), got ${show(given)}`);
  } finally {
    undoing--;
  }
}

function effect(op: string, given: Effect | readonly (Effect | Op)[]): CustomOp['effect'] {
  const all = [given].flat() as readonly (Effect | Op)[];
  const having = (key: 'makes' | 'drops' | 'op') => all.filter((each) => isRecord(each) && key in each);
  const [made, dropped, ops] = [having('makes'), having('drops'), having('op')];
  if (made.length + dropped.length + ops.length < all.length) {
    throw new TypeError(`${op}: evolve: expected makes(…), drops(…), ops, or a list of them, got ${show(given)}`);
  }
  if (made.length > 1 || dropped.length > 1) {
    throw new TypeError(`${op}: evolve: expected one makes(…) and one drops(…) at most: each thing has an op of its own`);
  }
  return { ...made[0], ...dropped[0], ...(ops.length > 0 && { ops: ops as readonly Op[] }) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
