import { similar } from '../similar.ts';
import { SYMBOLS } from './names.ts';
import type { Graph, Revision } from './revision.ts';

/** Ids, labels and words of the notation that `name` may have been meant to be, the nearest first. */
export const suggestions = <R extends Revision>(graph: Graph<R>, name: string): readonly string[] =>
  similar(name, [...graph.nodes.keys(), ...graph.labels.keys(), ...SYMBOLS]);
