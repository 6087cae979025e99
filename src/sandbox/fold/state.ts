import type { Place } from '../../diagnostics.ts';
import { type Cursor, advance, isPunctuator, tokenText } from '../cursor.ts';

/** A name that the module has bound, with what it costs to use it again. */
export interface Binding {
  readonly value: unknown;
  readonly weight: number;
  /** Whether there are ops in it. */
  readonly hasOps?: boolean;
}

/** A module while it is folded. */
export interface Folding {
  readonly cursor: Cursor;
  readonly placeOf: (offset: number) => Place;
  readonly bindings: Map<string, Binding | (() => Binding)>;
  /** What uses of bindings have cost so far: a bound value is copied in effect wherever it is used. */
  spent: number;
  /** How many ops have been met. */
  ops: number;
  /** The builders that take ops and leave them as they are. */
  readonly holders: ReadonlySet<unknown>;
  depth: number;
}

/** Thrown where the source is more than folding understands; the interpreter takes over. */
export const TOO_MUCH: unique symbol = Symbol('too much');

export function giveUp(): never {
  throw TOO_MUCH;
}

export const is = (folding: Folding, character: string): boolean => isPunctuator(folding.cursor, character);

export const isName = ({ cursor }: Folding, name: string): boolean =>
  cursor.kind === 'name' && cursor.end - cursor.start === name.length && cursor.text.startsWith(name, cursor.start);

export function next({ cursor }: Folding): void {
  if (advance(cursor) === 'unclear') giveUp();
}

export function take(folding: Folding, character: string): void {
  if (!is(folding, character)) giveUp();
  next(folding);
}

export function takeWord(folding: Folding, name: string): void {
  if (!isName(folding, name)) giveUp();
  next(folding);
}

/** The name that stands here. */
export function takeName(folding: Folding): string {
  const { cursor } = folding;
  if (cursor.kind !== 'name') giveUp();
  const name = tokenText(cursor);
  next(folding);
  return name;
}

/** Bound values may be used until so much has been copied; a chain of doublings ends here. */
const MOST_COPIED = 50_000_000;

export function spend(folding: Folding, weight: number): void {
  folding.spent += weight;
  if (folding.spent > MOST_COPIED) giveUp();
}
