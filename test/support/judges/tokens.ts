/** A small lexer for the judges, on purpose none of migsql's own. */

export interface JudgeToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  /** Words in upper case, everything else as it stands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const COMMENT = String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?\*/)`;
const SYMBOL = String.raw`(?<symbol>\|\||<>|<=|>=|:=|=>|\S)`;

const TSQL = [
  COMMENT,
  String.raw`(?<string>[nN]?'(?:[^']|'')*')`,
  String.raw`(?<name>\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*")`,
  String.raw`(?<number>0[xX][0-9a-fA-F]*|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)`,
  String.raw`(?<word>[A-Za-z_@#][\w@$#]*)`,
  SYMBOL,
];

const ALTERNATIVE = String.raw`\[[\s\S]*?\]|\{[\s\S]*?\}|\([\s\S]*?\)|<[\s\S]*?>|(?<delimiter>\S)[\s\S]*?\k<delimiter>`;

const PLSQL = [
  COMMENT,
  String.raw`(?<string>[nN]?[qQ]'(?:${ALTERNATIVE})'|[nN]?'(?:[^']|'')*')`,
  String.raw`(?<name>"[^"]*")`,
  String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)`,
  String.raw`(?<word>[A-Za-z][\w$#]*)`,
  SYMBOL,
];

const PATTERNS = { tsql: new RegExp(TSQL.join('|'), 'gu'), plsql: new RegExp(PLSQL.join('|'), 'gu') } as const;

const KINDS = ['string', 'name', 'number', 'word', 'symbol'] as const;

/** Without comments and blanks. */
export function tokensOf(sql: string, language: 'tsql' | 'plsql'): readonly JudgeToken[] {
  const found: JudgeToken[] = [];
  for (const match of sql.matchAll(PATTERNS[language])) {
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined);
    if (!kind) continue;
    const text = kind === 'word' ? match[0].toUpperCase() : match[0];
    found.push({ kind, text, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Whether the tokens from `at` on are these words and symbols. */
export const follows = (tokens: readonly JudgeToken[], at: number, ...texts: readonly string[]): boolean =>
  texts.every((text, index) => tokens[at + index]?.text === text && tokens[at + index]?.kind !== 'name');

/** The places where a run of words begins. */
export const placesOf = (tokens: readonly JudgeToken[], ...texts: readonly string[]): readonly number[] =>
  tokens.flatMap((_, at) => (follows(tokens, at, ...texts) ? [at] : []));

/** The tokens between the parenthesis at `open` and its partner, and where that is. */
export function inParentheses(
  tokens: readonly JudgeToken[],
  open: number,
): { inside: readonly JudgeToken[]; close: number } {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth++;
    if (tokens[at]?.text === ')' && --depth === 0) return { inside: tokens.slice(open + 1, at), close: at };
  }
  return { inside: tokens.slice(open + 1), close: tokens.length };
}

/** The tokens cut at a symbol or word that stands outside parentheses. */
export function cutAt(tokens: readonly JudgeToken[], symbol: string): readonly (readonly JudgeToken[])[] {
  const parts: JudgeToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth === 0 && token.text === symbol && token.kind !== 'name') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Where a name that may have several parts, from `at` on, ends. */
export function endOfName(tokens: readonly JudgeToken[], at: number): number {
  let end = at + 1;
  while (tokens[end]?.text === '.') end += 2;
  return end;
}

/** The tokens outside parentheses, which count as one each. */
export function outside(tokens: readonly JudgeToken[]): readonly JudgeToken[] {
  let depth = 0;
  return tokens.filter(({ text }) => {
    if (text === ')') depth--;
    const isOutside = depth === 0;
    if (text === '(') depth++;
    return isOutside && text !== ')';
  });
}
