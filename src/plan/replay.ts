import { type Op, evolve } from '../ops/index.ts';
import { EMPTY_SCHEMA, type SchemaModel, SchemaNeeded, type SchemaView, viewOf } from '../schema/model.ts';

/**
 * The schema at one point of a plan. An incomplete one knows only what the plan's own steps made;
 * asking it for anything else throws `SchemaNeeded`, and the plan is made again from a replayed chain.
 */
export interface ReplayedSchema {
  readonly model: SchemaModel;
  readonly complete: boolean;
}

export const UNKNOWN: ReplayedSchema = { model: EMPTY_SCHEMA, complete: false };

export const replayed = (model: SchemaModel): ReplayedSchema => ({ model, complete: true });

export const after = (schema: ReplayedSchema, op: Op): ReplayedSchema => ({ ...schema, model: evolve(schema.model, op) });

export const afterAll = (schema: ReplayedSchema, ops: readonly Op[]): ReplayedSchema => ops.reduce(after, schema);

export function view({ model, complete }: ReplayedSchema): SchemaView {
  const known = viewOf(model);
  if (complete) return known;
  return {
    table: (name) => known.table(name) ?? needed(`the shape of table '${name.name}'`),
    object: (kind, name) => known.object(kind, name) ?? needed(`${kind} '${name.name}'`),
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
