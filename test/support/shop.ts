import { fileURLToPath } from 'node:url';
import { loadMigrations, openProject } from '../../src/compiler.ts';
import { findConfig, loadConfig } from '../../src/config.ts';
import { DIALECTS } from '../../src/dialects/index.ts';
import { opsForDialect } from '../../src/ops/for-dialect.ts';
import { evolve } from '../../src/ops/index.ts';
import { revisionsUpTo } from '../../src/revisions/index.ts';
import { EMPTY_SCHEMA, type SchemaModel } from '../../src/schema/model.ts';
import { namedFor } from './lowered.ts';

const project = await openProject(await loadConfig(findConfig(fileURLToPath(new URL('../../examples/shop', import.meta.url)))));

/** The example's schema at a revision, as its ops make it on PostgreSQL. */
export async function shopAt(target: string): Promise<SchemaModel> {
  const ids = revisionsUpTo(project.graph, target).map(({ id }) => id);
  const migrations = await loadMigrations(project, ids);
  return ids
    .flatMap((id) => opsForDialect(migrations.get(id)?.upgrade ?? [], 'postgresql'))
    .map((op) => namedFor(op, DIALECTS.postgresql))
    .reduce(evolve, EMPTY_SCHEMA);
}
