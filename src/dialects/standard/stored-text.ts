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
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    const stored = storedToken(text, token, rules);
    if (stored) tokens.push(stored);
  }
  return tokens;
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
    case 'word':
      return { kind, text: written.toLowerCase() };
    default:
      return { kind, text: written };
  }
}

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
