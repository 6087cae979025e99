import type { ObjectName } from '../schema/name.ts';
import { type Fragment, type Literal, type Value, isFragment, toLiteral } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import { type TableRef, toTableName } from './builders.ts';

/**
 * What one field of a custom op takes (`In`) and gives its functions (`Out`). Plain functions, and not the compiler's
 * checks: these run in the sandbox, whose start every render pays for; what they leave is checked with the op.
 */
export interface Field<In = unknown, Out = unknown> {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  readonly convert: (value: never) => Out;
  readonly optional?: true;
  /** For the type alone. */
  readonly takes?: In;
}

export interface OptionalField<In = unknown, Out = unknown> extends Field<In, Out> {
  readonly optional: true;
}

export interface Shape {
  readonly [field: string]: Field;
}

type Optional<S extends Shape> = { [K in keyof S]: S[K] extends OptionalField ? K : never }[keyof S];
type In<F> = F extends Field<infer T, unknown> ? T : never;
type Out<F> = F extends Field<unknown, infer T> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] };

/** What the builder of a custom op takes. */
export type Given<S extends Shape> = Flat<
  { readonly [K in Exclude<keyof S, Optional<S>>]: In<S[K]> } & { readonly [K in Optional<S>]?: In<S[K]> | undefined }
>;

/** What the functions of a custom op are given. */
export type Params<S extends Shape> = Flat<
  { readonly [K in Exclude<keyof S, Optional<S>>]: Out<S[K]> } & { readonly [K in Optional<S>]?: Out<S[K]> }
>;

const field = <In, Out = In>(
  expected: string,
  accepts: (value: unknown) => boolean,
  convert: (value: In) => Out = (value) => value as unknown as Out,
): Field<In, Out> => ({ expected, accepts, convert });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '' && !value.includes('\0');

const isTable = (value: unknown): boolean =>
  isName(value) ||
  (isObject(value) && isName(value['name']) && (value['schema'] === undefined || isName(value['schema'])));

const isValue = (value: unknown): boolean =>
  value === null ||
  ['string', 'boolean', 'bigint'].includes(typeof value) ||
  Number.isFinite(value) ||
  value instanceof Uint8Array ||
  (isObject(value) && 'json' in value);

/** The fields of a custom op. */
export const shape = {
  /** A name: of a role, a column, a thing of the project's own. */
  name: () => field<string>('a name', isName),
  /** A table or another object of the database: its name, or `{ schema, name }`. */
  table: () => field<TableRef, ObjectName>("a table's name, or { schema, name }", isTable, toTableName),
  text: () => field<string>('a text', (value) => typeof value === 'string'),
  integer: () => field<number>('an integer', Number.isSafeInteger),
  boolean: () => field<boolean>('true or false', (value) => typeof value === 'boolean'),
  /** A value to be written as a literal. */
  value: () => field<Value, Literal>('a literal', isValue, toLiteral),
  /** SQL: an expression, a condition, a body. */
  fragment: () => field<Fragment>('a fragment: sql`…`, name(), literal(), raw()', isFragment),
  type: () => field<ColumnType>('one of types.…()', (value) => isObject(value) && typeof value['type'] === 'string'),
  oneOf: <const T extends string>(...choices: readonly T[]) =>
    field<T>(`one of ${choices.map((each) => `'${each}'`).join(', ')}`, (value) => choices.includes(value as T)),
  /** At least one; without any, leave an optional field out. */
  list: <In, Out>(item: Field<In, Out>): Field<readonly In[], readonly Out[]> =>
    field<readonly In[], readonly Out[]>(
      `a list, not empty, of: ${item.expected}`,
      (value) => Array.isArray(value) && value.length > 0 && value.every(item.accepts),
      (items) => items.map(item.convert as (value: In) => Out),
    ),
  optional: <In, Out>(item: Field<In, Out>): OptionalField<In, Out> => ({ ...item, optional: true }),
};

/** The parameters as functions of the op take them. Throws where they do not fit, for the caller's line to be named. */
export function parametersOf<S extends Shape>(op: string, fields: S, given: unknown): Params<S> {
  if (!isObject(given)) {
    throw new TypeError(`${op}: expected { ${Object.keys(fields).join(', ')} }, got ${show(given)}`);
  }
  const wrong = [
    ...Object.entries(fields).flatMap(([name, { expected, accepts, optional }]) => {
      const value = given[name];
      if (value === undefined) return optional ? [] : [`${name}: is missing, expected ${expected}`];
      return accepts(value) ? [] : [`${name}: expected ${expected}, got ${show(value)}`];
    }),
    ...Object.keys(given).flatMap((name) => (Object.hasOwn(fields, name) ? [] : [`${name}: no such field`])),
  ];
  if (wrong.length) throw new TypeError(`${op}: ${wrong.join('; ')}`);
  const present = Object.entries(fields).filter(([name]) => given[name] !== undefined);
  return Object.fromEntries(present.map(([name, { convert }]) => [name, convert(given[name] as never)])) as Params<S>;
}

/** A value for people, short. */
export function show(value: unknown): string {
  const spelt = (_: string, each: unknown): unknown => (typeof each === 'bigint' ? `${each}n` : each);
  const text = JSON.stringify(value, spelt) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
