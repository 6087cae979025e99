import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import { similar } from '../similar.ts';
import { parseVariable } from './variables.ts';

/** The config with values that are given to its variables: `name=value`. @throws MigsqlError `invalid-variable` for each that is wrong */
export function givenVariables(config: Config, given: readonly string[]): Config {
  const { variables } = config;
  const problems: Diagnostic[] = [];
  const values = given.flatMap((text) => {
    const [, name = '', written = ''] = /^(\w+)=([^]*)$/.exec(text) ?? [];
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = variable && parseVariable(variable.type, written);
    if (variable && value !== undefined) return [[name, { ...variable, value }] as const];
    const reason = !name ? 'is not NAME=VALUE' : variable ? `must be of type ${variable.type}` : 'is no variable of the config';
    const known = Object.keys(variables);
    problems.push(problem('invalid-variable', { text, reason, known, suggestions: variable ? [] : similar(name, known) }));
    return [];
  });
  if (problems.length) throw new MigsqlError(problems);
  return { ...config, variables: { ...variables, ...Object.fromEntries(values) } };
}
