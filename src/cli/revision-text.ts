import type { GraphNode, Revision } from '../revisions/index.ts';

/** What the commands say of a revision, beside its place in the graph. */
export interface Described extends Revision {
  readonly title?: string;
  readonly contexts?: readonly string[];
}

/** How revisions are told. */
export interface RevisionStyle {
  readonly verbose: boolean;
  /** The heads of a database, which are marked. */
  readonly current?: readonly string[] | undefined;
}

/** A revision for programs. */
export interface RevisionData {
  readonly id: string;
  readonly title: string;
  readonly revises: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  /** Where it has any. */
  readonly contexts?: readonly string[];
  readonly revisedBy: readonly string[];
  readonly dependedOnBy: readonly string[];
  readonly isHead: boolean;
  /** Whether the database that was asked is at it; nothing where none was. */
  readonly isCurrent?: boolean;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
}

/** @param current the heads of a database, where one was asked */
export function revisionData({ id, revision, children, dependants }: GraphNode<Described>, current?: readonly string[]): RevisionData {
  const { title = '', revises, dependsOn, branchLabels, contexts, file = '' } = revision;
  const ids = (nodes: readonly { readonly id: string }[]): string[] => nodes.map((node) => node.id);
  return {
    id,
    title,
    revises,
    dependsOn,
    branchLabels,
    ...(contexts && { contexts }),
    revisedBy: ids(children),
    dependedOnBy: ids(dependants),
    isHead: children.length === 0,
    ...(current && { isCurrent: current.includes(id) }),
    file,
  };
}

/** `1975ea83b712 -> ae1027a6acf0 (head, billing): add last_transaction_date` */
export const revisionLine = (data: RevisionData): string => `${data.revises.join(', ') || 'base'} -> ${revisionName(data)}`;

/** `ae1027a6acf0 (head, billing): add last_transaction_date` */
export function revisionName(data: RevisionData): string {
  const marks = [
    ...(data.isCurrent ? ['current'] : []),
    ...(data.isHead ? ['head'] : []),
    ...(data.revises.length > 1 ? ['merge point'] : []),
    ...(data.revisedBy.length > 1 ? ['branch point'] : []),
    ...data.branchLabels,
  ];
  const shown = marks.length ? ` (${marks.join(', ')})` : '';
  return `${data.id}${shown}${data.title ? `: ${onOneLine(data.title)}` : ''}`;
}

/** A title can hold line breaks, and codes that a terminal would obey. */
export const onOneLine = (title: string): string => title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** All that the graph knows of a revision, a line each. */
export function revisionBlock(data: RevisionData): string {
  const lines: readonly (readonly [string, string])[] = [
    ['title', onOneLine(data.title)],
    ['revises', data.revises.join(', ') || 'nothing: a base revision'],
    ['depends on', data.dependsOn.join(', ')],
    ['branch labels', data.branchLabels.join(', ')],
    ['contexts', (data.contexts ?? []).join(', ')],
    ['revised by', data.revisedBy.join(', ') || 'nothing: a head'],
    ['depended on by', data.dependedOnBy.join(', ')],
    ['file', data.file],
  ];
  const shown = lines.filter(([, value]) => value !== '').map(([name, value]) => `  ${`${name}:`.padEnd(16)}${value}`);
  return [data.id, ...shown].join('\n');
}
