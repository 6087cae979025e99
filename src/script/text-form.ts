import type { DialectName } from '../sql/dialect-name.ts';
import { createLexer, nextToken } from '../sql/lex/lexer.ts';
import { type LexicalRules, RULES } from '../sql/lex/rules.ts';
import type { Token } from '../sql/lex/token.ts';
import type { Hazard } from './hazards.ts';

/*
 * The last form of a script's text: how lines end, and how long they are. Only what is between the words of SQL is
 * changed, never what is within quotes.
 */

const isDollar = (text: string): boolean => text.startsWith('$');

/** Words behind which a text is SQL again, in which a line's end is a blank. */
const RUNS = /^(?:exec|execute|immediate|sp_executesql|from)$/i;

/**
 * A text of a statement that would hold other characters were its line ends converted. What is between dollar quotes, or
 * is run by EXEC, is SQL, in which they are blanks.
 */
export function lineEndInText(sql: string, name: DialectName): Hazard | undefined {
  return sql.includes('\n') && holdsLineEnd(sql, RULES[name]) ? LINE_END : undefined;
}

const LINE_END: Hazard = {
  what: 'a text holds a line end, which another kind of line end would change',
  instead: 'Join the lines of the text by a function (CHR, CHAR), or render with lf.',
};

function holdsLineEnd(sql: string, rules: LexicalRules): boolean {
  const lexer = createLexer(sql, rules);
  let word = '';
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    const text = sql.slice(token.start, token.end);
    if ((token.kind === 'string' || token.kind === 'name') && text.includes('\n')) {
      const inner = isDollar(text) ? text.replace(/^\$[^$]*\$|\$[^$]*\$$/g, '') : RUNS.test(word) ? text.slice(1, -1).replaceAll("''", "'") : undefined;
      if (inner === undefined || holdsLineEnd(inner, rules)) return true;
    }
    // N'…' is a word and a text to the lexer of SQL Server.
    if (token.kind === 'word' && !/^n$/i.test(text)) word = text;
    else if (token.kind !== 'word' && text !== '(' && token.kind !== 'comment') word = '';
  }
  return false;
}

/** Lines of a text that are longer than so many bytes; a quick answer for most texts. */
export function hasLongLine(text: string, longest: number): boolean {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if ((end - start) * 3 > longest && Buffer.byteLength(text.slice(start, end)) > longest) return true;
    start = end + 1;
  }
  return false;
}

/** A line of the client, which cannot be broken. */
const DIRECTIVE = /^(?:\\|\.|DELIMITER |SET [A-Z]+ |WHENEVER |PROMPT |:)/;

/** Behind these, or before them, a line's end could mean something to a client. */
const NOT_BEHIND = /^[-:@$&\\]$/;
const NOT_BEFORE = /^(?:[-/.#@:!\\&$]|go)$/i;

/**
 * A text with line ends in place of blanks between words, where its lines are longer than so many bytes; comments go on
 * behind `--` of their own. What cannot be broken stays long.
 */
export function withLinesOf(text: string, longest: number, name: DialectName): string {
  const broken: string[] = [];
  let copied = 0;
  /** Where the line begins, in bytes before; and the last place where it can be broken. */
  let width = 0;
  let place: { readonly from: number; readonly to: number; readonly width: number } | undefined;
  let before: Token | undefined;
  const lexer = createLexer(text, RULES[name]);
  const advance = (from: number, to: number): void => {
    const piece = text.slice(from, to);
    const end = piece.lastIndexOf('\n');
    if (end >= 0) place = undefined;
    width = end < 0 ? width + Buffer.byteLength(piece) : Buffer.byteLength(piece.slice(end + 1));
  };
  let at = 0;
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) {
    advance(at, token.start);
    if (isDirectiveLine(text, token)) {
      const end = text.indexOf('\n', token.start);
      lexer.at = end < 0 ? text.length : end;
      advance(token.start, lexer.at);
      at = lexer.at;
      before = undefined;
      continue;
    }
    if (before && before.end < token.start && !text.slice(before.end, token.start).includes('\n') && canBreak(text, before, token)) {
      place = { from: before.end, to: token.start, width };
    }
    const written = text.slice(token.start, token.end);
    const first = written.indexOf('\n');
    const reach = width + Buffer.byteLength(first < 0 ? written : written.slice(0, first));
    if (reach > longest && place) {
      broken.push(text.slice(copied, place.from), '\n  ');
      copied = place.to;
      width = width - place.width + 2;
      place = undefined;
    }
    if (token.kind === 'comment' && written.startsWith('--') && width + Buffer.byteLength(written) > longest) {
      broken.push(text.slice(copied, token.start), wrapped(written, longest, width));
      copied = token.end;
    }
    at = token.start;
    advance(at, token.end);
    at = token.end;
    before = token;
  }
  broken.push(text.slice(copied));
  return broken.join('');
}

const isDirectiveLine = (text: string, { startsLine, start }: Token): boolean =>
  startsLine && DIRECTIVE.test(text.slice(start, start + 40));

const canBreak = (text: string, before: Token, { start, end, kind }: Token): boolean =>
  before.kind !== 'comment' &&
  kind !== 'delimiter' &&
  !NOT_BEHIND.test(text.slice(before.start, before.end)) &&
  !NOT_BEFORE.test(text.slice(start, Math.min(end, start + 3)));

/** A comment as several, each of whole words. */
function wrapped(comment: string, longest: number, width: number): string {
  const lines: string[] = [];
  let line = '';
  let room = longest - width;
  for (const word of comment.split(' ')) {
    if (line && Buffer.byteLength(line) + 1 + Buffer.byteLength(word) > room) {
      lines.push(line);
      line = `--   ${word}`;
      room = longest;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}
