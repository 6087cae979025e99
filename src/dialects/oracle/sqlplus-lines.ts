import { type Lowered, type LoweringContext, refuse } from '../dialect.ts';
import { withShortLines } from './short-lines.ts';

interface ClientLine {
  readonly pattern: RegExp;
  readonly effect: string;
}

/**
 * SQL*Plus joins and cuts the lines of a statement before it looks for strings and comments in them:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/using-SQL-Plus.html
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SET-system-variable-summary.html (SQLPREFIX)
 */
const ANYWHERE: readonly ClientLine[] = [
  { pattern: /^\s*\/\s*$/, effect: 'runs what stands before it' },
  { pattern: /^\s*\.\s*$/, effect: 'ends the statement without running it' },
  { pattern: /^\s*#/, effect: 'is a command of SQL*Plus in the middle of a statement' },
];

/** A row of hyphens is left alone, as it stands in comments. */
const BEFORE_ANOTHER: ClientLine = {
  pattern: /(?<!-)-[^\S\n]*$/,
  effect: 'goes on in the next line, and loses its hyphen',
};

const IN_SQL: ClientLine = { pattern: /;[^\S\n]*$/, effect: 'ends the statement, even within a string or a comment' };

/** Refuses hand-written SQL with a line that SQL*Plus would take for its own, so that the server saw another text. */
function refuseClientLines({ sql, compound }: Lowered): void {
  if (!sql.includes('\n')) return;
  const lines = sql.split('\n');
  const meant = (line: string, index: number): ClientLine | undefined =>
    [...ANYWHERE, ...(index < lines.length - 1 ? [BEFORE_ANOTHER, ...(compound ? [] : [IN_SQL])] : [])].find(
      ({ pattern }) => pattern.test(line),
    );
  for (const [index, line] of lines.entries()) {
    const found = meant(line, index);
    if (found) refuseLine(line, found);
  }
}

const refuseLine = (line: string, { effect }: ClientLine): never =>
  refuse(
    `in SQL*Plus the line '${line.trim().slice(-40)}' ${effect}`,
    'Break the lines elsewhere; in a string, join its lines by || CHR(10) ||.',
  );

/** Hand-written SQL is a part of many statements: they reach the server whole, or not at all. */
export const forSqlplus =
  <O>(lower: (op: O, context: LoweringContext) => readonly Lowered[]) =>
  (op: O, context: LoweringContext): readonly Lowered[] => {
    const statements = lower(op, context);
    for (const statement of statements) refuseClientLines(statement);
    return statements.map((each) => (each.compound ? each : { ...each, sql: withShortLines(each.sql) }));
  };
