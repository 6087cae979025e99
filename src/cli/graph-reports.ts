import { type Project, loadMigrations, variablesOf } from '../compiler.ts';
import { isFor } from '../contexts.ts';
import { bases, branchPoints, type Graph, type GraphNode, heads, history, resolve } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { chosenDialect } from './chosen-dialect.ts';
import { graphLines } from './history-graph.ts';
import { NO_OPS, opLines, opsData } from './op-reports.ts';
import { opsWithSql } from './op-sql.ts';
import type { Report } from './report.ts';
import { type Described, revisionBlock, type RevisionData, type RevisionStyle, revisionData, revisionLine, revisionName } from './revision-text.ts';

export const reportHeads = (graph: Graph<Described>, verbose: boolean): Report => listed('heads', heads(graph), verbose);

export const reportBases = (graph: Graph<Described>, verbose: boolean): Report => listed('bases', bases(graph), verbose);

/** Each with the revisions that begin its branches. */
export function reportBranches(graph: Graph<Described>, verbose: boolean): Report {
  const points = branchPoints(graph);
  const { data, lines } = listed('branches', points, verbose);
  if (verbose) return { data, lines };
  const begun = (point: GraphNode<Described>): readonly string[] =>
    point.children.map((child) => `  -> ${revisionName(revisionData(child))}`);
  return { data, lines: points.flatMap((point, index) => [lines[index] ?? '', ...begun(point)]) };
}

function listed(name: string, nodes: readonly GraphNode<Described>[], verbose: boolean): Report {
  const data = nodes.map((node) => revisionData(node));
  return { data: { [name]: data }, lines: listLines(data, verbose) };
}

/** How a history is told. */
export interface HistoryStyle extends RevisionStyle {
  /** With a drawing of the graph beside it. */
  readonly graph: boolean;
  /** Those for others are left out. */
  readonly context?: readonly string[] | undefined;
}

/** Newest first. @throws MigsqlError of a code of `history` */
export function reportHistory(graph: Graph<Described>, range: string | undefined, style: HistoryStyle): Report {
  const isShown = ({ revision }: GraphNode<Described>): boolean => !style.context || isFor(revision, style.context);
  const nodes = history(graph, range).filter(isShown);
  const data = nodes.map((node) => revisionData(node, style.current));
  return { data: { revisions: data }, lines: style.graph ? graphLines(nodes, style) : listLines(data, style.verbose) };
}

const listLines = (revisions: readonly RevisionData[], verbose: boolean): readonly string[] =>
  revisions.map(verbose ? (data) => `${revisionBlock(data)}\n` : revisionLine);

export interface ShowOptions {
  /** With the statements of each op in it. */
  readonly dialect: DialectName | undefined;
  /** As a script for these has them; without it, all ops. */
  readonly context: readonly string[] | undefined;
}

/** @throws MigsqlError of a code of `resolve`, or with the problems of the migrations */
export async function reportRevisions(project: Project, targets: string, { dialect, context }: ShowOptions): Promise<Report> {
  const { graph } = project;
  const ids = resolve(graph, targets);
  const migrations = await loadMigrations(project, ids);
  const shown = await Promise.all(
    ids.map(async (id) => {
      const [node, migration] = [graph.nodes.get(id), migrations.get(id)];
      if (!node || !migration) return [];
      const data = revisionData(node);
      const isLeftOut = context !== undefined && !isFor(node.revision, context);
      const ops = isLeftOut ? NO_OPS : dialect ? await opsWithSql(project, migration, dialect) : await opsData(migration, chosenDialect(project, undefined), variablesOf(project.config).variables);
      return [{ data: { ...data, ...ops }, block: [revisionBlock(data), ...opLines(ops)].join('\n') }];
    }),
  );
  return { data: { revisions: shown.flat().map(({ data }) => data) }, lines: shown.flat().map(({ block }) => block) };
}
