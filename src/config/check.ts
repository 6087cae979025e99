import * as v from 'valibot';
import { problem } from '../errors.ts';
import { similar } from '../similar.ts';
import type { Filled } from './environment.ts';
import type { Flaw } from './flaw.ts';
import { type Path, showPath } from './path.ts';
import { CHOICES, type CheckedSource, CONFIG_SHAPE, isObject, KEYS, TOP_KEYS } from './shape.ts';

export type { CheckedSource };

/** Every wrong key and value; none means that the data is a config. */
export function checkSource(
  { value, variables, flaws }: Filled,
): { readonly source: CheckedSource } | { readonly flaws: readonly Flaw[] } {
  const unknown = unknownEverywhere(value);
  const result = v.safeParse(CONFIG_SHAPE, value);
  if (result.success && flaws.length === 0 && unknown.length === 0) return { source: result.output };
  const known = new Set(flaws.map(({ path }) => showPath(path)));
  const wrong = (result.issues ?? []).map((issue) => flawOf(issue, variables));
  return { flaws: [...flaws, ...unknown, ...wrong.filter(({ path }) => !known.has(showPath(path)))] };
}

/** By patterns of paths: `*` is any key. */
const ALL_KEYS: readonly (readonly [pattern: string, known: readonly string[]])[] = [
  ['', TOP_KEYS],
  ...Object.entries(KEYS).filter(([pattern]) => pattern !== ''),
  ...Object.entries(KEYS).map(([pattern, known]): [string, readonly string[]] => [pattern ? `targets.*.${pattern}` : 'targets.*', known]),
];

const unknownEverywhere = (config: unknown): Flaw[] =>
  ALL_KEYS.flatMap(([pattern, known]) => pathsOf(config, pattern).flatMap((path) => unknownIn(held(config, path), path, known)));

/** The paths of a config that a pattern stands for; a list stands for its items. */
function pathsOf(config: unknown, pattern: string): readonly Path[] {
  const parts = pattern === '' ? [] : pattern.split('.');
  const paths = parts.reduce<readonly Path[]>(
    (above, part) => above.flatMap((path) => (part === '*' ? Object.keys(Object(held(config, path))) : [part]).map((key) => [...path, key])),
    [[]],
  );
  return paths.flatMap((path) => {
    const found = held(config, path);
    return Array.isArray(found) && path.length ? found.map((_, index) => [...path, index]) : [path];
  });
}

const held = (config: unknown, path: Path): unknown =>
  path.reduce((within, key) => (typeof within === 'object' && within !== null ? (within as Readonly<Record<string | number, unknown>>)[key] : undefined), config);

function unknownIn(object: unknown, path: Path, known: readonly string[]): Flaw[] {
  const unknown = isObject(object) ? Object.keys(object).filter((key) => !known.includes(key)) : [];
  const otherwise = `The keys here are ${known.join(', ')}.`;
  return unknown.map((key) => flaw([...path, key], 'no such key', didYouMean(key, known, otherwise)));
}

function flaw(path: Path, reason: string, instead: string): Flaw {
  return { path, at: (place) => problem('invalid-config', { path: showPath(path), reason, instead }, place) };
}

function didYouMean(written: string, known: readonly string[], otherwise: string): string {
  const near = similar(written, known);
  return near.length ? `Did you mean ${near.join(', ')}?` : otherwise;
}

function flawOf(issue: v.BaseIssue<unknown>, variables: Filled['variables']): Flaw {
  const path: Path = (issue.path ?? []).map(({ key }) => key as string | number);
  if (issue.received === 'undefined') return flaw(path, 'is missing', `Add '${path.at(-1)}'.`);
  // What comes from the environment may be a secret.
  const variable = variables.get(showPath(path));
  if (variable !== undefined) return flaw(path, issue.message, `Correct the value of ${variable}.`);
  const shown = JSON.stringify(issue.input) ?? String(issue.input);
  const choices = CHOICES[String(path[path[0] === 'targets' ? 2 : 0])] ?? [];
  const instead = didYouMean(String(issue.input), choices, "See 'Config' in docs/cli.md.");
  return flaw(path, `${issue.message}, not ${shown.length > 60 ? issue.received : shown}`, instead);
}
