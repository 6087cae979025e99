import type { Default } from '../schema/table.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { type CommonFunction, type Fragment, type Literal, raw } from '../sql/fragment.ts';
import { piecesOf, withoutParentheses } from '../sql/lex/pieces.ts';
import { textOf } from '../sql/lex/unquote.ts';
import type { ColumnType } from '../sql/types.ts';
import { Refusal } from './dialect.ts';
import { DIALECTS } from './index.ts';
import { writeLiteral } from './write.ts';

/**
 * What a column's default says, from the text behind DEFAULT or the catalogue's: a plain value that the type holds, a
 * function that every dialect has, or else the expression as it stands; nothing where it is NULL.
 */
export function readDefault(text: string, type: ColumnType, dialect: DialectName): Default | undefined {
  const bare = withoutParentheses(text, dialect);
  if (/^null(\s*::.*)?$/i.test(bare)) return undefined;
  return readLiteral(bare, type, dialect) ?? readExpression(bare, dialect);
}

/** A function that every dialect has, or the expression as it stands, without parentheses around all of it. */
export function readExpression(text: string, dialect: DialectName): Fragment {
  const bare = withoutParentheses(text, dialect);
  const functions = Object.entries(DIALECTS[dialect].functions) as readonly (readonly [CommonFunction, string])[];
  const called = functions.find(([, written]) => written.toUpperCase() === bare.toUpperCase())?.[0] ?? SYNONYMS[dialect]?.[bare.toLowerCase()];
  return called === undefined ? raw(bare) : { sql: [{ call: called }] };
}

/** https://www.postgresql.org/docs/current/functions-datetime.html, https://dev.mysql.com/doc/refman/8.4/en/date-and-time-functions.html */
const MYSQL_SYNONYMS = { 'now(6)': 'now', 'localtimestamp(6)': 'now', 'curdate()': 'today', 'current_date()': 'today' } as const;
const SYNONYMS: { readonly [D in DialectName]?: { readonly [written: string]: CommonFunction } } = {
  postgresql: { 'now()': 'now', 'transaction_timestamp()': 'now' },
  mysql: MYSQL_SYNONYMS,
  mariadb: MYSQL_SYNONYMS,
};

/** The plain value that a literal of the dialect is for a type; nothing where it is no literal, or not one of the type. */
export function readLiteral(text: string, type: ColumnType, dialect: DialectName): Literal | undefined {
  const value = valueOf(text, type, dialect);
  return value !== undefined && isTaken(value, type, dialect) ? value : undefined;
}

function isTaken(value: Literal, type: ColumnType, dialect: DialectName): boolean {
  try {
    writeLiteral(DIALECTS[dialect], value, type);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function valueOf(text: string, type: ColumnType, dialect: DialectName): Literal | undefined {
  const { quoted, bytes, plain } = takenApart(text, dialect);
  if (plain !== undefined) return type.type === 'boolean' ? BOOLEANS[plain.toLowerCase()] : numberOf(plain, type);
  if (bytes !== undefined) return type.type === 'uuid' ? hyphenated(bytes) : { bytes };
  if (quoted === undefined) return undefined;
  switch (type.type) {
    case 'boolean':
      return BOOLEANS[quoted.toLowerCase()];
    case 'json':
      return jsonOf(quoted);
    case 'binary':
      return quoted.startsWith('\\x') ? { bytes: quoted.slice(2) } : quoted === '' ? { bytes: '' } : undefined;
    default:
      return NUMBERS.has(type.type) ? numberOf(quoted, type) : quoted;
  }
}

const BOOLEANS: { readonly [text: string]: boolean } = { true: true, t: true, 1: true, false: false, f: false, 0: false };
const NUMBERS: ReadonlySet<ColumnType['type']> = new Set(['smallint', 'integer', 'bigint', 'numeric', 'float', 'double']);

interface LiteralText {
  /** What stands between quotes. */
  readonly quoted?: string | undefined;
  /** Hexadecimal digits. */
  readonly bytes?: string | undefined;
  /** A number, or TRUE and FALSE. */
  readonly plain?: string | undefined;
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** `0.5d` is a BINARY_DOUBLE: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html */
const SUFFIX = /(?<=^[-+\d.e]+)[fd]$/i;

function takenApart(written: string, dialect: DialectName): LiteralText {
  const text = dialect === 'oracle' ? written.replace(SUFFIX, '') : written;
  if (NUMBER.test(text) || /^(?:true|false)$/i.test(text)) return { plain: text.replace(/^\+/, '') };
  const [, hex] = /^(?:x'([0-9a-f]*)'|0x([0-9a-f]+)|HEXTORAW\('([0-9a-f]*)'\))$/i.exec(text)?.filter(Boolean) ?? [];
  return hex === undefined ? { quoted: quotedIn(text, dialect) } : { bytes: hex.toLowerCase() };
}

/** Of `'…'`, `N'…'`, `DATE '…'` and, in PostgreSQL, `'…'::date`. */
function quotedIn(text: string, dialect: DialectName): string | undefined {
  const pieces = piecesOf(text, dialect);
  const at = pieces.findIndex(({ kind }) => kind === 'string');
  const before = pieces.slice(0, Math.max(at, 0)).map((piece) => piece.text.toLowerCase());
  const rest = text.slice(pieces[at]?.end);
  const isCast = dialect === 'postgresql' && before.length === 0 && CAST.test(rest);
  const isAlone = rest.trim() === '' && PREFIXES.has(before.join(' '));
  return at >= 0 && (isCast || isAlone) ? textOf(pieces[at]?.text ?? '', dialect) : undefined;
}

const CAST = /^::(?!.*\b(?:collate|at)\b)[\w" .]+(?:\(\d+(?:,\s*-?\d+)?\)[a-z ]*)?(?:\[\])*$/i;
const PREFIXES: ReadonlySet<string> = new Set(['', 'n', 'date', 'time', 'timestamp', 'timestamp with time zone']);

function numberOf(text: string, { type }: ColumnType): Literal | undefined {
  if (!NUMBER.test(text)) return undefined;
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) : { bigint: text };
  // More digits than a number keeps are kept as text.
  return type === 'numeric' && text.replace(/\D/g, '').length > 15 ? text : Number(text);
}

function jsonOf(text: string): Literal | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const hyphenated = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
