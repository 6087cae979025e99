import type { Literal } from '../sql/fragment.ts';

export const VARIABLE_TYPES = ['text', 'integer', 'number', 'boolean'] as const;

export type VariableType = (typeof VARIABLE_TYPES)[number];

/** A variable that migrations may name; what has no value must be given one where it is used. */
export interface Variable {
  readonly type: VariableType;
  readonly value?: Literal;
}

const PARSERS: { readonly [T in VariableType]: (text: string) => Literal | undefined } = {
  text: (text) => text,
  integer: (text) => (/^[+-]?\d+$/.test(text) ? integerOf(text) : undefined),
  number: (text) => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
};

function integerOf(text: string): Literal {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : { bigint: String(BigInt(text.replace(/^\+/, ''))) };
}

/** A text as a value of a type, or nothing where it is none. */
export const parseVariable = (type: VariableType, text: string): Literal | undefined => PARSERS[type](text);

/** What a config gives as a default, as a value of the type: a text too, since the environment has nothing else. */
export const variableValue = (type: VariableType, given: string | number | boolean): Literal | undefined =>
  type === 'text' && typeof given !== 'string' ? undefined : parseVariable(type, String(given));
