import * as v from 'valibot';
import { type SchemaModel, putObject, removeObject, touchTables } from '../schema/model.ts';
import type { ObjectName } from '../schema/name.ts';
import type { PerDialect } from '../sql/dialect-name.ts';
import type { Fragment } from '../sql/fragment.ts';
import { list, object } from '../typescript/index.ts';
import { displayTable } from './display.ts';
import { changingWords } from './execute.ts';
import type { Op } from './index.ts';
import { type Irreversible, type OpBase, type OpDefinition, type OpFunctions, irreversible } from './op.ts';
import { baseFields, fragment, identifier, objectName, perDialect } from './shapes.ts';
import { data, fieldsOf } from './source.ts';

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

/** A thing that the database has and migsql has no word for: two of a kind may have one name on two tables. */
export interface CustomName {
  /** `policy` */
  readonly kind: string;
  readonly name: ObjectName;
  readonly table?: ObjectName;
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
  readonly undo: readonly Op[] | Irreversible | { readonly restore: CustomName };
  /** What it makes or drops, for the op that undoes a drop, and ops of the same effect on the schema. */
  readonly effect: { readonly makes?: CustomName; readonly drops?: CustomName; readonly ops?: readonly Op[] };
}

/** Where it stands in the model. U+0000 is in no name, so that two things never meet. */
function placeOf({ kind, name, table }: CustomName): ObjectName {
  const schema = name.schema ?? table?.schema;
  return {
    ...(schema !== undefined && { schema }),
    name: [kind, name.name, table?.name ?? ''].join('\0'),
  };
}

const display = ({ kind, name, table }: CustomName): string =>
  `${kind} '${displayTable(name)}'${table ? ` on '${displayTable(table)}'` : ''}`;

function evolve(schema: SchemaModel, op: CustomOp, any: OpFunctions): SchemaModel {
  const { makes, drops, ops } = op.effect;
  const changed = ops ? ops.reduce<SchemaModel>(any.evolve, schema) : touched(schema, op);
  const without = drops ? removeObject(changed, 'custom', placeOf(drops)) : changed;
  return makes ? putObject(without, { kind: 'custom', name: placeOf(makes), op }) : without;
}

const customName: v.GenericSchema<unknown, CustomName> = v.strictObject({
  kind: identifier,
  name: objectName,
  table: v.exactOptional(objectName),
});

/** Ops of one effect in every dialect: lowerings and reversals see no forDialect. */
const isOps = (value: unknown): boolean =>
  Array.isArray(value) && !value.some((each: { op?: unknown } | null) => each?.op === 'forDialect');

/** Where the author does not say what becomes of tables, its SQL may change those that it names. */
function touched(schema: SchemaModel, { lowered }: CustomOp): SchemaModel {
  if (!schema.tables.size) return schema;
  const statements = Object.values(lowered).flatMap((each) => ('unsupported' in each ? [] : each));
  return statements.reduce((model, { sql }) => touchTables(model, changingWords(sql)), schema);
}

export const customDefinition: OpDefinition<CustomOp> = {
  shape: () => v.strictObject({
    op: v.literal('custom'),
    name: identifier,
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
      v.custom<readonly Op[]>(isOps, 'expected a list of ops, without forDialect'),
      v.strictObject({ irreversible: v.string() }),
      v.strictObject({ restore: customName }),
    ]),
    effect: v.strictObject({
      makes: v.exactOptional(customName),
      drops: v.exactOptional(customName),
      ops: v.exactOptional(v.custom<readonly Op[]>(isOps, 'expected a list of ops, without forDialect')),
    }),
    ...baseFields,
  }),
  describe: ({ description }) => description,
  reverse: ({ undo }, before) => {
    if (!('restore' in undo)) return undo;
    const made = before.object('custom', placeOf(undo.restore))?.op as CustomOp | undefined;
    return made ? [made] : irreversible(`no op made ${display(undo.restore)}, so what it was is not known`);
  },
  evolve,
  source: ({ origin: _, undo, effect: { ops, ...effect }, ...rest }, { source }) =>
    object({
      ...fieldsOf(rest),
      undo: 'length' in undo ? list(undo.map(source)) : data(undo),
      effect: object({ ...fieldsOf(effect), ops: ops && list(ops.map(source)) }),
    }),
};
