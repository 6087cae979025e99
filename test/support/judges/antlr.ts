/**
 * Parsers that know nothing of migsql: the grammars of antlr4ts-sql (https://www.npmjs.com/package/antlr4ts-sql), which
 * come from https://github.com/antlr/grammars-v4.
 */
import { createRequire } from 'node:module';

export type Grammar = 'TSQL' | 'PLSQL';

interface Parser {
  readonly getTokens: (sql: string, listeners: readonly unknown[]) => unknown;
  readonly getParser: (tokens: unknown, listeners: readonly unknown[]) => unknown;
  readonly getParseTree: (parser: unknown) => unknown;
}

interface AntlrSql {
  readonly antlr4tsSQL: new (dialect: unknown) => Parser;
  readonly SQLDialect: { readonly [G in Grammar]: unknown };
}

// The package is CommonJS whose types name more than it exports.
const require = createRequire(import.meta.url);

const known = new Map<string, readonly string[]>();

/** What the grammar finds wrong with a text, as `LINE:COLUMN …`; nothing where it parses whole. */
export function grammarComplaints(sql: string, grammar: Grammar): readonly string[] {
  const key = `${grammar} ${sql}`;
  const found = known.get(key) ?? parse(sql, grammar);
  known.set(key, found);
  return found;
}

/** The listener goes to the lexer and to the parser: without it, either swallows its errors. */
function parse(sql: string, grammar: Grammar): readonly string[] {
  const { antlr4tsSQL, SQLDialect } = require('antlr4ts-sql') as AntlrSql;
  const complaints: string[] = [];
  const listener = {
    syntaxError: (_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string) =>
      complaints.push(`${line}:${column} ${message.slice(0, 120)}`),
  };
  const antlr = new antlr4tsSQL(SQLDialect[grammar]);
  const tokens = antlr.getTokens(sql, [listener]);
  antlr.getParseTree(antlr.getParser(tokens, [listener]));
  return complaints;
}
