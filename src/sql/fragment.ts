import type { PerDialect } from './dialect-name.ts';
import type { ColumnType } from './types.ts';

/** A value that can be written as an SQL literal. `bigint` and `bytes` (hex digits) travel as text. */
export type Literal =
  | null
  | boolean
  | number
  | string
  | { readonly bigint: string }
  | { readonly bytes: string }
  | { readonly json: unknown };

/** Functions that every dialect has, each under its own name. */
export type CommonFunction = 'now' | 'today' | 'uuid';

/** A piece of SQL: text as it stands, or something that the dialect writes. */
export type Part =
  | string
  | { readonly name: readonly string[] }
  | { readonly literal: Literal; readonly as?: ColumnType }
  | { readonly type: ColumnType }
  | { readonly call: CommonFunction }
  | { readonly nextValue: { readonly schema?: string; readonly name: string } }
  | { readonly variable: string }
  | { readonly forDialect: PerDialect<Fragment> };

/** SQL as a list of parts: nothing is quoted or chosen before the dialect is known. */
export interface Fragment {
  readonly sql: readonly Part[];
}

export function isFragment(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null && Array.isArray((value as Fragment).sql);
}

/**
 * `` sql`…` ``: the text stands as written, holes take fragments only. A bare string in a hole is a
 * type error, since it could be a name, a literal or SQL: say which with `name()`, `literal()` or `raw()`.
 */
export function sql(texts: TemplateStringsArray, ...holes: readonly Fragment[]): Fragment {
  const parts: Part[] = [];
  texts.forEach((text, index) => {
    if (text === undefined) throw new TypeError(`sql\`…\` holds an invalid escape: ${texts.raw[index]}`);
    parts.push(text);
    if (index < holes.length) parts.push(...fragmentParts(holes[index]));
  });
  return { sql: joined(parts) };
}

/** Neighbouring texts as one and no empty ones, so that equal SQL is equal data. */
function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

function fragmentParts(hole: unknown): readonly Part[] {
  if (isFragment(hole)) return hole.sql;
  throw new TypeError(
    `a hole of sql\`…\` takes name(), literal(), raw(), type(), list() or another fragment, not ${JSON.stringify(hole)}`,
  );
}

/** An identifier, or a dotted path of them: `name('app', 'account')`; `name(table)` of a `{ schema, name }`. */
export const name = (...path: readonly (string | Named)[]): Fragment => ({ sql: [{ name: path.flatMap(pathOf) }] });

interface Named {
  readonly schema?: string;
  readonly name: string;
}

const pathOf = (part: string | Named): readonly string[] => {
  if (typeof part !== 'object' || part === null) return [part];
  return part.schema === undefined ? [part.name] : [part.schema, part.name];
};

/** A value, written safely for the dialect; `as` decides the form where the value alone does not. */
export const literal = (value: Value, as?: ColumnType): Fragment => ({
  sql: [{ literal: toLiteral(value), ...(as && { as }) }],
});

/** SQL text as it stands. */
export const raw = (text: string): Fragment => ({ sql: [text] });

/** The dialect's name of a type, as in `cast(x as ${type(types.text())})`. */
export const type = (columnType: ColumnType): Fragment => ({ sql: [{ type: columnType }] });

/** Fragments joined by a comma. */
export const list = (fragments: readonly Fragment[]): Fragment => ({
  sql: joined(fragments.flatMap((fragment, index) => (index ? [', ', ...fragment.sql] : fragment.sql))),
});

/** A fragment per dialect; `default` stands for the dialects not named. */
export const sqlFor = (cases: PerDialect<Fragment>): Fragment => ({ sql: [{ forDialect: cases }] });

/** The time of the statement or transaction, as the database's own `CURRENT_TIMESTAMP`. */
export const now = (): Fragment => ({ sql: [{ call: 'now' }] });

/** The current date. */
export const today = (): Fragment => ({ sql: [{ call: 'today' }] });

/** A new random UUID, made by the database. */
export const uuid = (): Fragment => ({ sql: [{ call: 'uuid' }] });

/** The next number of a sequence: as a default, or in a statement. */
export const nextValue = (sequence: string | { readonly schema?: string; readonly name: string }): Fragment => ({
  sql: [{ nextValue: typeof sequence === 'string' ? { name: sequence } : sequence }],
});

/** The value of a variable of the config, written safely: it is known when a script is rendered. */
export const variable = (variableName: string): Fragment => ({ sql: [{ variable: variableName }] });

/** A JSON document, for a `json` column. */
export const json = (value: unknown): Literal => ({ json: value });

/** What authors may write where a literal stands. */
export type Value = Literal | bigint | Uint8Array;

export function toLiteral(value: Value): Literal {
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (value instanceof Uint8Array) return { bytes: [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
  return value;
}
