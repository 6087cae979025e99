import { compare } from '../diagnostics.ts';
import { canonical } from './canonical.ts';
import type { Granted } from './grant.ts';
import type { Opaque, SchemaModel } from './model.ts';
import { type ObjectName, keyOf } from './name.ts';
import type { SchemaObject } from './object.ts';
import type { Table } from './table.ts';

/** A schema for programs: what docs/formats.md describes, and nothing that the model keeps for itself. */
export interface SchemaData {
  readonly tables: readonly Table[];
  readonly objects: readonly ObjectData[];
  readonly grants: readonly Granted[];
  /** What hand-written SQL made in a shape that is not known. */
  readonly unread: readonly Opaque[];
}

/** Of what a project's own op made, the kind that it says and the names. */
export type ObjectData =
  | Exclude<SchemaObject, { readonly kind: 'custom' }>
  | { readonly kind: 'custom'; readonly type: string; readonly name: ObjectName; readonly table?: string };

/** By name, fields included: equal schemas are equal data, however they came about. Only columns have an order of their own. */
export function schemaData({ tables, objects, grants, opaque }: SchemaModel): SchemaData {
  return canonical({
    objects: [...objects.values()].sort((a, b) => compare(a.kind, b.kind) || byName(a, b)).map(objectData),
    tables: [...tables.values()].sort(byName).map(tableData),
    grants: [...grants].sort(([a], [b]) => compare(a, b)).map(([, granted]) => granted),
    unread: [...opaque.values()].sort(byName),
  }) as SchemaData;
}

const byName = (a: { readonly name: ObjectName }, b: { readonly name: ObjectName }): number => compare(keyOf(a.name), keyOf(b.name));

const tableData = ({ constraints, indexes, ...table }: Table): Table => ({
  ...table,
  constraints: [...constraints].sort((a, b) => compare(a.kind, b.kind) || compare(textOf(a), textOf(b))),
  indexes: [...indexes].sort((a, b) => compare(textOf(a), textOf(b))),
});

/** By name, or else by all that it is. */
const textOf = (value: { readonly name?: string }): string => value.name ?? JSON.stringify(canonical(value));

function objectData(object: SchemaObject): ObjectData {
  if (object.kind !== 'custom') return object;
  const { schema } = object.name;
  const [type = '', name = '', table = ''] = object.name.name.split('\0');
  return { kind: 'custom', type, name: { ...(schema !== undefined && { schema }), name }, ...(table !== '' && { table }) };
}
