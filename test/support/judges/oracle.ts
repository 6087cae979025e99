import { grammarComplaints } from './antlr.ts';
import { KNOWN_REFUSALS } from './oracle-refusals.ts';
import { RULES } from './oracle-rules.ts';
import { edited, ruleComplaints } from './rule.ts';
import { scanSqlplus } from './sqlplus.ts';
import { type JudgeToken, follows, placesOf, tokensOf } from './tokens.ts';

/** What is wrong with one statement or block, and with what a block runs; nothing where grammar and rules accept it. */
export function judgeStatement(sql: string): readonly string[] {
  const tokens = tokensOf(sql, 'plsql');
  // The grammar wants the terminator that a client takes away, but for PL/SQL, where it is part of the text.
  const ended = tokens.at(-1)?.text === ';' ? sql : `${sql}\n;`;
  return [
    ...grammarComplaints(edited(ended, tokens, KNOWN_REFUSALS), 'PLSQL'),
    ...ruleComplaints(tokens, RULES),
    ...dynamicStatements(tokens).flatMap((inner) => judgeStatement(inner).map((complaint) => `within: ${complaint}`)),
  ];
}

/** What stands whole behind EXECUTE IMMEDIATE. */
const dynamicStatements = (tokens: readonly JudgeToken[]): readonly string[] =>
  placesOf(tokens, 'EXECUTE', 'IMMEDIATE').flatMap((at) => {
    const text = tokens[at + 2];
    return text?.kind === 'string' && follows(tokens, at + 3, ';') ? [text.text.slice(1, -1).replaceAll("''", "'")] : [];
  });

/** What is wrong with a whole script for SQL*Plus. */
export function judgeScript(script: string): readonly string[] {
  const { units, complaints } = scanSqlplus(script);
  return [
    ...complaints,
    ...units.flatMap(({ sql, line }) =>
      judgeStatement(sql).map((complaint) => `statement of line ${line}: ${complaint}`),
    ),
    ...(script.endsWith('\n') ? [] : ['no newline at the end']),
  ];
}
