import { type Fragment, type Literal, type Part, isFragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { ObjectName } from '../schema/name.ts';
import type { Column, Generated, Table } from '../schema/table.ts';
import type { Index, IndexKey } from '../schema/table-index.ts';
import { type Code, call, given, imported, list, listInLines, object, pieces, templateText, text, texts } from '../typescript/index.ts';

/** An object of the fields that are there, or nothing for none. */
export function options(fields: Readonly<Record<string, Code | undefined>>): Code | undefined {
  return Object.values(fields).some((value) => value !== undefined) ? object(fields) : undefined;
}

/** As `options`, of values as they are; what is undefined is left out. */
export const settings = (fields: Readonly<Record<string, unknown>>): Code | undefined => options(fieldsOf(fields));

/** The fields of a value as they are; what is undefined is left out. */
export const fieldsOf = (value: object): Readonly<Record<string, Code | undefined>> =>
  Object.fromEntries(Object.entries(value).map(([key, field]) => [key, field === undefined ? undefined : data(field)]));

/** Any JSON value as TypeScript; a fragment as the template that makes it. */
export function data(value: unknown): Code {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return list(value.map(data));
  if (isFragment(value)) return fragmentSource(value);
  if (typeof value === 'object' && value !== null) return object(fieldsOf(value));
  return JSON.stringify(value) ?? 'undefined';
}

export const nameSource = ({ schema, name }: ObjectName): Code =>
  schema === undefined ? text(name) : data({ schema, name });

function literalSource(value: Literal): Code {
  if (typeof value === 'object' && value !== null) {
    if ('bigint' in value) return `${value.bigint}n`;
    if ('bytes' in value) return pieces('new Uint8Array', given(list(hexBytes(value.bytes), 'fill')));
    return call('json', data(value.json));
  }
  return data(value);
}

const hexBytes = (hex: string): readonly string[] => (hex.match(/../g) ?? []).map((pair) => `0x${pair}`);

export const valueSource = (value: Literal | Fragment): Code =>
  isFragment(value) ? fragmentSource(value) : literalSource(value);

/** SQL where a plain text stands for itself: a text of one line as one. */
export function sqlSource(fragment: Fragment): Code {
  const [only, ...more] = fragment.sql;
  return typeof only === 'string' && more.length === 0 && !only.includes('\n') ? text(only) : fragmentSource(fragment);
}

export function fragmentSource(fragment: Fragment): Code {
  const [only] = fragment.sql;
  if (fragment.sql.length === 1 && only !== undefined && typeof only !== 'string') return partSource(only);
  const body = fragment.sql.map((part) => (typeof part === 'string' ? templateText(part) : pieces('${', partSource(part), '}')));
  return pieces(imported('sql'), '`', ...body, '`');
}

function partSource(part: Exclude<Part, string>): Code {
  if ('name' in part) return call('name', ...part.name.map(text));
  if ('literal' in part) return call('literal', literalSource(part.literal), part.as && typeSource(part.as));
  if ('type' in part) return call('type', typeSource(part.type));
  if ('call' in part) return call(part.call);
  if ('variable' in part) return call('variable', text(part.variable));
  if ('nextValue' in part) return call('nextValue', nameSource(part.nextValue));
  const cases = Object.entries(part.forDialect).map(([dialect, fragment]) => [dialect, fragmentSource(fragment)]);
  return call('sqlFor', object(Object.fromEntries(cases)));
}

export function typeSource(type: ColumnType): Code {
  const made = (...args: readonly (Code | undefined)[]): Code => pieces(imported('types'), `.${type.type}`, given(...args));
  switch (type.type) {
    case 'string':
      return made(String(type.length));
    case 'numeric':
      return made(String(type.precision), String(type.scale));
    case 'timestamp':
      return made(type.zone ? '{ zone: true }' : undefined);
    case 'binary':
      return made(type.length?.toString());
    case 'enum':
      return made(text(type.name), texts(type.values), settings({ schema: type.schema }));
    case 'native':
      return made(data(type.sql));
    default:
      return made();
  }
}

/** `more`: settings that are no fields of a column. */
export function columnSource(column: Column, more: Readonly<Record<string, Code>> = {}): Code {
  const { name, type, nullable, default: value, identity, generated, ...rest } = column;
  const fields = options({
    nullable: nullable ? undefined : 'false',
    default: value === undefined ? undefined : valueSource(value),
    identity: identity && (Object.keys(identity).length ? data(identity) : 'true'),
    generated: generated && generatedSource(generated),
    ...fieldsOf(rest),
    ...more,
  });
  return call('column', text(name), typeSource(type), fields);
}

export const generatedSource = ({ expression, ...rest }: Generated): Code =>
  Object.keys(rest).length ? data({ expression, ...rest }) : fragmentSource(expression);

export function constraintSource(constraint: Constraint): Code {
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

export function indexKeySource({ order, ...key }: IndexKey): Code {
  const { nulls, collation, on } = key;
  const what = 'column' in key ? text(key.column) : fragmentSource(key.expression);
  const fields = settings({ nulls, collation, on });
  if (order) return call(order, what, fields);
  return fields === undefined ? what : data(key);
}

/** An index in `createTable`. */
export function indexSource({ keys, unique, ...rest }: Index): Code {
  return call('index', list(keys.map(indexKeySource)), settings({ ...rest, unique: unique || undefined }));
}

/** What a table is made of: its columns, constraints and indexes, each in a line. */
export const contentsSource = ({ columns, constraints, indexes }: Pick<Table, 'columns' | 'constraints' | 'indexes'>): Code =>
  listInLines([
    ...columns.map((each) => columnSource(each)),
    ...constraints.map(constraintSource),
    ...indexes.map(indexSource),
  ]);

/** The settings of an op that changes rows. */
export const rowSettingsSource = ({ types, ...rest }: {
  readonly types?: { readonly [column: string]: ColumnType } | undefined;
  readonly expect?: unknown;
  readonly reverse?: unknown;
}): Code | undefined =>
  options({
    ...fieldsOf(rest),
    types: types && typesSource(types),
  });

/** Types by column. */
export const typesSource = (types: { readonly [column: string]: ColumnType }): Code =>
  object(Object.fromEntries(Object.entries(types).map(([column, type]) => [column, typeSource(type)])));
