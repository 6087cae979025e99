import type { DialectName } from '../../sql/dialect-name.ts';
import type { Piece } from '../../sql/lex/pieces.ts';
import type { ColumnType } from '../../sql/types.ts';
import type { TypeNames } from '../dialect.ts';

/** What a type's text stands for: a portable type, or the one spelling of a type that only the database has. */
export type Reading = ColumnType | string;

/**
 * The texts that stand for the same, in lower case and with `|` between them; an `n` is a number, which the reading is
 * given. A text with the number itself goes before.
 */
export interface Spellings {
  readonly [texts: string]: Reading | ((...numbers: readonly number[]) => Reading | undefined);
}

/** How a dialect's types are read. */
export interface TypeReader {
  readonly dialect: DialectName;
  /** How it writes those that are portable. */
  readonly names: TypeNames;
  readonly spellings: ReadonlyMap<string, Spellings[string]>;
  /** How it writes the words of a type that stands for itself alone. */
  readonly spell: (word: string) => string;
  /** Where quotes around a type's name change nothing. */
  readonly unquoted?: true;
  /** The schema of the database's own types, which may stand before their names. */
  readonly schema?: string;
  /** Of which type an array is one, where there are arrays. */
  readonly element?: (pieces: readonly Piece[]) => readonly Piece[] | undefined;
}

export const spellings = (written: Spellings): TypeReader['spellings'] =>
  new Map(Object.entries(written).flatMap(([texts, reading]) => texts.split('|').map((text) => [text, reading] as const)));

export const upperCase = (word: string): string => word.toUpperCase();
export const lowerCase = (word: string): string => word.toLowerCase();

/** The same with each of several words: `each(['int', 'integer'], '% unsigned')` */
export const each = (words: readonly string[], ...patterns: readonly string[]): string =>
  words.flatMap((word) => patterns.map((pattern) => pattern.replace('%', word))).join('|');
