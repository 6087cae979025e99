import { type Project, compile, compileStamp, dialectOf } from '../compiler.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Plan, TransactionMode } from '../plan/index.ts';
import { type Direction, parseRange, resolveHeads } from '../revisions/index.ts';
import { similar } from '../similar.ts';
import { readHeads, sameHeads } from './heads.ts';
import { expectRightDatabase } from './right-database.ts';

export interface ApplyRequest {
  /** `[FROM:]TO`: FROM is what the database must be at; TO is a target above or below it, all heads when it is left out. */
  readonly range?: string | undefined;
  /** Needed only where the graph leaves it open. */
  readonly direction?: Direction | undefined;
  /** Default: as the config says. */
  readonly transaction?: TransactionMode | undefined;
}

/**
 * The heads that a database is at, all of them of the project's graph.
 *
 * @throws MigsqlError `unknown-heads`, `unfit-version-table`
 */
export async function currentHeads({ config, graph }: Project, connection: Connection): Promise<readonly string[]> {
  const heads = await readHeads(connection, config.versionTable, dialectOf(config, connection.dialect));
  const unknown = heads.filter((id) => !graph.nodes.has(id));
  if (unknown.length) {
    const suggestions = unknown.flatMap((id) => similar(id, [...graph.nodes.keys()]));
    fail('unknown-heads', { database: connection.display, heads: unknown, suggestions });
  }
  return heads;
}

/**
 * Compiles the way from where a database is to a target: up or down, as that is above or below.
 *
 * @throws MigsqlError `other-heads` where the database is not at FROM; of `expectRightDatabase`, `currentHeads` and `compile`
 */
export async function planApply(project: Project, connection: Connection, { range = 'heads', direction, transaction }: ApplyRequest): Promise<Plan> {
  const { graph, config } = project;
  await expectRightDatabase(config, connection);
  const { from, to } = parseRange(range);
  const found = await currentHeads(project, connection);
  if (from) expectHeads(found, resolveHeads(graph, from), connection);
  return compile(project, {
    from: found.join(',') || 'base',
    to: to?.map(({ text }) => text).join(',') ?? 'heads',
    dialect: connection.dialect,
    transaction: transaction ?? config.transaction,
    ...(direction && { direction }),
  });
}

function expectHeads(found: readonly string[], expected: readonly string[], { display }: Connection): void {
  if (!sameHeads(expected, found)) fail('other-heads', { database: display, expected, found });
}

export interface StampRequest {
  readonly targets: readonly string[];
  /** What the database must be at, as targets; whatever it is at when absent. */
  readonly from?: string | undefined;
  /** Whether it begins from whatever the version table holds, rows of other projects among them. */
  readonly purge: boolean;
}

/** Compiles what sets a database's version table to other heads. @throws MigsqlError `other-heads`; of `currentHeads` and `compileStamp` */
export async function planStamp(project: Project, connection: Connection, { targets, from, purge }: StampRequest): Promise<Plan> {
  await expectRightDatabase(project.config, connection);
  const heads = purge ? undefined : await currentHeads(project, connection);
  if (heads && from !== undefined) expectHeads(heads, resolveHeads(project.graph, from), connection);
  return compileStamp(project, { from: heads && (heads.join(',') || 'base'), to: targets.join(','), dialect: connection.dialect });
}
