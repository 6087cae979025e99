import { type Op, evolve } from '../ops/index.ts';
import { mayChangeSchema } from '../ops/execute.ts';
import {
  EMPTY_SCHEMA, type SchemaModel, SchemaNeeded, type SchemaView, findObject, findTable, isWhole, viewOf,
} from '../schema/model.ts';
import type { EvolveSql } from './raw-sql.ts';

/**
 * The schema at one point of a plan. What it does not know for certain is not answered: asking throws `SchemaNeeded`, and the
 * plan is made again from a replayed chain whose hand-written SQL is read.
 */
export interface ReplayedSchema {
  readonly model: SchemaModel;
  /** Without it, only what the plan's own steps made is known. */
  readonly complete: boolean;
  /** Reads hand-written SQL. */
  readonly evolveSql?: EvolveSql;
  /** Whether hand-written SQL that was not read may have made or changed anything. */
  readonly unread: boolean;
}

export const UNKNOWN: ReplayedSchema = { model: EMPTY_SCHEMA, complete: false, unread: false };

/** The schema at base, from which all is known. */
export const atBase = (evolveSql?: EvolveSql): ReplayedSchema => ({
  model: EMPTY_SCHEMA,
  complete: true,
  unread: false,
  ...(evolveSql && { evolveSql }),
});

export function after(schema: ReplayedSchema, op: Op): ReplayedSchema {
  const { model, evolveSql, unread } = schema;
  if (op.op === 'execute' && evolveSql) return { ...schema, model: evolveSql(model, op) };
  return { ...schema, model: evolve(model, op), unread: unread || (op.op === 'execute' && mayChangeSchema(op.sql)) };
}

export const afterAll = (schema: ReplayedSchema, ops: readonly Op[]): ReplayedSchema => ops.reduce(after, schema);

export function view({ model, complete, unread }: ReplayedSchema): SchemaView {
  const known = viewOf(model);
  if (complete && !unread) return known;
  return {
    ...known,
    table: (name) => (isWhole(model, name) && findTable(model, name)) || needed(`the shape of table '${name.name}'`),
    object: (kind, name) => findObject(model, kind, name) ?? needed(`${kind} '${name.name}'`),
    tables: () => needed('every table'),
    referrersOf: ({ name }) => needed(`every table that references '${name}'`),
    // Triggers of a table that the steps made are theirs as well.
    triggersOn: (name) => (known.table(name) ? known.triggersOn(name) : needed(`the triggers of '${name.name}'`)),
    views: () => needed('every view'),
  };
}

function needed(what: string): never {
  throw new SchemaNeeded(what);
}
