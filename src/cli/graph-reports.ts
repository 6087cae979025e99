import { type Project, loadMigrations } from '../compiler.ts';
import { type Graph, heads, history, resolve } from '../revisions/index.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { opLines, opsData } from './op-reports.ts';
import { opsWithSql } from './op-sql.ts';
import type { Report } from './report.ts';
import { type Described, revisionBlock, revisionData, revisionLine } from './revision-text.ts';

export function reportHeads(graph: Graph<Described>): Report {
  const found = heads(graph).map(revisionData);
  return { data: { heads: found }, lines: found.map(revisionLine) };
}

/** Newest first. @throws MigsqlError of a code of `history` */
export function reportHistory(graph: Graph<Described>, range: string | undefined, verbose: boolean): Report {
  const found = history(graph, range).map(revisionData);
  const lines = verbose ? found.map((data) => `${revisionBlock(data)}\n`) : found.map(revisionLine);
  return { data: { revisions: found }, lines };
}

/**
 * @param dialect with the statements of each op in it
 * @throws MigsqlError of a code of `resolve`, or with the problems of the migrations
 */
export async function reportRevisions(project: Project, targets: string, dialect: DialectName | undefined): Promise<Report> {
  const { graph, config } = project;
  const ids = resolve(graph, targets);
  const migrations = await loadMigrations(project, ids);
  const shown = await Promise.all(
    ids.map(async (id) => {
      const [node, migration] = [graph.nodes.get(id), migrations.get(id)];
      if (!node || !migration) return [];
      const data = revisionData(node);
      const ops = dialect ? await opsWithSql(project, migration, dialect) : await opsData(migration, config.dialects[0] ?? 'postgresql');
      return [{ data: { ...data, ...ops }, block: [revisionBlock(data), ...opLines(ops)].join('\n') }];
    }),
  );
  return { data: { revisions: shown.flat().map(({ data }) => data) }, lines: shown.flat().map(({ block }) => block) };
}
