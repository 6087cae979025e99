import type { SchemaModel } from '../schema/model.ts';
import type { ObjectKind, ObjectOf } from '../schema/object.ts';
import { type Phase, difference } from './difference.ts';

export const objectsOf = <K extends ObjectKind>({ objects }: SchemaModel, kind: K): readonly ObjectOf<K>[] =>
  [...objects.values()].filter((each): each is ObjectOf<K> => each.kind === kind);

const schemasOf = (model: SchemaModel): ReadonlySet<string> => new Set(objectsOf(model, 'schema').map(({ name }) => name.name));

/** Schemas that something is in, whether an op made them or not. */
const schemasInUse = ({ tables, objects }: SchemaModel): ReadonlySet<string> =>
  new Set([...tables.values(), ...objects.values()].flatMap(({ name }) => name.schema ?? []));

export const createSchemas: Phase = (now, wanted) => {
  const known = new Set([...schemasOf(now), ...schemasInUse(now)]);
  return [...schemasOf(wanted)].filter((name) => !known.has(name)).map((name) => difference({ op: 'createSchema', name }));
};

export const dropSchemas: Phase = (now, wanted) => {
  const kept = new Set([...schemasOf(wanted), ...schemasInUse(wanted)]);
  return [...schemasOf(now)].filter((name) => !kept.has(name)).map((name) => difference({ op: 'dropSchema', name }));
};
