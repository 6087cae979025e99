import { type Dialect, type Lowered, dataStatement, refuse } from '../dialect.ts';
import { type RunOnlyIf, type StopUnless, kindOf } from '../standard/conditions.ts';
import { writeLiteral } from '../write.ts';

const HOLDS = '@migsql_holds';

const ask = (condition: string): Lowered => dataStatement(`SET ${HOLDS} = (${condition} IS TRUE)`);

/** A prepared statement whose text was chosen: MySQL has IF, as a statement, in routines alone. */
const chosen = (expression: string, kind: Lowered['kind']): readonly Lowered[] => [
  dataStatement(`SET @migsql_check = ${expression}`),
  dataStatement('PREPARE migsql_check FROM @migsql_check'),
  { ...dataStatement('EXECUTE migsql_check'), kind },
  dataStatement('DEALLOCATE PREPARE migsql_check'),
];

/** Characters of a name, which is all that the error of a missing table says. */
const LONGEST = 64;

/** A name has no characters beyond U+FFFF: https://dev.mysql.com/doc/refman/8.4/en/identifiers.html */
const asName = (message: string): string => {
  const characters = [...message.replace(/[\u{10000}-\u{10ffff}]/gu, '?')];
  return characters.slice(0, LONGEST).join('').trimEnd().replaceAll('`', '``');
};

/** MySQL signals an error of one's own in routines alone, as `stop-unless.ts` says; a long message is shown before. */
export const stopUnless: StopUnless = (condition, message, dialect: Dialect) => {
  const stop = writeLiteral(dialect, `SELECT 1 FROM \`${asName(message)}\``);
  const isLong = [...message].length > LONGEST;
  const shown = `SELECT ${writeLiteral(dialect, message)} AS migsql FROM DUAL WHERE NOT ${HOLDS}`;
  return [ask(condition), ...(isLong ? [dataStatement(shown)] : []), ...chosen(`IF(${HOLDS}, 'DO 0', ${stop})`, 'data')];
};

/** https://dev.mysql.com/doc/refman/8.4/en/sql-prepared-statements.html */
export const runOnlyIf: RunOnlyIf = (condition, statements, dialect) => {
  if (statements.some(({ compound }) => compound)) {
    refuse('MySQL prepares no routines and triggers, so that they cannot be made under a condition', 'Write it as an op beside it.');
  }
  if (statements.some(({ sql }) => /^(?:PREPARE|EXECUTE|DEALLOCATE)\b/i.test(sql))) {
    refuse('what counts its rows is a prepared statement already, and MySQL prepares none of those', "Leave out 'expect'.");
  }
  const one = ({ sql }: Lowered): readonly Lowered[] =>
    chosen(`IF(${HOLDS}, ${writeLiteral(dialect, sql)}, 'DO 0')`, kindOf(statements));
  return [ask(condition), ...statements.flatMap(one)];
};
