import * as v from 'valibot';
import { type SchemaModel, touchTables } from '../schema/model.ts';
import type { Fragment } from '../sql/fragment.ts';
import { call, list } from '../typescript/index.ts';
import { type SqlSource, toFragment } from './execute.ts';
import type { Op } from './index.ts';
import { type OpBase, type OpDefinition, type OpFunctions, irreversible } from './op.ts';
import { origin } from './origin.ts';
import { baseFields, fragment } from './shapes.ts';
import { fragmentSource } from './source.ts';

/** Ops that are run only where a condition holds, which the database is asked for once, before the first of them. */
export interface OnlyIf extends OpBase {
  readonly op: 'onlyIf';
  /** As it may stand behind WHERE. Unknown (NULL) is not true. */
  readonly condition: Fragment;
  readonly ops: readonly Op[];
}

/** `` onlyIf(sql`EXISTS (SELECT 1 FROM account WHERE id < 0)`, [deleteRows('account', sql`id < 0`)]) `` */
export function onlyIf(condition: SqlSource, ops: readonly Op[]): OnlyIf {
  return { op: 'onlyIf', condition: toFragment(condition), ops, ...origin() };
}

/**
 * The schema as if they had run; but whether they did is not known, so that what they name is no longer judged, as after
 * hand-written SQL.
 */
function evolveAll(schema: SchemaModel, { ops }: OnlyIf, { evolve }: OpFunctions): SchemaModel {
  return touchTables(ops.reduce<SchemaModel>(evolve, schema), new Set(ops.flatMap(wordsOf)));
}

/** Every text of an op but its rows: names of tables are among them. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.toLowerCase()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'rows' || key === 'origin' ? [] : wordsOf(each)));
}

/** Lowerings and reversals see no forDialect. */
const isOps = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && !value.some((each: { op?: unknown } | null) => each?.op === 'forDialect');

export const onlyIfDefinition: OpDefinition<OnlyIf> = {
  shape: () => v.strictObject({
    op: v.literal('onlyIf'),
    condition: fragment,
    ops: v.custom<readonly Op[]>(isOps, 'expected a list of ops, without forDialect'),
    ...baseFields,
  }),
  describe: ({ ops }) => `only if a condition holds: ${ops.length} op${ops.length === 1 ? '' : 's'}`,
  reverse: () => irreversible('whether the ops ran is not known when they are undone; write the downgrade of the migration'),
  evolve: evolveAll,
  source: ({ condition, ops }, { source }) => call('onlyIf', fragmentSource(condition), list(ops.map(source))),
};
