import type { DialectName } from '../dialect-name.ts';
import type { Piece } from './pieces.ts';

/** The name that a word or a quoted name is, in the letters that it is written in. */
export function nameOf({ kind, text }: Pick<Piece, 'kind' | 'text'>): string {
  if (kind === 'word') return text;
  const close = text.at(-1) ?? '';
  return text.slice(1, -1).replaceAll(close + close, close);
}

interface Escapes {
  readonly letters: { readonly [letter: string]: string };
  /** What `\x41` is. */
  readonly hex: (digits: string) => string;
}

const MYSQL_ESCAPES: Escapes = {
  letters: { 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a', '%': '\\%', _: '\\_' },
  hex: (digits) => `x${digits}`,
};
const POSTGRESQL_ESCAPES: Escapes = {
  letters: { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
  hex: (digits) => String.fromCharCode(parseInt(digits, 16)),
};

/** The text that a string literal stands for; nothing where it has an opening of another kind (`U&'…'`, `q'[…]'`, `$$`). */
export function textOf(literal: string, dialect: DialectName): string | undefined {
  const [, prefix = '', quote = '', inner = ''] = /^([A-Za-z&]*)(['"])(.*)\2$/s.exec(literal) ?? [];
  if (quote === '' || (prefix !== '' && !/^e$/i.test(prefix))) return undefined;
  const plain = inner.replaceAll(quote + quote, quote);
  if (prefix !== '') return escaped(plain, POSTGRESQL_ESCAPES);
  return dialect === 'mysql' || dialect === 'mariadb' ? escaped(plain, MYSQL_ESCAPES) : plain;
}

/**
 * https://dev.mysql.com/doc/refman/8.4/en/string-literals.html,
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
 */
const escaped = (text: string, escapes: Escapes): string =>
  text.replace(/\\(x[0-9a-fA-F]{1,2}|.)/gs, (_, escape: string) =>
    escape.length > 1 ? escapes.hex(escape.slice(1)) : (escapes.letters[escape] ?? escape),
  );
