import { type Fragment, type Literal, type Part, isFragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Column } from '../schema/table.ts';
import type { Index, IndexKey } from '../schema/table-index.ts';

/** TypeScript text of a builder's call; arguments that are undefined at the end are left out. */
export function call(builder: string, ...args: readonly (string | undefined)[]): string {
  const last = args.findLastIndex((arg) => arg !== undefined);
  return `${builder}(${args.slice(0, last + 1).map((arg) => arg ?? 'undefined').join(', ')})`;
}

/** A single-quoted TypeScript text. */
export function text(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)}'`;
}

export const texts = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`;

export const items = (values: readonly string[]): string => `[${values.join(', ')}]`;

/** An object's text from the fields that are there, or nothing for none. */
export function options(fields: Readonly<Record<string, string | undefined>>): string | undefined {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (present.length === 0) return undefined;
  return `{ ${present.map(([key, value]) => `${property(key)}: ${value}`).join(', ')} }`;
}

/** As `options`, of values as they are; what is undefined is left out. */
export const settings = (fields: Readonly<Record<string, unknown>>): string | undefined =>
  options(
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, value === undefined ? undefined : data(value)]),
    ),
  );

const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key));

/** Any JSON value as TypeScript; a fragment as the template that makes it. */
export function data(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return items(value.map(data));
  if (isFragment(value)) return fragmentSource(value);
  if (typeof value === 'object' && value !== null) {
    return options(Object.fromEntries(Object.entries(value).map(([key, field]) => [key, data(field)]))) ?? '{}';
  }
  return JSON.stringify(value) ?? 'undefined';
}

export const nameSource = ({ schema, name }: ObjectName): string =>
  schema === undefined ? text(name) : data({ schema, name });

function literalSource(value: Literal): string {
  if (typeof value === 'object' && value !== null) {
    if ('bigint' in value) return `${value.bigint}n`;
    if ('bytes' in value) return `new Uint8Array(${items(hexBytes(value.bytes))})`;
    return call('json', data(value.json));
  }
  return data(value);
}

const hexBytes = (hex: string): string[] => (hex.match(/../g) ?? []).map((pair) => `0x${pair}`);

export const valueSource = (value: Literal | Fragment): string =>
  isFragment(value) ? fragmentSource(value) : literalSource(value);

export function fragmentSource(fragment: Fragment): string {
  const [only] = fragment.sql;
  if (fragment.sql.length === 1 && only !== undefined && typeof only !== 'string') return partSource(only);
  const body = fragment.sql.map((part) => (typeof part === 'string' ? templateText(part) : `\${${partSource(part)}}`));
  return `sql\`${body.join('')}\``;
}

const templateText = (value: string): string => value.replace(/[\\`]|\$\{/g, (match) => `\\${match}`);

function partSource(part: Exclude<Part, string>): string {
  if ('name' in part) return call('name', ...part.name.map(text));
  if ('literal' in part) return call('literal', literalSource(part.literal), part.as && typeSource(part.as));
  if ('type' in part) return call('type', typeSource(part.type));
  if ('call' in part) return call(part.call);
  if ('nextValue' in part) return call('nextValue', nameSource(part.nextValue));
  const cases = Object.entries(part.forDialect).map(([dialect, fragment]) => [dialect, fragmentSource(fragment)]);
  return call('sqlFor', options(Object.fromEntries(cases)) ?? '{}');
}

export function typeSource(type: ColumnType): string {
  const builder = `types.${type.type}`;
  switch (type.type) {
    case 'string':
      return call(builder, String(type.length));
    case 'numeric':
      return call(builder, String(type.precision), String(type.scale));
    case 'timestamp':
      return call(builder, type.zone ? '{ zone: true }' : undefined);
    case 'binary':
      return call(builder, type.length?.toString());
    case 'enum':
      return call(builder, text(type.name), texts(type.values), settings({ schema: type.schema }));
    case 'native':
      return call(builder, data(type.sql));
    default:
      return call(builder);
  }
}

export function columnSource(column: Column): string {
  const { name, type, nullable, default: value, identity, ...rest } = column;
  const fields = options({
    nullable: nullable ? undefined : 'false',
    default: value === undefined ? undefined : valueSource(value),
    identity: identity && (Object.keys(identity).length ? data(identity) : 'true'),
    ...Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, data(each)])),
  });
  return call('column', text(name), typeSource(type), fields);
}

export function constraintSource(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique': {
      const { kind, columns, ...rest } = constraint;
      return call(kind, texts(columns), settings(rest));
    }
    case 'check': {
      const { kind, expression, ...rest } = constraint;
      return call(kind, fragmentSource(expression), settings(rest));
    }
    case 'exclusion': {
      const { kind: _, elements, ...rest } = constraint;
      return call('exclude', data(elements), settings(rest));
    }
    case 'foreignKey': {
      const { kind, columns, references, ...rest } = constraint;
      return call(kind, texts(columns), nameSource(references.table), texts(references.columns), settings(rest));
    }
  }
}

export function indexKeySource({ order, ...key }: IndexKey): string {
  const { nulls, collation, on } = key;
  const what = 'column' in key ? text(key.column) : fragmentSource(key.expression);
  const fields = settings({ nulls, collation, on });
  if (order) return call(order, what, fields);
  return fields === undefined ? what : data(key);
}

/** An index in `createTable`. */
export function indexSource({ keys, unique, ...rest }: Index): string {
  return call('index', items(keys.map(indexKeySource)), settings({ ...rest, unique: unique || undefined }));
}

/** The settings of an op that changes rows. */
export const rowSettingsSource = ({ types, ...rest }: {
  readonly types?: { readonly [column: string]: ColumnType } | undefined;
  readonly expect?: unknown;
  readonly reverse?: unknown;
}): string | undefined =>
  options({
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value === undefined ? undefined : data(value)])),
    types: types && typesSource(types),
  });

/** Types by column. */
export const typesSource = (types: { readonly [column: string]: ColumnType }): string =>
  options(Object.fromEntries(Object.entries(types).map(([column, type]) => [column, typeSource(type)]))) ?? '{}';
