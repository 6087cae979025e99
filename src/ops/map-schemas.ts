import type { SchemaMap } from '../schema/name.ts';
import type { Op } from './index.ts';
import { isByColumn, isDocument, isRecord } from './walk.ts';

/** The op with another schema for each that the map names, in whatever it refers to: hand-written text stays as it is. */
export function withSchemas<T>(value: T, map: SchemaMap, byColumn = false): T {
  if (Array.isArray(value)) return value.map((item) => withSchemas(item, map)) as T;
  if (!isRecord(value) || (!byColumn && isDocument(value))) return value;
  const mapped = Object.entries(value).map(([key, field]): [string, unknown] => {
    if (byColumn) return [key, withSchemas(field, map)];
    if (key === 'literal') return [key, field];
    return [key, isSchema(value, key) ? mappedName(field, map) : withSchemas(field, map, isByColumn(key))];
  });
  return Object.fromEntries(mapped) as T;
}

/** Whether a field names a schema: any that is called so, those of ops and grants of schemas, and a path of names. */
const isSchema = (record: Readonly<Record<string, unknown>>, key: string): boolean =>
  key === 'schema' || (key === 'name' && (SCHEMA_OPS.includes(record['op']) || record['kind'] === 'schema' || isPath(record['name'])));

const SCHEMA_OPS: readonly unknown[] = ['createSchema', 'dropSchema'] satisfies Op['op'][];

const isPath = (name: unknown): boolean => Array.isArray(name) && name.length > 1;

function mappedName(name: unknown, map: SchemaMap): unknown {
  if (typeof name === 'string') return Object.hasOwn(map, name) ? map[name] : name;
  if (Array.isArray(name)) return [mappedName(name[0], map), ...name.slice(1)];
  return isRecord(name) ? { ...name, name: mappedName(name['name'], map) } : name;
}

/** A schema of the map that an op names in hand-written text, where the map does not reach. */
export function schemaInText(op: Op, map: SchemaMap): string | undefined {
  const found = Object.keys(map).map((schema): [string, RegExp] => [schema, mention(schema)]);
  if (found.length === 0) return undefined;
  const texts = textsIn(op);
  return found.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0];
}

/** Before a dot, or behind a word that is followed by schemas. */
function mention(schema: string): RegExp {
  const name = `(?<![\\w$])${schema.replace(/[^\w]/g, '\\$&')}(?![\\w$])`;
  return new RegExp(`${name}["\`\\]]?\\s*\\.|\\b(?:schema|search_path)\\b[^;]*?${name}`, 'i');
}

/** The texts of fragments and of types. */
function textsIn(value: unknown, byColumn = false): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item));
  if (!isRecord(value) || (!byColumn && isDocument(value))) return [];
  return Object.entries(value).flatMap(([key, field]) => [
    ...(key === 'sql' && !byColumn ? stringsOf(field) : []),
    ...textsIn(field, !byColumn && isByColumn(key)),
  ]);
}

const stringsOf = (sql: unknown): readonly string[] =>
  typeof sql === 'string' ? [sql] : Object.values(Object(sql)).filter((part) => typeof part === 'string');
