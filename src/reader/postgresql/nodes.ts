import type { Node, RangeVar } from 'libpg-query';
import type { ObjectName } from '../../schema/name.ts';
import { nothingElse, unread } from '../reading.ts';

type KindIn<N> = N extends unknown ? keyof N : never;

/** The kinds of node that the grammar makes. */
export type Kind = KindIn<Node>;

/** A node of a kind, without the wrapper that names it. */
export type Of<K extends Kind, N = Node> = N extends { readonly [P in K]: infer V } ? V : never;

export const kindOf = (node: Node): Kind => Object.keys(node)[0] as Kind;

export const isKind = <K extends Kind>(node: Node | undefined, kind: K): boolean => node !== undefined && kind in node;

/** What the node is, where it is of that kind. */
export function asKind<K extends Kind>(node: Node | undefined, kind: K): Of<K> {
  if (node === undefined || !(kind in node)) return unread(`it holds ${node ? kindOf(node) : 'nothing'} in the place of ${kind}`);
  return (node as { readonly [N in K]: Of<K> })[kind];
}

export const allOf = <K extends Kind>(nodes: readonly Node[] | undefined, kind: K): readonly Of<K>[] =>
  (nodes ?? []).map((node) => asKind(node, kind));

/** The names of a list. */
export const stringsOf = (nodes: readonly Node[] | undefined): readonly string[] =>
  allOf(nodes, 'String').map(({ sval }) => sval ?? '');

/** A table's name, or that of another relation. */
export function relationName(relation: RangeVar | undefined): ObjectName {
  const { schemaname: schema, relname: name, inh: _inherited, relpersistence: _kept, location: _, ...rest } = relation ?? {};
  nothingElse(rest);
  return name === undefined ? unread('it names no relation') : { ...(schema !== undefined && { schema }), name };
}

/** A dotted name. */
export function pathName(path: readonly string[]): ObjectName {
  const [last, schema, ...rest] = [...path].reverse();
  if (last === undefined || rest.length > 0) return unread(`it has a name of ${path.length} parts`);
  return { ...(schema !== undefined && { schema }), name: last };
}
