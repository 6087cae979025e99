import type { Project } from '../compiler.ts';
import type { Difference } from '../compare/index.ts';
import type { Connection } from '../database/connection.ts';
import { fail } from '../errors.ts';
import type { Drift } from './drift.ts';
import { inProjectNames } from './mapped.ts';

/**
 * What a migration on top of the one that a database is at would hold, so that the migrations make what is there.
 *
 * @throws MigsqlError `not-at-head` where the migration would begin a branch, or merge some
 */
export function adoption({ config, graph }: Project, { display: database }: Pick<Connection, 'display'>, { heads, adopt }: Drift): readonly Difference[] {
  const [head, ...others] = heads;
  const isBelow = head === undefined ? graph.nodes.size > 0 : graph.nodes.get(head)?.children.length !== 0;
  if (others.length || isBelow) fail('not-at-head', { database, heads });
  return inProjectNames(adopt, config.schemaMap);
}
