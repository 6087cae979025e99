import { type NameRules, type StoredToken, storedTokens } from './stored-text.ts';

/** What a dialect makes of the names of types. */
export interface TypeRules extends NameRules {
  /** The one name of a type that has several, in lower case: `int4` is `integer`. */
  readonly synonyms: { readonly [name: string]: string };
  /** What stands between the parentheses where nothing is said: `numeric(8)` is `numeric(8,0)`. */
  readonly whole: (name: string, args: readonly string[]) => readonly string[];
}

/** `numeric(8,2)` of `DECIMAL (8, 2)`; `timestamp with time zone(6)` of `timestamptz`. */
export function storedType(text: string, rules: TypeRules): string {
  const tokens = storedTokens(text, rules);
  const { open, close } = parentheses(tokens);
  const words = open < 0 ? tokens : [...tokens.slice(0, open), ...tokens.slice(close + 1)];
  const isSuffix = ({ text: each }: StoredToken): boolean => each === '[' || each === ']';
  const written = words.filter((each) => !isSuffix(each)).map((each) => each.text).join(' ').replaceAll(' . ', '.');
  const name = rules.synonyms[written] ?? written;
  const given = open < 0 ? [] : argumentsOf(tokens.slice(open + 1, close));
  const args = rules.whole(name, given);
  const suffix = words.filter(isSuffix).map((each) => each.text).join('');
  return `${name}${args.length ? `(${args.join(',')})` : ''}${suffix}`;
}

const parentheses = (tokens: readonly StoredToken[]): { readonly open: number; readonly close: number } => ({
  open: tokens.findIndex(({ text }) => text === '('),
  close: tokens.findLastIndex(({ text }) => text === ')'),
});

const argumentsOf = (tokens: readonly StoredToken[]): readonly string[] =>
  tokens.map(({ text }) => (text === ',' ? '\0' : text)).join(' ').split('\0').map((each) => each.trim());
