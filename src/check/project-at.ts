import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { openProject, type Project } from '../compiler.ts';
import type { Config } from '../config.ts';
import { formatDiagnostic } from '../diagnostics.ts';
import { fail, MigsqlError } from '../errors.ts';
import { type Repository, commitOf, filesOf } from '../git/index.ts';

/**
 * Works with the migrations of a git ref, found by the config as it is now. They lie in a folder that is gone afterwards.
 *
 * @throws MigsqlError `unknown-ref`, `unreadable-ref`, `no-repository`
 */
export async function withProjectAt<T>(config: Config, repository: Repository, ref: string, work: (project: Project) => Promise<T>): Promise<T> {
  const commit = commitOf(repository, ref) ?? fail('unknown-ref', { ref });
  const seen = (path: string): string => repository.prefix + relative(config.root, path).replaceAll(sep, '/');
  const folder = mkdtempSync(join(tmpdir(), 'migsql-ref-'));
  try {
    const migrations = config.migrations.map((path) => join(folder, seen(path)));
    for (const path of migrations) mkdirSync(path, { recursive: true });
    for (const { path, content } of filesOf(repository, commit, config.migrations.map(seen))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const project = await opened({ ...config, root: join(folder, repository.prefix), migrations, cache: false }, ref);
    return await work(project);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function opened(config: Config, ref: string): Promise<Project> {
  try {
    return await openProject(config);
  } catch (error) {
    if (!(error instanceof MigsqlError)) throw error;
    return fail('unreadable-ref', { ref, problems: error.diagnostics.map((each) => formatDiagnostic({ ...each, hint: '' }).trim()) });
  }
}
