import { type CompareOptions, type Difference, compareSchemas } from '../compare/index.ts';
import type { Op } from '../ops/index.ts';
import { type SchemaModel, putObject } from '../schema/model.ts';
import { keyOf } from '../schema/name.ts';
import { objectKey } from '../schema/object.ts';
import type { Spelled } from './spelled.ts';
import type { Undecided } from './spelling/index.ts';

export interface RepairOps {
  readonly repair: readonly Difference[];
  /** What the ops leave as it is, since it could not be made as it was written. */
  readonly left: readonly Undecided[];
}

/**
 * The ops that lead from what there is to what is wanted. A view or routine whose text names what has another name by now would be
 * dropped and not come back: it is left as it is, unless what it rests on goes in any case.
 */
export function repairOps(found: SchemaModel, { model, undecided }: Spelled, options: CompareOptions): RepairOps {
  let left = undecided.filter(({ stays }) => stays);
  for (;;) {
    const wanted = left.reduce((kept, each) => withFound(kept, found, each), model);
    const repair = compareSchemas(found, wanted, options);
    const untouched = left.filter((each) => !repair.some(({ op }) => makes(op, each)));
    if (untouched.length === left.length) return { repair, left };
    left = untouched;
  }
}

function withFound(model: SchemaModel, found: SchemaModel, { kind, of }: Undecided): SchemaModel {
  const object = found.objects.get(objectKey(kind as 'view', keyOf(of)));
  return object ? putObject(model, object) : model;
}

const makes = (op: Op, { kind, of }: Undecided): boolean =>
  (op.op === 'createView' && kind === 'view' && keyOf(op.name) === keyOf(of)) || (op.op === 'createRoutine' && op.kind === kind && keyOf(op.name) === keyOf(of));
