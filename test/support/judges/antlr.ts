/**
 * Parsers that know nothing of migsql: the grammars of antlr4ts-sql (https://www.npmjs.com/package/antlr4ts-sql), which
 * come from https://github.com/antlr/grammars-v4 and, for MySQL, from MySQL Workbench.
 */
import { createRequire } from 'node:module';
import { PredictionMode } from 'antlr4ts/atn/PredictionMode.js';
import { remembered } from './remembered.ts';

export type Grammar = 'TSQL' | 'PLSQL' | 'MYSQL';

interface Versioned {
  serverVersion?: number;
  charsets?: readonly string[];
}

interface Parser extends Versioned {
  readonly interpreter: { readonly setPredictionMode: (mode: PredictionMode) => void };
}

interface AntlrSql {
  readonly getTokens: (sql: string, listeners: readonly unknown[]) => { readonly tokenSource: Versioned };
  readonly getParser: (tokens: unknown, listeners: readonly unknown[]) => Parser;
  readonly getParseTree: (parser: Parser) => unknown;
}

interface Package {
  readonly antlr4tsSQL: new (dialect: unknown) => AntlrSql;
  readonly SQLDialect: { readonly [G in Grammar]: unknown };
}

// The package is CommonJS whose types name more than it exports.
const require = createRequire(import.meta.url);

const GRAMMARS: { readonly [G in Grammar]: (sql: string) => readonly string[] } = {
  TSQL: remembered((sql) => parse(sql, 'TSQL')),
  PLSQL: remembered((sql) => parse(sql, 'PLSQL')),
  MYSQL: remembered((sql) => parse(sql, 'MYSQL')),
};

/** What the grammar finds wrong with a text, as `LINE:COLUMN …`; nothing where it parses whole. */
export const grammarComplaints = (sql: string, grammar: Grammar): readonly string[] => GRAMMARS[grammar](sql);

/** What is taken without looking at the whole context is right; what is not may be right with it, which takes thrice as long. */
function parse(sql: string, grammar: Grammar): readonly string[] {
  const complaints = parseIn(PredictionMode.SLL, sql, grammar);
  return complaints.length ? parseIn(PredictionMode.LL, sql, grammar) : complaints;
}

/** The listener goes to the lexer and to the parser: without it, either swallows its errors. */
function parseIn(mode: PredictionMode, sql: string, grammar: Grammar): readonly string[] {
  const { antlr4tsSQL, SQLDialect } = require('antlr4ts-sql') as Package;
  const complaints: string[] = [];
  const listener = {
    syntaxError: (_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string) =>
      complaints.push(`${line}:${column} ${message.slice(0, 120)}`),
  };
  const antlr = new antlr4tsSQL(SQLDialect[grammar]);
  const tokens = antlr.getTokens(sql, [listener]);
  const parser = antlr.getParser(tokens, [listener]);
  parser.interpreter.setPredictionMode(mode);
  if (grammar === 'MYSQL') setVersion(tokens.tokenSource, parser);
  antlr.getParseTree(parser);
  return complaints;
}

/** What came after 5.0 is in MySQL's grammar under conditions, and the introducers of character sets must be named. */
function setVersion(lexer: Versioned, parser: Versioned): void {
  Object.assign(lexer, { serverVersion: 80021, charsets: ['_utf8mb4'] });
  parser.serverVersion = 80021;
}
