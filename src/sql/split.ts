import type { Diagnostic } from '../diagnostics.ts';
import { MigsqlError, problem } from '../errors.ts';
import type { Client, Draft, Reading, Report, Scan } from './clients/client.ts';
import { WORDS_KEPT, createDraft, keyword } from './clients/client.ts';
import { CLIENTS } from './clients/index.ts';
import type { DialectName } from './dialect-name.ts';
import { createLexer, nextToken } from './lex/lexer.ts';
import { type Position, createPositions } from './lex/position.ts';
import type { Token } from './lex/token.ts';

/** One statement (SQL Server: one batch) of a text: `text.slice(offset, offset + sql.length) === sql`. */
export interface SplitStatement extends Position {
  /** The exact text from its first word to its last: no terminator, no comment around it. */
  readonly sql: string;
  readonly offset: number;
  /** It holds semicolons of its own, so that a script may need DELIMITER or a line `/`. */
  readonly compound: boolean;
  /** The comments on the lines above it, as written. */
  readonly comment?: string;
  /** How often `GO n` runs the batch. */
  readonly repeat?: number;
  /** The lines that follow COPY … FROM STDIN, without the closing `\.`. */
  readonly data?: string;
}

/** Where a text comes from: its file, and the line of the file that its first line is. */
export interface TextSource {
  readonly file: string;
  readonly line?: number;
}

export interface SplitResult {
  readonly statements: readonly SplitStatement[];
  readonly problems: readonly Diagnostic[];
}

const NO_FILE: TextSource = { file: '<sql>' };

/**
 * Cuts a text into statements as the dialect's own client does: psql, mysql, mariadb, sqlcmd, SQL*Plus or sqlite3.
 * Lines count from `source.line` (1 if not given). Linear in the length of the text.
 * @throws MigsqlError `unclosed-text`, `unclosed-block`, `client-command`, `invalid-client-line`: all there are.
 */
export function split(text: string, dialect: DialectName, source: TextSource = NO_FILE): readonly SplitStatement[] {
  const { statements, problems } = splitWithProblems(text, dialect, source);
  if (problems.length) throw new MigsqlError(problems);
  return statements;
}

/**
 * As `split`, with the problems beside the statements.
 *
 * @param onPart told of each token of a statement
 */
export function splitWithProblems(text: string, dialect: DialectName, source: TextSource = NO_FILE, onPart?: (token: Token) => void): SplitResult {
  const client = CLIENTS[dialect];
  const positionOf = placeIn(text, source);
  const problems: Diagnostic[] = [];
  const report: Report = (code, details, offset) =>
    void problems.push(problem(code, details as never, { file: source.file, ...positionOf(offset) }));
  const scan: Scan = { text, lexer: createLexer(text, client.rules, client.delimiter), report };
  const statements = [...readStatements(client, scan, onPart)].map((found) => ({ ...found, ...positionOf(found.offset) }));
  return { statements, problems };
}

function placeIn(text: string, { line: first = 1 }: TextSource): (offset: number) => Position {
  const positionOf = createPositions(text);
  return (offset) => {
    const { line, column } = positionOf(offset);
    return { line: line + first - 1, column };
  };
}

type Unplaced = Omit<SplitStatement, keyof Position>;

function* readStatements(client: Client, scan: Scan, onPart?: (token: Token) => void): Generator<Unplaced> {
  let draft = createDraft();
  let unclosed = false;
  for (let token = nextToken(scan.lexer); token; token = nextToken(scan.lexer)) {
    if (token.unclosed) {
      scan.report('unclosed-text', token.unclosed, token.start);
      unclosed = true;
    }
    if (token.kind === 'comment') {
      noteComment(token, draft);
      continue;
    }
    const reading = client.read(token, draft, scan);
    if (reading.is === 'part') {
      onPart?.(token);
      addToken(token, draft, scan, client);
    } else scan.lexer.at = reading.resume;
    if (draft.start === undefined) delete draft.comment;
    if (reading.is !== 'end') continue;
    if (draft.start !== undefined) yield close(client, draft, scan, reading);
    draft = createDraft();
  }
  if (draft.start === undefined) return;
  if (!unclosed) client.finish?.(draft, scan);
  yield close(client, draft, scan);
}

/** Comments above a statement belong to it; one behind a terminator, on the same line, does not. */
function noteComment({ start, end, startsLine }: Token, draft: Draft): void {
  if (draft.start !== undefined || (!startsLine && !draft.comment)) return;
  draft.comment = { start: draft.comment?.start ?? start, end };
}

function addToken(token: Token, draft: Draft, scan: Scan, client: Client): void {
  const word = keyword(token, scan);
  const isSemicolon = word === ';' || token.kind === 'delimiter';
  if (isSemicolon && draft.start === undefined) return;
  if (isSemicolon) draft.pendingSemicolon = true;
  else if (draft.pendingSemicolon) draft.compound = true;
  draft.start ??= token.start;
  if (!isSemicolon || client.keepsSemicolon?.(draft)) draft.end = token.end;
  if (token.kind === 'word' && draft.words.length < WORDS_KEPT) draft.words.push(word);
  if (token.kind !== 'marker') draft.previous = word;
}

function close(client: Client, draft: Draft, scan: Scan, reading?: Reading & { readonly is: 'end' }): Unplaced {
  const { text, lexer } = scan;
  const { start: offset = 0, end, compound, comment } = draft;
  const sql = text.slice(offset, end);
  const data = reading && client.readData?.(draft, scan);
  if (data) lexer.at = data.resume;
  if (client.rulesAfter) lexer.rules = client.rulesAfter(sql, lexer.rules);
  return {
    sql,
    offset,
    compound,
    ...(comment && { comment: text.slice(comment.start, comment.end) }),
    ...(reading?.repeat !== undefined && { repeat: reading.repeat }),
    ...(data && { data: data.data }),
  };
}
