import type { DialectName } from '../../sql/dialect-name.ts';
import { createLexer, nextToken } from '../../sql/lex/lexer.ts';
import { RULES } from '../../sql/lex/rules.ts';
import type { Token } from '../../sql/lex/token.ts';
import type { Lexicon } from '../dialect.ts';

/** A piece of a text in the one form that equal pieces share. */
export interface StoredToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  readonly text: string;
}

/** How a dialect reads names. */
export interface NameRules {
  readonly dialect: DialectName;
  readonly lexicon: Lexicon;
  /** Whether names are the same in letters of any case, even between quotes. */
  readonly ignoresCase: boolean;
}

/** The pieces of a text, without comments: words in lower case, names without the quotes that they do not need. */
export function storedTokens(text: string, rules: NameRules): readonly StoredToken[] {
  const lexer = createLexer(text, RULES[rules.dialect]);
  const tokens: StoredToken[] = [];
  let last = -1;
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    const stored = storedToken(text, token, rules);
    if (!stored) continue;
    const former = tokens.at(-1);
    const whole = former && token.start === last ? longer(former, stored) : undefined;
    if (whole) tokens[tokens.length - 1] = whole;
    else tokens.push(stored);
    last = token.end;
  }
  return tokens;
}

const OPERATORS = new Set('<> != <= >= <=> == || && :: -> ->> #> #>> @> <@ ~~ ~~* !~ !~~ !~~* !~* ~* << >> !~~'.split(' '));

/** Two pieces that touch and are one: an operator of several signs, a number with a fraction. */
function longer(former: StoredToken, next: StoredToken): StoredToken | undefined {
  const text = former.text + next.text;
  if (former.kind === 'symbol' && next.kind === 'symbol') return OPERATORS.has(text) ? { kind: 'symbol', text } : undefined;
  return /^\d*\.\d*$/.test(text) && /\d/.test(text) ? { kind: 'number', text } : undefined;
}

function storedToken(text: string, { kind, start, end }: Token, rules: NameRules): StoredToken | undefined {
  const written = text.slice(start, end);
  switch (kind) {
    case 'comment':
    case 'marker':
    case 'delimiter':
      return undefined;
    case 'name':
      return quotedName(written, rules);
    case 'string':
      return { kind, text: plainString(written, rules.dialect) };
    case 'word':
      return { kind, text: written.toLowerCase() };
    default:
      return { kind, text: written };
  }
}

/** Escapes that only some strings have: https://dev.mysql.com/doc/refman/8.4/en/string-literals.html */
const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', b: '\b', '0': '\0', Z: '\x1a' };

/** Of a pattern's signs the backslash is part of the value. */
const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (pair, character: string) => ESCAPES[character] ?? ('%_'.includes(character) ? pair : character));

/** The string as its value between single quotes, with quotes inside it doubled. */
function plainString(written: string, dialect: DialectName): string {
  const [, prefix = '', quote = ''] = /^([a-z]*)(['"$])/i.exec(written) ?? [];
  if (quote === '$') return requoted(written.replace(/^(\$\w*\$)(.*)\1$/s, '$2'));
  const escapes = prefix.toLowerCase() === 'e' || ((dialect === 'mysql' || dialect === 'mariadb') && prefix === '');
  const isBits = dialect === 'postgresql' && prefix.toLowerCase() === 'b';
  if (prefix !== '' && !escapes && !isBits) return written;
  const inner = written.slice(prefix.length + 1, -1).replaceAll(quote + quote, quote);
  return requoted(escapes ? unescaped(inner) : inner);
}

const requoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A quoted name is the word that means the same, where there is one. */
function quotedName(written: string, { lexicon, ignoresCase }: NameRules): StoredToken {
  const close = written.at(-1)!;
  const name = written.slice(1, -1).replaceAll(close + close, close);
  const plain = lexicon.folded ? name.toLowerCase() : name;
  const isFolded = lexicon.folded ? name === lexicon.folded(plain) : true;
  const isWord = lexicon.plain.test(plain) && isFolded && !lexicon.reserved.has(plain.toLowerCase());
  if (isWord) return { kind: 'word', text: plain.toLowerCase() };
  return { kind: 'name', text: JSON.stringify(ignoresCase ? name.toLowerCase() : name) };
}

export const joined = (tokens: readonly StoredToken[]): string => tokens.map(({ text }) => text).join(' ');

/** The words of a text, in the one form that equal words share. */
export const storedText = (rules: NameRules) => (text: string): string => joined(storedTokens(text.replace(/[;\s]+$/, ''), rules));
