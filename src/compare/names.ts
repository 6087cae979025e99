import type { SchemaModel } from '../schema/model.ts';

const known = new WeakMap<SchemaModel, ReadonlySet<string>>();

/** Every name that a schema has, of whatever kind. */
export function namesOf(model: SchemaModel): ReadonlySet<string> {
  const found = known.get(model) ?? collected(model);
  known.set(model, found);
  return found;
}

function collected({ tables, objects }: SchemaModel): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, constraints, indexes } of tables.values()) {
    names.add(name.name);
    for (const each of [...constraints, ...indexes]) if (each.name !== undefined) names.add(each.name);
  }
  for (const { name } of objects.values()) names.add(name.name);
  return names;
}
