import * as v from 'valibot';
import { problem } from '../errors.ts';
import { TRANSACTION_MODES } from '../plan/plan.ts';
import { DIALECT_NAMES } from '../sql/dialect-name.ts';
import { similar } from '../similar.ts';
import type { Filled } from './environment.ts';
import type { Flaw } from './flaw.ts';
import { type Path, showPath } from './path.ts';

/** A list where one value may stand alone; the path of a single one has no index. */
const oneOrMore = <const Item extends v.GenericSchema>(item: Item) =>
  v.lazy((input) => (Array.isArray(input) ? v.pipe(v.array(item), v.nonEmpty('must not be empty')) : item));

/** An object with these keys and no others; entries without a prototype, or 'constructor' would be known. */
const strict = <const Entries extends v.ObjectEntries>(entries: Entries, message: string) =>
  v.strictObject(Object.assign(Object.create(null) as Entries, entries), message);

const text = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));
const flag = v.boolean('must be true or false');
const dialect = v.picklist(DIALECT_NAMES, `must be one of ${DIALECT_NAMES.join(', ')}`);
const tableName = { schema: v.exactOptional(text), name: text };

const amount = (most: number) =>
  v.pipe(v.number('must be a number'), v.gtValue(0, 'must be above 0'), v.maxValue(most, `must not be above ${most}`));

const limits = {
  steps: v.exactOptional(amount(1_000_000)),
  seconds: v.exactOptional(amount(86_400)),
  megabytes: v.exactOptional(amount(4096)),
  stackKilobytes: v.exactOptional(amount(512)),
};

const top = {
  migrations: v.exactOptional(oneOrMore(text)),
  recursive: v.exactOptional(flag),
  dialect: v.exactOptional(oneOrMore(dialect)),
  versionTable: v.exactOptional(
    v.lazy((input) => (typeof input === 'object' ? strict(tableName, 'must be a text or { schema, name }') : text)),
  ),
  transaction: v.exactOptional(v.picklist(TRANSACTION_MODES, `must be one of ${TRANSACTION_MODES.join(', ')}`)),
  limits: v.exactOptional(strict(limits, 'must be an object')),
  cache: v.exactOptional(flag),
};

const schema = strict(top, 'must be an object');

/** The keys that an object of the config can have, by the object's path. */
const KEYS: { readonly [path: string]: readonly string[] } = {
  '': Object.keys(top),
  versionTable: Object.keys(tableName),
  limits: Object.keys(limits),
};

const CHOICES: { readonly [key: string]: readonly string[] } = { dialect: DIALECT_NAMES, transaction: TRANSACTION_MODES };

export type CheckedSource = v.InferOutput<typeof schema>;

/** Every wrong key and value; none means that `Filled.value` is a `CheckedSource`. */
export function checkSource({ value, variables, flaws }: Filled): { source: CheckedSource } | { flaws: readonly Flaw[] } {
  const result = v.safeParse(schema, value);
  if (result.success && flaws.length === 0) return { source: result.output };
  const known = new Set(flaws.map(({ path }) => showPath(path)));
  const found = (result.issues ?? []).map((issue) => flawOf(issue, variables));
  return { flaws: [...flaws, ...found.filter(({ path }) => !known.has(showPath(path)))] };
}

type Issue = v.BaseIssue<unknown>;

function flawOf(issue: Issue, variables: Filled['variables']): Flaw {
  const path: Path = (issue.path ?? []).map(({ key }) => key as string | number);
  const at = showPath(path);
  const prose = explain(issue, path, variables.get(at));
  return { path, at: (place) => problem('invalid-config', { path: at, ...prose }, place) };
}

function explain(issue: Issue, path: Path, variable: string | undefined): { reason: string; instead: string } {
  const key = String(path.at(-1) ?? '');
  if (issue.expected === 'never') return { reason: 'no such key', instead: whichKey(key, path) };
  if (issue.received === 'undefined') return { reason: 'is missing', instead: `Add '${key}'.` };
  // What comes from the environment may be a secret.
  if (variable !== undefined) return { reason: issue.message, instead: `Correct the value of ${variable}.` };
  const shown = JSON.stringify(issue.input) ?? String(issue.input);
  const near = similar(String(issue.input), CHOICES[String(path[0])] ?? []);
  return {
    reason: `${issue.message}, not ${shown.length > 60 ? issue.received : shown}`,
    instead: near.length ? `Did you mean ${near.join(', ')}?` : "See 'Config' in docs/cli.md.",
  };
}

function whichKey(key: string, path: Path): string {
  const known = KEYS[showPath(path.slice(0, -1))] ?? [];
  const near = similar(key, known);
  return near.length ? `Did you mean ${near.join(', ')}?` : `The keys here are ${known.join(', ')}.`;
}
