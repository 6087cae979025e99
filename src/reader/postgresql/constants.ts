import type { A_Const, Node, TypeName } from 'libpg-query';
import { DIALECTS } from '../../dialects/index.ts';
import { writeType } from '../../dialects/write.ts';
import type { Default } from '../../schema/table.ts';
import { type Literal, raw } from '../../sql/fragment.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Context, parseType, sameNodes } from './context.ts';
import { asKind, isKind } from './nodes.ts';

/** A default as an author would write it: a plain value of the column's type, or an expression; `null` for NULL. */
export function defaultOf(node: Node | undefined, text: string, type: ColumnType | undefined, context: Context): Default {
  const value = isKind(node, 'TypeCast') ? castValue(node, type, context) : constantValue(node, type);
  return value === undefined ? raw(text) : value;
}

/** `DATE '2024-02-29'`, `'low'::priority`: the column's own type adds nothing to the value. */
function castValue(node: Node | undefined, type: ColumnType | undefined, context: Context): Literal | undefined {
  const { arg, typeName } = asKind(node, 'TypeCast');
  return type && isTypeOf(typeName, type, context) ? constantValue(arg, type) : undefined;
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar', 'bpchar']);

function isTypeOf(cast: TypeName | undefined, type: ColumnType, context: Context): boolean {
  const name = asKind(cast?.names?.at(-1), 'String').sval ?? '';
  if (type.type === 'string' || type.type === 'text') return TEXTS.has(name) && !cast?.typmods && !cast?.arrayBounds;
  return sameNodes(cast, parseType(writeType(DIALECTS.postgresql, type), context));
}

function constantValue(node: Node | undefined, type: ColumnType | undefined): Literal | undefined {
  if (!isKind(node, 'A_Const')) return undefined;
  const constant: A_Const = asKind(node, 'A_Const');
  if (constant.isnull) return null;
  if ('boolval' in constant) return fits(type, BOOLEANS) ? (constant.boolval?.boolval ?? false) : undefined;
  if ('ival' in constant) return fits(type, NUMBERS) ? (constant.ival?.ival ?? 0) : undefined;
  if ('fval' in constant) return fits(type, NUMBERS) ? numberOf(constant.fval?.fval ?? '') : undefined;
  return 'sval' in constant ? textValue(constant.sval?.sval ?? '', type) : undefined;
}

const BOOLEANS: ReadonlySet<string> = new Set(['boolean']);
const NUMBERS: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint', 'numeric', 'float', 'double']);
const WRITTEN_AS_TEXT: ReadonlySet<string> = new Set(['string', 'text', 'enum', 'date', 'time', 'timestamp', 'uuid']);

/** Of a column that no one knows, the value is taken as it stands. */
const fits = (type: ColumnType | undefined, types: ReadonlySet<string>): boolean => !type || types.has(type.type);

/** What JavaScript would write in another way is left as it is written. */
const numberOf = (text: string): number | undefined => (String(Number(text)) === text ? Number(text) : undefined);

function textValue(text: string, type: ColumnType | undefined): Literal | undefined {
  if (type?.type === 'json') return jsonValue(text);
  if (type?.type === 'binary') return /^\\x(?:[0-9a-f]{2})*$/.test(text) ? { bytes: text.slice(2) } : undefined;
  return fits(type, WRITTEN_AS_TEXT) ? text : undefined;
}

function jsonValue(text: string): Literal | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return JSON.stringify(json) === text ? { json } : undefined;
  } catch {
    return undefined;
  }
}
