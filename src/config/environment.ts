import { problem } from '../errors.ts';
import type { Flaw } from './flaw.ts';
import { type Path, showPath } from './path.ts';
import { isUrlPath } from './url.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Filled {
  readonly value: unknown;
  /** Which variable stands at a path: a value from there is never shown. */
  readonly variables: ReadonlyMap<string, string>;
  readonly flaws: readonly Flaw[];
}

/**
 * The data with every `{ $env: NAME, default? }` in it replaced by the variable's value. The variable of a database's URL may
 * be missing: most commands connect to nothing.
 */
export function fillIn(data: unknown, environment: Environment): Filled {
  const variables = new Map<string, string>();
  const flaws: Flaw[] = [];
  const fill = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item, index) => fill(item, [...path, index]));
    if (!('$env' in value)) {
      return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, fill(field, [...path, key])]));
    }
    const variable = String(value.$env);
    const found = environment[variable] ?? ('default' in value ? value.default : undefined);
    const at = showPath(path);
    variables.set(at, variable);
    if (found === undefined && !isUrlPath(path)) {
      flaws.push({ path, at: (place) => problem('missing-variable', { path: at, variable }, place) });
    }
    return found;
  };
  return { value: fill(data, []), variables, flaws };
}
