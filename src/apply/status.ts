import { type Project, dialectOf, lineageOf } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { revisionsUpTo } from '../revisions/index.ts';
import { isNothing, partsOf } from './part.ts';
import { currentHeads } from './plan-apply.ts';

/** Where a database is in a project's graph. */
export interface DatabaseStatus {
  readonly database: string;
  readonly dialect: string;
  /** As the server tells: `15.19`. */
  readonly server: string;
  readonly heads: readonly string[];
  /** Revisions that are not applied, in the order of an upgrade. */
  readonly missing: readonly string[];
  /** Revisions that a run which was cut left in part, as the ledger has them. */
  readonly parts: readonly { readonly revision: string; readonly direction: string; readonly done?: number }[];
}

/** @throws MigsqlError `unknown-heads`, `unfit-version-table`, `unfit-ledger` */
export async function databaseStatus(project: Project, connection: Connection): Promise<DatabaseStatus> {
  const { config, graph } = project;
  const { display, dialect, server } = connection;
  const heads = await currentHeads(project, connection);
  const applied = new Set(revisionsUpTo(graph, heads));
  const ledger = { table: config.versionTable, dialect: dialectOf(config, dialect) };
  const parts = await partsOf(connection, { from: heads, lineage: lineageOf(graph) }, ledger);
  return {
    database: display,
    dialect,
    server,
    heads,
    missing: graph.order.filter((node) => !applied.has(node)).map(({ id }) => id),
    parts: parts.filter((part) => !isNothing(part)).map(({ revision, direction, done }) => ({ revision, direction, ...(done !== undefined && { done }) })),
  };
}
