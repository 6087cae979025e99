import { type RowCount, displayRowCount } from '../../ops/row-count.ts';
import { type Dialect, type Lowered, dataStatement, emulated } from '../dialect.ts';
import { writeLiteral } from '../write.ts';

/** Where the number of rows is kept for the check. */
export const COUNTED = '@migsql_rows';

/** A query of the author's may end in `;`, which the script puts there itself. */
export const bare = (sql: string): string => sql.trimEnd().replace(/;$/, '');

/** Statements that change rows, with one that sets `COUNTED` before or after. */
export interface CountedChange {
  readonly statements: readonly [string, string];
  /** Where the check stands: between the two, or behind them. */
  readonly check: 'between' | 'behind';
  readonly expect: RowCount;
  /** `update of account` */
  readonly what: string;
}

const HOW = 'the rows are counted, and a wrong number stops the script';

/** A count below 0 is that of a statement that has none, and never right. */
const isExpected = ({ atLeast = 0, atMost }: RowCount): string =>
  atMost === undefined ? `${COUNTED} >= ${atLeast}` : `${COUNTED} BETWEEN ${atLeast} AND ${atMost}`;

/** `not 1 row: update of account`, in at most so many characters; the number that was found stands before it. */
export const complaint = ({ expect, what }: CountedChange, longest: number): string =>
  [...` rows, not ${displayRowCount(expect)}: ${what}`].slice(0, longest).join('').trimEnd();

/** Of the 64 characters of a name, which the number shares. */
const LONGEST = 52;

/**
 * MySQL signals an error of one's own in routines alone, and makes no prepared statement of SIGNAL. So the text of the
 * prepared statement is chosen: one that does nothing, or one that reads a table whose name is the message and which is
 * not there. https://dev.mysql.com/doc/refman/8.4/en/sql-prepared-statements.html
 */
function preparedCheck(change: CountedChange, dialect: Dialect): readonly string[] {
  const quoted = complaint(change, LONGEST).replaceAll('`', '``');
  const message = `CONCAT('SELECT 1 FROM \`', ${COUNTED}, ${writeLiteral(dialect, `${quoted}\``)})`;
  return [
    `SET @migsql_check = IF(${isExpected(change.expect)}, 'DO 0', ${message})`,
    'PREPARE migsql_check FROM @migsql_check',
    'EXECUTE migsql_check',
    'DEALLOCATE PREPARE migsql_check',
  ];
}

export function stopByMissingTable(change: CountedChange, dialect: Dialect): readonly Lowered[] {
  const [first, second] = change.statements.map(bare) as unknown as CountedChange['statements'];
  const check = preparedCheck(change, dialect);
  const all = change.check === 'between' ? [first, ...check, second] : [first, second, ...check];
  return emulated(HOW, all.map(dataStatement));
}

/** https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/signal */
const LONGEST_MESSAGE = 100;

/**
 * MariaDB takes compound statements outside routines:
 * https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/begin-end
 */
export function stopBySignal(change: CountedChange, dialect: Dialect): readonly Lowered[] {
  const [first, second] = change.statements.map((each) => `  ${bare(each)};`);
  const message = writeLiteral(dialect, complaint(change, LONGEST_MESSAGE));
  const check = [
    `  IF NOT (${isExpected(change.expect)}) THEN`,
    `    SET @migsql_message = CONCAT(${COUNTED}, ${message});`,
    "    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = @migsql_message;",
    '  END IF;',
  ];
  const lines = change.check === 'between' ? [first, ...check, second] : [first, second, ...check];
  return emulated(HOW, [{ ...dataStatement(['BEGIN NOT ATOMIC', ...lines, 'END'].join('\n')), compound: true }]);
}
