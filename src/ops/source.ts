import { type Fragment, type Literal, type Part, isFragment } from '../sql/fragment.ts';
import type { ColumnType } from '../sql/types.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Column, TableName } from '../schema/table.ts';
import type { IndexKey } from '../schema/table-index.ts';

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

const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key));

/** Any JSON value as TypeScript. */
export function data(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return items(value.map(data));
  if (typeof value === 'object' && value !== null) {
    return options(Object.fromEntries(Object.entries(value).map(([key, field]) => [key, data(field)]))) ?? '{}';
  }
  return JSON.stringify(value) ?? 'undefined';
}

export const tableSource = (table: TableName): string =>
  table.schema === undefined ? text(table.name) : data({ schema: table.schema, name: table.name });

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
      return call(builder, text(type.name), texts(type.values));
    case 'native':
      return call(builder, data(type.sql));
    default:
      return call(builder);
  }
}

export function columnSource(column: Column): string {
  const fields = options({
    nullable: column.nullable ? undefined : 'false',
    default: column.default === undefined ? undefined : valueSource(column.default),
    identity: column.identity && (Object.keys(column.identity).length ? data(column.identity) : 'true'),
    comment: column.comment === undefined ? undefined : text(column.comment),
  });
  return call('column', text(column.name), typeSource(column.type), fields);
}

export function constraintSource(constraint: Constraint): string {
  const name = constraint.name === undefined ? undefined : text(constraint.name);
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique':
      return call(constraint.kind, texts(constraint.columns), options({ name }));
    case 'check':
      return call('check', fragmentSource(constraint.expression), options({ name }));
    case 'foreignKey': {
      const { columns, references, onDelete, onUpdate } = constraint;
      const fields = options({ name, onDelete: onDelete && text(onDelete), onUpdate: onUpdate && text(onUpdate) });
      return call('foreignKey', texts(columns), tableSource(references.table), texts(references.columns), fields);
    }
  }
}

export function indexKeySource(key: IndexKey): string {
  const what = 'column' in key ? text(key.column) : fragmentSource(key.expression);
  return key.order ? call(key.order, what) : what;
}
