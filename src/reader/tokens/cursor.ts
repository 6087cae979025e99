import { DIALECTS } from '../../dialects/index.ts';
import type { SchemaModel } from '../../schema/model.ts';
import type { ObjectName } from '../../schema/name.ts';
import type { TableName } from '../../schema/table.ts';
import type { DialectName } from '../../sql/dialect-name.ts';
import type { TokenKind } from '../../sql/lex/token.ts';
import { nameOf, textOf } from '../../sql/lex/unquote.ts';
import { foldedName } from '../names.ts';
import { unread } from '../reading.ts';
import { spelledTable } from '../schema-facts.ts';
import { type Run, type StatementText, closing, slice, wordAt } from '../statement-text.ts';

/** A place in a statement; each `take…` and `need…` moves it on by what it takes. */
export interface Cursor {
  readonly text: StatementText;
  readonly dialect: DialectName;
  /** The schema before the statement. */
  readonly before: SchemaModel;
  at: number;
}

/** The word or symbol at the cursor, or behind it. */
export const peek = ({ text, at }: Cursor, ahead = 0): string => wordAt(text, at + ahead);

export const atEnd = ({ text: { tokens }, at }: Cursor): boolean => at >= tokens.length;

/** `is(cursor, 'PRIMARY KEY')`: whether these words come next. */
export const is = (cursor: Cursor, words: string): boolean =>
  words.split(' ').every((word, index) => peek(cursor, index) === word);

/** Takes the words where they come next, and says whether they did. */
export function take(cursor: Cursor, words: string): boolean {
  if (!is(cursor, words)) return false;
  cursor.at += words.split(' ').length;
  return true;
}

/** Takes the first of several that comes next. */
export const takeOneOf = <W extends string>(cursor: Cursor, choices: readonly W[]): W | undefined =>
  choices.find((words) => take(cursor, words));

export function need(cursor: Cursor, words: string): void {
  if (!take(cursor, words)) refuseHere(cursor);
}

export function needEnd(cursor: Cursor): void {
  if (!atEnd(cursor)) refuseHere(cursor);
}

export function refuseHere(cursor: Cursor): never {
  const written = slice(cursor.text, cursor.at, Math.min(cursor.at + 3, cursor.text.tokens.length));
  return unread(written ? `what '${written}' says here is not read` : 'it ends too early');
}

/** The text of the token at the cursor, where it is of a kind. */
function takeKind(cursor: Cursor, kind: TokenKind): string | undefined {
  const { sql, tokens } = cursor.text;
  const token = tokens[cursor.at];
  if (token?.kind !== kind) return undefined;
  cursor.at++;
  return sql.slice(token.start, token.end);
}

export const takeNumber = (cursor: Cursor): string | undefined => takeKind(cursor, 'number');

/** The text that a string stands for; SQL Server has it behind a word of one letter. */
export function takeText(cursor: Cursor): string | undefined {
  const start = cursor.at;
  if (cursor.dialect === 'mssql') take(cursor, 'N');
  const written = takeKind(cursor, 'string');
  const text = written === undefined ? undefined : textOf(written, cursor.dialect);
  if (text === undefined) cursor.at = start;
  return text;
}

export function needWholeNumber(cursor: Cursor): number {
  const sign = take(cursor, '-') ? -1 : 1;
  const value = sign * Number(takeNumber(cursor) ?? refuseHere(cursor));
  return Number.isSafeInteger(value) ? value : unread('it holds a number that is too large');
}

export const needText = (cursor: Cursor): string => takeText(cursor) ?? refuseHere(cursor);

/** Key words that SQLite takes as names where one must stand: `CREATE TABLE t (key TEXT, no INTEGER)`. */
const NAMES_IN_SQLITE: ReadonlySet<string> = new Set(
  (
    'abort action after analyze asc attach before begin by cascade column conflict cross current database deferred desc detach do ' +
    'each end exclusive explain fail filter first following for full generated glob groups ignore immediate initially inner ' +
    'instead key last left like match materialized natural no nulls of offset others outer over partition plan pragma preceding ' +
    'query range recursive regexp reindex release rename replace restrict right rollback row rows savepoint temp temporary ties ' +
    'trigger unbounded vacuum view virtual window with without always'
  ).split(' '),
);

function isReserved(word: string, dialect: DialectName): boolean {
  return DIALECTS[dialect].lexicon.reserved.has(word) && !(dialect === 'sqlite' && NAMES_IN_SQLITE.has(word));
}

/** A name as the schema model has it; a word that needs quotes to be a name is none. */
export function takeName(cursor: Cursor): string | undefined {
  const quoted = takeKind(cursor, 'name');
  if (quoted !== undefined) return modelName(nameOf({ kind: 'name', text: quoted }), cursor.dialect);
  if (isReserved(peek(cursor).toLowerCase(), cursor.dialect)) return undefined;
  const written = takeKind(cursor, 'word');
  return written === undefined ? undefined : foldedName(written, cursor.dialect);
}

export const needName = (cursor: Cursor): string => takeName(cursor) ?? refuseHere(cursor);

/** In Oracle a quoted name in upper case is the one that needs no quotes, which the schema model has in lower case. */
function modelName(quoted: string, dialect: DialectName): string {
  if (dialect !== 'oracle') return quoted;
  const { plain, reserved } = DIALECTS.oracle.lexicon;
  const isPlain = (name: string): boolean => plain.test(name) && !reserved.has(name);
  const lower = quoted.toLowerCase();
  if (quoted === lower && isPlain(quoted)) return unread(`"${quoted}" is another name than ${quoted}`);
  return lower.toUpperCase() === quoted && isPlain(lower) ? lower : quoted;
}

/** `schema.name`; the schemas that SQLite has by itself are not said. */
export function needPath(cursor: Cursor): ObjectName {
  if (cursor.dialect === 'sqlite') takeOneOf(cursor, ['MAIN .', 'TEMP .']);
  const first = needName(cursor);
  if (!take(cursor, '.')) return { name: first };
  const name = needName(cursor);
  return peek(cursor) === '.' ? unread('it has a name of three parts') : { schema: first, name };
}

/** The name of a table that is there, as the schema model spells it; in MySQL and MariaDB another case may be another table. */
export function needTable(cursor: Cursor): TableName {
  const table = needPath(cursor);
  return cursor.dialect === 'mssql' || cursor.dialect === 'sqlite' ? spelledTable(table, cursor.before) : table;
}

/** What stands in parentheses, without them. */
export function takeGroup(cursor: Cursor): Run | undefined {
  if (peek(cursor) !== '(') return undefined;
  const run = { from: cursor.at + 1, to: closing(cursor.text, cursor.at) };
  cursor.at = run.to + 1;
  return run;
}

export function needGroup(cursor: Cursor): string {
  const run = takeGroup(cursor) ?? refuseHere(cursor);
  return slice(cursor.text, run.from, run.to) || refuseHere(cursor);
}

/** Items between commas, for as long as commas come. */
export function commaList<T>(cursor: Cursor, item: (cursor: Cursor) => T): readonly T[] {
  const items = [item(cursor)];
  while (take(cursor, ',')) items.push(item(cursor));
  return items;
}

/** The same in parentheses. */
export function needList<T>(cursor: Cursor, item: (cursor: Cursor) => T): readonly T[] {
  need(cursor, '(');
  const items = commaList(cursor, item);
  need(cursor, ')');
  return items;
}

export const needNames = (cursor: Cursor): readonly string[] => needList(cursor, needName);
