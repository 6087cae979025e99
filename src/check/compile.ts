import { compile, loadMigrations, type Project } from '../compiler.ts';
import { contextSets } from '../contexts.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError } from '../errors.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import type { Rule } from './rule.ts';

export const compileRule: Rule = {
  summary: 'Every migration can be read, and rendered in each dialect of the config.',
  check: async ({ project, dialects }) => {
    const { config, graph } = project;
    await loadMigrations(project, graph.order.map(({ id }) => id));
    const problems = contextSets(config.contexts, graph).flatMap((contexts) =>
      dialects.map((dialect) => problemsIn({ ...project, config: { ...config, contexts } }, dialect)),
    );
    return (await Promise.all(problems)).flat();
  },
};

const problemsIn = (project: Project, dialect: DialectName): Promise<readonly Diagnostic[]> =>
  compile(project, { to: 'heads', dialect, transaction: project.config.transaction }).then(
    () => [],
    (error: unknown) => (error instanceof MigsqlError ? error.diagnostics : Promise.reject(error)),
  );
