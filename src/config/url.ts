import { hasPassword } from '../database/url.ts';
import { problem } from '../errors.ts';
import type { Flaw } from './flaw.ts';
import { type Path, showPath } from './path.ts';
import { type CheckedSource, isObject } from './shape.ts';

/** What a config says of its database. */
export interface ConfigUrl {
  /** Nothing where the variable is not set. It may hold a password, and is shown nowhere. */
  readonly text?: string;
  /** The environment variable that it comes from. */
  readonly variable?: string;
}

const isUrlOf = (path: Path, target: boolean): boolean => path.length === (target ? 3 : 1) && path.at(-1) === 'url';

/** Whether a path of the config is that of a database's URL: its own, or a target's. */
export const isUrlPath = (path: Path): boolean => isUrlOf(path, path[0] === 'targets');

/** What a target says of its database, or else what all say: of a variable its name as well. */
export function urlOf({ url: common, targets = {} }: CheckedSource, target: string | undefined, variables: ReadonlyMap<string, string>): ConfigUrl | undefined {
  const own = targets[target ?? ''];
  const isOwn = own !== undefined && 'url' in own;
  const text = isOwn ? own.url : common;
  const variable = variables.get(showPath(isOwn ? ['targets', target ?? '', 'url'] : ['url']));
  // A variable that is set to nothing is not set.
  return text || variable !== undefined ? { ...(text && { text }), ...(variable !== undefined && { variable }) } : undefined;
}

/** Passwords that stand in the config itself, where they would be committed; a default of a variable does as well. */
export function literalPasswords(data: unknown): readonly Flaw[] {
  const targets = isObject(data) && 'targets' in data && isObject(data.targets) ? Object.entries(data.targets) : [];
  const places: readonly (readonly [Path, unknown])[] = [[[], data], ...targets.map(([name, own]): [Path, unknown] => [['targets', name], own])];
  return places.flatMap(([path, object]) => {
    const url = isObject(object) && 'url' in object ? object.url : undefined;
    const literal = isObject(url) && 'default' in url ? url.default : url;
    return typeof literal === 'string' && hasPassword(literal) ? [literalPassword([...path, 'url'])] : [];
  });
}

const literalPassword = (path: Path): Flaw => ({
  path,
  at: (place) =>
    problem(
      'invalid-config',
      {
        path: showPath(path),
        reason: 'a password stands in it, and would be committed',
        instead: "Put the URL into an environment variable: url: env('DATABASE_URL'); or leave the password out, and give it in MIGSQL_PASSWORD.",
      },
      place,
    ),
});
