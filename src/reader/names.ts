import { DIALECTS } from '../dialects/index.ts';
import { type ObjectName, keyOf } from '../schema/name.ts';
import type { DialectName } from '../sql/dialect-name.ts';
import { createLexer, nextToken } from '../sql/lex/lexer.ts';
import { RULES } from '../sql/lex/rules.ts';
import type { Token } from '../sql/lex/token.ts';
import { nameOf as unquoted } from '../sql/lex/unquote.ts';
import { recognise } from '../sql/recognise.ts';

/** A statement whose first words say what it makes or drops touches nothing else. */
const TOUCHES_ITS_OWN: ReadonlySet<string> = new Set(['CREATE TABLE', 'CREATE INDEX', 'DROP TABLE', 'DROP INDEX']);

/**
 * The tables and other objects that a statement may have made or changed: those that it says first, where it is of a
 * kind that says them; else all names that it holds, in its texts as well, since code in them may do anything.
 */
export function namesIn(sql: string, dialect: DialectName): readonly ObjectName[] {
  const { verb, tables } = recognise(sql, dialect);
  const paths = pathsIn(sql, dialect);
  if (tables && TOUCHES_ITS_OWN.has(verb) && isAlone(sql, dialect)) {
    const own = paths.filter((path) => tables.includes(path.map(({ written }) => written).join('.')));
    return distinct(own.map(nameOf));
  }
  return distinct([...paths.flatMap((path) => [nameOf(path), ...path.map(({ name }) => ({ name }))]), ...inTexts(sql, dialect)]);
}

/** A batch of SQL Server holds any number of statements, with and without a terminator. */
const isAlone = (sql: string, dialect: DialectName): boolean =>
  dialect !== 'mssql' && [...tokensOf(sql, dialect)].every(({ start }) => sql[start] !== ';');

const distinct = (names: readonly ObjectName[]): readonly ObjectName[] => [...new Map(names.map((each) => [keyOf(each), each])).values()];

/** A name as the schema model has it, and as it is written, without quotes. */
interface NamePart {
  readonly name: string;
  readonly written: string;
}

type Path = readonly NamePart[];

function nameOf(path: Path): ObjectName {
  const [last, schema] = [...path].reverse();
  return { ...(schema && { schema: schema.name }), name: last?.name ?? '' };
}

/** Dotted names; words that cannot be names without quotes are none. */
function pathsIn(sql: string, dialect: DialectName): readonly Path[] {
  const paths: NamePart[][] = [];
  let isNext = false;
  for (const token of tokensOf(sql, dialect)) {
    const part = namePart(token, sql, dialect);
    if (!part) isNext = sql[token.start] === '.' && paths.length > 0;
    else if (isNext) paths.at(-1)!.push(part);
    else paths.push([part]);
    if (part) isNext = false;
  }
  return paths;
}

function* tokensOf(sql: string, dialect: DialectName): Generator<Token> {
  const lexer = createLexer(sql, RULES[dialect]);
  for (let token = nextToken(lexer); token; token = nextToken(lexer)) if (token.kind !== 'comment') yield token;
}

function namePart({ kind, start, end }: Token, sql: string, dialect: DialectName): NamePart | undefined {
  const text = sql.slice(start, end);
  if (kind === 'name') {
    const written = unquoted({ kind, text });
    return { name: written, written };
  }
  const { reserved } = DIALECTS[dialect].lexicon;
  return kind === 'word' && !reserved.has(text.toLowerCase()) ? { name: foldedName(text, dialect), written: text } : undefined;
}

/** PostgreSQL and Oracle fold a name without quotes; the schema model has what Oracle folds in lower case. */
export const foldedName = (name: string, dialect: DialectName): string =>
  dialect === 'postgresql' || dialect === 'oracle' ? name.toLowerCase() : name;

function inTexts(sql: string, dialect: DialectName): readonly ObjectName[] {
  const texts = [...tokensOf(sql, dialect)].filter(({ kind }) => kind === 'string').map(({ start, end }) => sql.slice(start, end));
  return texts.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_$#@]*/gu) ?? []).map((word) => ({ name: foldedName(word, dialect) }));
}
