import { compile, loadMigrations } from '../compiler.ts';
import { MigsqlError } from '../errors.ts';
import type { Rule } from './rule.ts';

export const compileRule: Rule = {
  summary: 'Every migration can be read, and rendered in each dialect of the config.',
  check: async ({ project, dialects }) => {
    await loadMigrations(project, project.graph.order.map(({ id }) => id));
    const problems = dialects.map((dialect) =>
      compile(project, { to: 'heads', dialect, transaction: project.config.transaction }).then(
        () => [],
        (error: unknown) => (error instanceof MigsqlError ? error.diagnostics : Promise.reject(error)),
      ),
    );
    return (await Promise.all(problems)).flat();
  },
};
