import type { Difference } from '../compare/index.ts';
import { withSchemas } from '../ops/map-schemas.ts';
import type { SchemaMap } from '../schema/name.ts';

/** Ops of a database, with schemas called as migrations call them. */
export const inProjectNames = (found: readonly Difference[], map: SchemaMap = {}): readonly Difference[] =>
  found.map((each) => ({ ...each, op: withSchemas(each.op, inverse(map)) }));

const inverse = (map: SchemaMap): SchemaMap => Object.fromEntries(Object.entries(map).map(([name, mapped]) => [mapped, name]));
