import { compare } from '../../diagnostics.ts';
import type { GraphNode } from '../../revisions/index.ts';
import type { LinkKind } from '../lanes.ts';
import { type Described, type RevisionData, onOneLine, revisionData } from '../revision-text.ts';

/** Revisions in the order in which they are applied, and the links between them. */
export interface DrawnGraph {
  readonly nodes: readonly RevisionData[];
  readonly links: readonly GraphLink[];
}

export interface GraphLink {
  /** What is revised or depended on. */
  readonly from: string;
  /** What revises it or depends on it. */
  readonly to: string;
  readonly kind: LinkKind;
}

/** @param nodes in any order; links to others are left out */
export function drawnGraph(nodes: readonly GraphNode<Described>[]): DrawnGraph {
  const shown = new Set(nodes);
  const sorted = [...nodes].sort((a, b) => a.position - b.position);
  const links = (to: GraphNode<Described>): readonly GraphLink[] => [
    ...to.parents.filter((node) => shown.has(node)).map(({ id }) => ({ from: id, to: to.id, kind: 'revises' as const })),
    ...to.dependencies.filter((node) => shown.has(node)).map(({ id }) => ({ from: id, to: to.id, kind: 'dependsOn' as const })),
  ];
  return { nodes: sorted.map((node) => revisionData(node)), links: sorted.flatMap(links) };
}

/** What stands in a revision's box: its id, its title, its labels. */
export const boxLines = ({ id, title, branchLabels }: RevisionData): readonly string[] =>
  [id, onOneLine(title).trim(), [...branchLabels].sort(compare).join(', ')].filter((line) => line !== '');
