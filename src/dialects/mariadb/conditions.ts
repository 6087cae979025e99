import { type Lowered, dataStatement } from '../dialect.ts';
import { type RunOnlyIf, type StopUnless, kindOf } from '../standard/conditions.ts';
import { writeLiteral } from '../write.ts';

/** https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/begin-end */
const compound = (lines: readonly string[]): Lowered => ({
  ...dataStatement(['BEGIN NOT ATOMIC', ...lines, 'END'].join('\n')),
  compound: true,
});

/** https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/signal */
const LONGEST_MESSAGE = 120;

export const stopUnless: StopUnless = (condition, message, dialect) => [
  compound([
    `  IF ${condition} IS NOT TRUE THEN`,
    `    SET @migsql_message = ${writeLiteral(dialect, [...message].slice(0, LONGEST_MESSAGE).join(''))};`,
    "    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = @migsql_message;",
    '  END IF;',
  ]),
];

/** https://mariadb.com/docs/server/reference/sql-statements/prepared-statements/execute-immediate */
export const runOnlyIf: RunOnlyIf = (condition, statements, dialect) => [
  {
    ...compound([
      `  IF ${condition} IS TRUE THEN`,
      ...statements.map(({ sql }) => `    EXECUTE IMMEDIATE ${writeLiteral(dialect, sql)};`),
      '  END IF;',
    ]),
    kind: kindOf(statements),
  },
];
