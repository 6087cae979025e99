import { grammarComplaints } from './antlr.ts';
import { KNOWN_REFUSALS } from './mssql-known-refusals.ts';
import { RULES } from './mssql-rules.ts';
import { edited, ruleComplaints } from './rule.ts';
import { type JudgeToken, follows, placesOf, tokensOf } from './tokens.ts';

/** What is wrong with one batch (a statement is one); nothing where grammar and rules accept it. */
export function judgeStatement(sql: string): readonly string[] {
  const tokens = tokensOf(sql, 'tsql');
  if (tokens.length === 0) return [];
  return [
    ...grammarComplaints(edited(sql, tokens, KNOWN_REFUSALS), 'TSQL'),
    ...ruleComplaints(tokens, RULES),
    ...innerBatches(tokens).flatMap((inner) => judgeStatement(inner).map((complaint) => `in EXEC: ${complaint}`)),
  ];
}

/** The texts of `EXEC(N'…')`, each a batch of its own. */
const innerBatches = (tokens: readonly JudgeToken[]): readonly string[] =>
  placesOf(tokens, 'EXEC', '(').flatMap((at) => {
    const text = tokens[at + 2]?.kind === 'string' && follows(tokens, at + 3, ')') ? tokens[at + 2]?.text : undefined;
    return text === undefined ? [] : [text.replace(/^N?'|'$/g, '').replaceAll("''", "'")];
  });

export interface Batch {
  readonly sql: string;
  /** Its first line, from 1. */
  readonly line: number;
}

/**
 * The batches of a script as sqlcmd sends them: it looks at lines, and takes one that is GO (with a count) for a
 * separator wherever it stands:
 * https://learn.microsoft.com/sql/t-sql/language-elements/sql-server-utilities-statements-go
 */
export function batchesOf(script: string): readonly Batch[] {
  const batches: Batch[] = [];
  let lines: string[] = [];
  let first = 1;
  for (const [index, line] of script.split(/\r?\n/).entries()) {
    if (/^\s*go\s*(\d+\s*)?(--.*)?$/i.test(line)) {
      batches.push({ sql: lines.join('\n'), line: first });
      [lines, first] = [[], index + 2];
    } else lines.push(line);
  }
  return [...batches, { sql: lines.join('\n'), line: first }];
}

/** What is wrong with a whole script for sqlcmd. */
export function judgeScript(script: string): readonly string[] {
  const batches = batchesOf(script);
  const rest = batches.at(-1);
  const inBatches = batches.flatMap(({ sql, line }) =>
    judgeStatement(sql).map((complaint) => `batch of line ${line}: ${complaint}`),
  );
  return [
    ...inBatches,
    ...(rest && tokensOf(rest.sql, 'tsql').length ? [`line ${rest.line}: no GO ends the last batch`] : []),
    ...script
      .split('\n')
      .flatMap((line, index) => lineComplaints(line).map((complaint) => `line ${index + 1}: ${complaint}`)),
    ...(script.endsWith('\n') ? [] : ['no newline at the end']),
  ];
}

/** https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility: commands begin with a colon, variables with `$(`. */
const lineComplaints = (line: string): readonly string[] => [
  ...(/^\s*(:[a-z!]|!!)/i.test(line) ? ['a command of sqlcmd, which other clients refuse'] : []),
  ...(line.includes('$(') ? ['a variable of sqlcmd'] : []),
  ...(/[^\x20-\x7e\t]/.test(line) ? ['characters beyond ASCII, which depend on the code page'] : []),
];
