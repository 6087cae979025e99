import * as v from 'valibot';
import { type SchemaModel, putObject, removeObject } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { PerDialect } from '../sql/dialect-name.ts';
import type { Fragment } from '../sql/fragment.ts';
import { displayTable } from './display.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, type OpFunctions, irreversible } from './op.ts';
import { baseFields, fragment, objectName, perDialect } from './shapes.ts';
import { data } from './source.ts';

/** One statement of a custom op. */
export interface CustomStatement {
  readonly sql: Fragment;
  /** `data` where it changes rows alone. */
  readonly kind?: 'schema' | 'data';
  /** `false` where the server refuses it inside a transaction. */
  readonly transactional?: false;
}

/** Why a database has no such thing, and what to do instead. */
export interface CustomRefusal {
  readonly unsupported: string;
  readonly hint: string;
}

/**
 * An op of the project's own (`defineOp`), already worked out to data where the migration was evaluated: nothing of the
 * project's code runs when it is lowered.
 */
export interface CustomOp extends OpBase {
  readonly op: 'custom';
  /** What the project calls it: `createPolicy`. */
  readonly name: string;
  readonly description: string;
  readonly lowered: PerDialect<readonly CustomStatement[] | CustomRefusal>;
  /** The ops that undo it; or the object that it drops, which comes back as it was made. */
  readonly undo: readonly Op[] | Irreversible | { readonly restore: ObjectName };
  /** What it makes or drops, for the op that undoes a drop, and ops of the same effect on the schema. */
  readonly effect: { readonly makes?: ObjectName; readonly drops?: ObjectName; readonly ops?: readonly Op[] };
}

function evolve(schema: SchemaModel, op: CustomOp, any: OpFunctions): SchemaModel {
  const { makes, drops, ops = [] } = op.effect;
  const changed = ops.reduce<SchemaModel>(any.evolve, schema);
  const without = drops ? removeObject(changed, 'custom', drops) : changed;
  return makes ? putObject(without, { kind: 'custom', name: makes, op }) : without;
}

export const customDefinition: OpDefinition<CustomOp> = {
  shape: () => v.strictObject({
    op: v.literal('custom'),
    name: v.string(),
    description: v.string(),
    lowered: perDialect(
      v.union([
        v.array(
          v.strictObject({
            sql: fragment,
            kind: v.exactOptional(v.picklist(['schema', 'data'])),
            transactional: v.exactOptional(v.literal(false)),
          }),
        ),
        v.strictObject({ unsupported: v.string(), hint: v.string() }),
      ]),
    ),
    undo: v.union([
      v.custom<readonly Op[]>(Array.isArray),
      v.strictObject({ irreversible: v.string() }),
      v.strictObject({ restore: objectName }),
    ]),
    effect: v.strictObject({
      makes: v.exactOptional(objectName),
      drops: v.exactOptional(objectName),
      ops: v.exactOptional(v.custom<readonly Op[]>(Array.isArray)),
    }),
    ...baseFields,
  }),
  describe: ({ description }) => description,
  reverse: ({ undo }, before) => {
    if (!('restore' in undo)) return undo;
    const made = before.object('custom', undo.restore)?.op as CustomOp | undefined;
    return made ? [made] : irreversible(`no op made '${displayTable(undo.restore)}', so what it was is not known`);
  },
  evolve,
  source: (op) => data(op),
};
